/** How far a draw has come, and which events may follow (record-format R10.4). @zh 抽取进度 */
import type { LedgerEntry } from './ledger.js';

export interface DrawStage {
  readonly isSealed: boolean;
  /** The round that waits for its seed; `undefined` between two rounds. */
  readonly open: number | undefined;
  /** Rounds drawn so far. */
  readonly drawn: number;
  readonly isVoid: boolean;
  readonly isRevealed: boolean;
}

export const NOT_SEALED: DrawStage = { isSealed: false, open: undefined, drawn: 0, isVoid: false, isRevealed: false };

/** The stage after an event of the same draw, or why the event cannot stand there. */
export const nextStage = (stage: DrawStage, entry: LedgerEntry): DrawStage | 'repeated' | 'misplaced' => {
  const { isSealed, open, drawn, isVoid, isRevealed } = stage;
  if (entry.type === 'sealed') return isSealed ? 'repeated' : { ...stage, isSealed: true, open: 0 };
  if (!isSealed) return 'misplaced';
  const isOver = isVoid || isRevealed;
  switch (entry.type) {
    case 'drawn':
      if (entry.body.round < drawn) return 'repeated';
      return isOver || open !== entry.body.round ? 'misplaced' : { ...stage, open: undefined, drawn: drawn + 1 };
    case 'announced':
      if (entry.body.round < drawn || entry.body.round === open) return 'repeated';
      return isOver || open !== undefined || entry.body.round !== drawn ? 'misplaced' : { ...stage, open: drawn };
    case 'changed':
      return isOver ? 'misplaced' : stage;
    case 'entered':
    case 'committed':
    case 'contributed':
      return isOver || open !== entry.body.round ? 'misplaced' : stage;
    case 'voided':
      if (isVoid) return 'repeated';
      return isRevealed ? 'misplaced' : { ...stage, isVoid: true };
    case 'revealed':
      if (isRevealed) return 'repeated';
      return isVoid || (drawn > 0 && open === undefined) ? { ...stage, isRevealed: true } : 'misplaced';
    default:
      // Evidence and publications may come at any time after the seal.
      return stage;
  }
};
