/** Everything a draw depends on, read back from its record. */
import type { FrameRow } from '../plan/frame.js';
import type { RosterRow } from '../plan/roster.js';
import type { ParsedSnapshot } from '../registry/parse-snapshot.js';
import type { FixedTeam, Recusal } from '../registry/schemas.js';
import type { Sealed } from './sealed.js';

export interface SealedInputs {
  readonly sealed: Sealed;
  readonly frame: readonly FrameRow[];
  readonly roster: readonly RosterRow[];
  readonly recusals: readonly Recusal[];
  /** Of the registry; empty where it has none. */
  readonly teams: readonly FixedTeam[];
}

/** The documents they come from. */
export interface SealedParts extends Pick<SealedInputs, 'sealed' | 'frame' | 'roster'> {
  readonly registry: ParsedSnapshot;
}

export const sealedInputs = ({ sealed, frame, roster, registry: { recusals, teams = [] } }: SealedParts): SealedInputs => ({ sealed, frame, roster, recusals, teams });
