/** Shares of pairs and their sums by inspector. */
import type { PairGraph } from './pair-graph.js';

/** Shares of pairs in some unit; the arrays are worked on in place. Sums and limits stay below 2^53. */
export interface ShareTable {
  readonly graph: PairGraph;
  /** A whole place in units: the most a pair can have. */
  readonly full: number;
  /** By pair, 0 to `full`. */
  readonly share: Float64Array;
  /** By inspector: what the shares add up to. */
  readonly sum: Float64Array;
  /** By inspector: what they may add up to. */
  readonly limit: Float64Array;
  /** Exactly where the graph has groups. */
  readonly groups?: GroupShares | undefined;
}

/** What the shares of each group add up to, forced ones included, and from where to where they may. */
export interface GroupShares {
  readonly sum: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Adds units to the group a pair hangs at and to every group around it. */
export const addToGroups = ({ targets, groups }: PairGraph, sums: Float64Array, pair: number, units: number): void => {
  if (groups === undefined) return;
  for (let g = (groups.nodeOf[pair] ?? 0) - targets; g >= 0; g = (groups.parent[g] ?? 0) - targets) sums[g] = (sums[g] ?? 0) + units;
};

/** Units by which inspectors stand above their limits, in all. */
export const overloadOf = ({ sum, limit }: ShareTable): number => {
  let total = 0;
  sum.forEach((units, i) => {
    total += Math.max(0, units - (limit[i] ?? 0));
  });
  return total;
};
