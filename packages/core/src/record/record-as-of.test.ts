import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Digest, InspectorId, Timestamp } from '../base/brand.js';
import { runs } from '../base/runs.properties.js';
import { type LedgerEvent, ledgerLines } from './ledger.js';
import { withManifest } from './manifest.js';
import { recordAsOf } from './record-as-of.js';
import { anySampleOptions, sampleRecord } from './sample.properties.js';
import { parseLedger } from './parse-ledger.js';
import { PATHS, type RecordTexts } from './paths.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

test('R11.2 a record as of a line of the ledger is the record that stood there then', () => {
  fc.assert(fc.property(anySampleOptions, (options) => {
    const [sealed, drawn, revealed] = (['sealed', 'drawn', 'revealed'] as const).map((stage) => sampleRecord({ ...options, stage, hash }));
    const stages = [sealed!, drawn!, revealed!].filter(({ texts }, index) => index === 0 || texts.get(PATHS.ledger) !== [sealed!, drawn!][index - 1]!.texts.get(PATHS.ledger));
    const last = stages.at(-1)!.texts;
    for (const [index, { texts }] of stages.entries()) {
      const from = parseLedger({ file: '', text: texts.get(PATHS.ledger)!, hash }).head.seq;
      const next = stages[index + 1]?.texts.get(PATHS.ledger);
      // A line of the seed that was entered before the draw is an event of its own.
      const events = next === undefined ? [] : parseLedger({ file: '', text: next, hash }).entries.filter(({ seq }) => seq > from);
      const to = events[0] === undefined ? from + 5 : events[0].seq - 1;
      for (let seq = from; seq <= to; seq += 1) expect(recordAsOf({ texts: last, seq, hash })).toEqual(texts);
    }
  }), { numRuns: runs(15) });
});

test('R11.2 each event brought its own files, and a publication is no event', () => {
  const { texts: base, sealed: { sealed: { drawId } } } = sampleRecord({ number: 4, scheme: 'ssj/1', publication: 'after-visits', sampling: 'flat', isFeasible: true, stage: 'sealed', hash });
  const before = parseLedger({ file: '', text: base.get(PATHS.ledger)!, hash });
  const document = 'a'.repeat(64) as Digest;
  const published: LedgerEvent = { type: 'published', body: { drawId, batch: '1', list: 'draw', form: 'full', file: 'a.xlsx', document } };
  const evidence: LedgerEvent = { type: 'evidence', body: { drawId, round: 0, kind: 'written', path: 'evidence/1.json', document } };
  const changed: LedgerEvent = { type: 'changed', body: { drawId, change: { kind: 'inspector-withdrawn', inspector: 'A/1' as InspectorId }, reason: '病假', by: '办公室', evidence: '假条' } };
  const other: LedgerEvent = { type: 'imported', body: { snapshot: document, counts: {}, refused: 0 } };
  /** Each with the files that it brought. */
  const events: readonly (readonly [LedgerEvent, ...string[]])[] = [
    [published],
    [evidence, 'evidence/1.json'],
    [{ type: 'drawn', body: { drawId, round: 0, outcome: 'matched', documents: { 'rounds/0/seed.json': document, 'rounds/0/match.json': document } } }, 'rounds/0/seed.json', 'rounds/0/match.json'],
    [changed],
    [published],
    [{ type: 'announced', body: { drawId, round: 1, commitment: document } }, 'notices/1.json'],
    [other],
    [{ type: 'revealed', body: { drawId, document } }, 'reveal.json'],
    [published],
  ];
  const { text } = ledgerLines({ head: before.head, at: '2026-03-02T09:00:00+08:00' as Timestamp, events: events.map(([event]) => event), hash });
  const more = events.flatMap(([, ...paths]) => paths);
  const texts = withManifest({ drawId, texts: new Map([...base, ...more.map((path) => [path, 'x\n'] as const), [PATHS.ledger, before.whole + text]]), hash });
  const linesOf = (files: RecordTexts): number => files.get(PATHS.ledger)!.split('\n').length - 1;
  const first = before.head.seq;
  for (const count of [0, ...events.map((_, index) => index + 1)]) {
    const then = recordAsOf({ texts, seq: first + count, hash });
    const happened = events.slice(0, count);
    expect(new Set(then.keys())).toEqual(new Set([...base.keys(), ...happened.flatMap(([, ...paths]) => paths)]));
    expect([count, linesOf(then)]).toEqual([count, first + happened.findLastIndex(([event]) => event !== published && event !== other) + 1]);
    expect(then).toEqual(withManifest({ drawId, texts: then, hash }));
    expect(texts.get(PATHS.ledger)!.startsWith(then.get(PATHS.ledger)!)).toBe(true);
  }
  expect(recordAsOf({ texts, seq: 0, hash }).get(PATHS.ledger)).toBe('');
});
test('R11.2 nothing is made again where no seal can be read', () => {
  const texts = new Map([[PATHS.sealed, '{}\n'], [PATHS.ledger, 'x\n'], ['reveal.json', 'x\n']]);
  expect(recordAsOf({ texts, seq: 1, hash })).toBe(texts);
  const none = new Map([[PATHS.ledger, 'x\n']]);
  expect(recordAsOf({ texts: none, seq: 1, hash })).toBe(none);
});
