/** The rows under a header, without those that are for people only. */
import type { Cell, RawRow } from '@shuangsuiji/core';
import type { TableDefinition } from './definition.js';
import type { SheetGrid } from './sheet-grid.js';
import { isFootRow, isHintRow, isSampleRow } from './skipped-rows.js';

/** Which column of the sheet holds which column of the table, and the last row of the header. */
export interface TablePlace<Column extends string> {
  readonly headerBottom: number;
  readonly columns: ReadonlyMap<Column, number>;
}

interface ReadRow<Column extends string> extends RawRow<Column> {
  /** Nothing but what vertical merges carry down: the row is empty. */
  readonly isEmpty: boolean;
  readonly isSample: boolean;
  /** Of the whole sheet row, also outside the table's columns. */
  readonly firstFilled: Cell | undefined;
  readonly filledRequired: number;
}

/** A hint or a remark starts where the row starts; no table has its first column further to the right. */
const FIRST_CELLS = 12;

const firstFilledOf = (grid: SheetGrid, row: number): Cell | undefined => {
  for (let column = 1; column <= Math.min(grid.lastColumn, FIRST_CELLS); column += 1) {
    const cell = grid.ownCell(row, column);
    if (cell !== undefined) return cell;
  }
  return undefined;
};

const readRow = <Column extends string>(grid: SheetGrid, { columns }: TablePlace<Column>, required: ReadonlySet<string>, row: number): ReadRow<Column> => {
  const cells: Partial<Record<Column, Cell>> = {};
  let isEmpty = true;
  let filledRequired = 0;
  for (const [key, column] of columns) {
    const cell = grid.carriedCell(row, column);
    if (cell === undefined) continue;
    cells[key] = cell;
    if (required.has(key)) filledRequired += 1;
    if (isEmpty && grid.ownCell(row, column) !== undefined) isEmpty = false;
  }
  const nameColumn = new Map<string, number>(columns).get('name');
  const firstColumn = Math.min(...columns.values());
  const marked = [1, firstColumn, nameColumn ?? firstColumn].map((column) => grid.ownCell(row, column));
  return { row, cells, isEmpty, isSample: isSampleRow(marked), firstFilled: firstFilledOf(grid, row), filledRequired };
};

/** Drops remarks from the foot upwards; the remark itself may stand in a ★ column, so one may be filled. */
const withoutFoot = <Column extends string>(rows: readonly ReadRow<Column>[]): readonly ReadRow<Column>[] => {
  const last = rows.findLastIndex(({ firstFilled, filledRequired }) => !(isFootRow(firstFilled) && filledRequired <= 1));
  return rows.slice(0, last + 1);
};

/**
 * Reads the rows of a table.
 *
 * @returns rows with at least one cell of the table's own columns, in the sheet's order
 */
export const tableRows = <Column extends string>(grid: SheetGrid, place: TablePlace<Column>, definition: TableDefinition<Column>): readonly RawRow<Column>[] => {
  const required = new Set<string>(definition.columns.filter(({ isRequired }) => isRequired).map(({ key }) => key));
  const rows: ReadRow<Column>[] = [];
  for (let row = place.headerBottom + 1; row <= grid.lastRow; row += 1) rows.push(readRow(grid, place, required, row));
  const isData = ({ row, isEmpty, isSample, firstFilled }: ReadRow<Column>): boolean =>
    !isEmpty && !isSample && !(row === place.headerBottom + 1 && isHintRow(firstFilled));
  return withoutFoot(rows.filter(isData)).map(({ row, cells }) => ({ row, cells }));
};
