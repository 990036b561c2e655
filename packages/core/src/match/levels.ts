/** Breadth-first levels from several inspectors at once (match-spec M5.7, 1). */
import type { ShareTable } from './share-table.js';

/** Nodes are targets 0 to T − 1, then inspectors T + i. */
export interface Levels {
  /** By node; −1 where it was not reached. */
  readonly level: Int32Array;
  /** True where the last level holds an inspector with room. */
  readonly reachesRoom: boolean;
  /** By node: where to look on in its row or column. */
  readonly next: Int32Array;
  /** Room for the pairs of one path. */
  readonly path: Int32Array;
}

/** Levels up to and including the first one that holds an inspector with room; all that can be reached where none does. */
export const levelsFrom = (table: ShareTable, sources: readonly number[]): Levels => {
  const { graph, sum, limit } = table;
  const { targets, inspectors } = graph;
  const level = new Int32Array(targets + inspectors).fill(-1);
  const queue = new Int32Array(targets + inspectors);
  let filled = 0;
  let last = targets + inspectors;
  const reach = (node: number, at: number): void => {
    if ((level[node] ?? 0) >= 0) return;
    level[node] = at;
    queue[filled] = node;
    filled += 1;
    const i = node - targets;
    if (i >= 0 && (sum[i] ?? 0) < (limit[i] ?? 0)) last = at;
  };
  for (const source of sources) reach(targets + source, 0);
  for (let head = 0; head < filled; head += 1) {
    const node = queue[head] ?? 0;
    const at = (level[node] ?? 0) + 1;
    if (at > last) break;
    forEachArrow(table, node, (to) => reach(to, at));
  }
  const next = new Int32Array(targets + inspectors);
  next.set(graph.rowStart.subarray(0, targets));
  next.set(graph.columnStart.subarray(0, inspectors), targets);
  return { level, reachesRoom: last < targets + inspectors, next, path: new Int32Array(targets + inspectors) };
};

/** Every node an arrow leads to: from a target to inspectors who could take more of it, from an inspector to targets that could be given up. */
export const forEachArrow = ({ graph, full, share }: ShareTable, node: number, visit: (to: number) => void): void => {
  const { targets, rowStart, inspectorOf, targetOf, columnStart, columnPair } = graph;
  if (node < targets) {
    const end = rowStart[node + 1] ?? 0;
    for (let pair = rowStart[node] ?? 0; pair < end; pair += 1) {
      if ((share[pair] ?? 0) < full) visit(targets + (inspectorOf[pair] ?? 0));
    }
    return;
  }
  const end = columnStart[node - targets + 1] ?? 0;
  for (let at = columnStart[node - targets] ?? 0; at < end; at += 1) {
    const pair = columnPair[at] ?? 0;
    if ((share[pair] ?? 0) > 0) visit(targetOf[pair] ?? 0);
  }
};
