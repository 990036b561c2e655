/** Clears one bit of all edges by coins along closed walks (match-spec M6.3, M6.4, M9.10). */
import type { Stream } from './stream.js';

/** The edges E in their order. */
export interface Edges {
  /** Pair of the edge, −1 for one of the dummy. */
  readonly pair: Int32Array;
  /** The target or group the edge hangs at; the last node is the dummy. */
  readonly node: Int32Array;
  readonly inspector: Int32Array;
  /** q, worked on in place. */
  readonly units: Int32Array;
  /** How many, the dummy included. */
  readonly nodes: number;
  readonly inspectors: number;
  /** Group g is node `targets + g`. */
  readonly targets: number;
  /** By group: the node around it, which comes after it or is a target. */
  readonly parent: Int32Array;
}

/** Room to work in, made once for all levels; nothing in it is read before it is written. */
export interface Scratch {
  readonly odd: Int32Array;
  readonly mateAtTarget: Int32Array;
  readonly mateAtInspector: Int32Array;
  /** For one end after the other. */
  readonly waiting: Int32Array;
}

export const scratchFor = ({ units, nodes, inspectors }: Edges): Scratch => ({
  odd: new Int32Array(units.length),
  mateAtTarget: new Int32Array(units.length),
  mateAtInspector: new Int32Array(units.length),
  waiting: new Int32Array(Math.max(nodes, inspectors)),
});

/**
 * Moves every edge that has the bit up or down by it; sums at targets and inspectors stay.
 *
 * @param bit - 2^level; the bits below it are 0 in every edge
 */
export const roundLevel = (edges: Edges, bit: number, stream: Stream, scratch: Scratch): void => {
  const { units } = edges;
  const { odd, mateAtTarget, mateAtInspector, waiting } = scratch;
  const count = listOdd(units, bit, odd);
  pairUp(edges.node, odd, count, mateAtTarget, waiting);
  moveUp(edges, mateAtTarget, waiting);
  pairUp(edges.inspector, odd, count, mateAtInspector, waiting);
  for (let index = 0; index < count; index += 1) {
    const z = odd[index] ?? 0;
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

/** Lists the edges that have the bit, in order. @returns how many */
const listOdd = (units: Int32Array, bit: number, odd: Int32Array): number => {
  let count = 0;
  for (let z = 0; z < units.length; z += 1) {
    if (((units[z] ?? 0) & bit) !== 0) odd[count++] = z;
  }
  return count;
};

/** Pairs the odd edges of each end: first with second, third with fourth. */
const pairUp = (end: Int32Array, odd: Int32Array, count: number, mate: Int32Array, waiting: Int32Array): void => {
  waiting.fill(-1);
  for (let index = 0; index < count; index += 1) {
    const z = odd[index] ?? 0;
    const at = end[z] ?? 0;
    const other = waiting[at] ?? -1;
    waiting[at] = other < 0 ? z : -1;
    if (other < 0) continue;
    mate[z] = other;
    mate[other] = z;
  }
};

/** Who is left alone in a group looks for a mate around it, from the inside out. */
const moveUp = ({ targets, parent }: Edges, mate: Int32Array, waiting: Int32Array): void => {
  parent.forEach((around, g) => {
    const z = waiting[targets + g] ?? -1;
    if (z < 0) return;
    const other = waiting[around] ?? -1;
    waiting[around] = other < 0 ? z : -1;
    if (other < 0) return;
    mate[z] = other;
    mate[other] = z;
  });
};
