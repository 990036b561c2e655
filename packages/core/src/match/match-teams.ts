/** The match of a round that goes in teams: formations are tried until one can be matched (match-spec M11.3–M11.7). */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import type { AgencyRound } from './agency-round.js';
import { checkFormed, fixedTeams, formTeams, type TeamMembers } from './formation.js';
import { jointOdds, type JointVisits, jointVisits } from './joint-match.js';
import { ODDS_BITS, type OddsTable } from './odds.js';
import { roundOdds } from './rounding.js';
import type { FormationStream, Stream } from './stream.js';
import type { TeamMode } from './team-mode.js';
import { teamCount, teamPeople } from './team-people.js';
import { largestTwinDifference } from './twin-difference.js';

const CERTAIN = 1 << ODDS_BITS;

/** Joint group k is the kth of a formation, from 1. @zh 联合检查组 */
export interface JointGroup {
  /** Of a fixed one. */
  readonly name?: string | undefined;
  /** Of all agencies, ascending. */
  readonly inspectors: TeamMembers;
}

/** One way to form the teams. @zh 编组 */
export interface Formation {
  readonly groups: readonly JointGroup[];
  /** Targets that stay without a group however one assigns; 0 of the formation that goes. */
  readonly shortage: number;
}

/** Chances of groups at one target, in units of 1/65536, ascending by group. */
export interface TeamOddsRow {
  readonly target: TargetId;
  readonly odds: readonly (readonly [number, number])[];
}

/** The odds of the formation that goes, which depend on no further seed. */
export interface TeamOdds {
  readonly rows: readonly TeamOddsRow[];
  readonly noChoice: readonly { readonly target: TargetId; readonly group: number }[];
  readonly largestDifference: number;
  readonly iterations: number;
  readonly repairPhases: number;
}

/** Who goes where for one agency. */
export interface TeamAssignment {
  readonly agency: AgencyCode;
  readonly target: TargetId;
  readonly inspectors: readonly InspectorId[];
}

export type TeamMatch =
  /** The last of `formations` goes. `assignments` where the streams were there. */
  | { readonly kind: 'matched'; readonly formations: readonly Formation[]; readonly odds: TeamOdds; readonly assignments: readonly TeamAssignment[] | undefined }
  /** None of those tried can be matched, which is no proof that none can (M11.6). */
  | { readonly kind: 'formations-exhausted'; readonly formations: readonly Formation[] };

export interface MatchTeamsInput {
  readonly rounds: readonly AgencyRound[];
  readonly mode: TeamMode;
  /** Fresh streams by name. Without them nobody is assigned, and random teams have to be `formed` already. */
  readonly streams?: ((name: FormationStream) => Stream) | undefined;
  /** Teams as a record has them, formation by formation; only looked at where there are no streams. */
  readonly formed?: readonly (readonly TeamMembers[])[] | undefined;
}

/**
 * Tries formation after formation.
 *
 * @throws RangeError where random teams are neither formed nor can be, or formed otherwise than M11.3 allows
 */
export const matchTeams = (input: MatchTeamsInput): TeamMatch => {
  const visits = jointVisits(input.rounds);
  const { count, groupsOf } = formationsOf(input);
  const formations: Formation[] = [];
  for (let f = 0; f < count; f += 1) {
    const groups = groupsOf(f);
    const prepared = jointOdds(visits, groups.map(({ inspectors }) => inspectors));
    formations.push({ groups, shortage: prepared.ok ? 0 : prepared.error.shortage });
    if (!prepared.ok) continue;
    const { table, instance: { capacity } } = prepared.value;
    const stream = input.streams?.(`*#${f}`);
    return { kind: 'matched', formations, odds: describe(visits, table, capacity), assignments: stream === undefined ? undefined : assignmentsOf(visits, groups, roundOdds({ table, stream })) };
  }
  return { kind: 'formations-exhausted', formations };
};

interface Formations {
  readonly count: number;
  readonly groupsOf: (f: number) => readonly JointGroup[];
}

/** Fixed teams, and no teams at all, are the same in every formation, so one is enough. */
const formationsOf = ({ rounds, mode, streams, formed }: MatchTeamsInput): Formations => {
  const agencies = teamPeople(rounds);
  if (mode.kind === 'fixed') return { count: 1, groupsOf: () => fixedTeams(agencies, mode.teams) };
  const { size } = mode;
  const teams = teamCount(agencies, size);
  const dealt = (f: number): readonly TeamMembers[] => {
    if (streams === undefined) return checkFormed({ agencies, size, teams, formed: formed?.[f] });
    const parts = agencies.map((agency) => formTeams({ agency, size, teams, stream: streams(`${agency.agency}#${f}`) }));
    return Array.from({ length: teams }, (_, k) => sortedBy(parts.flatMap((part) => part[k] ?? []), (id) => id));
  };
  return { count: teams === 0 ? 1 : mode.formations, groupsOf: (f) => dealt(f).map((inspectors) => ({ inspectors })) };
};

const describe = ({ targets }: JointVisits, { graph, chance, iterations, repairPhases }: OddsTable, capacity: readonly number[]): TeamOdds => {
  const rows = targets.map((target, e) => ({
    target,
    odds: Array.from({ length: (graph.rowStart[e + 1] ?? 0) - (graph.rowStart[e] ?? 0) }, (_, at) => {
      const pair = (graph.rowStart[e] ?? 0) + at;
      return [(graph.inspectorOf[pair] ?? 0) + 1, chance[pair] ?? 0] as const;
    }),
  }));
  return {
    rows,
    noChoice: rows.flatMap(({ target, odds }) => odds.flatMap(([group, units]) => (units === CERTAIN ? [{ target, group }] : []))),
    largestDifference: largestTwinDifference({ graph, chance }, capacity),
    iterations,
    repairPhases,
  };
};

/** At a target all people of its group whose agency has a place there go (M11.7). */
const assignmentsOf = ({ targets, needs, rosters }: JointVisits, groups: readonly JointGroup[], assigned: readonly (readonly number[])[]): readonly TeamAssignment[] =>
  [...rosters].flatMap(([agency, roster]) =>
    targets.flatMap((target, e): readonly TeamAssignment[] => {
      if (needs.get(target)?.every((need) => need.agency !== agency) ?? true) return [];
      const { inspectors = [] } = groups[assigned[e]?.[0] ?? -1] ?? {};
      return [{ agency, target, inspectors: inspectors.filter((id) => roster.has(id)) }];
    }));
