/** What a seal says of earlier visits and a record alone cannot show (draw-spec D5.8, D5.9). */
import type { PastVisits } from '../plan/past-visits.js';
import type { OpenedRecord } from './opened-record.js';

export type PastVisitsClaim =
  /** So many people have a number for the year, and so many of them had visits before. */
  | { readonly code: 'used-as-stated'; readonly people: number; readonly withVisits: number }
  /** So many pairs that were kept apart since the person was there lately. */
  | { readonly code: 'bars-as-stated'; readonly pairs: number };

/** Each only where the seal says such a thing; none where the county's own ledger was there to compare. */
export const pastVisitsClaims = ({ roster, bars, sealed }: OpenedRecord, past: PastVisits | undefined): readonly PastVisitsClaim[] => {
  if (past !== undefined) return [];
  const used = (roster.ok ? roster.value : []).flatMap((row) => row.used ?? []);
  const hasBars = sealed.ok && sealed.value.documents['bars.jsonl'] !== undefined;
  return [
    ...(used.length === 0 ? [] : [{ code: 'used-as-stated', people: used.length, withVisits: used.filter((visits) => visits > 0).length } as const]),
    ...(hasBars && bars.ok ? [{ code: 'bars-as-stated', pairs: bars.value.length } as const] : []),
  ];
};
