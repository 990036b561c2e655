/**
 * Moves shares from overloaded inspectors to those with room (match-spec M5.7, M9.9).
 * With whole places as the unit this is a maximum flow (M4, M7), with 1/N of a place it is the repair of the odds table.
 */
import { arrowAt, arrowsOf, headOf, moveAlong, roomAlong } from './group-arrows.js';
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
    movePath(table, levels, length, source);
  }
};

/** Moves as much as the path bears. */
const movePath = (table: ShareTable, { path, from }: Levels, length: number, source: number): void => {
  const { graph, sum, limit } = table;
  const end = graph.inspectorOf[path[length - 1] ?? 0] ?? 0;
  let amount = Math.min((sum[source] ?? 0) - (limit[source] ?? 0), (limit[end] ?? 0) - (sum[end] ?? 0));
  for (let step = 0; step < length; step += 1) amount = Math.min(amount, roomAlong(table, from[step] ?? 0, path[step] ?? 0));
  for (let step = 0; step < length; step += 1) moveAlong(table, from[step] ?? 0, path[step] ?? 0, amount);
  sum[source] = (sum[source] ?? 0) - amount;
  sum[end] = (sum[end] ?? 0) + amount;
};

/**
 * The first path in depth-first order, as ways in `levels.path`; its length, or 0 where there is none.
 * Within a phase a way once useless stays useless, so every node remembers how far it has looked.
 */
const firstPath = (table: ShareTable, levels: Levels, source: number): number => {
  const { graph, sum, limit } = table;
  const { path, from, next } = levels;
  let depth = 0;
  let node = graph.nodes + source;
  for (;;) {
    const arrow = nextArrow(table, levels, node);
    if (arrow >= 0) {
      path[depth] = arrow;
      from[depth] = node;
      depth += 1;
      node = headOf(graph, node, arrow);
      const i = node - graph.nodes;
      if (i >= 0 && (sum[i] ?? 0) < (limit[i] ?? 0)) return depth;
    } else {
      if (depth === 0) return 0;
      depth -= 1;
      node = from[depth] ?? 0;
      next[node] = (next[node] ?? 0) + 1;
    }
  }
};

/** The first way not yet found useless that leads from a node one level on, or −1. */
const nextArrow = (table: ShareTable, levels: Levels, node: number): number => {
  const { graph, full, share } = table;
  const { level, next } = levels;
  const { nodes, groups, rowStart, inspectorOf, targetOf, columnStart, columnPair } = graph;
  const wantedLevel = (level[node] ?? 0) + 1;
  const start = next[node] ?? 0;
  if (node >= nodes) {
    const nodeOf = groups === undefined ? targetOf : groups.nodeOf;
    const end = columnStart[node - nodes + 1] ?? 0;
    next[node] = end;
    for (let at = start; at < end; at += 1) {
      const pair = columnPair[at] ?? 0;
      if ((share[pair] ?? 0) <= 0 || level[nodeOf[pair] ?? 0] !== wantedLevel) continue;
      next[node] = at;
      return pair;
    }
    return -1;
  }
  if (groups === undefined) {
    const end = rowStart[node + 1] ?? 0;
    next[node] = end;
    for (let pair = start; pair < end; pair += 1) {
      if ((share[pair] ?? 0) < full && level[nodes + (inspectorOf[pair] ?? 0)] === wantedLevel) return (next[node] = pair);
    }
    return -1;
  }
  const end = arrowsOf(graph, node);
  next[node] = end;
  for (let at = start; at < end; at += 1) {
    const arrow = arrowAt(graph, node, at);
    if (level[headOf(graph, node, arrow)] !== wantedLevel || roomAlong(table, node, arrow) <= 0) continue;
    next[node] = at;
    return arrow;
  }
  return -1;
};
