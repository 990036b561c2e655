/** What earlier rounds and later changes leave to a round (match-spec M8). @zh 既有派发 */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import type { Member } from '../plan/composition.js';
import type { BarredPair } from './agency-round.js';

/** Somebody who joins an agency's people by an event (M1.3). @zh 借调人员 */
export interface Borrowed extends Member {
  readonly agency: AgencyCode;
  readonly inspector: InspectorId;
  readonly capacity: number;
}

export interface Standing {
  /** Who is on the visits that stand and stays there. */
  readonly present: ReadonlyMap<AgencyCode, ReadonlyMap<TargetId, readonly InspectorId[]>>;
  /** Out of the whole draw. */
  readonly out: ReadonlySet<InspectorId>;
  /** Out of one visit. */
  readonly pairsOut: readonly BarredPair[];
  /** Sealed recusals that hold no longer. */
  readonly released: readonly BarredPair[];
  /** Visits in the whole draw, instead of the sealed number. */
  readonly capacities: ReadonlyMap<InspectorId, number>;
  readonly borrowed: readonly Borrowed[];
}

/** Before the main draw. */
export const NOTHING_STANDS: Standing = { present: new Map(), out: new Set(), pairsOut: [], released: [], capacities: new Map(), borrowed: [] };

/** A pair as one key. */
export const pairKey = ({ target, inspector }: BarredPair): string => `${target}\n${inspector}`;
