/** One row of the odds table where the target has rules on who goes together: from the target down through its groups (match-spec M9.7). */
import { compareProducts, flooredRatio } from './exact-products.js';
import type { PairGraph } from './pair-graph.js';

/** What a row is filled from. Parts are pairs, then `pairs + g` for group g. */
export interface GroupSpread {
  /** With groups; the pairs that are not forced. */
  readonly graph: PairGraph;
  readonly full: number;
  /** By inspector: b_i. */
  readonly weight: Float64Array;
  /** By pair: the result. */
  readonly share: Float64Array;
  /** By group: from where to where in units, forced pairs left out (L and H). */
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** By group: the result, forced pairs left out. */
  readonly given: Float64Array;
  readonly scratch: PartScratch;
}

/** Room for the parts of one node. */
export interface PartScratch {
  /** By group: W. */
  readonly weights: Float64Array;
  readonly part: Int32Array;
  /** By position: 1 once the part has got its bound. */
  readonly isSettled: Uint8Array;
}

export const partScratch = ({ pairs, nodes, targets }: PairGraph): PartScratch => ({
  weights: new Float64Array(nodes - targets),
  part: new Int32Array(pairs + nodes),
  isSettled: new Uint8Array(pairs + nodes),
});

/** Fills the shares of one target; they add up to `units`. */
export const spreadGroups = (spread: GroupSpread, target: number, units: number): void => {
  const { graph: { targets, groups }, given } = spread;
  const start = groups?.start[target] ?? 0;
  const end = groups?.start[target + 1] ?? 0;
  const own = weighGroups(spread, target, start, end);
  spreadNode(spread, { node: target, target, units, weight: own });
  for (let g = end - 1; g >= start; g -= 1) {
    if ((spread.most[g] ?? 0) > 0) spreadNode(spread, { node: targets + g, target, units: given[g] ?? 0, weight: spread.scratch.weights[g] ?? 0 });
  }
};

/** W of every group, from the inside out; returns that of the target. */
const weighGroups = ({ graph: { targets, inspectorOf, groups }, weight, scratch: { weights } }: GroupSpread, target: number, start: number, end: number): number => {
  weights.fill(0, start, end);
  let whole = 0;
  const add = (node: number, more: number): void => {
    if (node >= targets) weights[node - targets] = (weights[node - targets] ?? 0) + more;
    else whole += more;
  };
  const addPairs = (node: number): void => {
    const last = groups?.pairStart[node + 1] ?? 0;
    for (let at = groups?.pairStart[node] ?? 0; at < last; at += 1) add(node, weight[inspectorOf[groups?.nodePair[at] ?? 0] ?? 0] ?? 0);
  };
  for (let g = start; g < end; g += 1) {
    addPairs(targets + g);
    add(groups?.parent[g] ?? target, weights[g] ?? 0);
  }
  addPairs(target);
  return whole;
};

interface NodeUnits {
  readonly node: number;
  /** e: where the single units begin. */
  readonly target: number;
  /** R and W of all its parts. */
  readonly units: number;
  readonly weight: number;
}

const spreadNode = (spread: GroupSpread, { node, target, units, weight }: NodeUnits): void => {
  const count = listParts(spread, node);
  const { part, isSettled } = spread.scratch;
  let left = units;
  let total = weight;
  isSettled.fill(0, 0, count);
  for (let open = count; open > 0; ) {
    const settled = settleBounds(spread, count, left, total);
    if (settled.parts === 0) break;
    open -= settled.parts;
    left -= settled.units;
    total -= settled.weight;
  }
  const whole = left;
  for (let at = 0; at < count; at += 1) {
    if (isSettled[at] === 1) continue;
    const share = flooredRatio(weightOf(spread, part[at] ?? 0), whole, total);
    give(spread, part[at] ?? 0, share);
    left -= share;
  }
  for (let at = count === 0 ? 0 : target % count; left > 0; at = at + 1 === count ? 0 : at + 1) {
    if (isSettled[at] === 1) continue;
    give(spread, part[at] ?? 0, takenBy(spread, part[at] ?? 0) + 1);
    left -= 1;
  }
};

/** Pairs that hang at the node, then its groups with anybody to choose. @returns how many */
const listParts = ({ graph: { pairs, groups }, most, scratch: { part } }: GroupSpread, node: number): number => {
  let count = 0;
  const lastPair = groups?.pairStart[node + 1] ?? 0;
  for (let at = groups?.pairStart[node] ?? 0; at < lastPair; at += 1) part[count++] = groups?.nodePair[at] ?? 0;
  const lastChild = groups?.childStart[node + 1] ?? 0;
  for (let at = groups?.childStart[node] ?? 0; at < lastChild; at += 1) {
    const g = groups?.child[at] ?? 0;
    if ((most[g] ?? 0) > 0) part[count++] = pairs + g;
  }
  return count;
};

/** What the parts settled in one pass take away, in all. */
interface Settled {
  readonly parts: number;
  readonly units: number;
  readonly weight: number;
}

/** Step 1: whoever would get more than the upper bound, or less than the lower one; the side that is further off is settled at its bounds. */
const settleBounds = (spread: GroupSpread, count: number, units: number, total: number): Settled => {
  const { scratch: { part, isSettled } } = spread;
  // Σ over (W·R − H·total) against Σ under (L·total − W·R), each side one product.
  let weights = 0;
  let bounds = 0;
  for (let at = 0; at < count; at += 1) {
    const side = isSettled[at] === 1 ? 0 : sideOf(spread, part[at] ?? 0, units, total);
    if (side === 0) continue;
    weights += weightOf(spread, part[at] ?? 0);
    bounds += side > 0 ? mostOf(spread, part[at] ?? 0) : leastOf(spread, part[at] ?? 0);
  }
  const excess = compareProducts(weights, units, bounds, total);
  const settled = { parts: 0, units: 0, weight: 0 };
  for (let at = 0; at < count; at += 1) {
    const side = isSettled[at] === 1 ? 0 : sideOf(spread, part[at] ?? 0, units, total);
    if ((side > 0 && excess >= 0) || (side < 0 && excess <= 0)) {
      const bound = side > 0 ? mostOf(spread, part[at] ?? 0) : leastOf(spread, part[at] ?? 0);
      give(spread, part[at] ?? 0, bound);
      isSettled[at] = 1;
      settled.parts += 1;
      settled.units += bound;
      settled.weight += weightOf(spread, part[at] ?? 0);
    }
  }
  return settled;
};

/** 1 where the part would reach its upper bound, −1 where it would not pass its lower one, 0 between. */
const sideOf = (spread: GroupSpread, part: number, units: number, total: number): number => {
  const weight = weightOf(spread, part);
  if (compareProducts(weight, units, mostOf(spread, part), total) >= 0) return 1;
  return compareProducts(weight, units, leastOf(spread, part), total) <= 0 ? -1 : 0;
};

const weightOf = ({ graph: { pairs, inspectorOf }, weight, scratch }: GroupSpread, part: number): number =>
  (part < pairs ? weight[inspectorOf[part] ?? 0] : scratch.weights[part - pairs]) ?? 0;
const mostOf = ({ graph: { pairs }, full, most }: GroupSpread, part: number): number => (part < pairs ? full : (most[part - pairs] ?? 0));
const leastOf = ({ graph: { pairs }, least }: GroupSpread, part: number): number => (part < pairs ? 0 : (least[part - pairs] ?? 0));
const takenBy = ({ graph: { pairs }, share, given }: GroupSpread, part: number): number => (part < pairs ? share[part] : given[part - pairs]) ?? 0;
const give = ({ graph: { pairs }, share, given }: GroupSpread, part: number, units: number): void => {
  if (part < pairs) share[part] = units;
  else given[part - pairs] = units;
};
