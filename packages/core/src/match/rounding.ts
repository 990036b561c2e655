/** From the odds table to an assignment by fair coins (match-spec M6, M9.10). */
import type { OddsTable } from './odds.js';
import { type Edges, roundLevel, scratchFor } from './round-level.js';
import type { Stream } from './stream.js';

/** The part of an odds table the rounding looks at. */
export type RoundingTable = Pick<OddsTable, 'graph' | 'bits' | 'chance' | 'sum'>;

/**
 * Draws the assignment.
 *
 * @param stream - fresh; what it has given before changes the result
 * @returns for each target its inspectors, ascending
 */
export const roundOdds = ({ table, stream }: { readonly table: RoundingTable; readonly stream: Stream }): readonly (readonly number[])[] => {
  const { graph, bits } = table;
  const full = 1 << bits;
  const edges = listEdges(table, stream);
  const scratch = scratchFor(edges);
  for (let level = 0; level < bits; level += 1) roundLevel(edges, 1 << level, stream, scratch);
  const chance = table.chance.slice();
  edges.pair.forEach((pair, z) => {
    if (pair >= 0) chance[pair] = edges.units[z] ?? 0;
  });
  return Array.from({ length: graph.targets }, (_, e) => {
    const chosen: number[] = [];
    const end = graph.rowStart[e + 1] ?? 0;
    for (let pair = graph.rowStart[e] ?? 0; pair < end; pair += 1) {
      if (chance[pair] === full) chosen.push(graph.inspectorOf[pair] ?? 0);
    }
    return chosen;
  });
};

const NO_GROUPS = new Int32Array(0);

/** E of M6.1 and M6.2. Each target has a random order of its own: one for all would make the same two people meet too often. */
const listEdges = ({ graph, bits, chance, sum }: RoundingTable, { shuffled }: Stream): Edges => {
  const full = 1 << bits;
  const pairs: number[] = [];
  for (const e of shuffled([...Array(graph.targets).keys()])) {
    const open: number[] = [];
    const end = graph.rowStart[e + 1] ?? 0;
    for (let pair = graph.rowStart[e] ?? 0; pair < end; pair += 1) {
      const units = chance[pair] ?? 0;
      if (units > 0 && units < full) open.push(pair);
    }
    for (const pair of shuffled(open)) pairs.push(pair);
  }
  const broken = shuffled([...Array(graph.inspectors).keys()]).filter((i) => (sum[i] ?? 0) % full > 0);
  const pair = new Int32Array(pairs.length + broken.length).fill(-1);
  pair.set(pairs);
  const inspector = pair.map((p) => graph.inspectorOf[p] ?? 0);
  inspector.set(broken, pairs.length);
  const units = pair.map((p) => chance[p] ?? 0);
  units.set(broken.map((i) => full - ((sum[i] ?? 0) % full)), pairs.length);
  const nodeOf = graph.groups?.nodeOf ?? graph.targetOf;
  return { pair, node: pair.map((p) => nodeOf[p] ?? graph.nodes), inspector, units, nodes: graph.nodes + 1, inspectors: graph.inspectors, targets: graph.targets, parent: graph.groups?.parent ?? NO_GROUPS };
};
