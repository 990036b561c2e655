/** A rectangle of cells, all bounds from 1 and included. */
import { columnNumber } from './column-letters.js';

export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The last row and column a sheet of this format can have (ECMA-376 18.3.1.73). */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** `A1:B2` or `A1` as a range; `undefined` for anything else. */
export const rangeOf = (reference: string): CellRange | undefined => {
  const found = /^\$?([A-Z]{1,7})\$?(\d{1,10})(?::\$?([A-Z]{1,7})\$?(\d{1,10}))?$/.exec(reference);
  if (found === null) return undefined;
  const [, left = '', top = '', right = left, bottom = top] = found;
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
};

/** True where the range lies within what a sheet can hold. */
export const fitsSheet = (range: CellRange): boolean =>
  range.top >= 1 && range.left >= 1 && range.bottom <= LAST_ROW && range.right <= LAST_COLUMN;

/** Number of cells. */
export const areaOf = (range: CellRange): number => (range.bottom - range.top + 1) * (range.right - range.left + 1);
