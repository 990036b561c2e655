/** What together makes a match feasible, the cheapest first (match-spec M7.5). */
import type { InspectorId } from '../base/brand.js';
import type { PeopleGroup } from '../plan/composition.js';
import type { AgencyRound, RosterEntry } from './agency-round.js';
import { changedRound } from './changed-round.js';
import { eligibilityBesideCapacity } from './eligibility.js';
import { type Flow, maximumFlow } from './feasibility.js';
import { CEILING, type Instance, pairGraph } from './pair-graph.js';
import { raiseEvenly } from './raise-evenly.js';
import { type Change, REPAIR_KINDS, type RepairKind } from './repair-kinds.js';
import { structuralChanges } from './structural-changes.js';
import { type UnnamedPerson, withUnnamed } from './unnamed-person.js';

/** A change of a combination, with how often a person has to go. @zh 组合措施 */
export type CombinedChange =
  /** The person takes so many visits more. */
  | { readonly kind: 'capacity'; readonly inspector: InspectorId; readonly visits: number }
  /** A candidate joins with the capacity given; somebody unnamed with so many visits. */
  | { readonly kind: 'borrow'; readonly inspector: InspectorId | undefined; readonly group?: PeopleGroup | undefined; readonly visits: number }
  | Exclude<Change, { readonly kind: 'capacity' | 'borrow' }>;

export interface Combination {
  readonly changes: readonly CombinedChange[];
  /** True where no combination is cheaper (M7.5); otherwise each change is needed, and that is all that is claimed. */
  readonly isCheapest: boolean;
}

export interface CombinationInput {
  readonly round: AgencyRound;
  readonly candidates: readonly RosterEntry[];
  /** What may be changed, cheapest first. */
  readonly kinds?: readonly RepairKind[];
  /** Bound on trials × pairs. */
  readonly effort: number;
}

/**
 * A combination that makes the match feasible: nothing where it is, `undefined` where a bound on the work was reached first.
 * Capacities alone are found exactly; where they are not enough, the other changes are chosen one by one and those not needed dropped.
 */
export const combination = ({ round, candidates, kinds = REPAIR_KINDS, effort }: CombinationInput): Combination | undefined => {
  const chosen = structuralChanges({ round, candidates, kinds, effort });
  if (chosen === undefined) return undefined;
  const { changes, unnamed } = chosen;
  const changed = changes.reduce((before, change) => changedRound({ round: before, change, candidates }), round);
  const lent = new Set<string>(candidates.map(({ id }) => id));
  const raised = raisedVisits({ round: changed, lent, unnamed, effort });
  if (raised === undefined) return undefined;
  const { own, borrowed } = raised;
  const capacityOf = new Map(candidates.map(({ id, capacity }) => [id, capacity]));
  const named = changes.flatMap((change): readonly CombinedChange[] => {
    if (change.kind === 'capacity') return [];
    return change.kind === 'borrow' ? [{ ...change, visits: (change.inspector && capacityOf.get(change.inspector)) ?? 0 }] : [change];
  });
  const anybody = unnamed.map(({ group }, at): CombinedChange => ({ kind: 'borrow', inspector: undefined, group, visits: borrowed[at] ?? 0 }));
  const all = [...own, ...anybody, ...named];
  return { changes: REPAIR_KINDS.flatMap((kind) => all.filter((change) => change.kind === kind)), isCheapest: changes.length === 0 && unnamed.length === 0 };
};

interface RaisedInput {
  readonly round: AgencyRound;
  /** Candidates, who do what they came for. */
  readonly lent: ReadonlySet<string>;
  readonly unnamed: readonly UnnamedPerson[];
  readonly effort: number;
}

interface Raised {
  readonly own: readonly CombinedChange[];
  /** By unnamed person: visits. */
  readonly borrowed: readonly number[];
}

/**
 * The fewest visits more that fill every place. Somebody borrowed comes for as many as the busiest of the agency has before
 * anybody is asked for more; whoever is to make no visit at all (每批次上限 0) is asked last.
 */
const raisedVisits = ({ round, lent, unnamed, effort }: RaisedInput): Raised | undefined => {
  const setting = eligibilityBesideCapacity(round);
  const flow = flowOf(withUnnamed({ setting, persons: unnamed, capacities: unnamed.map(() => 0) }));
  const usual = Math.max(1, ...setting.instance.capacity);
  const levels = [...setting.roster.map(({ id, capacity }) => (lent.has(id) ? Infinity : capacity === 0 ? CEILING : 0)), ...unnamed.map(() => -usual)];
  const more = raiseEvenly({ flow, levels, effort });
  if (more === undefined) return undefined;
  return {
    own: setting.roster.flatMap(({ id }, i) => ((more[i] ?? 0) > 0 ? [{ kind: 'capacity', inspector: id, visits: more[i] ?? 0 } as const] : [])),
    borrowed: unnamed.map((_, at) => more[setting.roster.length + at] ?? 0),
  };
};

const flowOf = (instance: Instance): Flow => maximumFlow(pairGraph(instance), instance);
