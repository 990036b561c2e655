/** Which parts of a node get the most, or the least, they may (match-spec M9.7, step 1). */
import { compareProducts } from './exact-products.js';
import type { GroupSpread } from './group-spread.js';

/** R and W of the parts that are left. */
export interface Rest {
  readonly units: number;
  readonly weight: number;
}

/** Settles parts at their bounds until none would pass one. Settled pairs have a whole place. */
export const settleBounds = (spread: GroupSpread, node: number, units: number): Rest => {
  const { graph: { groups }, scratch: { weights, isSettled } } = spread;
  for (let at = groups?.childStart[node] ?? 0; at < (groups?.childStart[node + 1] ?? 0); at += 1) isSettled[groups?.child[at] ?? 0] = 0;
  let rest: Rest = { units, weight: weights[node] ?? 0 };
  for (;;) {
    const pass = sidesOf(spread, node, rest);
    if (pass === undefined) return rest;
    rest = settle(spread, node, rest, pass);
  }
};

/** Σ of W and of the bounds over all parts that would pass one: Σ over (W·R − H·W) against Σ under (L·W − W·R) is one product against another. */
interface Sides {
  /** Above 0 where the upper bounds are further off, below 0 the lower ones. */
  readonly excess: number;
  readonly hasPairs: boolean;
}

const sidesOf = (spread: GroupSpread, node: number, { units, weight: total }: Rest): Sides | undefined => {
  const { graph: { inspectorOf, targets, groups }, full, weight, share, least, most, scratch: { weights, heaviest, isSettled } } = spread;
  let weightSum = 0;
  let bounds = 0;
  let count = 0;
  // Below 2^53 both; where the heaviest pair would get no whole place, no pair would.
  const hasPairs = (heaviest[node] ?? 0) > 0 && (heaviest[node] ?? 0) * units >= full * total;
  if (hasPairs) {
    for (let at = groups?.pairStart[node] ?? 0; at < (groups?.pairStart[node + 1] ?? 0); at += 1) {
      const pair = groups?.nodePair[at] ?? 0;
      const b = weight[inspectorOf[pair] ?? 0] ?? 0;
      if (share[pair] === full || b * units < full * total) continue;
      weightSum += b;
      bounds += full;
      count += 1;
    }
  }
  for (let at = groups?.childStart[node] ?? 0; at < (groups?.childStart[node + 1] ?? 0); at += 1) {
    const g = groups?.child[at] ?? 0;
    const side = isSettled[g] === 1 || (most[g] ?? 0) === 0 ? 0 : sideOf(weights[targets + g] ?? 0, units, total, least[g] ?? 0, most[g] ?? 0);
    if (side === 0) continue;
    weightSum += weights[targets + g] ?? 0;
    bounds += (side > 0 ? most[g] : least[g]) ?? 0;
    count += 1;
  }
  return count === 0 ? undefined : { excess: compareProducts(weightSum, units, bounds, total), hasPairs };
};

const settle = (spread: GroupSpread, node: number, { units, weight: total }: Rest, { excess, hasPairs }: Sides): Rest => {
  const { graph: { inspectorOf, targets, groups }, full, weight, share, least, most, given, scratch: { weights, isSettled } } = spread;
  let leftUnits = units;
  let leftWeight = total;
  if (hasPairs && excess >= 0) {
    for (let at = groups?.pairStart[node] ?? 0; at < (groups?.pairStart[node + 1] ?? 0); at += 1) {
      const pair = groups?.nodePair[at] ?? 0;
      const b = weight[inspectorOf[pair] ?? 0] ?? 0;
      if (share[pair] === full || b * units < full * total) continue;
      share[pair] = full;
      leftUnits -= full;
      leftWeight -= b;
    }
  }
  for (let at = groups?.childStart[node] ?? 0; at < (groups?.childStart[node + 1] ?? 0); at += 1) {
    const g = groups?.child[at] ?? 0;
    const side = isSettled[g] === 1 || (most[g] ?? 0) === 0 ? 0 : sideOf(weights[targets + g] ?? 0, units, total, least[g] ?? 0, most[g] ?? 0);
    if (side === 0 || (side > 0 ? excess < 0 : excess > 0)) continue;
    const bound = (side > 0 ? most[g] : least[g]) ?? 0;
    given[g] = bound;
    isSettled[g] = 1;
    leftUnits -= bound;
    leftWeight -= weights[targets + g] ?? 0;
  }
  return { units: leftUnits, weight: leftWeight };
};

/** 1 where the part would reach its upper bound, −1 where it would not pass its lower one, 0 between. */
const sideOf = (weight: number, units: number, total: number, least: number, most: number): number => {
  if (compareProducts(weight, units, most, total) >= 0) return 1;
  return compareProducts(weight, units, least, total) <= 0 ? -1 : 0;
};
