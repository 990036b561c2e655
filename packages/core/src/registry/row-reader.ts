/** Reads the cells of one row and keeps every problem on the way. Shared by all registries and by the annual plan. */
import type { Severity } from '../base/problem.js';
import type { Result } from '../base/result.js';
import type { Cell, RawRow, RawTable } from './cell.js';
import type { Located } from './field-problems.js';
import { whereIn } from './where-in.js';

/** Gives a cell its meaning; `undefined` for a cell that is as good as empty. */
export type CellReader<T, Fault> = (cell: Cell) => Result<T | undefined, Fault>;

export interface RowReader<Column extends string, Fault> {
  readonly row: number;
  /** The value, or `undefined` where the cell is empty or was reported. */
  readonly read: <T>(column: Column, reader: CellReader<T, Fault>) => T | undefined;
  /** The same, and an empty cell is reported as `missing`. */
  readonly require: <T>(column: Column, reader: CellReader<T, Fault>, missing: Fault) => T | undefined;
  /** True once an error was reported at the column. */
  readonly isFaulty: (column: Column) => boolean;
  readonly error: (column: Column, fault: Fault) => void;
  readonly warn: (column: Column, fault: Fault) => void;
  readonly problems: () => readonly Located<Fault>[];
}

export interface RowReaderInput<Column extends string> {
  readonly table: RawTable<Column>;
  readonly row: RawRow<Column>;
}

export const rowReader = <Column extends string, Fault extends object>({ table, row }: RowReaderInput<Column>): RowReader<Column, Fault> => {
  const problems: Located<Fault>[] = [];
  const faulty = new Set<Column>();
  const report = (severity: Severity, column: Column, fault: Fault): void => {
    problems.push({ ...fault, severity, where: whereIn({ table, row: row.row, column }) });
  };
  const error = (column: Column, fault: Fault): void => {
    faulty.add(column);
    report('error', column, fault);
  };
  const read = <T>(column: Column, reader: CellReader<T, Fault>): T | undefined => {
    const cell = row.cells[column];
    if (cell === undefined) return undefined;
    const reading = reader(cell);
    if (reading.ok) return reading.value;
    error(column, reading.error);
    return undefined;
  };
  return {
    row: row.row,
    read,
    require: (column, reader, missing) => {
      const value = read(column, reader);
      if (value === undefined && !faulty.has(column)) error(column, missing);
      return value;
    },
    isFaulty: (column) => faulty.has(column),
    error,
    warn: (column, fault) => report('warning', column, fault),
    problems: () => problems,
  };
};
