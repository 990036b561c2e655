/** The pairs that hang at a node: a whole row where a graph has no groups. */
import type { PairGraph } from './pair-graph.js';

/** How many. */
export const pairsAt = ({ rowStart, groups }: PairGraph, node: number): number => {
  const start = groups === undefined ? rowStart : groups.pairStart;
  return (start[node + 1] ?? 0) - (start[node] ?? 0);
};

/** The one at a position. */
export const pairAt = ({ rowStart, groups }: PairGraph, node: number, at: number): number =>
  groups === undefined ? (rowStart[node] ?? 0) + at : (groups.nodePair[(groups.pairStart[node] ?? 0) + at] ?? 0);
