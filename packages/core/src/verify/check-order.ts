/** The events of one draw come in the order that keeps anybody from choosing (record-format R10.4). */
import { NOT_SEALED, nextStage } from '../record/draw-stage.js';
import type { LedgerEntry } from '../record/ledger.js';
import { PATHS } from '../record/paths.js';
import type { Finding } from './findings.js';

/** Each event where it may stand, and once where it may stand once. */
export const checkOrder = (own: readonly LedgerEntry[]): readonly Finding[] => {
  let stage = NOT_SEALED;
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
