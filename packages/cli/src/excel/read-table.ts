/** Reads a table of a workbook by the names of its columns (docs/excel-format.md). */
import { err, ok, type RawTable, type Result } from '@shuangsuiji/core';
import { columnLetters } from './column-letters.js';
import type { TableDefinition } from './definition.js';
import { findHeader, type FoundHeader } from './find-header.js';
import { type FileBytes, openWorkbook } from './open-workbook.js';
import type { ExcelProblem } from './problems.js';
import { type SheetGrid, sheetGrid } from './sheet-grid.js';
import { tableRows } from './table-rows.js';
import { unreadHeaders } from './unread-headers.js';

interface Candidate<Column extends string> {
  readonly grid: SheetGrid;
  readonly header: FoundHeader<Column>;
}

/** One column that answers to a header word may be chance; two of which one is a ★ column are a header. */
const FEWEST_COLUMNS = 2;

/** The first sheet with all ★ columns, else the one that comes nearest. */
const bestSheet = <Column extends string>(grids: readonly SheetGrid[], definition: TableDefinition<Column>): Candidate<Column> | undefined => {
  const candidates = grids.flatMap((grid) => {
    const header = findHeader(grid, definition);
    return header === undefined ? [] : [{ grid, header }];
  });
  const most = Math.max(...candidates.map(({ header }) => header.requiredFound));
  return candidates.find(({ header }) => header.requiredFound === most);
};

const missingColumns = <Column extends string>(header: FoundHeader<Column> | undefined, definition: TableDefinition<Column>) =>
  definition.columns.filter(({ key, isRequired }) => isRequired && header?.columns.has(key) !== true);

const withoutHeader = <Column extends string>(file: string, grids: readonly SheetGrid[], best: Candidate<Column> | undefined, definition: TableDefinition<Column>): ExcelProblem => ({
  code: 'sheet-without-header',
  severity: 'error',
  where: { file },
  fields: { sheets: grids.map(({ name }) => name), missing: missingColumns(best?.header, definition).map(({ header }) => header) },
});

const headerProblems = <Column extends string>(file: string, { grid, header }: Candidate<Column>, definition: TableDefinition<Column>): readonly ExcelProblem[] => {
  const where = { file, sheet: grid.name, row: header.bottom };
  const missing = missingColumns(header, definition).map((column): ExcelProblem => ({
    code: 'column-missing', severity: 'error', where, fields: { header: column.header, accepted: column.aliases },
  }));
  const ambiguous = definition.columns.flatMap((column): readonly ExcelProblem[] => {
    const found = header.columns.get(column.key) ?? [];
    if (found.length < 2) return [];
    const candidates = found.map((candidate) => `${candidate.header} ${columnLetters(candidate.column)}`);
    return [{ code: 'column-ambiguous', severity: 'error', where: { ...where, column: column.header }, fields: { header: column.header, candidates } }];
  });
  return [...missing, ...ambiguous];
};

const tableOf = <Column extends string>(file: string, { grid, header }: Candidate<Column>, definition: TableDefinition<Column>): RawTable<Column> => {
  const headers: Partial<Record<Column, string>> = {};
  const columns = new Map<Column, number>();
  for (const [key, [found]] of header.columns) {
    if (found === undefined) continue;
    headers[key] = found.header;
    columns.set(key, found.column);
  }
  return { file, sheet: grid.name, headers, rows: tableRows(grid, { headerBottom: header.bottom, columns }, definition) };
};

/** A table with warnings about what was passed over. */
export interface ReadTable<Column extends string> extends RawTable<Column> {
  readonly notices: readonly ExcelProblem[];
}

/**
 * Reads the table that a definition describes, wherever its header stands.
 *
 * @returns cells by column key, or every problem of the file, its sheets and its header
 */
export const readTable = async <Column extends string>({ file, bytes, definition }: FileBytes & { readonly definition: TableDefinition<Column> }): Promise<Result<ReadTable<Column>, readonly ExcelProblem[]>> => {
  const opened = await openWorkbook({ file, bytes });
  if (!opened.ok) return opened;
  const grids = opened.value.map(sheetGrid);
  const best = bestSheet(grids, definition);
  if (best === undefined || best.header.requiredFound === 0 || best.header.columns.size < FEWEST_COLUMNS) return err([withoutHeader(file, grids, best, definition)]);
  const problems = headerProblems(file, best, definition);
  return problems.length > 0 ? err(problems) : ok({ ...tableOf(file, best, definition), notices: unreadHeaders({ file, ...best, definition }) });
};
