/** A first assignment that keeps every target's own rules, whoever it overloads (match-spec M4.1, M9.5). */
import { pairAt, pairsAt } from './node-pairs.js';
import type { PairGraph } from './pair-graph.js';
import type { FillBounds } from './row-bounds.js';
import { addToGroups, type ShareTable } from './share-table.js';

/** Fills a target: those with room first. `places` is what its people can fill. */
export const fillTarget = (table: ShareTable, bounds: Pick<FillBounds, 'least' | 'most'>, target: number, places: number): void =>
  fillNode(table, bounds, { node: target, places, turn: target * places });

const fillNode = (table: ShareTable, bounds: Pick<FillBounds, 'least' | 'most'>, { node, places, turn }: Omit<Places, 'onlyWithRoom'>): void => {
  const { graph } = table;
  const children = childrenOf(graph, node);
  // What the groups within must hold, before anybody is chosen.
  const held = children.map((g) => bounds.least[g] ?? 0);
  let left = places - held.reduce((sum, low) => sum + low, 0);
  left = takePlaces(table, { node, places: left, turn, onlyWithRoom: true });
  children.forEach((g, at) => {
    const more = Math.min(left, (bounds.most[g] ?? 0) - (held[at] ?? 0));
    left -= more;
    fillNode(table, bounds, { node: graph.targets + g, places: (held[at] ?? 0) + more, turn });
  });
  takePlaces(table, { node, places: left, turn, onlyWithRoom: false });
};

const childrenOf = ({ groups }: PairGraph, node: number): readonly number[] => (groups === undefined ? NO_GROUPS : [...groups.child.subarray(groups.childStart[node], groups.childStart[node + 1])]);
const NO_GROUPS: readonly number[] = [];

interface Places {
  readonly node: number;
  readonly places: number;
  /** Where to begin, so that not everybody begins with the same people. */
  readonly turn: number;
  readonly onlyWithRoom: boolean;
}

/** Gives places to the people who hang at a node in turn; returns how many are left. */
const takePlaces = (table: ShareTable, { node, places, turn, onlyWithRoom }: Places): number => {
  const { graph, share, sum, limit, groups } = table;
  const length = pairsAt(graph, node);
  let left = places;
  for (let step = 0; step < length && left > 0; step += 1) {
    const pair = pairAt(graph, node, (turn + step) % length);
    const i = graph.inspectorOf[pair] ?? 0;
    if (share[pair] !== 0 || (onlyWithRoom && (sum[i] ?? 0) >= (limit[i] ?? 0))) continue;
    share[pair] = 1;
    sum[i] = (sum[i] ?? 0) + 1;
    if (groups !== undefined) addToGroups(graph, groups.sum, pair, 1);
    left -= 1;
  }
  return left;
};
