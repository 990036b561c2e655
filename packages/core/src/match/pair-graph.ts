/** Who may take what, as flat arrays: pairs in the order of targets, then inspectors, and the same pairs by inspector. */
import { bucketed, type GroupNodes, groupNodes, withPairs } from './group-nodes.js';
import type { RowGroups } from './group-tree.js';

/** One agency's match in indices (match-spec M1): targets and inspectors ascending by id. */
export interface Instance {
  /** r_e: places wanted at each target, 0 to 8191. */
  readonly wanted: readonly number[];
  /** c_i: visits each inspector can still take, 0 to 8191. */
  readonly capacity: readonly number[];
  /** For each target its eligible inspectors, ascending. */
  readonly eligible: readonly (readonly number[])[];
  /** For each target its rules on who goes together, `undefined` for none; absent where no target has any (M9). */
  readonly groups?: readonly (RowGroups | undefined)[] | undefined;
}

/**
 * A pair is a number; the pairs of target e are `rowStart[e]` to `rowStart[e + 1] − 1`.
 * Nodes of a search are the targets, then the groups of M9, then the inspectors from `nodes` on.
 */
export interface PairGraph {
  readonly targets: number;
  /** Targets and groups. */
  readonly nodes: number;
  readonly groups: GroupNodes | undefined;
  readonly inspectors: number;
  readonly pairs: number;
  readonly rowStart: Int32Array;
  readonly inspectorOf: Int32Array;
  readonly targetOf: Int32Array;
  /** The pairs of inspector i, ascending by target: `columnPair[columnStart[i]]` and on. */
  readonly columnStart: Int32Array;
  readonly columnPair: Int32Array;
}

/** How many targets an inspector may take. */
export const columnLength = ({ columnStart }: PairGraph, inspector: number): number => (columnStart[inspector + 1] ?? 0) - (columnStart[inspector] ?? 0);

/** Capacities, places and rows stay below this, so that every product stays below 2^53 (M1.5, M5.9). */
export const CEILING = 8192;

/**
 * Checks an instance against M1.5 and M2.3.
 *
 * @throws RangeError naming `wanted`, `capacity` or `eligible`
 */
export const checkInstance = ({ wanted, capacity, eligible, groups }: Instance): void => {
  checkCounts('wanted', wanted);
  checkCounts('capacity', capacity);
  if (eligible.length !== wanted.length) throw new RangeError(`eligible: ${eligible.length} rows for ${wanted.length} targets`);
  eligible.forEach((row, e) => {
    if (row.length >= CEILING) throw new RangeError(`eligible: row ${e} has ${row.length} inspectors, ${CEILING} or more`);
    let before = -1;
    for (const i of row) {
      if (!Number.isInteger(i) || i <= before || i >= capacity.length) throw new RangeError(`eligible: row ${e} is not ascending below ${capacity.length} at ${i}`);
      before = i;
    }
  });
  if (groups !== undefined && groups.length !== wanted.length) throw new RangeError(`groups: ${groups.length} rows for ${wanted.length} targets`);
  groups?.forEach((row) => {
    checkCounts('groups', [...(row?.low ?? []), ...(row?.high ?? [])]);
  });
};

const checkCounts = (name: string, counts: readonly number[]): void => {
  counts.forEach((count, index) => {
    if (!Number.isInteger(count) || count < 0 || count >= CEILING) throw new RangeError(`${name}: ${count} at ${index} is not an integer from 0 to ${CEILING - 1}`);
  });
};

/** Graph of an instance, checked. */
export const pairGraph = (instance: Instance): PairGraph => {
  checkInstance(instance);
  const { eligible, capacity, groups } = instance;
  const rowStart = new Int32Array(eligible.length + 1);
  eligible.forEach((row, e) => {
    rowStart[e + 1] = (rowStart[e] ?? 0) + row.length;
  });
  const inspectorOf = new Int32Array(rowStart[eligible.length] ?? 0);
  eligible.forEach((row, e) => inspectorOf.set(row, rowStart[e] ?? 0));
  const plain = withColumns(rowStart, inspectorOf, capacity.length);
  if (groups === undefined || groups.every((row) => row === undefined)) return plain;
  const nodes = groupNodes(plain, groups);
  return { ...plain, nodes: plain.targets + nodes.count, groups: nodes };
};

/** The graph of the pairs marked 0, and which pair each of them was. */
export const withoutMarked = (graph: PairGraph, marks: Uint8Array): { readonly graph: PairGraph; readonly original: Int32Array } => {
  const original = new Int32Array(graph.pairs);
  const rowStart = new Int32Array(graph.targets + 1);
  let count = 0;
  for (let e = 0; e < graph.targets; e += 1) {
    const end = graph.rowStart[e + 1] ?? 0;
    for (let pair = graph.rowStart[e] ?? 0; pair < end; pair += 1) {
      if (marks[pair] !== 0) continue;
      original[count] = pair;
      count += 1;
    }
    rowStart[e + 1] = count;
  }
  const kept = original.slice(0, count);
  const plain = withColumns(rowStart, kept.map((pair) => graph.inspectorOf[pair] ?? 0), graph.inspectors);
  if (graph.groups === undefined) return { graph: plain, original: kept };
  const { nodeOf } = graph.groups;
  return { graph: { ...plain, nodes: graph.nodes, groups: withPairs(graph.groups, kept.map((pair) => nodeOf[pair] ?? 0), graph.nodes) }, original: kept };
};

/** A counting sort of the pairs by inspector keeps them ascending by target. */
const withColumns = (rowStart: Int32Array, inspectorOf: Int32Array, inspectors: number): PairGraph => {
  const targets = rowStart.length - 1;
  const pairs = inspectorOf.length;
  const targetOf = new Int32Array(pairs);
  for (let e = 0; e < targets; e += 1) targetOf.fill(e, rowStart[e], rowStart[e + 1]);
  const { start: columnStart, items: columnPair } = bucketed(inspectorOf, inspectors);
  return { targets, nodes: targets, groups: undefined, inspectors, pairs, rowStart, inspectorOf, targetOf, columnStart, columnPair };
};
