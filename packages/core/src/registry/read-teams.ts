/** The fixed teams. @zh 固定检查组 */
import type { InspectorId } from '../base/brand.js';
import { foldName, sortedBy } from '../base/text.js';
import type { AgencyResolver } from './agency-resolver.js';
import type { RawRow, RawTable } from './cell.js';
import type { TeamColumn } from './columns.js';
import { readText } from './field-readers.js';
import { groupBy } from './group-by.js';
import type { RegistryFault, RegistryProblem } from './problems.js';
import { readKnownInspector } from './read-known-inspector.js';
import { rowReader } from './row-reader.js';
import type { FixedTeam } from './schemas.js';
import { acceptedRows, inSheetOrder, type ReadRow } from './table-rows.js';
import { whereIn } from './where-in.js';

export interface ReadTeamsInput {
  readonly table: RawTable<TeamColumn>;
  readonly agencies: AgencyResolver;
  readonly inspectorIds: ReadonlySet<InspectorId>;
}

export interface ReadTeams {
  /** Ascending by group; the people of each ascend. */
  readonly entities: readonly FixedTeam[];
  readonly problems: readonly RegistryProblem[];
}

/** Reads every row: one person of one group. An office without fixed teams has no rows. */
export const readTeams = (input: ReadTeamsInput): ReadTeams => {
  const { table } = input;
  const rows = inSheetOrder(table).map((raw) => readTeamRow(input, raw));
  const problems = [...rows.flatMap((row) => row.problems), ...repeated(table, rows)];
  const groups = [...groupBy(acceptedRows(rows, problems), ({ group }) => (group === undefined ? undefined : foldName(group))).values()];
  const entities = groups.flatMap((members): readonly FixedTeam[] => {
    const group = members[0]?.group;
    return group === undefined ? [] : [{ group, inspectors: sortedBy(members.flatMap(({ inspector }) => inspector ?? []), (id) => id) }];
  });
  return { entities: sortedBy(entities, ({ group }) => group), problems };
};

interface TeamRow extends ReadRow {
  readonly group: string | undefined;
  readonly inspector: InspectorId | undefined;
}

const readTeamRow = ({ table, agencies, inspectorIds }: ReadTeamsInput, raw: RawRow<TeamColumn>): TeamRow => {
  const reader = rowReader<TeamColumn, RegistryFault>({ table, row: raw });
  return {
    row: raw.row,
    group: reader.require('group', readText, { code: 'team-name-missing', fields: {} }),
    inspector: readKnownInspector({ reader, agencies, known: inspectorIds, unknown: (id) => ({ code: 'team-unknown-inspector', fields: { id } }) }),
    problems: reader.problems(),
  };
};

/** Nobody can be in two teams, nor twice in one. */
const repeated = (table: RawTable<TeamColumn>, rows: readonly TeamRow[]): readonly RegistryProblem[] =>
  [...groupBy(rows, ({ inspector }) => inspector).values()].flatMap(([first, ...others]) =>
    others.flatMap(({ row, inspector }): readonly RegistryProblem[] =>
      first === undefined || inspector === undefined ? [] : [{ code: 'team-person-twice', severity: 'error', where: whereIn({ table, row, column: 'number' }), fields: { inspector, otherRow: first.row } }]),
  );
