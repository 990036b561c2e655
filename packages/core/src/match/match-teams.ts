/** The match of a round that goes in teams (match-spec M11.6, M11.7). */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import type { JointVisits } from './joint-match.js';
import { ODDS_BITS, oddsTable, type OddsTable } from './odds.js';
import { roundOdds } from './rounding.js';
import { type Formation, type JointGroup, type MatchTeamsInput, tryFormations } from './try-formations.js';
import { largestTwinDifference } from './twin-difference.js';

const CERTAIN = 1 << ODDS_BITS;

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

/**
 * Tries formations and draws the match of the one that goes.
 *
 * @throws RangeError as {@link tryFormations}
 */
export const matchTeams = (input: MatchTeamsInput): TeamMatch => {
  const { formations, visits, goes } = tryFormations(input);
  if (goes === undefined) return { kind: 'formations-exhausted', formations };
  const table = oddsTable({ flow: goes.flow, bits: ODDS_BITS });
  const stream = input.streams?.(`*#${formations.length - 1}`);
  const assignments = stream === undefined ? undefined : assignmentsOf(visits, formations.at(-1)?.groups ?? [], roundOdds({ table, stream }));
  return { kind: 'matched', formations, odds: describe(visits, table, goes.instance.capacity), assignments };
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
