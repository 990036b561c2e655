/** Widths of columns, so that Chinese text fits. */
import { textWidth } from './text-width.js';
import type { CellContent, ColumnContent } from './workbook-content.js';

/** Room for the borders and the air beside a text. */
const AIR = 2.5;
/** Widths count digits of 7 pixels, and half an em of 11 points is 7.3. */
const HALF_EM = 1.06;
const NARROWEST = 7;
/** Wider texts wrap. */
const WIDEST = 42;
/** A header wraps sooner, for the sake of narrow columns. */
const WIDEST_HEADER = 14;
const DATE_WIDTH = 12.5;

/**
 * Width of a column.
 *
 * @param column - its own width wins
 * @param cells - everything that stands under its header
 * @returns characters of half an em, as a workbook counts widths
 */
export const columnWidth = (column: ColumnContent, cells: readonly CellContent[]): number => {
  if (column.width !== undefined) return column.width;
  const header = Math.min(textWidth(column.header) + (column.isRequired === true ? 2 : 0), WIDEST_HEADER);
  if (column.kind === 'date') return Math.max(DATE_WIDTH, header + AIR);
  const widest = cells.reduce<number>((width, cell) => Math.max(width, cell === undefined ? 0 : textWidth(String(cell))), header);
  return Math.min(Math.max(widest * HALF_EM + AIR, NARROWEST), WIDEST);
};
