/** The groups of an odds table while it is fitted: what is settled already, and from where to where the rest goes (match-spec M9.6, M9.7). */
import type { Flow } from './feasibility.js';
import type { Forced } from './forced.js';
import type { PairGraph } from './pair-graph.js';
import { addToGroups, type GroupShares } from './share-table.js';
import { type PartScratch, partScratch } from './group-spread.js';

export interface GroupFit {
  /** By group, in units: of forced pairs. */
  readonly base: Float64Array;
  /** Whole sums and their bounds; the sums are worked on in place. */
  readonly shares: GroupShares;
  /** Bounds of what the pairs that are not forced get. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly given: Float64Array;
  readonly scratch: PartScratch;
}

export interface GroupFitInput {
  readonly flow: Flow;
  readonly forced: Forced;
  /** The graph of the pairs that are not forced. */
  readonly graph: PairGraph;
  readonly full: number;
}

/** Nothing where no target has rules. */
export const groupFit = ({ flow, forced, graph, full }: GroupFitInput): GroupFit | undefined => {
  if (graph.groups === undefined || flow.groups === undefined) return undefined;
  const base = forcedUnits(flow, forced, full);
  const { sum, low, high } = flow.groups;
  const shares = {
    sum: base.slice(),
    low: low.map((places, g) => (forced.groups[g] === 1 ? (sum[g] ?? 0) : places) * full),
    high: high.map((places, g) => (forced.groups[g] === 1 ? (sum[g] ?? 0) : places) * full),
  };
  return { base, shares, ...innerBounds(graph, base, shares, full), given: new Float64Array(base.length), scratch: partScratch(graph) };
};

const forcedUnits = ({ graph, share }: Flow, { pairs }: Forced, full: number): Float64Array => {
  const base = new Float64Array(graph.nodes - graph.targets);
  pairs.forEach((mark, pair) => {
    if (mark === 1 && share[pair] !== 0) addToGroups(graph, base, pair, full);
  });
  return base;
};

/** L and H: each group's own bounds, and what the parts within can and must have. Inner groups come first. */
const innerBounds = ({ targets, nodes, groups }: PairGraph, base: Float64Array, { low, high }: GroupShares, full: number): Pick<GroupFit, 'least' | 'most'> => {
  const least = new Float64Array(nodes - targets);
  const most = new Float64Array(nodes - targets);
  for (let g = 0; g < nodes - targets; g += 1) {
    const node = targets + g;
    let within = ((groups?.pairStart[node + 1] ?? 0) - (groups?.pairStart[node] ?? 0)) * full;
    let needed = 0;
    for (const child of groups?.child.subarray(groups.childStart[node], groups.childStart[node + 1]) ?? []) {
      within += most[child] ?? 0;
      needed += least[child] ?? 0;
    }
    least[g] = Math.max((low[g] ?? 0) - (base[g] ?? 0), needed);
    most[g] = Math.min((high[g] ?? 0) - (base[g] ?? 0), within);
  }
  return { least, most };
};
