/** How far a draw has come, and which events may follow (record-format R10.4). @zh 抽取进度 */
import type { LedgerEntry } from './ledger.js';

export interface DrawStage {
  readonly isSealed: boolean;
  /** The round that waits for its seed, always the number drawn so far; `undefined` between two rounds and before the seal. */
  readonly open: number | undefined;
  /** Rounds drawn so far. */
  readonly drawn: number;
  readonly isVoid: boolean;
  readonly isRevealed: boolean;
}

export const NOT_SEALED: DrawStage = { isSealed: false, open: undefined, drawn: 0, isVoid: false, isRevealed: false };

/** What an event is to its draw. */
export interface StageEvent {
  readonly type: LedgerEntry['type'];
  /** Of an event that names a round. */
  readonly round: number;
}

/** The stage after an entry of the same draw, or why the entry cannot stand there. */
export const nextStage = (stage: DrawStage, { type, body }: LedgerEntry): DrawStage | 'repeated' | 'misplaced' => stageAfter(stage, { type, round: 'round' in body ? body.round : stage.drawn });

/** The same of an event whose entry is not at hand. */
export const stageAfter = (stage: DrawStage, { type, round }: StageEvent): DrawStage | 'repeated' | 'misplaced' => {
  const { isSealed, open, drawn, isVoid, isRevealed } = stage;
  if (type === 'sealed') return isSealed ? 'repeated' : { ...stage, isSealed: true, open: 0 };
  if (!isSealed) return 'misplaced';
  const isOver = isVoid || isRevealed;
  switch (type) {
    case 'drawn':
      if (round < drawn) return 'repeated';
      return isOver || open !== round ? 'misplaced' : { ...stage, open: undefined, drawn: drawn + 1 };
    case 'announced':
      if (round < drawn || round === open) return 'repeated';
      return isOver || round !== drawn ? 'misplaced' : { ...stage, open: drawn };
    case 'changed':
      return isOver ? 'misplaced' : stage;
    case 'entered':
    case 'committed':
    case 'contributed':
      return isOver || open !== round ? 'misplaced' : stage;
    case 'voided':
      if (isVoid) return 'repeated';
      return isRevealed ? 'misplaced' : { ...stage, isVoid: true };
    case 'revealed':
      if (isRevealed) return 'repeated';
      return isVoid || open === undefined ? { ...stage, isRevealed: true } : 'misplaced';
    default:
      // Evidence and publications may come at any time after the seal.
      return stage;
  }
};
