/** One row of the odds table where the target has rules on who goes together: from the target down through its groups (match-spec M9.7). */
import { flooredRatio } from './exact-products.js';
import type { GroupSpread } from './group-spread.js';
import { settleBounds } from './settle-bounds.js';

/** Fills the shares of one target; they add up to `units`. */
export const spreadGroups = (spread: GroupSpread, target: number, units: number): void => {
  const { graph: { targets, groups }, given, most, scratch: { weights } } = spread;
  if (groups === undefined) return;
  const start = groups.start[target] ?? 0;
  const end = groups.start[target + 1] ?? 0;
  weights[target] = 0;
  weights.fill(0, targets + start, targets + end);
  for (let g = start; g < end; g += 1) {
    weighPairs(spread, targets + g);
    const parent = groups.parent[g] ?? 0;
    weights[parent] = (weights[parent] ?? 0) + (weights[targets + g] ?? 0);
  }
  weighPairs(spread, target);
  spreadNode(spread, { node: target, target, units });
  for (let g = end - 1; g >= start; g -= 1) if ((most[g] ?? 0) > 0) spreadNode(spread, { node: targets + g, target, units: given[g] ?? 0 });
};

const weighPairs = ({ graph: { inspectorOf, groups }, weight, share, scratch: { weights, heaviest } }: GroupSpread, node: number): void => {
  if (groups === undefined) return;
  const { pairStart, nodePair } = groups;
  const end = pairStart[node + 1] ?? 0;
  let total = 0;
  let greatest = 0;
  for (let at = pairStart[node] ?? 0; at < end; at += 1) {
    const pair = nodePair[at] ?? 0;
    const b = weight[inspectorOf[pair] ?? 0] ?? 0;
    total += b;
    if (b > greatest) greatest = b;
    share[pair] = 0;
  }
  weights[node] = (weights[node] ?? 0) + total;
  heaviest[node] = greatest;
};

interface NodeUnits {
  readonly node: number;
  /** e: where the single units begin. */
  readonly target: number;
  /** R. */
  readonly units: number;
}

const spreadNode = (spread: GroupSpread, { node, target, units }: NodeUnits): void => {
  const { graph: { inspectorOf, targets, groups }, full, weight, share, given, scratch: { weights, isSettled } } = spread;
  if (groups === undefined) return;
  const { pairStart, nodePair, childStart, child } = groups;
  const rest = settleBounds(spread, node, units);
  let left = rest.units;
  const { units: whole, weight: total } = rest;
  const [firstPair, lastPair] = [pairStart[node] ?? 0, pairStart[node + 1] ?? 0];
  const [firstChild, lastChild] = [childStart[node] ?? 0, childStart[node + 1] ?? 0];
  if (left > 0) {
    for (let at = firstPair; at < lastPair; at += 1) {
      const pair = nodePair[at] ?? 0;
      if (share[pair] === full) continue;
      // Exact: below 2^16, and at least 1/W, 2^-37, away from the next integer.
      const part = Math.floor(((weight[inspectorOf[pair] ?? 0] ?? 0) * whole) / total);
      share[pair] = part;
      left -= part;
    }
    for (let at = firstChild; at < lastChild; at += 1) {
      const g = child[at] ?? 0;
      if (isSettled[g] === 1) continue;
      const part = flooredRatio(weights[targets + g] ?? 0, whole, total);
      given[g] = part;
      left -= part;
    }
  }
  if (left > 0) handOut(spread, node, target, left);
};

/** What is left goes out in single units, one to a part that is not settled; a part is a pair, or a group with anybody to choose. */
const handOut = ({ graph: { groups }, full, share, most, given, scratch: { isSettled, part } }: GroupSpread, node: number, target: number, units: number): void => {
  if (groups === undefined) return;
  const { pairStart, nodePair, childStart, child } = groups;
  const firstPair = pairStart[node] ?? 0;
  const pairs = (pairStart[node + 1] ?? 0) - firstPair;
  let count = pairs;
  for (let at = childStart[node] ?? 0; at < (childStart[node + 1] ?? 0); at += 1) {
    const g = child[at] ?? 0;
    if ((most[g] ?? 0) > 0) part[count++ - pairs] = g;
  }
  let left = units;
  for (let at = target % count; left > 0; at = at + 1 === count ? 0 : at + 1) {
    if (at < pairs) {
      const pair = nodePair[firstPair + at] ?? 0;
      if (share[pair] === full) continue;
      share[pair] = (share[pair] ?? 0) + 1;
    } else {
      const g = part[at - pairs] ?? 0;
      if (isSettled[g] === 1) continue;
      given[g] = (given[g] ?? 0) + 1;
    }
    left -= 1;
  }
};
