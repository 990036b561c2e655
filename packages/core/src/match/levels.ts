/** Breadth-first levels from several inspectors at once (match-spec M5.7, 1). */
import { arrowAt, arrowsOf, headOf, roomAlong } from './group-arrows.js';
import type { ShareTable } from './share-table.js';

/** Nodes are those of the graph. */
export interface Levels {
  /** By node; −1 where it was not reached. */
  readonly level: Int32Array;
  /** True where the last level holds an inspector with room. */
  readonly reachesRoom: boolean;
  /** By node: where to look on among its arrows. */
  readonly next: Int32Array;
  /** Room for the arrows of one path, and for the nodes they leave from. */
  readonly path: Int32Array;
  readonly from: Int32Array;
}

/** Levels up to and including the first one that holds an inspector with room; all that can be reached where none does. */
export const levelsFrom = (table: ShareTable, sources: readonly number[]): Levels => {
  const { graph, sum, limit } = table;
  const { targets, nodes, inspectors } = graph;
  const size = nodes + inspectors;
  const level = new Int32Array(size).fill(-1);
  const queue = new Int32Array(size);
  let filled = 0;
  let last = size;
  const reach = (node: number, at: number): void => {
    if ((level[node] ?? 0) >= 0) return;
    level[node] = at;
    queue[filled] = node;
    filled += 1;
    const i = node - nodes;
    if (i >= 0 && (sum[i] ?? 0) < (limit[i] ?? 0)) last = at;
  };
  for (const source of sources) reach(nodes + source, 0);
  for (let head = 0; head < filled; head += 1) {
    const node = queue[head] ?? 0;
    const at = (level[node] ?? 0) + 1;
    if (at > last) break;
    forEachArrow(table, node, (to) => reach(to, at));
  }
  const next = new Int32Array(size);
  if (graph.groups === undefined) next.set(graph.rowStart.subarray(0, targets));
  next.set(graph.columnStart.subarray(0, inspectors), nodes);
  return { level, reachesRoom: last < size, next, path: new Int32Array(size), from: new Int32Array(size) };
};

/**
 * Every node an arrow leads to: from an inspector to targets or groups that could be given up, from these to inspectors who
 * could take more, to groups within that may hold more, and to what is around a group that may do with less (M9.9).
 */
export const forEachArrow = (table: ShareTable, node: number, visit: (to: number) => void): void => {
  const { graph, full, share } = table;
  const { nodes, groups, rowStart, inspectorOf, targetOf, columnStart, columnPair } = graph;
  if (node >= nodes) {
    const nodeOf = groups === undefined ? targetOf : groups.nodeOf;
    const end = columnStart[node - nodes + 1] ?? 0;
    for (let at = columnStart[node - nodes] ?? 0; at < end; at += 1) {
      const pair = columnPair[at] ?? 0;
      if ((share[pair] ?? 0) > 0) visit(nodeOf[pair] ?? 0);
    }
    return;
  }
  if (groups === undefined) {
    const end = rowStart[node + 1] ?? 0;
    for (let pair = rowStart[node] ?? 0; pair < end; pair += 1) {
      if ((share[pair] ?? 0) < full) visit(nodes + (inspectorOf[pair] ?? 0));
    }
    return;
  }
  const arrows = arrowsOf(graph, node);
  for (let at = 0; at < arrows; at += 1) {
    const arrow = arrowAt(graph, node, at);
    if (roomAlong(table, node, arrow) > 0) visit(headOf(graph, node, arrow));
  }
};
