/** Rows of a table and what becomes of them: a row is accepted exactly when no error names it. */
import type { RawRow, RawTable } from './cell.js';
import type { RegistryProblem } from './problems.js';
import { whereIn } from './where-in.js';

/** What every reader of a row keeps beside the meaning of its cells. */
export interface ReadRow {
  readonly row: number;
  readonly problems: readonly RegistryProblem[];
}

/** Rows as they stand in the sheet, whatever order they came in. */
export const inSheetOrder = <Column extends string>(table: RawTable<Column>): readonly RawRow<Column>[] =>
  [...table.rows].sort((a, b) => a.row - b.row);

/** The rows that no error names, so that none is lost without a word. */
export const acceptedRows = <Row extends ReadRow>(rows: readonly Row[], problems: readonly RegistryProblem[]): readonly Row[] => {
  const refused = new Set(problems.flatMap(({ severity, where }) => (severity === 'error' ? [where?.row] : [])));
  return rows.filter(({ row }) => !refused.has(row));
};

/** A registry without a single row is a wrong file rather than an empty county. */
export const emptyProblems = <Column extends string>(table: RawTable<Column>): readonly RegistryProblem[] =>
  table.rows.length > 0 ? [] : [{ code: 'registry-empty', severity: 'error', where: whereIn({ table }), fields: {} }];
