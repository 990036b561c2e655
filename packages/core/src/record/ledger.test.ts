import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Digest, DrawId, Timestamp } from '../base/brand.js';
import { epochSecondsOf } from '../base/plain-date.js';
import { EMPTY_HEAD, type LedgerEvent, ledgerLines } from './ledger.js';
import { parseLedger, readLedger } from './parse-ledger.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const at = (clock: string): Timestamp => `2026-03-02T${clock}:00+08:00` as Timestamp;
const opened: LedgerEvent = { type: 'opened', body: { authority: { code: '652722', name: '样例县' }, year: 2026, program: { name: 'shuangsuiji', version: '0.1.0' } } };
const revealed: LedgerEvent = { type: 'revealed', body: { drawId: '652722-2026-0001' as DrawId, document: 'a'.repeat(64) as Digest } };
const written = (...clocks: string[]): string => {
  let head = EMPTY_HEAD;
  return clocks.map((clock, index) => {
    const lines = ledgerLines({ head, at: at(clock), events: [index === 0 ? opened : revealed], hash });
    head = lines.head;
    return lines.text;
  }).join('');
};
const parse = (text: string) => parseLedger({ file: '台账.jsonl', text, hash });
const codes = (text: string) => parse(text).problems.map(({ code, where }) => [code, where?.row]);
const LEDGER = written('09:00', '09:00', '09:30');
const LINES = LEDGER.split('\n').slice(0, -1);

describe('R10.1 the chain', () => {
  test('lines count from 1, and each names the one before', () => {
    const { entries, head, problems, torn, whole } = parse(LEDGER);
    expect(problems).toEqual([]);
    expect(entries.map(({ seq, prev }) => [seq, prev])).toEqual([[1, '0'.repeat(64)], [2, hash(LINES[0]!)], [3, hash(LINES[1]!)]]);
    expect(head).toEqual({ seq: 3, digest: hash(LINES[2]!) });
    expect(parse(LEDGER).digests).toEqual(LINES.map(hash));
    expect([torn, whole]).toEqual(['', LEDGER]);
  });
  test('several events appended at once are the same as one after the other', () => {
    const once = ledgerLines({ head: EMPTY_HEAD, at: at('09:00'), events: [opened, revealed], hash });
    const first = ledgerLines({ head: EMPTY_HEAD, at: at('09:00'), events: [opened], hash });
    const second = ledgerLines({ head: first.head, at: at('09:00'), events: [revealed], hash });
    expect(once).toEqual({ text: first.text + second.text, head: second.head });
    expect(ledgerLines({ head: second.head, at: at('09:00'), events: [], hash })).toEqual({ text: '', head: second.head });
  });
  test('an empty ledger has the empty head', () => {
    expect(parse('')).toEqual({ entries: [], digests: [], head: EMPTY_HEAD, whole: '', torn: '', problems: [] });
  });
  test('a changed line shows at the next one, a missing one in the numbers', () => {
    expect(codes(LEDGER.replace('样例县', '样例市'))).toEqual([['ledger-chain', 2]]);
    expect(codes(`${LINES[0]}\n${LINES[2]}\n`)).toEqual([['ledger-seq', 2], ['ledger-chain', 2]]);
    expect(codes(`${LINES[0]}\n${LINES[2]}\n${LINES[1]}\n`).length).toBeGreaterThan(2);
    expect(codes(`${LINES[1]}\n`)).toEqual([['ledger-seq', 1], ['ledger-chain', 1]]);
  });
  test('a line of another shape is named, and the ones around it are still read', () => {
    const { entries, problems } = parse(`${LINES[0]}\n{"a":1}\n${LINES[2]}\n`);
    expect(entries.map(({ seq }) => seq)).toEqual([1, 3]);
    expect(new Set(problems.map(({ code, where }) => `${code} ${where?.row}`))).toEqual(new Set(['document-invalid 2', 'ledger-chain 3']));
    expect(codes(LEDGER.replace('{"at"', '{ "at"'))).toEqual([['document-not-canonical', 1], ['ledger-chain', 2]]);
  });
});

describe('R10.2 a torn last line', () => {
  test.each([['without LF', LINES[2]!.slice(0, 40)], ['whole but for its LF', LINES[2]!], ['with LF and no JSON', `${LINES[2]!.slice(0, 40)}\n`], ['one byte', '{']])('%s is reported and set aside, and the head is that of the last whole line', (_, tail) => {
    const whole = `${LINES[0]}\n${LINES[1]}\n`;
    expect(parse(whole + tail)).toMatchObject({ torn: tail, whole, head: { seq: 2, digest: hash(LINES[1]!) }, problems: [{ code: 'ledger-torn', severity: 'error', where: { file: '台账.jsonl', row: 3 }, fields: { row: 3 } }] });
  });
  test('a torn line in the middle is no torn last line', () => {
    expect(parse(`${LINES[0]}\n{"at\n${LINES[2]}\n`)).toMatchObject({ torn: '', problems: [{ code: 'document-invalid', where: { row: 2 } }, { code: 'ledger-chain' }] });
  });
});

test('what is kept of the entries changes nothing of what is checked', () => {
  for (const text of [LEDGER, LEDGER.replace('样例县', '样例市'), `${LEDGER}{"at`, `${LINES[0]}\n{"a":1}\n${LINES[2]}\n`, written('09:00', '08:59')]) {
    const { entries, ...all } = readLedger({ file: '', pieces: text.split('\n'), hash });
    const { entries: kept, ...few } = readLedger({ file: '', pieces: text.split('\n'), keeps: new Set(['revealed']), hash });
    expect(few).toEqual(all);
    expect(kept).toEqual(entries.filter(({ type }) => type === 'revealed'));
  }
});

describe('a time that has not come yet', () => {
  const START = epochSecondsOf(at('09:00'));
  const ahead = (latest: number, text = written('09:00', '09:01', '09:02')) => readLedger({ file: '台账.jsonl', pieces: text.split('\n'), latest, hash }).problems;
  test('is a warning at the first such line, with the number of all', () => {
    expect(ahead(START)).toEqual([{ code: 'ledger-time-ahead', severity: 'warning', where: { file: '台账.jsonl', row: 2 }, fields: { row: 2, at: at('09:01'), count: 2 } }]);
    expect(ahead(START - 1)).toMatchObject([{ where: { row: 1 }, fields: { row: 1, at: at('09:00'), count: 3 } }]);
  });
  test('is none up to the last second, or where nobody asks', () => {
    expect([ahead(START + 120), ahead(START + 119).length, ahead(Infinity)]).toEqual([[], 1, []]);
    expect(parse(written('09:00', '09:01')).problems).toEqual([]);
  });
});

test('R10.5 a time that goes back is a warning, the same moment elsewhere is none', () => {
  expect(parse(written('09:00', '08:59')).problems).toMatchObject([{ code: 'ledger-time', severity: 'warning', where: { row: 2 }, fields: { before: at('09:00'), at: at('08:59') } }]);
  const head = ledgerLines({ head: EMPTY_HEAD, at: at('09:00'), events: [opened], hash });
  const later = ledgerLines({ head: head.head, at: '2026-03-02T02:00:00+01:00' as Timestamp, events: [revealed], hash });
  expect(codes(head.text + later.text)).toEqual([]);
});
