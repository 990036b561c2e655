import { expect, test } from 'vitest';
import { err, ok } from '../base/result.js';
import { NO_PAST } from '../plan/past-visits.js';
import type { OpenedRecord } from './opened-record.js';
import { pastVisitsClaims } from './past-visits-claims.js';

const row = (id: number, used?: number) => ({ id: `A/${id}`, capacity: 1, qualifications: [], ...(used === undefined ? {} : { used }) });
const record = (rows: readonly object[], hasBars = false, pairs = 0) =>
  ({ roster: ok(rows), bars: ok(Array.from({ length: pairs }, () => ({}))), sealed: ok({ documents: hasBars ? { 'bars.jsonl': 'a'.repeat(64) } : {} }) }) as unknown as OpenedRecord;

test('R11.1 what a seal says of earlier visits is told where the county’s ledger was not there', () => {
  expect(pastVisitsClaims(record([row(1, 0), row(2, 3), row(3), row(4, 1)], true, 2), undefined)).toEqual([{ code: 'used-as-stated', people: 3, withVisits: 2 }, { code: 'bars-as-stated', pairs: 2 }]);
  expect(pastVisitsClaims(record([row(1, 0)], true), undefined)).toEqual([{ code: 'used-as-stated', people: 1, withVisits: 0 }, { code: 'bars-as-stated', pairs: 0 }]);
});
test('R11.1 it is not told where it was worked out, or where the seal says no such thing', () => {
  expect(pastVisitsClaims(record([row(1, 2)], true, 2), NO_PAST)).toEqual([]);
  expect(pastVisitsClaims(record([row(1)]), undefined)).toEqual([]);
  const unread = { roster: err([]), bars: err([]), sealed: err([]) } as unknown as OpenedRecord;
  expect(pastVisitsClaims(unread, undefined)).toEqual([]);
});
