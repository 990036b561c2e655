/** Which draw a word of the command line means. */
import { type DrawId, isDrawId, isRehearsal, type LedgerEntry, type ParsedLedger } from '@shuangsuiji/core';
import { failed, type Outcomes } from './county.js';

type Sealing = Extract<LedgerEntry, { type: 'sealed' }>;

export interface DrawState {
  readonly drawId: DrawId;
  readonly batch: string;
  readonly isRehearsal: boolean;
  readonly isDrawn: boolean;
  readonly isRevealed: boolean;
}

/** All sealed draws in the order of sealing. */
export const drawsOf = ({ entries }: ParsedLedger): readonly DrawState[] => {
  const has = (type: LedgerEntry['type'], drawId: DrawId): boolean => entries.some((entry) => entry.type === type && 'drawId' in entry.body && entry.body.drawId === drawId);
  return entries
    .filter((entry): entry is Sealing => entry.type === 'sealed')
    .map(({ body: { drawId, batch, scheme } }) => ({ drawId, batch, isRehearsal: isRehearsal(scheme), isDrawn: has('drawn', drawId), isRevealed: has('revealed', drawId) }));
};

export interface FindDrawInput {
  readonly ledger: ParsedLedger;
  /** A drawId, or the number of a batch: then its last draw of the kind asked for. */
  readonly word: string;
  readonly rehearsal: boolean;
}

/** The draw that is meant, or the problem that its batch was never sealed. */
export const findDraw = ({ ledger, word, rehearsal }: FindDrawInput): Outcomes<DrawState> => {
  const draws = drawsOf(ledger);
  const found = isDrawId(word)
    ? draws.find(({ drawId }) => drawId === word)
    : draws.findLast((draw) => draw.batch === word && draw.isRehearsal === rehearsal);
  return found === undefined ? failed({ code: 'batch-not-sealed', severity: 'error', fields: { batch: word } }) : { ok: true, value: found };
};
