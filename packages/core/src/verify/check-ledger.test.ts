import { describe, expect, test } from 'vitest';
import { type Digest, type DrawId, unsafeBrand } from '../base/brand.js';
import { portableHash as hash } from '../base/digest.js';
import type { LedgerEntry } from '../record/ledger.js';
import type { RecordTexts } from '../record/paths.js';
import { right, sampleRecord, type SampleOptions } from '../record/sample.properties.js';
import type { Sealed } from '../record/sealed.js';
import { checkLedger } from './check-ledger.js';
import { openRecord } from './opened-record.js';

/** Opened, imported, sealed, entered, drawn, revealed: lines 1 to 6; with an odd number another batch is sealed in line 3. */
const OPTIONS: SampleOptions = { number: 2, scheme: 'ssj/1', publication: 'after-visits', sampling: 'flat', isFeasible: true, stage: 'revealed' };
const { texts } = sampleRecord(OPTIONS);
const record = openRecord(texts, hash);
const sealed = right(record.sealed);
const ledger = right(record.ledger);
const FILE = 'ledger.jsonl';
const digest = 'a'.repeat(64) as Digest;

type Body = Readonly<Record<string, unknown>>;
const numbered = (entries: readonly LedgerEntry[]): readonly LedgerEntry[] => entries.map((entry, index) => ({ ...entry, seq: index + 1 }));
const found = (entries: readonly LedgerEntry[], of: Partial<Sealed> = {}, files: RecordTexts = texts) => checkLedger({ ...sealed, ...of }, { ...ledger, entries }, files === texts ? record : openRecord(files, hash));
/** The entry of a line, changed. */
const withLine = (row: number, change: Body, body: Body = {}): readonly LedgerEntry[] =>
  ledger.entries.map((entry, index) => (index === row - 1 ? ({ ...entry, ...change, body: { ...entry.body, ...body } } as LedgerEntry) : entry));
/** One more entry before a line. */
const inserted = (row: number, type: string, body: Body, at = 3): readonly LedgerEntry[] =>
  numbered(ledger.entries.toSpliced(row - 1, 0, { ...ledger.entries[at - 1]!, type, body } as unknown as LedgerEntry));
const differs = (row: number | undefined, field: string, recorded: unknown, replayed: unknown, file = FILE) =>
  ({ code: 'value-differs', severity: 'error', where: { file, ...(row === undefined ? {} : { row }) }, fields: { field, recorded: JSON.stringify(recorded), replayed: JSON.stringify(replayed) } });
const error = (code: string, row: number | undefined, fields: object) => ({ code, severity: 'error', where: { file: FILE, ...(row === undefined ? {} : { row }) }, fields });

test('R10 the sample’s own ledger speaks for it', () => {
  expect(ledger.entries.map(({ type }) => type)).toEqual(['opened', 'imported', 'sealed', 'entered', 'drawn', 'revealed']);
  expect(found(ledger.entries)).toEqual([]);
});
describe('R10.4 opened is the first line and no other', () => {
  test('a first line of another kind is named', () => {
    expect(found(ledger.entries.slice(1))).toContainEqual(differs(1, 'type', 'imported', 'opened'));
  });
  test('a second opening is named', () => {
    const again = inserted(3, 'opened', ledger.entries[0]!.body as Body);
    expect(found(again)).toContainEqual(error('event-repeated', 3, { type: 'opened', row: 3 }));
  });
});
describe('R10.4 the order of the events of every draw', () => {
  test('what stands twice and what stands too early is named with its line, in this draw and in any other', () => {
    expect(found(numbered([...ledger.entries, ledger.entries[5]!]))).toContainEqual(error('event-repeated', 7, { type: 'revealed', row: 7 }));
    const before = numbered(ledger.entries.toSpliced(4, 2, ledger.entries[5]!, ledger.entries[4]!));
    expect(found(before)).toContainEqual(error('event-order', 5, { type: 'revealed', row: 5 }));
    const other = inserted(3, 'voided', { drawId: '652722-2026-0009', reason: '录错', by: '办公室', evidence: '纪要' });
    expect(found(other)).toContainEqual(error('event-order', 3, { type: 'voided', row: 3 }));
  });
  test('a draw without its seal has no ledger', () => {
    expect(found(ledger.entries.toSpliced(2, 1))).toEqual([error('event-missing', undefined, { type: 'sealed' })]);
  });
  test('the ledger of a record ends with the last event of its draw', () => {
    expect(found(numbered([...ledger.entries, ledger.entries[1]!]))).toEqual([differs(undefined, 'last entry', 7, 6)]);
  });
});
test('R10.3 the entry of the seal says what the seal says', () => {
  const body = ledger.entries[2]!.body as Body;
  expect(found(withLine(3, {}, { commitment: digest }))).toEqual([differs(3, 'commitment', digest, body['commitment'])]);
  expect(found(withLine(3, {}, { batch: 'X' }))).toEqual([differs(3, 'batch', 'X', sealed.batch.number)]);
  expect(found(withLine(3, {}, { scheme: 'ssj/2' }))).toEqual([differs(3, 'scheme', 'ssj/2', 'ssj/1')]);
  expect(found(withLine(3, {}, { snapshot: digest }))).toEqual([differs(3, 'snapshot', digest, sealed.snapshot)]);
  expect(found(withLine(3, { at: '2026-02-02T09:05:01+08:00' }))).toEqual([differs(3, 'at', '2026-02-02T09:05:01+08:00', sealed.sealedAt)]);
  expect(found(withLine(3, { prev: digest })).map(({ where, fields }) => [where?.row, 'field' in fields && fields.field])).toEqual([[3, 'ledgerHead']]);
});
test('D1.5 serials of sealed entries count up from 1, rehearsals counted', () => {
  const other = { ...(ledger.entries[2]!.body as Body), batch: 'X', drawId: '652722-2026-0001', scheme: 'ssj/1-rehearsal' };
  const serials = (entries: readonly LedgerEntry[]) => found(entries).filter(({ fields }) => 'field' in fields && fields.field === 'drawId');
  expect(serials(inserted(3, 'sealed', other))).toEqual([differs(4, 'drawId', '652722-2026-0001', '652722-2026-0002')]);
  expect(serials(inserted(3, 'sealed', { ...other, drawId: '652722-2025-0003' }))).toEqual([differs(3, 'drawId', '652722-2025-0003', '652722-2025-0001'), differs(4, 'drawId', '652722-2026-0001', '652722-2026-0002')]);
});
describe('R10.4 a batch is sealed again only where all earlier draws of it are void', () => {
  const own = sealed.drawId;
  const earlier = unsafeBrand<'DrawId'>('652722-2026-0009');
  const voided = (drawId: DrawId, reason = '录错') => ['voided', { drawId, reason, by: '办公室', evidence: '纪要' }] as const;
  const first = (more: Body = {}) => ['sealed', { ...(ledger.entries[2]!.body as Body), drawId: earlier, ...more }] as const;
  /** These before the seal. */
  const before = (...events: readonly (readonly [string, Body])[]) => events.reduceRight((entries, [type, body]) => numbered(entries.toSpliced(2, 0, { ...ledger.entries[2]!, type, body } as unknown as LedgerEntry)), ledger.entries);
  const told = (entries: readonly LedgerEntry[], of: Partial<Sealed> = {}) => found(entries, of).filter(({ code, fields }) => code === 'batch-drawn-twice' || ('field' in fields && fields.field === 'redoes'));
  const redoes = [{ drawId: earlier, reason: '录错' }];
  const names = (recorded: unknown, replayed: unknown) => differs(undefined, 'redoes', recorded, replayed, 'sealed.json');
  test('then the seal names them with their reasons', () => {
    expect(told(before(first(), voided(earlier)), { redoes })).toEqual([]);
    expect(told(before(first(), voided(earlier)))).toEqual([names([], redoes)]);
    expect(told(before(first(), voided(earlier)), { redoes: [{ drawId: earlier, reason: '其他' }] })).toEqual([names([{ drawId: earlier, reason: '其他' }], redoes)]);
    expect(told(ledger.entries, { redoes })).toEqual([names(redoes, [])]);
  });
  test('one that stands, or was voided only afterwards, is named', () => {
    const twice = (row: number, other: DrawId) => error('batch-drawn-twice', row, { batch: sealed.batch.number, other });
    expect(told(before(first()), { redoes })).toEqual([twice(4, earlier), names(redoes, [{ drawId: earlier, reason: '' }])]);
    const afterwards = numbered(before(first()).toSpliced(4, 0, { ...ledger.entries[2]!, type: 'voided', body: voided(earlier)[1] } as unknown as LedgerEntry));
    expect(told(afterwards, { redoes })).toEqual([twice(4, earlier)]);
    const later = numbered([...ledger.entries, { ...ledger.entries[2]!, body: first()[1] } as unknown as LedgerEntry]);
    expect(told(later)).toEqual([twice(7, earlier)]);
    expect(own).not.toBe(earlier);
  });
  test('another batch, and rehearsals, stand in nobody’s way', () => {
    expect(told(before(first({ batch: 'X' })))).toEqual([]);
    expect(told(before(first({ scheme: 'ssj/1-rehearsal' })))).toEqual([]);
    expect(told(before(first()), { scheme: 'ssj/1-rehearsal' })).toEqual([]);
    expect(told(before(first()), { scheme: 'ssj/1-rehearsal', redoes })).toEqual([names(redoes, [])]);
  });
});
describe('R10.3 a draw and a revelation say what they left behind', () => {
  const documents = (ledger.entries[4]!.body as { documents: Readonly<Record<string, Digest>> }).documents;
  const without = (path: string): RecordTexts => new Map([...texts].filter(([own]) => own !== path));
  test('every file of the round with its digest, and no other', () => {
    expect(found(withLine(5, {}, { documents: { ...documents, 'rounds/0/seed.json': digest } }))).toEqual([differs(5, 'rounds/0/seed.json', digest, documents['rounds/0/seed.json'])]);
    const { 'rounds/0/odds.jsonl': odds, ...others } = documents;
    const incomplete = { code: 'value-differs', where: { row: 5 }, fields: { field: 'documents', replayed: expect.stringContaining('odds.jsonl') } };
    expect(found(withLine(5, {}, { documents: others }))).toMatchObject([differs(5, 'rounds/0/odds.jsonl', '', odds), incomplete]);
    // Nor may both lack it.
    expect(found(withLine(5, {}, { documents: others }), {}, without('rounds/0/odds.jsonl'))).toMatchObject([incomplete]);
    expect(found(ledger.entries, {}, without('rounds/0/odds.jsonl'))).toEqual([{ code: 'file-missing', severity: 'error', where: { file: 'rounds/0/odds.jsonl' }, fields: {} }]);
  });
  test('its time and its outcome', () => {
    const late = '2026-02-02T10:00:01+08:00';
    expect(found(withLine(5, { at: late }))).toEqual([differs(5, 'at', late, '2026-02-02T10:00:00+08:00')]);
    const names = Object.keys(documents).sort();
    expect(found(withLine(5, {}, { outcome: 'infeasible' }))).toEqual([differs(5, 'documents', names, ['match.json', 'seed.json', 'targets.jsonl'].map((name) => `rounds/0/${name}`)), differs(5, 'outcome', 'infeasible', 'matched')]);
  });
  test('the revelation its digest and its time', () => {
    const late = '2026-02-02T10:40:01+08:00';
    expect(found(withLine(6, { at: late }))).toEqual([differs(6, 'at', late, '2026-02-02T10:40:00+08:00')]);
    expect(found(withLine(6, {}, { document: digest }))).toEqual([differs(6, 'document', digest, hash(texts.get('reveal.json')!))]);
    expect(found(ledger.entries, {}, without('reveal.json'))).toEqual([{ code: 'file-missing', severity: 'error', where: { file: 'reveal.json' }, fields: {} }]);
  });
  test('files of a draw or a revelation that the ledger does not know are named by the entry they lack', () => {
    expect(found(ledger.entries.slice(0, 5))).toEqual([error('event-missing', undefined, { type: 'revealed' })]);
    expect(found(ledger.entries.slice(0, 4))).toEqual([error('event-missing', undefined, { type: 'drawn' }), error('event-missing', undefined, { type: 'revealed' })]);
    const notice = new Map([...texts, ['notices/1.json', '{}\n']]);
    expect(found(ledger.entries, {}, notice)).toEqual([]);
  });
});
