import { expect, test } from 'vitest';
import type { AgencyCode, DrawId, InspectorId, TargetId } from '../base/brand.js';
import { day } from '../plan/county.properties.js';
import type { Change } from './changes.js';
import type { PastRound } from './draw-state.js';
import type { LedgerEntry } from './ledger.js';
import { pastDraws, type PastRecord, pastVisitsOf } from './past-visits-of.js';

const draw = (serial: number) => `652722-2026-000${serial}` as DrawId;
const target = (code: string) => `local:${code}` as TargetId;
const person = (number: number) => `A/${number}` as InspectorId;
/** Targets with the people sent there. */
const round = (visits: Readonly<Record<string, readonly number[]>>): PastRound => ({
  targets: Object.keys(visits).map((code) => ({ stratum: 'ALL', ticket: '', id: target(code) })) as unknown as PastRound['targets'],
  assignments: Object.entries(visits).map(([code, people]) => ({ agency: 'A' as AgencyCode, target: target(code), inspectors: people.map(person) })),
});
const record = (from: string, ...rounds: readonly PastRound[]): PastRecord => ({ period: { from: day(from), to: day('2027-06-30') }, rounds });

type Step = readonly ['sealed' | 'rehearsed' | 'drawn' | 'voided', number] | readonly ['changed', number, Change];
const ledger = (...steps: readonly Step[]) =>
  steps.map(([type, serial, change], at) => ({
    seq: at + 1, type: type === 'rehearsed' ? 'sealed' : type,
    body: { drawId: draw(serial), ...(type === 'sealed' ? { scheme: 'ssj/2' } : type === 'rehearsed' ? { scheme: 'ssj/1-rehearsal' } : {}), ...(change === undefined ? {} : { change }) },
  })) as unknown as readonly LedgerEntry[];
const past = (entries: readonly LedgerEntry[], records: Readonly<Record<number, PastRecord>>, more: { readonly before?: number; readonly rotation?: number; readonly from?: string } = {}) => {
  const { used, bars } = pastVisitsOf({
    entries, before: more.before ?? entries.length + 1, records: new Map(Object.entries(records).map(([serial, one]) => [draw(Number(serial)), one])),
    period: { from: day(more.from ?? '2026-05-01'), to: day('2026-12-31') }, rotation: more.rotation ?? 1,
  });
  return { used: Object.fromEntries(used), bars: bars.map(({ target: at, inspector, drawId }) => `${at.slice(6)} ${inspector.slice(2)} ${drawId.slice(-1)}`) };
};

test('D5.8 visits of draws whose batch begins in the same year count, whoever was sent in whatever round', () => {
  const entries = ledger(['sealed', 1], ['drawn', 1], ['sealed', 2], ['drawn', 2], ['drawn', 2]);
  const records = { 1: record('2025-12-31', round({ X: [1, 2] })), 2: record('2026-01-01', round({ X: [1, 2], Y: [1] }), round({ Z: [3] })) };
  expect(past(entries, records).used).toEqual({ 'A/1': 2, 'A/2': 1, 'A/3': 1 });
  expect(past(entries, records, { from: '2025-02-01' }).used).toEqual({ 'A/1': 1, 'A/2': 1 });
  expect(past(entries, records, { from: '2027-02-01' }).used).toEqual({});
});
test('D5.8 rehearsals, draws void by then, and whatever came after the seal are left out', () => {
  const entries = ledger(['sealed', 1], ['drawn', 1], ['rehearsed', 2], ['drawn', 2], ['sealed', 3], ['drawn', 3], ['voided', 3], ['drawn', 1], ['sealed', 4], ['voided', 1]);
  const records = { 1: record('2026-01-01', round({ X: [1] }), round({ Y: [2] })), 2: record('2026-01-01', round({ X: [3] })), 3: record('2026-01-01', round({ X: [4] })) };
  expect(pastDraws(entries, 9)).toEqual([draw(1)]);
  expect(past(entries, records, { before: 9 }).used).toEqual({ 'A/1': 1, 'A/2': 1 });
  expect(past(entries, records, { before: 8 }).used).toEqual({ 'A/1': 1 });
  expect(past(entries, records, { before: 7 }).used).toEqual({ 'A/1': 1, 'A/4': 1 });
  expect(past(entries, records).used).toEqual({});
});
test('D5.8 targets withdrawn or postponed and people withdrawn, from all or one, are not counted, from the change on', () => {
  const why = { kind: 'target-withdrawn', target: target('X') } as const;
  const entries = ledger(['sealed', 1], ['drawn', 1], ['changed', 1, why], ['changed', 1, { kind: 'target-postponed', target: target('Y') }], ['changed', 1, { kind: 'inspector-withdrawn', inspector: person(2) }], ['changed', 1, { kind: 'pair-withdrawn', target: target('Z'), inspector: person(3), ground: '近亲属' }]);
  const records = { 1: record('2026-01-01', round({ X: [1], Y: [1], Z: [1, 2, 3], W: [2, 3] })) };
  expect([3, 4, 5, 6, 7].map((before) => past(entries, records, { before }).used)).toEqual([
    { 'A/1': 3, 'A/2': 2, 'A/3': 2 }, { 'A/1': 2, 'A/2': 2, 'A/3': 2 }, { 'A/1': 1, 'A/2': 2, 'A/3': 2 }, { 'A/1': 1, 'A/3': 2 }, { 'A/1': 1, 'A/3': 1 },
  ]);
  expect(past(entries, records, { rotation: 9 }).bars).toEqual(['W 3 1', 'Z 1 1']);
});
test('D5.9 of the last n visits to each target, the latest draw standing for a pair; the year does not matter', () => {
  const entries = ledger(['sealed', 1], ['drawn', 1], ['sealed', 2], ['drawn', 2], ['sealed', 3], ['drawn', 3]);
  const records = { 1: record('2024-01-01', round({ X: [1, 2], Y: [5] })), 2: record('2025-01-01', round({ X: [2, 3] })), 3: record('2026-01-01', round({ X: [4], Z: [] })) };
  expect([0, 1, 2, 3].map((rotation) => past(entries, records, { rotation }).bars)).toEqual([[], ['X 4 3', 'Y 5 1'], ['X 2 2', 'X 3 2', 'X 4 3', 'Y 5 1'], ['X 1 1', 'X 2 2', 'X 3 2', 'X 4 3', 'Y 5 1']]);
});
