/** Ways from node to node where a graph has groups (match-spec M9.9): a number below `pairs` is a pair, `pairs + g` the way into or out of group g. */
import type { PairGraph } from './pair-graph.js';
import type { ShareTable } from './share-table.js';

const range = (start: Int32Array, node: number): number => (start[node + 1] ?? 0) - (start[node] ?? 0);

/** How many ways lead on from a target or group: its pairs, its child groups, and for a group what is around it. */
export const arrowsOf = ({ targets, groups }: PairGraph, node: number): number =>
  groups === undefined ? 0 : range(groups.pairStart, node) + range(groups.childStart, node) + (node >= targets ? 1 : 0);

/** The way at a position of that order. */
export const arrowAt = ({ targets, pairs, groups }: PairGraph, node: number, at: number): number => {
  if (groups === undefined) return -1;
  const own = range(groups.pairStart, node);
  if (at < own) return groups.nodePair[(groups.pairStart[node] ?? 0) + at] ?? 0;
  const inner = at - own;
  if (inner < range(groups.childStart, node)) return pairs + (groups.child[(groups.childStart[node] ?? 0) + inner] ?? 0);
  return pairs + node - targets;
};

/** Where a way leads from a node. */
export const headOf = ({ targets, nodes, pairs, inspectorOf, targetOf, groups }: PairGraph, node: number, arrow: number): number => {
  if (arrow < pairs) return node >= nodes ? ((groups === undefined ? targetOf : groups.nodeOf)[arrow] ?? 0) : nodes + (inspectorOf[arrow] ?? 0);
  const group = targets + arrow - pairs;
  return node === group ? (groups?.parent[arrow - pairs] ?? 0) : group;
};

/** Units that can be moved along: an inspector gives up, a target or a group takes, a group holds more or does with less. */
export const roomAlong = ({ graph, full, share, groups }: ShareTable, node: number, arrow: number): number => {
  const { targets, nodes, pairs } = graph;
  if (arrow < pairs) return node >= nodes ? (share[arrow] ?? 0) : full - (share[arrow] ?? 0);
  const g = arrow - pairs;
  if (groups === undefined) return 0;
  return node === targets + g ? (groups.sum[g] ?? 0) - (groups.low[g] ?? 0) : (groups.high[g] ?? 0) - (groups.sum[g] ?? 0);
};

/** Moves units along. */
export const moveAlong = ({ graph, share, groups }: ShareTable, node: number, arrow: number, units: number): void => {
  const { targets, nodes, pairs } = graph;
  if (arrow < pairs) {
    share[arrow] = (share[arrow] ?? 0) + (node >= nodes ? -units : units);
    return;
  }
  const g = arrow - pairs;
  if (groups !== undefined) groups.sum[g] = (groups.sum[g] ?? 0) + (node === targets + g ? -units : units);
};
