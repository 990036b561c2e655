/** What rows with rules are filled from (match-spec M9.7). */
import type { PairGraph } from './pair-graph.js';

/** What a row is filled from. */
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

/** Room to work in. */
export interface PartScratch {
  /** By node: W, and the greatest b among the pairs that hang there. */
  readonly weights: Float64Array;
  readonly heaviest: Float64Array;
  /** By group: 1 once it has got its bound. */
  readonly isSettled: Uint8Array;
  /** Child groups of one node. */
  readonly part: Int32Array;
}

export const partScratch = ({ nodes, targets }: PairGraph): PartScratch => ({ weights: new Float64Array(nodes), heaviest: new Float64Array(nodes), isSettled: new Uint8Array(nodes - targets), part: new Int32Array(nodes - targets) });
