/** Folds a header for comparing (excel-format rule 2): blanks and line breaks go, width and letter case are one, and the ★ of templates goes. */
import { asciiUpper, toHalfWidth } from '@shuangsuiji/core';

export const foldHeader = (header: string): string =>
  asciiUpper(toHalfWidth(header).replace(/[\s\u200b-\u200d\u2060\ufeff★☆*]+/gu, ''));
