/** What would help a match that cannot be done, each tried on its own by flow (match-spec M7.4). */
import type { AgencyRound, RosterEntry } from './agency-round.js';
import { canGoLower, changedRound, joinsRules } from './changed-round.js';
import { type Eligibility, eligibilityBesideCapacity } from './eligibility.js';
import { type Flow, maximumFlow } from './feasibility.js';
import { withoutTargets } from './minimal-shortage.js';
import { canTakeOneMore, openReach } from './open-reach.js';
import { CEILING, pairGraph } from './pair-graph.js';
import { releasableRecusals } from './releasable.js';
import type { Change, Repair } from './repair-kinds.js';
import { unnamedPersons, withUnnamed } from './unnamed-person.js';

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

/** Repairs that change something, in the order capacity, borrow, release, lower, postpone. */
export const repairs = (input: RepairInput): readonly Repair[] => {
  const { shortage } = input.flow;
  const found = [...raised(input), ...borrowed(input), ...released(input), ...lowered(input), ...postponed(input)];
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
  if (candidates.length === 0) return [mostHelpful(setting, flow)];
  return candidates.filter((person) => joinsRules(round, person)).slice(0, trials)
    .map((person) => [{ kind: 'borrow', inspector: person.id }, flow.shortage - shortageOf({ ...round, roster: [...round.roster, person] })]);
};

/** One person more, free for every visit, of the group that helps most (M7.4). */
const mostHelpful = (setting: Eligibility, { shortage }: Flow): Trial => {
  const trials = unnamedPersons(setting).map(({ group, like }): Trial => {
    const instance = withUnnamed({ setting, persons: [{ group, like }], capacities: [CEILING - 1] });
    return [{ kind: 'borrow', inspector: undefined, group }, shortage - maximumFlow(pairGraph(instance), instance).shortage];
  });
  return trials.reduce((best, trial) => (trial[1] > best[1] ? trial : best));
};

/** What stays open of a round, people without capacity being in the rows. */
const shortageOf = (round: AgencyRound): number => {
  const { instance } = eligibilityBesideCapacity(round);
  return maximumFlow(pairGraph(instance), instance).shortage;
};

/**
 * Without rules a new pair helps by one exactly where an open place can be moved to the target, as to every one of S, and the
 * person can take one more. With rules it depends on the groups as well, and is tried by flow.
 */
const released = ({ round, setting, flow, targets, trials }: RepairInput): readonly Trial[] => {
  const short = new Set(targets.flatMap((e) => setting.visits[e]?.target ?? []));
  const indexOf = new Map(setting.roster.map(({ id }, i) => [id, i]));
  const canTake = new Map<number, boolean>();
  return releasableRecusals(round).filter(({ target }) => short.has(target)).slice(0, trials).map((pair) => {
    const i = indexOf.get(pair.inspector) ?? 0;
    const change = { kind: 'release', ...pair } as const;
    if (flow.graph.groups !== undefined) return [change, flow.shortage - shortageOf(changedRound({ round, change }))];
    const helps = canTake.get(i) ?? canTakeOneMore(flow, i);
    canTake.set(i, helps);
    return [change, helps ? 1 : 0];
  });
};

const lowered = ({ round, setting, flow, targets, trials }: RepairInput): readonly Trial[] =>
  targets.flatMap((e) => setting.visits[e] ?? []).filter(canGoLower).slice(0, trials)
    .map(({ target }) => [{ kind: 'lower', target }, flow.shortage - shortageOf(changedRound({ round, change: { kind: 'lower', target } }))]);

const postponed = ({ setting, flow, targets, trials }: RepairInput): readonly Trial[] =>
  targets.slice(0, trials).flatMap((e): readonly Trial[] => {
    const target = setting.visits[e]?.target;
    return target === undefined ? [] : [[{ kind: 'postpone', target }, flow.shortage - withoutTargets(flow, [e]).shortage]];
  });
