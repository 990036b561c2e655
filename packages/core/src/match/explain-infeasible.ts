/** Why an agency's match cannot be done, with names, and what would help (match-spec M7). */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import type { AgencyRound, RosterEntry } from './agency-round.js';
import { type Eligibility, eligibilityBesideCapacity } from './eligibility.js';
import { maximumFlow } from './feasibility.js';
import { minimalShortage } from './minimal-shortage.js';
import { pairGraph } from './pair-graph.js';
import type { Repair } from './repair-kinds.js';
import { repairs } from './repairs.js';
import { type ShortBalance, shortBalance } from './short-balance.js';

/** Bound on trials × pairs for each search: about a second of work. */
const DEFAULT_EFFORT = 100_000_000;

export interface ExplainInput {
  readonly round: AgencyRound;
  /** Persons who could be borrowed (借调), with what they can do; their recusals stand in the round. */
  readonly candidates: readonly RosterEntry[];
  /** Bound on trials × pairs for each search. */
  readonly effort?: number;
}

/** @zh 无法匹配的说明 */
export interface Infeasibility {
  readonly agency: AgencyCode;
  /** Places of the whole match that stay open however one assigns. @zh 缺口 */
  readonly shortage: number;
  /** S: targets that already have too few people among themselves, ascending. */
  readonly targets: readonly { readonly target: TargetId; readonly wanted: number }[];
  /** Places of S that stay open. */
  readonly targetsShortage: number;
  /** False where a bound on the work ended the search for a smaller S. */
  readonly isMinimal: boolean;
  /** Everybody who may take a target of S: visits still possible, and how many targets of S. */
  readonly people: readonly { readonly inspector: InspectorId; readonly capacity: number; readonly targets: number }[];
  /** Need against supply of S, and the rules that are a cause. */
  readonly balance: ShortBalance;
  readonly repairs: readonly Repair[];
}

/**
 * Explains a match that cannot be done.
 *
 * @returns the explanation, or `undefined` where the match is feasible
 * @throws RangeError as `matchAgency` does, and for a candidate who is on the roster already
 */
export const explainInfeasible = ({ round, candidates, effort = DEFAULT_EFFORT }: ExplainInput): Infeasibility | undefined => {
  const setting = eligibilityBesideCapacity(round);
  const graph = pairGraph(setting.instance);
  const flow = maximumFlow(graph, setting.instance);
  if (flow.shortage === 0) return undefined;
  const { targets, shortage: targetsShortage, isMinimal } = minimalShortage({ flow, effort });
  const inSet = new Set(targets);
  const trials = Math.max(1, Math.floor(effort / Math.max(1, graph.pairs)));
  return {
    agency: round.agency,
    shortage: flow.shortage,
    targets: setting.visits.filter((_, e) => inSet.has(e)).map(({ target, people }) => ({ target, wanted: people })),
    targetsShortage,
    isMinimal,
    people: peopleOf(setting, inSet),
    balance: shortBalance({ round, targets: targets.flatMap((e) => setting.visits[e]?.target ?? []) }),
    repairs: repairs({ round, setting, flow, targets, candidates, trials }),
  };
};

const peopleOf = ({ instance, roster }: Eligibility, targets: ReadonlySet<number>): Infeasibility['people'] => {
  const counts = new Int32Array(roster.length);
  for (const i of instance.eligible.filter((_, e) => targets.has(e)).flat()) counts[i] = (counts[i] ?? 0) + 1;
  return roster
    .map(({ id }, i) => ({ inspector: id, capacity: instance.capacity[i] ?? 0, targets: counts[i] ?? 0 }))
    .filter(({ targets }) => targets > 0);
};
