/** All registries of an office, from tables to entities with every problem found. @zh 名录导入 */
import type { Digest, PlainDate } from '../base/brand.js';
import type { HashText } from '../base/digest.js';
import { sortedBy } from '../base/text.js';
import { agencyResolver } from './agency-resolver.js';
import type { RawTable } from './cell.js';
import type { AgencyColumn, AppointmentColumn, InspectorColumn, ItemColumn, RecusalColumn, TargetColumn, TeamColumn } from './columns.js';
import { importReport } from './import-report.js';
import type { RegistryProblem } from './problems.js';
import { readAgencies } from './read-agencies.js';
import { type ReadAppointments, readAppointments } from './read-appointments.js';
import { readInspectors } from './read-inspectors.js';
import { readItems } from './read-items.js';
import { readRecusals } from './read-recusals.js';
import { readTargets } from './read-targets.js';
import { type ReadTeams, readTeams } from './read-teams.js';
import { recusalKey } from './recusal-key.js';
import { samePersons } from './same-person.js';
import { unknownAreas } from './unknown-areas.js';
import type { SnapshotContent } from './snapshot-files.js';
import { sortProblems } from './sort-problems.js';

export interface ImportRegistriesInput {
  readonly agencies: RawTable<AgencyColumn>;
  readonly targets: RawTable<TargetColumn>;
  readonly inspectors: RawTable<InspectorColumn>;
  readonly items: RawTable<ItemColumn>;
  readonly recusals: RawTable<RecusalColumn>;
  /** Absent where the office appoints nobody. */
  readonly appointments?: RawTable<AppointmentColumn> | undefined;
  /** Absent where the office has no fixed teams. */
  readonly teams?: RawTable<TeamColumn> | undefined;
  /** The day of the import, for licences. */
  readonly today: PlainDate;
  /** Grounds of recusal the office knows. */
  readonly grounds: readonly string[];
  readonly hash: HashText;
}

/** What a snapshot freezes; its report serves should the errors be accepted. */
export interface ImportedRegistries extends SnapshotContent {
  /** All of them, by file, sheet and row. */
  readonly problems: readonly RegistryProblem[];
  /** What accepting the errors must name. */
  readonly reportDigest: Digest;
}

const NO_APPOINTMENTS: ReadAppointments = { entities: [], problems: [] };
const NO_TEAMS: ReadTeams = { entities: [], problems: [] };

/**
 * Reads all registries. Rows with an error are left out and named in the problems; everything else is in the entities.
 * Whoever refers to a refused row (an inspector to an agency, a recusal to a target) is refused as well, and named.
 */
export const importRegistries = ({ today, grounds, hash, ...tables }: ImportRegistriesInput): ImportedRegistries => {
  const agencies = readAgencies({ table: tables.agencies });
  const resolver = agencyResolver({ agencies: agencies.entities });
  const targets = readTargets({ table: tables.targets });
  const inspectors = readInspectors({ table: tables.inspectors, agencies: resolver, today });
  const items = readItems({ table: tables.items, agencies: resolver });
  const recusals = readRecusals({
    table: tables.recusals,
    agencies: resolver,
    inspectorIds: new Set(inspectors.entities.map(({ id }) => id)),
    targetIds: new Set(targets.entities.map(({ id }) => id)),
    grounds,
  });
  const appointments = tables.appointments === undefined ? NO_APPOINTMENTS : readAppointments({ table: tables.appointments, agencies: resolver, inspectors: inspectors.entities, items: items.entities });
  const teams = tables.teams === undefined ? NO_TEAMS : readTeams({ table: tables.teams, agencies: resolver, inspectorIds: new Set(inspectors.entities.map(({ id }) => id)) });
  const same = samePersons({ related: targets.related, inspectors: inspectors.identified });
  const areas = { problems: unknownAreas({ areas: inspectors.areas, targets: targets.entities }) };
  const problems = sortProblems([agencies, targets, inspectors, items, recusals, appointments, teams, same, areas].flatMap((reading) => reading.problems));
  const report = importReport({ problems, hash });
  return {
    agencies: agencies.entities,
    targets: targets.entities,
    inspectors: inspectors.entities,
    names: inspectors.names,
    items: items.entities,
    recusals: merged([...recusals.entities, ...same.recusals]),
    appointments: appointments.entities,
    teams: teams.entities,
    problems,
    report,
    reportDigest: report.problems,
  };
};

/** What was found and somebody had declared on the same ground is one recusal: the declared one, which has its day. */
const merged = (recusals: SnapshotContent['recusals']): SnapshotContent['recusals'] =>
  sortedBy(new Map([...recusals].reverse().map((recusal) => [recusalKey(recusal), recusal])).values(), recusalKey);
