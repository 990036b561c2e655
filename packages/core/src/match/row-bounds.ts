/** What a target's own people can fill at the most, whatever else they do (match-spec M9.5, M9.12). */
import type { PairGraph } from './pair-graph.js';
import { pairsAt } from './node-pairs.js';

/** Bounds in places on what real people fill; nothing is asked of a row that its people cannot do alone. */
export interface FillBounds {
  /** By target: places its people fill. */
  readonly places: Int32Array;
  /** By node: places that stay open whoever is free. */
  readonly missing: Int32Array;
  /** By group: the bounds of its rules, less what stays open within. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** By group: the same once the groups within and the number of its people are counted, too. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** By target: 1 where its rules cannot all be kept, so that nobody is sent. */
  readonly contradictory: Uint8Array;
}

/** Groups stand before those around them, so one pass goes from the inside out. */
export const fillBounds = (graph: PairGraph, wanted: readonly number[]): FillBounds => {
  const { targets, nodes, groups } = graph;
  const count = nodes - targets;
  const bounds = { places: Int32Array.from(wanted), missing: new Int32Array(nodes), low: new Float64Array(count), high: new Float64Array(count), least: new Float64Array(count), most: new Float64Array(count), contradictory: new Uint8Array(targets) };
  const inside: Inside = { least: new Int32Array(nodes), most: new Int32Array(nodes), open: new Int32Array(nodes) };
  for (let node = 0; node < nodes; node += 1) inside.most[node] = pairsAt(graph, node);
  for (let e = 0; e < targets; e += 1) {
    const places = wanted[e] ?? 0;
    const end = groups?.start[e + 1] ?? 0;
    for (let g = groups?.start[e] ?? 0; g < end; g += 1) {
      const parent = groups?.parent[g] ?? e;
      boundGroup(bounds, inside, { g, node: targets + g, low: groups?.low[g] ?? 0, high: groups?.high[g] ?? 0 });
      inside.least[parent] = (inside.least[parent] ?? 0) + (bounds.least[g] ?? 0);
      inside.most[parent] = (inside.most[parent] ?? 0) + (bounds.most[g] ?? 0);
      inside.open[parent] = (inside.open[parent] ?? 0) + (inside.open[targets + g] ?? 0);
    }
    const left = places - (inside.open[e] ?? 0);
    // Rules that contradict each other: nobody is sent at all.
    const isPossible = left >= (inside.least[e] ?? 0) && !hasContradiction(bounds, graph, e);
    bounds.missing[e] = isPossible ? Math.max(0, left - (inside.most[e] ?? 0)) : places;
    bounds.places[e] = isPossible ? Math.min(left, inside.most[e] ?? 0) : 0;
    if (!isPossible) closeRow(bounds, graph, e);
    bounds.contradictory[e] = isPossible ? 0 : 1;
  }
  return bounds;
};

/** By node, counted from the groups within: lower bounds, people, places that stay open. */
interface Inside {
  readonly least: Int32Array;
  readonly most: Int32Array;
  readonly open: Int32Array;
}

const boundGroup = (bounds: FillBounds, { least, most, open }: Inside, group: { readonly g: number; readonly node: number; readonly low: number; readonly high: number }): void => {
  const { g, node } = group;
  const openInside = open[node] ?? 0;
  const lacking = Math.max(0, group.low - openInside - (most[node] ?? 0));
  bounds.missing[node] = lacking;
  open[node] = openInside + lacking;
  bounds.low[g] = Math.max(0, group.low - openInside - lacking);
  bounds.high[g] = group.high - openInside - lacking;
  bounds.least[g] = Math.max(bounds.low[g] ?? 0, least[node] ?? 0);
  bounds.most[g] = Math.min(bounds.high[g] ?? 0, most[node] ?? 0);
};

const hasContradiction = ({ least, most }: FillBounds, { groups }: PairGraph, e: number): boolean => {
  for (let g = groups?.start[e] ?? 0; g < (groups?.start[e + 1] ?? 0); g += 1) if ((least[g] ?? 0) > (most[g] ?? 0)) return true;
  return false;
};

const closeRow = ({ low, high, least, most, missing }: FillBounds, { targets, groups }: PairGraph, e: number): void => {
  for (let g = groups?.start[e] ?? 0; g < (groups?.start[e + 1] ?? 0); g += 1) {
    for (const bound of [low, high, least, most]) bound[g] = 0;
    missing[targets + g] = 0;
  }
};
