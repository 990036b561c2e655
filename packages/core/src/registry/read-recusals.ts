/** The register of recusals. @zh 回避登记 */
import type { InspectorId, PlainDate, TargetId } from '../base/brand.js';
import { err, ok } from '../base/result.js';
import { shownText } from '../base/shown-text.js';
import { foldName, sortedBy } from '../base/text.js';
import type { AgencyResolver } from './agency-resolver.js';
import type { Cell, RawRow, RawTable } from './cell.js';
import type { RecusalColumn } from './columns.js';
import { readCodeText, readText, type Reading } from './field-readers.js';
import { groupBy } from './group-by.js';
import type { RegistryFault, RegistryProblem } from './problems.js';
import { readDate } from './read-date.js';
import { readKnownInspector } from './read-known-inspector.js';
import { targetIdsOf } from './read-target-id.js';
import { recusalKey } from './recusal-key.js';
import { rowReader, type RowReader } from './row-reader.js';
import type { Recusal } from './schemas.js';
import { acceptedRows, inSheetOrder, type ReadRow } from './table-rows.js';
import { whereIn } from './where-in.js';

export interface ReadRecusalsInput {
  readonly table: RawTable<RecusalColumn>;
  readonly agencies: AgencyResolver;
  /** Whom the registries hold; a recusal that names anybody else would silently protect nobody. */
  readonly inspectorIds: ReadonlySet<InspectorId>;
  readonly targetIds: ReadonlySet<TargetId>;
  /** The grounds a recusal may give, as the office's table has them. */
  readonly grounds: readonly string[];
}

export interface ReadRecusals {
  /** In byte order of {@link recusalKey}. */
  readonly entities: readonly Recusal[];
  readonly problems: readonly RegistryProblem[];
}

/** Reads every row. A register without rows is fine: nobody has declared anything. */
export const readRecusals = (input: ReadRecusalsInput): ReadRecusals => {
  const { table } = input;
  const rows = inSheetOrder(table).map((raw) => readRecusalRow(input, raw));
  const problems = [...rows.flatMap((row) => row.problems), ...duplicates(table, rows)];
  const entities = [...groupBy(acceptedRows(rows, problems), keyOfRow).values()].flatMap(mergeRecusal);
  return { entities: sortedBy(entities, recusalKey), problems };
};

interface RecusalRow extends ReadRow {
  readonly inspector: InspectorId | undefined;
  readonly target: TargetId | undefined;
  readonly ground: string | undefined;
  readonly declaredOn: PlainDate | undefined;
}

type Reader = RowReader<RecusalColumn, RegistryFault>;

const readRecusalRow = (input: ReadRecusalsInput, raw: RawRow<RecusalColumn>): RecusalRow => {
  const reader = rowReader<RecusalColumn, RegistryFault>({ table: input.table, row: raw });
  return {
    row: raw.row,
    inspector: readInspector(reader, input),
    target: readTarget(reader, input),
    ground: reader.require('ground', readGround(input.grounds), { code: 'recusal-ground-unknown', fields: { raw: '', grounds: input.grounds } }),
    declaredOn: reader.read('declaredOn', readDate),
    problems: reader.problems(),
  };
};

const readInspector = (reader: Reader, { agencies, inspectorIds }: ReadRecusalsInput): InspectorId | undefined =>
  readKnownInspector({ reader, agencies, known: inspectorIds, unknown: (id) => ({ code: 'recusal-unknown-inspector', fields: { id } }) });

const readTarget = (reader: Reader, { targetIds }: ReadRecusalsInput): TargetId | undefined => {
  const raw = reader.require('code', readCodeText, { code: 'code-missing', fields: {} });
  if (raw === undefined) return undefined;
  const id = targetIdsOf(raw).find((candidate) => targetIds.has(candidate));
  if (id === undefined) reader.error('code', { code: 'recusal-unknown-target', fields: { raw: shownText(raw) } });
  return id;
};

const readGround =
  (grounds: readonly string[]) =>
  (cell: Cell): Reading<string, RegistryFault> => {
    const text = readText(cell);
    if (!text.ok || text.value === undefined) return text.ok ? ok(undefined) : text;
    const raw = text.value;
    const ground = grounds.find((known) => foldName(known) === foldName(raw));
    return ground === undefined ? err({ code: 'recusal-ground-unknown', fields: { raw: shownText(raw), grounds } }) : ok(ground);
  };

const completeRow = ({ inspector, target, ground, declaredOn }: RecusalRow): Recusal | undefined =>
  inspector === undefined || target === undefined || ground === undefined ? undefined : { target, inspector, ground, declaredOn };

const keyOfRow = (row: RecusalRow): string | undefined => {
  const recusal = completeRow(row);
  return recusal === undefined ? undefined : recusalKey(recusal);
};

/** One declaration written twice is one recusal, since its earliest day. */
const mergeRecusal = (rows: readonly RecusalRow[]): readonly Recusal[] => {
  const recusals = rows.map(completeRow).filter((recusal) => recusal !== undefined);
  return sortedBy(recusals, ({ declaredOn = '~' }) => declaredOn).slice(0, 1);
};

const duplicates = (table: RawTable<RecusalColumn>, rows: readonly RecusalRow[]): readonly RegistryProblem[] =>
  [...groupBy(rows, keyOfRow).values()].flatMap(([first, ...others]) =>
    others.flatMap(({ row, target, inspector }): readonly RegistryProblem[] => {
      if (first === undefined || target === undefined || inspector === undefined) return [];
      const fields = { target, inspector, otherRow: first.row };
      return [{ code: 'recusal-duplicate', severity: 'warning', where: whereIn({ table, row, column: 'code' }), fields }];
    }),
  );
