/** How far apart people of equal standing are (match-spec M5.11, M9.11). */
import type { OddsTable } from './odds.js';
import { columnLength, type PairGraph } from './pair-graph.js';

/** The greatest difference, in units of 1/N, at any one target between two inspectors of the same capacity, the same eligible targets and the same groups there. */
export const largestTwinDifference = ({ graph, chance }: Pick<OddsTable, 'graph' | 'chance'>, capacity: readonly number[]): number => {
  let largest = 0;
  for (const twins of twinGroups(graph, capacity)) {
    const [first] = twins;
    const length = columnLength(graph, first ?? 0);
    for (let at = 0; at < length; at += 1) {
      const chances = twins.map((i) => chance[graph.columnPair[(graph.columnStart[i] ?? 0) + at] ?? 0] ?? 0);
      let least = Infinity;
      let most = 0;
      for (const units of chances) {
        if (units < least) least = units;
        if (units > most) most = units;
      }
      largest = Math.max(largest, most - least);
    }
  }
  return largest;
};

/** Groups who may take the same targets as often; most stand alone. Sorting brings twins together. */
const twinGroups = (graph: PairGraph, capacity: readonly number[]): readonly (readonly number[])[] => {
  const groups: number[][] = [];
  const compare = (a: number, b: number): number => (capacity[a] ?? 0) - (capacity[b] ?? 0) || compareColumns(graph, a, b);
  let before = -1;
  for (const i of [...Array(graph.inspectors).keys()].sort(compare)) {
    if (before >= 0 && compare(before, i) === 0) groups.at(-1)?.push(i);
    else groups.push([i]);
    before = i;
  }
  return groups;
};

const compareColumns = (graph: PairGraph, a: number, b: number): number => {
  const length = columnLength(graph, a);
  if (length !== columnLength(graph, b)) return length - columnLength(graph, b);
  // Of two nodes that differ, a target or a group of it, the order does not matter: only twins have the same throughout.
  const nodeOf = graph.groups?.nodeOf ?? graph.targetOf;
  for (let at = 0; at < length; at += 1) {
    const x = nodeOf[graph.columnPair[(graph.columnStart[a] ?? 0) + at] ?? 0] ?? 0;
    const y = nodeOf[graph.columnPair[(graph.columnStart[b] ?? 0) + at] ?? 0] ?? 0;
    if (x !== y) return x - y;
  }
  return 0;
};
