/** What would help a match that cannot be done, each tried on its own by flow (match-spec M7.4). */
import type { InspectorId, TargetId } from '../base/brand.js';
import type { AgencyRound, RosterEntry } from './agency-round.js';
import { type Eligibility, eligibilityBesideCapacity, pairReasons } from './eligibility.js';
import { type Flow, maximumFlow } from './feasibility.js';
import { withoutTargets } from './minimal-shortage.js';
import { canTakeOneMore, openReach } from './open-reach.js';
import { CEILING, pairGraph } from './pair-graph.js';

/** What is changed. @zh 补救措施 */
export type Change =
  /** The person takes one visit more. */
  | { readonly kind: 'capacity'; readonly inspector: InspectorId }
  /** A candidate joins; `undefined` is somebody who could go to every visit. @zh 借调 */
  | { readonly kind: 'borrow'; readonly inspector: InspectorId | undefined }
  /** A recusal is lifted: a person's decision, never the program's. */
  | { readonly kind: 'release'; readonly target: TargetId; readonly inspector: InspectorId }
  /** The target waits. */
  | { readonly kind: 'postpone'; readonly target: TargetId };

export type Repair = Change & {
  /** Places it fills, 1 or more. */
  readonly lowersBy: number;
  /** True where the match is feasible with this change alone. */
  readonly isEnough: boolean;
};

export interface RepairInput {
  readonly round: AgencyRound;
  /** Of `eligibilityBesideCapacity`. */
  readonly setting: Eligibility;
  /** A maximum flow of the setting. */
  readonly flow: Flow;
  /** Indices of the targets of S. */
  readonly targets: readonly number[];
  readonly candidates: readonly RosterEntry[];
  /** Most trials of one kind. */
  readonly trials: number;
}

/** Repairs that change something, in the order capacity, borrow, release, postpone. */
export const repairs = (input: RepairInput): readonly Repair[] => {
  const { shortage } = input.flow;
  const found = [...raised(input), ...borrowed(input), ...released(input), ...postponed(input)];
  return found.filter(([, lowersBy]) => lowersBy > 0).map(([change, lowersBy]) => ({ ...change, lowersBy, isEnough: lowersBy === shortage }));
};

type Trial = readonly [change: Change, lowersBy: number];

/** One more visit of a person helps by one exactly where an open place can be moved to that person. */
const raised = ({ setting, flow, targets, trials }: RepairInput): readonly Trial[] => {
  const reached = openReach(flow);
  const people = new Set(targets.flatMap((e) => setting.instance.eligible[e] ?? []));
  return setting.roster
    .flatMap(({ id }, i): readonly Trial[] => (people.has(i) && reached[flow.graph.nodes + i] === 1 ? [[{ kind: 'capacity', inspector: id }, 1]] : []))
    .slice(0, trials);
};

const borrowed = ({ round, setting, flow, candidates, trials }: RepairInput): readonly Trial[] => {
  if (candidates.length === 0) return [[{ kind: 'borrow', inspector: undefined }, flow.shortage - withAnybody(setting).shortage]];
  return candidates.slice(0, trials).map((person) => {
    const { instance } = eligibilityBesideCapacity({ ...round, roster: [...round.roster, person] });
    return [{ kind: 'borrow', inspector: person.id }, flow.shortage - maximumFlow(pairGraph(instance), instance).shortage];
  });
};

/** One person more, free for every visit. */
const withAnybody = ({ instance, roster }: Eligibility): Flow => {
  const joined = { ...instance, capacity: [...instance.capacity, CEILING - 1], eligible: instance.eligible.map((row) => [...row, roster.length]) };
  return maximumFlow(pairGraph(joined), joined);
};

/** A new pair helps by one exactly where an open place can be moved to the target, as to every one of S, and the person can take one more. */
const released = ({ round, setting, flow, targets, trials }: RepairInput): readonly Trial[] => {
  const short = new Set(targets.flatMap((e) => setting.visits[e]?.target ?? []));
  const indexOf = new Map(setting.roster.map(({ id }, i) => [id, i]));
  const unbarred = { ...round, recusals: [] };
  const known = new Map<number, boolean>();
  return distinctRecusals(round)
    .filter(({ target, inspector }) => short.has(target) && indexOf.has(inspector) && pairReasons(unbarred, { target, inspector }).length === 0)
    .slice(0, trials)
    .map(({ target, inspector }) => {
      const i = indexOf.get(inspector) ?? 0;
      const helps = known.get(i) ?? canTakeOneMore(flow, i);
      known.set(i, helps);
      return [{ kind: 'release', target, inspector }, helps ? 1 : 0];
    });
};

/** A pair may be recused on several grounds; all of them would have to be lifted. */
const distinctRecusals = ({ recusals }: AgencyRound): AgencyRound['recusals'] => [
  ...new Map(recusals.map(({ target, inspector }) => [`${target} ${inspector}`, { target, inspector }])).values(),
];

const postponed = ({ setting, flow, targets, trials }: RepairInput): readonly Trial[] =>
  targets.slice(0, trials).flatMap((e): readonly Trial[] => {
    const target = setting.visits[e]?.target;
    return target === undefined ? [] : [[{ kind: 'postpone', target }, flow.shortage - withoutTargets(flow, [e]).shortage]];
  });
