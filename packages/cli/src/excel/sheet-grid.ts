/** A sheet as a grid of {@link Cell}s in which merges are resolved: values go down, never sideways (excel-format rule 4). */
import type { Cell } from '@shuangsuiji/core';
import type { CellRange } from './cell-range.js';
import { cellOf } from './cell-of.js';
import type { OpenSheet } from './open-workbook.js';

/** Rows and columns count from 1. */
export interface SheetGrid {
  readonly name: string;
  readonly lastRow: number;
  readonly lastColumn: number;
  /** What stands in the cell itself; nothing where a merge covers it. */
  readonly ownCell: (row: number, column: number) => Cell | undefined;
  /** The same, or what a vertical merge carries down to it. */
  readonly carriedCell: (row: number, column: number) => Cell | undefined;
  /** The merge that covers a cell. */
  readonly mergeAt: (row: number, column: number) => CellRange | undefined;
}

/** Merges by row, so that a lookup sees only those that touch the row. */
const mergesByRow = (merges: readonly CellRange[], lastRow: number): ReadonlyMap<number, readonly CellRange[]> => {
  const byRow = new Map<number, CellRange[]>();
  for (const merge of merges) {
    for (let row = merge.top; row <= Math.min(merge.bottom, lastRow); row += 1) {
      const touching = byRow.get(row);
      if (touching === undefined) byRow.set(row, [merge]);
      else touching.push(merge);
    }
  }
  return byRow;
};

/** Resolves the merges of a sheet. */
export const sheetGrid = ({ worksheet, merges }: OpenSheet): SheetGrid => {
  const lastRow = worksheet.rowCount;
  const byRow = mergesByRow(merges, lastRow);
  const mergeAt = (row: number, column: number): CellRange | undefined =>
    byRow.get(row)?.find(({ left, right }) => left <= column && column <= right);
  const valueAt = (row: number, column: number): Cell | undefined => {
    const cell = worksheet.findRow(row)?.findCell(column);
    return cell === undefined ? undefined : cellOf(cell);
  };
  return {
    name: worksheet.name,
    lastRow,
    lastColumn: worksheet.columnCount,
    mergeAt,
    ownCell: (row, column) => {
      const merge = mergeAt(row, column);
      return merge === undefined || (merge.top === row && merge.left === column) ? valueAt(row, column) : undefined;
    },
    carriedCell: (row, column) => {
      const merge = mergeAt(row, column);
      if (merge === undefined) return valueAt(row, column);
      return merge.left === column ? valueAt(merge.top, column) : undefined;
    },
  };
};
