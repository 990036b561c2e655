/** Clears one bit of all edges by coins along closed walks (match-spec M6.3, M6.4). */
import type { Stream } from './stream.js';

/** The edges E in their order; the dummy is the last target. */
export interface Edges {
  /** Pair of the edge, −1 for one of the dummy. */
  readonly pair: Int32Array;
  readonly target: Int32Array;
  readonly inspector: Int32Array;
  /** q, worked on in place. */
  readonly units: Int32Array;
  /** How many, the dummy included. */
  readonly targets: number;
  readonly inspectors: number;
}

/**
 * Moves every edge that has the bit up or down by it; sums at targets and inspectors stay.
 *
 * @param bit - 2^level; the bits below it are 0 in every edge
 */
export const roundLevel = (edges: Edges, bit: number, stream: Stream): void => {
  const { units } = edges;
  const odd = oddEdges(units, bit);
  const mateAtTarget = matesBy(edges.target, odd, edges.targets);
  const mateAtInspector = matesBy(edges.inspector, odd, edges.inspectors);
  for (const z of odd) {
    if (((units[z] ?? 0) & bit) === 0) continue;
    const step = stream.bit() === 1 ? bit : -bit;
    let y = z;
    do {
      units[y] = (units[y] ?? 0) + step;
      y = mateAtTarget[y] ?? 0;
      units[y] = (units[y] ?? 0) - step;
      y = mateAtInspector[y] ?? 0;
    } while (y !== z);
  }
};

const oddEdges = (units: Int32Array, bit: number): Int32Array => {
  const odd = new Int32Array(units.length);
  let count = 0;
  for (let z = 0; z < units.length; z += 1) {
    if (((units[z] ?? 0) & bit) !== 0) odd[count++] = z;
  }
  return odd.subarray(0, count);
};

/** Pairs the odd edges of each end: first with second, third with fourth. */
const matesBy = (end: Int32Array, odd: Int32Array, ends: number): Int32Array => {
  const mate = new Int32Array(end.length);
  const waiting = new Int32Array(ends).fill(-1);
  for (const z of odd) {
    const at = end[z] ?? 0;
    const other = waiting[at] ?? -1;
    waiting[at] = other < 0 ? z : -1;
    if (other < 0) continue;
    mate[z] = other;
    mate[other] = z;
  }
  return mate;
};
