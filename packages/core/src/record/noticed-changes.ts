/** Which changes of the ledger a notice answers to (record-format R12.2). */
import type { LedgerEntry } from './ledger.js';
import type { NoticedChange } from './notice.js';

/**
 * All changes since the notice before.
 *
 * @param own - entries of one draw
 * @param announced - the entry of the notice, or one that would come next
 */
export const changesBefore = (own: readonly LedgerEntry[], announced: { readonly seq: number }): readonly NoticedChange[] => {
  const since = own.filter((entry) => entry.type === 'announced' && entry.seq < announced.seq).at(-1)?.seq ?? 0;
  return own.flatMap((entry) => (entry.type === 'changed' && entry.seq > since && entry.seq < announced.seq ? [noticedChange(entry)] : []));
};

/**
 * The line of the main draw: a change after it was declared when somebody could know the result (抽取后申报).
 *
 * @param own - entries of one draw
 * @returns a number after every line while the draw is not made
 */
export const mainDrawLine = (own: readonly LedgerEntry[]): number => own.find((entry) => entry.type === 'drawn' && entry.body.round === 0)?.seq ?? Infinity;

/** A change as a notice holds it. */
export const noticedChange = ({ seq, body: { change, reason, by, evidence, scan } }: Extract<LedgerEntry, { type: 'changed' }>): NoticedChange => ({ seq, change, reason, by, evidence, scan });
