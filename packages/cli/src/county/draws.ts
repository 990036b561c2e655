/** Which draw a word of the command line means, and how far it has come. */
import { type DrawId, type DrawStage, isDrawId, isRehearsal, NOT_SEALED, nextStage, type ParsedLedger } from '@shuangsuiji/core';
import { failed, type Outcomes } from './county.js';

export interface DrawOfLedger {
  readonly drawId: DrawId;
  readonly batch: string;
  readonly isRehearsal: boolean;
  readonly stage: DrawStage;
  /** Why it is void. */
  readonly voidReason?: string;
}

/** All sealed draws in the order of sealing. An event out of its order changes nothing here: `ledger check` tells of it. */
export const drawsOf = ({ entries }: Pick<ParsedLedger, 'entries'>): readonly DrawOfLedger[] => {
  const draws = new Map<DrawId, DrawOfLedger>();
  for (const entry of entries) {
    if (!('drawId' in entry.body) || entry.body.drawId === undefined) continue;
    const known = draws.get(entry.body.drawId);
    const next = nextStage(known?.stage ?? NOT_SEALED, entry);
    if (typeof next !== 'object') continue;
    if (entry.type === 'sealed') draws.set(entry.body.drawId, { drawId: entry.body.drawId, batch: entry.body.batch, isRehearsal: isRehearsal(entry.body.scheme), stage: next });
    else if (known !== undefined) draws.set(known.drawId, { ...known, stage: next, ...(entry.type === 'voided' ? { voidReason: entry.body.reason } : {}) });
  }
  return [...draws.values()];
};

export interface FindDrawInput {
  readonly ledger: ParsedLedger;
  /** A drawId, or the number of a batch: then its last draw of the kind asked for. */
  readonly word: string;
  readonly rehearsal: boolean;
}

/** The draw that is meant, or the problem that its batch was never sealed. */
export const findDraw = ({ ledger, word, rehearsal }: FindDrawInput): Outcomes<DrawOfLedger> => {
  const draws = drawsOf(ledger);
  const found = isDrawId(word)
    ? draws.find(({ drawId }) => drawId === word)
    : draws.findLast((draw) => draw.batch === word && draw.isRehearsal === rehearsal);
  return found === undefined ? failed({ code: 'batch-not-sealed', severity: 'error', fields: { batch: word } }) : { ok: true, value: found };
};
