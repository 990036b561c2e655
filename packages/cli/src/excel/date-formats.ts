/** Number formats that Chinese Excel uses without spelling them out (ECMA-376 18.8.30, zh-cn). */
import { elementOf } from './xml-text.js';

const LONG_DATE = 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;';
const MONTH = 'yyyy&quot;年&quot;m&quot;月&quot;';
const DAY = 'm&quot;月&quot;d&quot;日&quot;';
const TIME = 'h&quot;时&quot;mm&quot;分&quot;';
const CHINESE_FORMATS: Readonly<Record<number, string>> = {
  27: MONTH, 28: DAY, 29: DAY, 30: 'm-d-yy', 31: LONG_DATE, 32: TIME, 33: TIME, 34: TIME, 35: TIME, 36: MONTH,
  50: MONTH, 51: DAY, 52: MONTH, 53: DAY, 54: DAY, 55: TIME, 56: TIME, 57: MONTH, 58: DAY,
};

/**
 * Spells the formats out in a styles part, since the Excel library takes a cell of format 31 (2026年3月2日) for a plain number.
 * Formats that the part declares itself stay as they are.
 */
export const withChineseDateFormats = (styles: string): string => {
  const opening = /<styleSheet(?=[\s>])[^>]*>/.exec(styles)?.[0];
  if (opening === undefined) return styles;
  const declared = elementOf(styles, 'numFmts');
  const own = declared.replace(/^<numFmts[^>]*>/, '').replace('</numFmts>', '');
  const added = Object.entries(CHINESE_FORMATS).filter(([id]) => !new RegExp(`numFmtId=["']${id}["']`).test(own));
  const formats = added.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`).join('');
  return styles.replace(declared, '').replace(opening, `${opening}<numFmts>${formats}${own}</numFmts>`);
};
