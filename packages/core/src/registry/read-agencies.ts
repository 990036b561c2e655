/** The registry of agencies. @zh 部门名录 */
import type { AgencyCode } from '../base/brand.js';
import { err, ok } from '../base/result.js';
import { shownText } from '../base/shown-text.js';
import { foldName, sortedBy } from '../base/text.js';
import { agencyCode } from './canonical-id.js';
import type { Cell, RawRow, RawTable } from './cell.js';
import type { AgencyColumn } from './columns.js';
import { readCodeText, readList, readText, type Reading } from './field-readers.js';
import { groupBy } from './group-by.js';
import { sortedTexts } from './merge-rows.js';
import type { RegistryFault, RegistryProblem } from './problems.js';
import { readCapacity } from './read-capacity.js';
import { rowReader } from './row-reader.js';
import type { Agency } from './schemas.js';
import { acceptedRows, emptyProblems, inSheetOrder, type ReadRow } from './table-rows.js';
import { whereIn } from './where-in.js';

export interface ReadAgenciesInput {
  readonly table: RawTable<AgencyColumn>;
}

export interface ReadAgencies {
  /** In byte order of the code. */
  readonly entities: readonly Agency[];
  readonly problems: readonly RegistryProblem[];
}

/** Reads every row; one whose code or words another agency has as well is refused like a row that cannot be read. */
export const readAgencies = ({ table }: ReadAgenciesInput): ReadAgencies => {
  const rows = inSheetOrder(table).map((row) => readAgencyRow(table, row));
  const problems = [...emptyProblems(table), ...rows.flatMap((row) => row.problems), ...sameCode(table, rows), ...sameWord(table, rows)];
  const entities = acceptedRows(rows, problems).flatMap(({ code, name, aliases, capacity, capacityPerYear }) =>
    code === undefined || name === undefined ? [] : [{ code, name, aliases: sortedTexts(aliases.filter((alias) => alias !== name)), capacity, capacityPerYear }],
  );
  return { entities: sortedBy(entities, ({ code }) => code), problems };
};

interface AgencyRow extends ReadRow {
  readonly code: AgencyCode | undefined;
  readonly name: string | undefined;
  readonly aliases: readonly string[];
  readonly capacity: number | undefined;
  readonly capacityPerYear: number | undefined;
}

const readAgencyRow = (table: RawTable<AgencyColumn>, raw: RawRow<AgencyColumn>): AgencyRow => {
  const reader = rowReader<AgencyColumn, RegistryFault>({ table, row: raw });
  const code = reader.require('code', readAgencyCode, { code: 'code-missing', fields: {} });
  const name = reader.require('name', readText, { code: 'name-missing', fields: {} });
  const aliases = reader.read('aliases', readList) ?? [];
  const capacity = reader.read('capacity', readCapacity);
  const capacityPerYear = reader.read('capacityPerYear', readCapacity);
  return { row: raw.row, code, name, aliases, capacity, capacityPerYear, problems: reader.problems() };
};

const readAgencyCode = (cell: Cell): Reading<AgencyCode, RegistryFault> => {
  const text = readCodeText(cell);
  if (!text.ok || text.value === undefined) return text.ok ? ok(undefined) : text;
  const code = agencyCode(text.value);
  return code === undefined ? err({ code: 'agency-code-bad', fields: { raw: shownText(text.value) } }) : ok(code);
};

const sameCode = (table: RawTable<AgencyColumn>, rows: readonly AgencyRow[]): readonly RegistryProblem[] =>
  [...groupBy(rows, ({ code }) => code)].flatMap(([agency, group]) =>
    group.flatMap(({ row }): readonly RegistryProblem[] => {
      const other = group.find((member) => member.row !== row);
      if (other === undefined) return [];
      return [{ code: 'agency-code-duplicate', severity: 'error', where: whereIn({ table, row, column: 'code' }), fields: { agency, otherRow: other.row } }];
    }),
  );

interface Word {
  readonly row: number;
  readonly column: AgencyColumn;
  readonly text: string;
  readonly code: AgencyCode | undefined;
}

/** Rows of one code are reported by {@link sameCode} already. */
const sameWord = (table: RawTable<AgencyColumn>, rows: readonly AgencyRow[]): readonly RegistryProblem[] =>
  [...groupBy(rows.flatMap(wordsOf), ({ text }) => foldName(text)).values()].flatMap((words) =>
    words.flatMap(({ row, column, text, code }): readonly RegistryProblem[] => {
      const other = words.find((word) => word.row !== row && (code === undefined || word.code !== code));
      if (other === undefined) return [];
      return [{ code: 'agency-name-duplicate', severity: 'error', where: whereIn({ table, row, column }), fields: { name: shownText(text), otherRow: other.row } }];
    }),
  );

const wordsOf = ({ row, code, name, aliases }: AgencyRow): readonly Word[] => [
  ...(code === undefined ? [] : [{ row, column: 'code' as const, text: code, code }]),
  ...(name === undefined ? [] : [{ row, column: 'name' as const, text: name, code }]),
  ...aliases.map((text) => ({ row, column: 'aliases' as const, text, code })),
];
