import { describe, expect, test } from 'vitest';
import type { Digest } from '../base/brand.js';
import { portableHash as hash } from '../base/digest.js';
import { laterSample } from '../record/later-sample.properties.js';
import type { LedgerEntry } from '../record/ledger.js';
import type { RecordTexts } from '../record/paths.js';
import { readSealedInputs } from '../record/read-sealed.js';
import { right } from '../record/sample.properties.js';
import { checkRoundNotices, checkSealingNotice } from './check-notices.js';
import { openRecord } from './opened-record.js';

const { texts } = laterSample({ number: 3, scheme: 'ssj/1', publication: 'after-visits', sampling: 'flat', isFeasible: true, stage: 'redrawn' });
const record = openRecord(texts, hash);
const { inputs } = right(readSealedInputs(texts, hash));
const { entries } = right(record.ledger);
const salt = right(record.salt);
const at = (type: LedgerEntry['type'], test_: (entry: LedgerEntry) => boolean = () => true): number => entries.findIndex((entry) => entry.type === type && test_(entry));
const changeOf = (kind: string): number => at('changed', (entry) => entry.type === 'changed' && entry.body.change.kind === kind);
const found = (own: readonly LedgerEntry[], files: RecordTexts = texts) => checkRoundNotices(inputs, own, files === texts ? record : openRecord(files, hash));
const without = (path: string): RecordTexts => new Map([...texts].filter(([own]) => own !== path));
const brief = (findings: ReturnType<typeof found>) => findings.map(({ code, where }) => [code, where?.file, where?.row]);

test('R12.2 the sample’s own notice and changes fit', () => {
  expect(changeOf('target-withdrawn') > 0 && changeOf('target-postponed') > 0 && changeOf('inspector-withdrawn') > 0).toBe(true);
  expect([found(entries), checkSealingNotice(inputs, salt, entries, record)]).toEqual([[], []]);
});
describe('R12.1 the notice of the seal', () => {
  test('its digest stands in the entry of the seal', () => {
    const row = at('sealed', (entry) => 'drawId' in entry.body && entry.body.drawId === inputs.sealed.drawId);
    const other = entries.with(row, { ...entries[row]!, body: { ...entries[row]!.body, notice: 'a'.repeat(64) as Digest } } as LedgerEntry);
    expect(checkSealingNotice(inputs, salt, other, record)).toMatchObject([{ code: 'value-differs', where: { file: 'ledger.jsonl', row: row + 1 }, fields: { field: 'notice' } }]);
  });
  test('it is there, worked out from the seal, the frame and the salt of this draw', () => {
    expect(checkSealingNotice(inputs, salt, entries, openRecord(without('notices/0.json'), hash))).toEqual([{ code: 'file-missing', severity: 'error', where: { file: 'notices/0.json' }, fields: {} }]);
    expect(brief(checkSealingNotice(inputs, { ...salt, salt: 'a'.repeat(64) as Digest }, entries, record))).toEqual([['value-differs', 'notices/0.json', 1], ['value-differs', 'ledger.jsonl', expect.any(Number)]]);
    expect(checkSealingNotice(inputs, { ...salt, drawId: '652722-2026-0009' as never }, entries, record)).toMatchObject([{ code: 'value-differs', where: { file: 'salt.json' }, fields: { field: 'drawId' } }]);
  });
});
describe('R12.2 the notice of a later round', () => {
  test('its digest stands in its entry', () => {
    const row = at('announced');
    const other = entries.with(row, { ...entries[row]!, body: { ...entries[row]!.body, commitment: 'a'.repeat(64) as Digest } } as LedgerEntry);
    expect(found(other)).toMatchObject([{ code: 'value-differs', where: { file: 'ledger.jsonl', row: row + 1 }, fields: { field: 'commitment' } }]);
  });
  test('a round that was never announced, or whose notice is gone, is named', () => {
    expect(found(entries.toSpliced(at('announced'), 1))).toEqual([{ code: 'event-missing', severity: 'error', where: { file: 'ledger.jsonl' }, fields: { type: 'announced' } }]);
    expect(found(entries, without('notices/1.json'))).toEqual([{ code: 'file-missing', severity: 'error', where: { file: 'notices/1.json' }, fields: {} }]);
  });
  test('a change that it does not answer to, or time and head that are others, are different', () => {
    const row = at('announced');
    expect(brief(found(entries.toSpliced(changeOf('inspector-withdrawn'), 1)))).toEqual(expect.arrayContaining([['value-differs', 'notices/1.json', 1], ['value-differs', 'ledger.jsonl', row + 1]]));
    expect(brief(found(entries.with(row, { ...entries[row]!, at: '2026-02-02T10:20:01+08:00' } as LedgerEntry)))).toEqual([['value-differs', 'notices/1.json', 1], ['value-differs', 'ledger.jsonl', row + 1]]);
    expect(brief(found(entries.with(row, { ...entries[row]!, prev: 'a'.repeat(64) as Digest })))).toEqual([['value-differs', 'notices/1.json', 1], ['value-differs', 'ledger.jsonl', row + 1]]);
  });
});
describe('R12.3 every change fits the draw as it stood when it was made', () => {
  const ofChanges = (own: readonly LedgerEntry[]) => found(own).filter(({ code }) => code.startsWith('change-'));
  test('one that was made before is named with its line', () => {
    const again = entries[changeOf('target-postponed')]!;
    expect(ofChanges([...entries, { ...again, seq: 99 }])).toEqual([{ code: 'change-target-gone', severity: 'error', where: { file: 'ledger.jsonl', row: 99 }, fields: { target: (again.body as { change: { target: string } }).change.target } }]);
  });
  test('a target is postponed only after the draw that drew it', () => {
    const postponed = entries[changeOf('target-postponed')]!;
    const early = entries.toSpliced(changeOf('target-postponed'), 1).toSpliced(at('drawn'), 0, postponed);
    expect(ofChanges(early).map(({ code, where }) => [code, where?.row])).toEqual([['change-target-not-drawn', postponed.seq]]);
    const other = { ...entries[at('drawn')]!, body: { ...entries[at('drawn')]!.body, drawId: '652722-2026-0009' } } as LedgerEntry;
    expect(ofChanges(early.toSpliced(1, 0, other)).map(({ code }) => code)).toEqual(['change-target-not-drawn']);
  });
  test('one that was drawn in round 1 only after the draw of round 1', () => {
    const first = new Set(right(record.rounds[0].targets)!.map(({ id }) => id));
    const [later] = right(record.rounds[1]!.targets)!.filter(({ id }) => !first.has(id));
    const postponed = { ...entries[changeOf('target-postponed')]!, seq: 99, body: { ...entries[changeOf('target-postponed')]!.body, change: { kind: 'target-postponed', target: later!.id } } } as LedgerEntry;
    expect(ofChanges([...entries, postponed])).toEqual([]);
    const drawn = at('drawn', (entry) => entry.type === 'drawn' && entry.body.round === 1);
    expect(ofChanges(entries.toSpliced(drawn, 0, postponed)).map(({ code }) => code)).toEqual(['change-target-not-drawn']);
  });
});
