/** The groups of all targets as nodes between targets and people, as flat arrays (match-spec M9.3, M9.4). */
import type { RowGroups } from './group-tree.js';

/** Group g of the graph is node `targets + g`; within a target the inner ones stand before those around them. */
export interface GroupNodes {
  readonly count: number;
  /** The groups of target e are `start[e]` to `start[e + 1] − 1`. */
  readonly start: Int32Array;
  /** By group: the node around it. */
  readonly parent: Int32Array;
  /** By group, in places. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** The child groups of node v are `child[childStart[v]]` and on. */
  readonly childStart: Int32Array;
  readonly child: Int32Array;
  /** By pair: the node it hangs at. */
  readonly nodeOf: Int32Array;
  /** The pairs that hang at node v are `nodePair[pairStart[v]]` and on, ascending. */
  readonly pairStart: Int32Array;
  readonly nodePair: Int32Array;
}

/** The pairs the groups are put between. */
interface Pairs {
  readonly targets: number;
  readonly targetOf: Int32Array;
  readonly inspectorOf: Int32Array;
}

export const groupNodes = ({ targets, targetOf, inspectorOf }: Pairs, rows: readonly (RowGroups | undefined)[]): GroupNodes => {
  const start = new Int32Array(targets + 1);
  rows.forEach((row, e) => {
    start[e + 1] = (start[e] ?? 0) + (row?.low.length ?? 0);
  });
  const count = start[targets] ?? 0;
  const parent = new Int32Array(count);
  rows.forEach((row, e) => row?.tree.parent.forEach((around, g) => {
    parent[(start[e] ?? 0) + g] = around < 0 ? e : targets + (start[e] ?? 0) + around;
  }));
  const low = Int32Array.from(rows.flatMap((row) => row?.low ?? []));
  const high = Int32Array.from(rows.flatMap((row) => row?.high ?? []));
  const nodeOf = targetOf.map((e, pair) => {
    const held = rows[e]?.tree.holder[inspectorOf[pair] ?? 0] ?? -1;
    return held < 0 ? e : targets + (start[e] ?? 0) + held;
  });
  const children = bucketed(parent, targets + count);
  return withPairs({ count, start, parent, low, high, childStart: children.start, child: children.items }, nodeOf, targets + count);
};

/** The same groups with other pairs. */
export const withPairs = (groups: Omit<GroupNodes, 'nodeOf' | 'pairStart' | 'nodePair'>, nodeOf: Int32Array, nodes: number): GroupNodes => {
  const pairs = bucketed(nodeOf, nodes);
  return { ...groups, nodeOf, pairStart: pairs.start, nodePair: pairs.items };
};

/** Indices by the bucket they belong to, ascending within each. */
export const bucketed = (bucketOf: Int32Array, buckets: number): { readonly start: Int32Array; readonly items: Int32Array } => {
  const start = new Int32Array(buckets + 1);
  for (const bucket of bucketOf) start[bucket + 1] = (start[bucket + 1] ?? 0) + 1;
  for (let bucket = 0; bucket < buckets; bucket += 1) start[bucket + 1] = (start[bucket + 1] ?? 0) + (start[bucket] ?? 0);
  const fill = start.slice(0, buckets);
  const items = new Int32Array(bucketOf.length);
  bucketOf.forEach((bucket, index) => {
    const at = fill[bucket] ?? 0;
    items[at] = index;
    fill[bucket] = at + 1;
  });
  return { start, items };
};
