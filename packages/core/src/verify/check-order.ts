/** The events of one draw come in the order that keeps anybody from choosing (record-format R10.4). */
import type { LedgerEntry } from '../record/ledger.js';
import { PATHS } from '../record/paths.js';
import type { Finding } from './findings.js';

/** How far a draw has come. */
interface Stage {
  readonly isSealed: boolean;
  /** Waits for its seed; `undefined` between two rounds. */
  readonly open: number | undefined;
  /** Rounds drawn so far. */
  readonly drawn: number;
  readonly isVoid: boolean;
  readonly isRevealed: boolean;
}

type Step = Stage | 'repeated' | 'misplaced';

/** Each event where it may stand, and once where it may stand once. */
export const checkOrder = (own: readonly LedgerEntry[]): readonly Finding[] => {
  let stage: Stage = { isSealed: false, open: undefined, drawn: 0, isVoid: false, isRevealed: false };
  return own.flatMap((entry): readonly Finding[] => {
    const next = nextStage(stage, entry);
    if (typeof next === 'object') {
      stage = next;
      return [];
    }
    const code = next === 'repeated' ? 'event-repeated' : 'event-order';
    return [{ code, severity: 'error', where: { file: PATHS.ledger, row: entry.seq }, fields: { type: entry.type, row: entry.seq } }];
  });
};

const nextStage = (stage: Stage, entry: LedgerEntry): Step => {
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
