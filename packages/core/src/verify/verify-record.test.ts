import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs, sampled } from '../base/runs.properties.js';
import { PATHS, type RecordTexts, roundPaths } from '../record/paths.js';
import { anySampleOptions, sampleRecord, type SampleOptions } from '../record/sample.properties.js';
import type { PointVerdict } from './findings.js';
import { coveredUp, changed, flipped, type Loose, manifested, rowsOf, without } from './tampering.properties.js';
import { POINTS, type PointId, type Verification, verifyRecord } from './verify-record.js';

const MAIN = roundPaths(0);

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const MATCHED: SampleOptions = { number: 3, scheme: 'ssj/1', publication: 'after-visits', sampling: 'by-risk', isFeasible: true, stage: 'revealed', hash };
const record = (options: Partial<SampleOptions> = {}): RecordTexts => sampleRecord({ ...MATCHED, ...options }).texts;
const verify = (texts: RecordTexts, countyLedger?: string): Verification => verifyRecord({ texts, countyLedger, hash });
const points = ({ points: all }: Verification, verdict: PointVerdict): readonly PointId[] => all.filter((point) => point.verdict === verdict).map(({ id }) => id);
const findings = ({ points: all }: Verification) => all.flatMap((point) => point.findings);
const codes = (verification: Verification) => findings(verification).map(({ code }) => code);
/** Files that any finding names: where it stands, which one the ledger gives another digest of, which ones are wanted. */
const places = (verification: Verification): readonly string[] => [...new Set(findings(verification).flatMap(placesOf))];
const placesOf = ({ where, code, fields }: ReturnType<typeof findings>[number]): readonly string[] => [
  ...(where?.file === undefined ? [] : [where.file]),
  ...(code === 'value-differs' ? [fields.field] : code === 'depends-on' ? fields.files : []),
];

describe('an untouched record', () => {
  test('R11 is identical at every point once the secret is revealed', () => {
    const verification = verify(record());
    expect(points(verification, 'identical')).toEqual([...POINTS]);
    expect(findings(verification)).toEqual([]);
    expect(verification).toMatchObject({ verdict: 'identical', drawId: '652722-2026-0002', scheme: 'ssj/1' });
  });
  test('R11 before the reveal exactly secret, targets and assignments are open', () => {
    const verification = verify(record({ stage: 'drawn' }));
    expect(points(verification, 'unverifiable')).toEqual(['secret', 'targets', 'assignments']);
    expect(new Set(codes(verification))).toEqual(new Set(['not-revealed']));
    expect(verification.verdict).toBe('unverifiable');
  });
  test('R11 a seal that has not been drawn says so and contradicts nothing', () => {
    const verification = verify(record({ stage: 'sealed' }));
    expect(points(verification, 'unverifiable')).toEqual(['seed', 'secret', 'targets', 'odds', 'assignments']);
    expect(new Set(codes(verification))).toEqual(new Set(['not-drawn', 'not-revealed']));
    expect(points(verification, 'different')).toEqual([]);
  });
  test('D9.1 a rehearsal is identical before any reveal', () => {
    expect(verify(record({ scheme: 'ssj/1-rehearsal', stage: 'drawn' }))).toMatchObject({ verdict: 'identical', scheme: 'ssj/1-rehearsal' });
  });
  test('D2.5 a draw whose list is published at once needs no secret', () => {
    expect(verify(record({ publication: 'at-once', stage: 'drawn' })).verdict).toBe('identical');
  });
  test('R8.4 an infeasible draw is identical, too', () => {
    const texts = record({ isFeasible: false });
    expect(rowsOf(texts.get(MAIN.match)!)[0]).toMatchObject({ outcome: 'infeasible' });
    expect([texts.has(MAIN.odds), texts.has(MAIN.assignments)]).toEqual([false, false]);
    expect(verify(texts).verdict).toBe('identical');
  });
  test('R11 any record of any kind and stage is never different', () => {
    fc.assert(
      fc.property(anySampleOptions, (options) => {
        const { texts, countyLedger } = sampleRecord({ ...options, hash });
        const verification = verify(texts, countyLedger);
        const isOpen = options.stage === 'sealed' || (options.stage === 'drawn' && options.scheme === 'ssj/1' && options.publication === 'after-visits');
        expect(points(verification, 'different')).toEqual([]);
        expect(verification.verdict).toBe(isOpen ? 'unverifiable' : 'identical');
      }),
      { numRuns: runs(150) },
    );
  });
  test('R11 what no recomputation can show is listed apart, with the evidence there is', () => {
    const { claims } = verify(record());
    expect(claims.map(({ code }) => code)).toEqual(['sealed-before-seed', 'clock-trusted', 'seed-came-so', 'witnesses', 'names-of-inspectors', 'visits-finished']);
    expect(claims).toContainEqual({ code: 'witnesses', names: ['张三（公证处）', '李四（审计局）'], sheets: [hash('sheet')] });
    expect(verify(record({ number: 0, stage: 'sealed' })).claims.map(({ code }) => code)).toContain('forecast-not-replayed');
  });
});

const KINDS: readonly Partial<SampleOptions>[] = [
  {}, { isFeasible: false }, { stage: 'drawn' }, { stage: 'sealed', number: 4 }, { publication: 'at-once', sampling: 'flat' }, { scheme: 'ssj/1-rehearsal', number: 8 },
];

describe('a damaged record', () => {
  test('R1.3, R3 no changed byte is ever identical, nothing throws, and the file is named', () => {
    for (const kind of sampled(KINDS)) {
      const texts = record(kind);
      const paths = [...texts.keys()].filter((path) => texts.get(path) !== '');
      const damage = fc.tuple(fc.constantFrom(...paths), fc.nat(1_000_000), fc.oneof(fc.integer({ min: 1, max: 255 }), fc.constantFrom(1, 32)));
      fc.assert(
        fc.property(damage, ([path, where, mask]) => {
          const verification = verify(flipped(texts, { path, at: where % Buffer.byteLength(texts.get(path)!), mask }));
          expect(verification.verdict).toBe('different');
          if (path !== PATHS.manifest) expect(places(verification)).toContain(path);
          else expect(places(verification).length).toBeGreaterThan(0);
        }),
        { numRuns: runs(500) },
      );
    }
  });
  test('R11 no record without one of its files is identical, and the file is named', () => {
    for (const kind of sampled(KINDS)) {
      const texts = record(kind);
      for (const path of texts.keys()) {
        for (const damaged of [without(texts, path), path === PATHS.manifest ? without(texts, path) : manifested(without(texts, path), hash)]) {
          const verification = verify(damaged);
          expect([path, verification.verdict]).toEqual([path, expect.stringMatching(/^(?:unverifiable|different)$/)]);
          expect(places(verification)).toContain(path);
        }
      }
    }
  });
  test('R1.2 lines that were removed, doubled or exchanged are different', () => {
    for (const kind of sampled(KINDS)) {
      const texts = record(kind);
      for (const [path, text] of texts) {
        const lines = text.split('\n').slice(0, -1);
        if (!path.endsWith('.jsonl') || lines.length < 2) continue;
        const at = lines.length >> 1;
        const variants = [lines.filter((_, index) => index !== at), lines.flatMap((line, index) => (index === at ? [line, line] : [line])), lines.map((line, index) => (index === at ? lines[at - 1]! : index === at - 1 ? lines[at]! : line)), lines.slice(0, -1)];
        for (const variant of variants) {
          const damaged = new Map([...texts, [path, variant.map((line) => `${line}\n`).join('')]]);
          for (const verification of [verify(damaged), verify(manifested(damaged, hash))]) {
            expect([path, verification.verdict]).toEqual([path, 'different']);
            expect(places(verification)).toContain(path);
          }
        }
      }
    }
  });
  test('R2 a file that the manifest does not name is different', () => {
    const verification = verify(new Map([...record(), ['说明.txt', '']]));
    expect(points(verification, 'different')).toEqual(['files']);
    expect(findings(verification)).toEqual([{ code: 'file-extra', severity: 'error', where: { file: '说明.txt' }, fields: {} }]);
  });
  test('R2 a file that the format does not know is no part of a record, though the manifest names it', () => {
    for (const path of ['registry/names.jsonl', 'rounds/1/seed.json', 'notes.txt']) {
      const verification = verify(manifested(new Map([...record(), [path, '']]), hash));
      expect([path, verification.verdict]).toEqual([path, 'different']);
      expect(places(verification)).toContain(path);
    }
  });
  test('R3 the manifest names each file once, in order, and the draw', () => {
    const cases: ((manifest: Loose) => unknown)[] = [
      (manifest) => (manifest['drawId'] = '652722-2026-0009'),
      (manifest) => (manifest['files'] as Loose[]).reverse(),
      (manifest) => (manifest['files'] as Loose[]).push((manifest['files'] as Loose[]).at(-1)!),
    ];
    for (const change of cases) {
      const verification = verify(changed(record(), PATHS.manifest, ([manifest]) => void change(manifest!)));
      expect(points(verification, 'different')).toEqual(['files']);
      expect(new Set(findings(verification).map(({ where }) => where?.file))).toEqual(new Set([PATHS.manifest]));
    }
  });
  test('verifying never throws, whatever the files hold', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.json().map((text) => `${text}\n`), fc.constantFrom('{}\n', '[]\n', 'null\n', '\n', '', '{"__proto__":1}\n', '[['.repeat(20_000)));
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(fc.constantFrom(...record().keys()), fc.string()), anyText), (files) => {
        expect(verify(new Map(Object.entries(files))).verdict).not.toBe('identical');
        expect(verify(new Map([...record(), ...Object.entries(files)])).verdict).toSatisfy((verdict) => verdict !== 'identical' || Object.keys(files).length === 0);
      }),
      { numRuns: runs(200) },
    );
  });
});

test('R4 a scheme of a later version is unverifiable as a whole', () => {
  const later = changed(changed(record(), PATHS.sealed, ([sealed]) => void (sealed!['scheme'] = 'ssj/9')), PATHS.ledger, (entries) => {
    for (const { type, body } of entries) if (type === 'sealed') (body as Loose)['scheme'] = 'ssj/9';
  });
  const verification = verify(coveredUp(later, hash));
  expect(points(verification, 'different')).toEqual([]);
  expect(verification.verdict).toBe('unverifiable');
  expect(codes(verification)).toContain('scheme-unknown');
});
