/** What earlier draws of the county leave to a batch (draw-spec D5.8, D5.9), worked out from its ledger by whoever has it. @zh 既往检查 */
import type { Bar } from './bars.js';
import type { UsedVisits } from './roster.js';

export interface PastVisits {
  /** Of the calendar year of the batch. */
  readonly used: UsedVisits;
  /** Who stays away from which target; for all targets and people, of the rotation in force. */
  readonly bars: readonly Bar[];
}

/** Of a county whose first draw this is. */
export const NO_PAST: PastVisits = { used: new Map(), bars: [] };
