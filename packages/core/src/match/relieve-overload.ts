/**
 * Moves shares from overloaded inspectors to those with room (match-spec M5.7).
 * With whole places as the unit this is a maximum flow (M4, M7), with 1/N of a place it is the repair of the odds table.
 */
import { levelsFrom, type Levels } from './levels.js';
import type { ShareTable } from './share-table.js';

/**
 * Relieves as far as it goes: what is overloaded afterwards cannot be relieved by anybody.
 *
 * @returns the number of phases
 */
export const relieveOverload = (table: ShareTable): number => {
  let phases = 0;
  for (;;) {
    const sources = overloaded(table);
    const levels = levelsFrom(table, sources);
    if (!levels.reachesRoom) return phases;
    phases += 1;
    for (const source of sources) relieveOne(table, levels, source);
  }
};

const overloaded = ({ sum, limit }: ShareTable): readonly number[] => {
  const found: number[] = [];
  sum.forEach((units, i) => {
    if (units > (limit[i] ?? 0)) found.push(i);
  });
  return found;
};

const relieveOne = (table: ShareTable, levels: Levels, source: number): void => {
  const { sum, limit } = table;
  while ((sum[source] ?? 0) > (limit[source] ?? 0)) {
    const length = firstPath(table, levels, source);
    if (length === 0) return;
    movePath(table, levels.path, length, source);
  }
};

/** Moves as much as the path bears; its pairs are given up and taken in turn. */
const movePath = ({ graph, full, share, sum, limit }: ShareTable, path: Int32Array, length: number, source: number): void => {
  const end = graph.inspectorOf[path[length - 1] ?? 0] ?? 0;
  let amount = Math.min((sum[source] ?? 0) - (limit[source] ?? 0), (limit[end] ?? 0) - (sum[end] ?? 0));
  for (let step = 0; step < length; step += 1) {
    const units = share[path[step] ?? 0] ?? 0;
    amount = Math.min(amount, step % 2 === 0 ? units : full - units);
  }
  for (let step = 0; step < length; step += 1) {
    const pair = path[step] ?? 0;
    share[pair] = (share[pair] ?? 0) + (step % 2 === 0 ? -amount : amount);
  }
  sum[source] = (sum[source] ?? 0) - amount;
  sum[end] = (sum[end] ?? 0) + amount;
};

/**
 * The first path in depth-first order, as pairs in `levels.path`; its length, or 0 where there is none.
 * Within a phase an arrow once useless stays useless, so every node remembers how far it has looked.
 */
const firstPath = (table: ShareTable, levels: Levels, source: number): number => {
  const { graph, sum, limit } = table;
  const { path, next } = levels;
  let depth = 0;
  let node = graph.targets + source;
  for (;;) {
    const pair = nextPair(table, levels, node);
    if (pair >= 0) {
      path[depth] = pair;
      depth += 1;
      const i = graph.inspectorOf[pair] ?? 0;
      node = node >= graph.targets ? (graph.targetOf[pair] ?? 0) : graph.targets + i;
      if (node >= graph.targets && (sum[i] ?? 0) < (limit[i] ?? 0)) return depth;
    } else {
      if (depth === 0) return 0;
      depth -= 1;
      const back = path[depth] ?? 0;
      node = node >= graph.targets ? (graph.targetOf[back] ?? 0) : graph.targets + (graph.inspectorOf[back] ?? 0);
      next[node] = (next[node] ?? 0) + 1;
    }
  }
};

/** The first pair not yet found useless that leads from a node one level on, or −1. */
const nextPair = ({ graph, full, share }: ShareTable, { level, next }: Levels, node: number): number => {
  const { targets, rowStart, inspectorOf, targetOf, columnStart, columnPair } = graph;
  const wantedLevel = (level[node] ?? 0) + 1;
  const from = next[node] ?? 0;
  if (node < targets) {
    const end = rowStart[node + 1] ?? 0;
    next[node] = end;
    for (let pair = from; pair < end; pair += 1) {
      if ((share[pair] ?? 0) < full && level[targets + (inspectorOf[pair] ?? 0)] === wantedLevel) return (next[node] = pair);
    }
    return -1;
  }
  const end = columnStart[node - targets + 1] ?? 0;
  next[node] = end;
  for (let at = from; at < end; at += 1) {
    const pair = columnPair[at] ?? 0;
    if ((share[pair] ?? 0) <= 0 || level[targetOf[pair] ?? 0] !== wantedLevel) continue;
    next[node] = at;
    return pair;
  }
  return -1;
};
