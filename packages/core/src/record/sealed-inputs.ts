/** Everything a draw depends on, read back from its record. */
import type { TargetId } from '../base/brand.js';
import { areasOf } from '../match/draw-setting.js';
import { type Appointed, appointedOf } from '../plan/appointed.js';
import type { Bar } from '../plan/bars.js';
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
  /** Pairs that rotation keeps apart; none where the seal has no `bars.jsonl`. */
  readonly bars: readonly Bar[];
  /** Areas of targets, as the sealed registry has them. */
  readonly areas: ReadonlyMap<TargetId, string>;
  /** Of the registry, asked for or not. */
  readonly appointed: readonly Appointed[];
  /** Of the registry; empty where it has none. */
  readonly teams: readonly FixedTeam[];
}

/** The documents they come from. */
export interface SealedParts extends Pick<SealedInputs, 'sealed' | 'frame' | 'roster' | 'bars'> {
  readonly registry: ParsedSnapshot;
}

export const sealedInputs = ({ sealed, frame, roster, bars, registry: { recusals, targets, inspectors, appointments = [], teams = [] } }: SealedParts): SealedInputs =>
  ({ sealed, frame, roster, bars, recusals, areas: areasOf(targets), appointed: appointedOf(appointments, inspectors), teams });
