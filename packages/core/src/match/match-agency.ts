/** One agency's match of one round: the odds, and the assignment drawn from them (match-spec M1–M6). */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import { err, ok, type Result } from '../base/result.js';
import type { AgencyRound, BarredPair } from './agency-round.js';
import { type Eligibility, eligibility } from './eligibility.js';
import { feasibility } from './feasibility.js';
import { ODDS_BITS, oddsTable, type OddsTable } from './odds.js';
import { roundOdds } from './rounding.js';
import type { Stream } from './stream.js';
import { largestTwinDifference } from './twin-difference.js';

/** Chance 1 in units. */
const CERTAIN = 1 << ODDS_BITS;

/** Who goes to one visit, ascending. @zh 派发 */
export interface VisitAssignment {
  readonly target: TargetId;
  readonly inspectors: readonly InspectorId[];
}

/** Chances at one visit, in units of 1/65536; who is not listed has none. @zh 概率行 */
export interface OddsRow {
  readonly target: TargetId;
  readonly wanted: number;
  readonly inspectors: readonly InspectorId[];
  readonly chances: readonly number[];
}

/** The odds of one agency, which depend on no seed. */
export interface AgencyOdds {
  readonly agency: AgencyCode;
  readonly rows: readonly OddsRow[];
  /** Pairs of chance 1 (无选择余地). */
  readonly withoutChoice: readonly BarredPair[];
  /** Units of 1/65536 (M5.11). */
  readonly largestDifference: number;
  readonly iterations: number;
  readonly repairPhases: number;
  readonly forcedPairs: number;
}

export interface AgencyMatch {
  readonly odds: AgencyOdds;
  readonly assignment: readonly VisitAssignment[];
}

/** Not everybody needed is there; `explainInfeasible` says more. */
export interface AgencyShortage {
  readonly agency: AgencyCode;
  /** Places that stay open however one assigns. */
  readonly shortage: number;
}

export interface MatchInput {
  readonly round: AgencyRound;
  /** Fresh, from `inspectorStream` with the round's key and this agency. */
  readonly stream: Stream;
}

/**
 * Draws the inspectors of one agency.
 *
 * @returns the odds and the assignment, or the shortage: then nothing is assigned (M4.1)
 * @throws RangeError for an id that stands twice, or a number outside M1.5
 */
export const matchAgency = ({ round, stream }: MatchInput): Result<AgencyMatch, AgencyShortage> => {
  const prepared = prepare(round);
  if (!prepared.ok) return prepared;
  const { setting, table } = prepared.value;
  const assigned = roundOdds({ table, stream });
  const assignment = setting.visits.map(({ target }, e) => ({ target, inspectors: idsOf(setting, assigned[e] ?? []) }));
  return ok({ odds: describe(round.agency, setting, table), assignment });
};

/** The odds alone, as they can be stated before the seed of the inspectors is known. */
export const agencyOdds = (round: AgencyRound): Result<AgencyOdds, AgencyShortage> => {
  const prepared = prepare(round);
  return prepared.ok ? ok(describe(round.agency, prepared.value.setting, prepared.value.table)) : prepared;
};

const prepare = (round: AgencyRound): Result<{ readonly setting: Eligibility; readonly table: OddsTable }, AgencyShortage> => {
  const setting = eligibility(round);
  const flow = feasibility(setting.instance);
  if (!flow.ok) return err({ agency: round.agency, shortage: flow.error.shortage });
  return ok({ setting, table: oddsTable({ flow: flow.value, bits: ODDS_BITS }) });
};

const describe = (agency: AgencyCode, setting: Eligibility, table: OddsTable): AgencyOdds => {
  const { graph, chance, iterations, repairPhases, forcedPairs } = table;
  const rows = setting.visits.map(({ target, people }, e) => ({
    target,
    wanted: people,
    inspectors: idsOf(setting, setting.instance.eligible[e] ?? []),
    chances: [...chance.subarray(graph.rowStart[e], graph.rowStart[e + 1])],
  }));
  return {
    agency,
    rows,
    withoutChoice: rows.flatMap(({ target, inspectors, chances }) => inspectors.filter((_, at) => chances[at] === CERTAIN).map((inspector) => ({ target, inspector }))),
    largestDifference: largestTwinDifference(table, setting.instance.capacity),
    iterations,
    repairPhases,
    forcedPairs,
  };
};

const idsOf = ({ roster }: Eligibility, indices: readonly number[]): readonly InspectorId[] =>
  indices.map((i) => {
    const person = roster[i];
    if (person === undefined) throw new RangeError(`idsOf: index ${i} is outside the roster of ${roster.length}`);
    return person.id;
  });
