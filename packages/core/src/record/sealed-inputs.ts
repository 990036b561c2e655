/** Everything a draw depends on, read back from its record. */
import type { FrameRow } from '../plan/frame.js';
import type { RosterRow } from '../plan/roster.js';
import type { Recusal } from '../registry/schemas.js';
import type { Sealed } from './sealed.js';

export interface SealedInputs {
  readonly sealed: Sealed;
  readonly frame: readonly FrameRow[];
  readonly roster: readonly RosterRow[];
  readonly recusals: readonly Recusal[];
}
