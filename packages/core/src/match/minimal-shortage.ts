/** A smallest set of targets that cannot be filled (match-spec M7.2), by a deletion filter on the maximum flow. */
import { type Flow, relieved } from './feasibility.js';
import { openReach } from './open-reach.js';
import type { PairGraph } from './pair-graph.js';

export interface ShortSet {
  /** Indices, ascending. */
  readonly targets: readonly number[];
  /** Places of these targets that stay open, 1 or more. */
  readonly shortage: number;
  /** False where the work ran out first: the set is short, but a smaller one may be, too. */
  readonly isMinimal: boolean;
}

/**
 * A set of targets that is short, and fillable without any one of its targets.
 *
 * Targets that no open place can be moved to are out at once: their people are not the ones missing.
 * A single open place can be moved to every target left, so then each is needed and the search ends.
 *
 * @param flow - a maximum flow that leaves a shortage
 * @param effort - bound on trials × pairs
 */
export const minimalShortage = ({ flow, effort }: { readonly flow: Flow; readonly effort: number }): ShortSet => {
  const whole = reachedTargets(flow);
  let current: { readonly flow: Flow; readonly targets: ReadonlySet<number> } = { flow, targets: new Set(whole) };
  let left = effort;
  for (const e of whole) {
    if (current.flow.shortage === 1) break;
    if (!current.targets.has(e)) continue;
    left -= flow.graph.pairs;
    if (left < 0) return shortSet(current, false);
    const trial = withoutTargets(current.flow, [e]);
    if (trial.shortage > 0) current = { flow: trial, targets: new Set(reachedTargets(trial)) };
  }
  return shortSet(current, true);
};

const shortSet = ({ flow, targets }: { readonly flow: Flow; readonly targets: ReadonlySet<number> }, isMinimal: boolean): ShortSet => ({
  targets: [...targets],
  shortage: flow.shortage,
  isMinimal,
});

/** A maximum flow of the same instance without some targets. */
export const withoutTargets = (flow: Flow, targets: readonly number[]): Flow => {
  const { graph } = flow;
  const share = flow.share.slice();
  const sum = flow.sum.slice();
  const wanted = flow.wanted.slice();
  const missing = flow.missing.slice();
  const groups = flow.groups && { sum: flow.groups.sum.slice(), low: flow.groups.low.slice(), high: flow.groups.high.slice() };
  for (const e of targets) {
    wanted[e] = 0;
    for (const node of nodesOf(graph, e)) {
      missing[node] = 0;
      if (groups !== undefined && node >= graph.targets) for (const bound of [groups.sum, groups.low, groups.high]) bound[node - graph.targets] = 0;
    }
    const end = graph.rowStart[e + 1] ?? 0;
    for (let pair = graph.rowStart[e] ?? 0; pair < end; pair += 1) {
      const i = graph.inspectorOf[pair] ?? 0;
      sum[i] = (sum[i] ?? 0) - (share[pair] ?? 0);
      share[pair] = 0;
    }
  }
  return relieved({ ...flow, share, sum, wanted, missing, groups });
};

/** The targets an open place can be moved to, ascending. With fewer targets they only become fewer. */
const reachedTargets = (flow: Flow): readonly number[] => {
  const reached = openReach(flow);
  return [...Array(flow.graph.targets).keys()].filter((e) => nodesOf(flow.graph, e).some((node) => reached[node] === 1));
};

/** A target and its groups. */
const nodesOf = ({ targets, groups }: PairGraph, target: number): readonly number[] => {
  const start = groups?.start[target] ?? 0;
  return [target, ...Array.from({ length: (groups?.start[target + 1] ?? 0) - start }, (_, at) => targets + start + at)];
};
