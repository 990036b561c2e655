/** What a batch asks of every agency before it is sealed: how much it can carry, and who is short (protocol §7). @zh 部门承载力 */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import { bottleneck } from '../match/bottleneck.js';
import { eligibility } from '../match/eligibility.js';
import { feasibility } from '../match/feasibility.js';
import { drawSetting, type DrawSetting } from '../match/draw-setting.js';
import { roundsOfDraw } from '../match/rounds-of-draw.js';
import type { PeopleGroup } from '../plan/composition.js';
import { alwaysFeasible } from './always-feasible.js';
import type { ForecastInput } from './forecast.js';
import { simulatedOrder, simulatedRounds } from './simulated-rounds.js';

export interface AgencyOutlook {
  readonly agency: AgencyCode;
  /** The largest n for which at least 19 of 20 random draws of n targets of this batch can be matched. */
  readonly carries: number;
  /** True where that is every target of the pool. */
  readonly isWholePool: boolean;
  /** Simulated draws of the batch's own size that could not be matched. */
  readonly infeasible: number;
  /** In how many of them a visit more of the person would have helped; the most often first. */
  readonly people: readonly { readonly inspector: InspectorId; readonly times: number }[];
  /** In how many of them people of the group, or with the qualification, were short. */
  readonly groups: readonly { readonly group: PeopleGroup; readonly times: number }[];
}

/** Orders of the pool that are tried, and in how many of them a draw has to be possible. */
const ORDERS = 20;
const POSSIBLE = 19;

/**
 * Of every agency, ascending. `onOrder` is told after each order of the pool, `onDraw` after each simulated draw.
 *
 * A draw of n is the beginning of a random order of the pool. What can be matched stays so with fewer targets, so the
 * largest n of one order is found exactly, by doubling from the batch's own size and then by halving.
 */
export const outlook = (input: ForecastInput & { readonly onOrder?: (done: number, all: number) => void }): readonly AgencyOutlook[] => {
  const setting = drawSetting(input);
  const carried = carriedBy(input, setting);
  const shortOf = shortages(input, setting);
  const pool = input.strata.reduce((sum, stratum) => sum + (stratum.quota > 0 ? stratum.pool : 0), 0);
  return [...setting.rosters.keys()].map((agency) => {
    // Ascending: all but the least of 20 are at least this.
    const carries = [...(carried.get(agency) ?? [])].sort((a, b) => a - b)[ORDERS - POSSIBLE] ?? 0;
    const { infeasible, people, groups } = shortOf(agency);
    return { agency, carries, isWholePool: carries === pool, infeasible, people: mostOften(people).map(([inspector, times]) => ({ inspector, times })), groups: mostOften(groups).map(([group, times]) => ({ group, times })) };
  });
};

const carriedBy = (input: ForecastInput & { readonly onOrder?: (done: number, all: number) => void }, setting: DrawSetting): ReadonlyMap<AgencyCode, readonly number[]> => {
  const carried = new Map<AgencyCode, number[]>([...setting.rosters.keys()].map((agency) => [agency, []]));
  const quota = input.strata.reduce((sum, stratum) => sum + stratum.quota, 0);
  for (let index = 1; index <= ORDERS; index += 1) {
    const order = simulatedOrder(input, index);
    for (const [agency, values] of carried) values.push(largest({ order, quota, isPossible: (targets) => canMatch(setting, agency, targets) }));
    input.onOrder?.(index, ORDERS);
  }
  return carried;
};

const canMatch = (setting: DrawSetting, agency: AgencyCode, targets: readonly TargetId[]): boolean =>
  roundsOfDraw({ ...setting, rosters: new Map([...setting.rosters].filter(([code]) => code === agency)) }, targets).every((round) => feasibility(eligibility(round).instance).ok);

interface LargestInput {
  readonly order: readonly TargetId[];
  readonly quota: number;
  readonly isPossible: (targets: readonly TargetId[]) => boolean;
}

/** The longest beginning of an order that is possible; each shorter one is, too. */
const largest = ({ order, quota, isPossible }: LargestInput): number => {
  const at = (n: number): boolean => isPossible(order.slice(0, n));
  let low = 0;
  let high = Math.min(order.length, Math.max(1, quota));
  while (at(high)) {
    if (high === order.length) return high;
    low = high;
    high = Math.min(order.length, 2 * high);
  }
  // Possible at `low`, not at `high`.
  while (high - low > 1) {
    const middle = (high + low - ((high + low) % 2)) / 2;
    if (at(middle)) low = middle;
    else high = middle;
  }
  return low;
};

interface Counts {
  infeasible: number;
  readonly people: Map<InspectorId, number>;
  readonly groups: Map<PeopleGroup, number>;
}

const shortages = (input: ForecastInput, setting: DrawSetting): ((agency: AgencyCode) => Counts) => {
  const counts = new Map<AgencyCode, Counts>();
  const of = (agency: AgencyCode): Counts => {
    const known = counts.get(agency) ?? { infeasible: 0, people: new Map<InspectorId, number>(), groups: new Map<PeopleGroup, number>() };
    counts.set(agency, known);
    return known;
  };
  const open = new Set([...setting.rosters.keys()].filter((agency) => !alwaysFeasible({ ...input, agency, setting })));
  for (let index = 1; open.size > 0 && index <= input.draws; index += 1) {
    for (const round of simulatedRounds(input, setting, index)) {
      const found = open.has(round.agency) ? bottleneck(round) : undefined;
      if (found === undefined) continue;
      const short = of(round.agency);
      short.infeasible += 1;
      for (const id of found.people) short.people.set(id, (short.people.get(id) ?? 0) + 1);
      for (const group of found.groups) short.groups.set(group, (short.groups.get(group) ?? 0) + 1);
    }
    input.onDraw?.(index);
  }
  return of;
};

/** Equals stay in the order in which they were met. */
const mostOften = <T>(counts: ReadonlyMap<T, number>): readonly (readonly [T, number])[] => [...counts].sort(([, a], [, b]) => b - a);
