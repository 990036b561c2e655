/** The changes of a draw as lists count them. */
import { type CountedChange, type LedgerEntry, mainDrawLine, noticedChange } from '@shuangsuiji/core';

/** With the line of the ledger; declared after the main draw or before it. */
export const countedChanges = (own: readonly LedgerEntry[]): readonly (CountedChange & { readonly seq: number })[] => {
  const drawnAt = mainDrawLine(own);
  return own.flatMap((entry) => (entry.type === 'changed' ? [{ ...noticedChange(entry), isAfterDraw: entry.seq > drawnAt }] : []));
};
