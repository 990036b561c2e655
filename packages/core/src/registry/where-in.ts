/** The place of a problem in a workbook. */
import type { Where } from '../base/problem.js';
import { shownText } from '../base/shown-text.js';
import type { RawTable } from './cell.js';

export interface WhereInput<Column extends string> {
  readonly table: RawTable<Column>;
  readonly row?: number;
  readonly column?: Column;
}

/** File, sheet, row, and the column in the office's own words; what the table does not know is left out. */
export const whereIn = <Column extends string>({ table, row, column }: WhereInput<Column>): Where => {
  const header = column === undefined ? undefined : table.headers[column];
  return {
    file: shownText(table.file),
    sheet: shownText(table.sheet),
    ...(row === undefined ? {} : { row }),
    ...(header === undefined ? {} : { column: shownText(header) }),
  };
};
