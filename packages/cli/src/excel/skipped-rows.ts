/** Which rows of a table are for people only (excel-format rule 3). */
import type { Cell } from '@shuangsuiji/core';
import { foldHeader } from './fold-header.js';

const SAMPLE = /(?:案例|示例|样例)\(请删除\)/;
const HINT = /^(?:填写说明|填表说明|说明:)/;
const FOOT = /^(?:备注|说明:|注:|填表人|制表)/;

const folded = (cell: Cell | undefined): string => (cell?.kind === 'text' ? foldHeader(cell.text) : '');

/** True for a sample row, by its name column or its first cell. */
export const isSampleRow = (cells: readonly (Cell | undefined)[]): boolean => cells.some((cell) => SAMPLE.test(folded(cell)));

/** True for the hint row, by its first filled cell. */
export const isHintRow = (firstFilled: Cell | undefined): boolean => HINT.test(folded(firstFilled));

/** True for a remark at the foot, by its first filled cell. */
export const isFootRow = (firstFilled: Cell | undefined): boolean => FOOT.test(folded(firstFilled));
