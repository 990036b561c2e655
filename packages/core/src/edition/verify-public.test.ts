import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type JsonValue } from '../base/canonical-json.js';
import { withPublicManifest } from '../record/manifest.js';
import { PATHS, type RecordTexts, roundPaths } from '../record/paths.js';
import { sampleRecord } from '../record/sample.properties.js';
import { changed, flipped, type Loose, rowsOf, textOf, without } from '../verify/tampering.properties.js';
import type { PointId, Verification } from '../verify/verify-record.js';
import { laterRecord } from './later-record.properties.js';
import { PUBLIC_FILE } from './public-paths.js';
import { anyArchive, hash, MATCHED, publicOf } from './samples.properties.js';
import { verifyPublic } from './verify-public.js';

const verify = (texts: RecordTexts, archive?: RecordTexts): Verification => verifyPublic({ texts, archive, hash });
const notIdentical = ({ points }: Verification): readonly PointId[] => points.filter(({ verdict }) => verdict !== 'identical').map(({ id }) => id);
const remade = (texts: RecordTexts): RecordTexts => withPublicManifest({ drawId: rowsOf(texts.get(PATHS.manifest)!)[0]!['drawId'] as never, texts, hash });

const ARCHIVES: readonly RecordTexts[] = [
  laterRecord(MATCHED),
  sampleRecord({ ...MATCHED, isFeasible: false }).texts,
  sampleRecord({ ...MATCHED, publication: 'at-once', sampling: 'flat', stage: 'drawn' }).texts,
  laterRecord({ ...MATCHED, scheme: 'ssj/1-rehearsal', number: 8 }),
];

describe('an untouched public edition', () => {
  test('R15.7 is identical by itself and against its archive', () => {
    fc.assert(
      fc.property(anyArchive, (archive) => {
        const edition = publicOf(archive);
        expect(notIdentical(verify(edition))).toEqual([]);
        expect(notIdentical(verify(edition, archive))).toEqual([]);
        expect(verify(edition, archive).points.map(({ id }) => id)).toEqual([...verify(edition).points.map(({ id }) => id), 'edition']);
      }),
      { numRuns: 60 },
    );
  });
  test('R15.7 says what it cannot show', () => {
    const codes = verify(publicOf(laterRecord(MATCHED))).claims.map(({ code }) => code);
    expect(codes).toEqual(['seed-warnings', 'undrawn-by-proof', 'files-withheld', 'withdrawn-as-stated', 'sealed-before-seed', 'clock-trusted', 'seed-came-so', 'witnesses', 'visits-finished']);
  });
  test('R15.7 of another draw’s archive is different, and of one that gives no edition unverifiable', () => {
    const edition = publicOf(ARCHIVES[0]!);
    expect(notIdentical(verify(edition, sampleRecord({ ...MATCHED, number: 4 }).texts))).toEqual(['edition']);
    expect(verify(edition, sampleRecord({ ...MATCHED, number: 4 }).texts).verdict).toBe('different');
    expect(verify(edition, without(ARCHIVES[0]!, PATHS.salt)).verdict).toBe('unverifiable');
  });
});

/** Every place of a document, with what stands there. */
const placesOf = (value: JsonValue | undefined, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] => {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Array.isArray(value) ? value.flatMap((one, index) => placesOf(one, [...path, index])) : Object.entries(value).flatMap(([key, one]) => placesOf(one as JsonValue, [...path, key]));
  return path.length === 0 ? inside : [path, ...inside];
};
type Box = Record<string | number, JsonValue>;
const boxAt = (row: Loose, path: readonly (string | number)[]): Box => path.slice(0, -1).reduce<Box>((box, key) => box[key] as unknown as Box, row as Box);
/** Another value of the same kind. */
const another = (value: JsonValue): JsonValue => {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return 'x';
  return /[0-9]$/.test(value) ? value.slice(0, -1) + String((Number(value.at(-1)) + 1) % 10) : /^[0-9a-f]{64}$/.test(value) ? `${value.slice(0, -1)}0` : `${value}x`;
};
const DAMAGES: readonly ((box: Box, key: string | number) => void)[] = [
  (box, key) => void (box[key] = another(box[key]!)),
  (box, key) => void (Array.isArray(box) ? box.splice(Number(key), 1) : delete box[key]),
  (box, key) => void (Array.isArray(box) ? box.splice(Number(key), 0, box[key]!) : (box[`${key}x`] = box[key]!)),
];

describe('a damaged public edition', () => {
  test('R1.3 no changed byte is ever identical, and nothing throws', () => {
    for (const archive of ARCHIVES) {
      const edition = publicOf(archive);
      const damage = fc.tuple(fc.constantFrom(...[...edition.keys()].filter((path) => edition.get(path) !== '')), fc.nat(1_000_000), fc.oneof(fc.integer({ min: 1, max: 255 }), fc.constantFrom(1, 32)));
      fc.assert(
        fc.property(damage, ([path, at, mask]) => {
          expect(verify(flipped(edition, { path, at: at % Buffer.byteLength(edition.get(path)!), mask })).verdict).toBe('different');
        }),
        { numRuns: 400 },
      );
    }
  });
  test('no field that was changed, removed or doubled is identical, nor, with a new manifest, of the archive', () => {
    for (const archive of ARCHIVES.slice(0, 2)) {
      const edition = publicOf(archive);
      for (const [path, text] of edition) {
        for (const [row, document] of rowsOf(text).entries()) {
          for (const place of placesOf(document)) {
            for (const damage of DAMAGES) {
              const damaged = changed(edition, path, (rows) => damage(boxAt(rows[row]!, place), place.at(-1)!));
              if (damaged.get(path) === text) continue;
              expect([path, place, verify(damaged).verdict]).toEqual([path, place, 'different']);
              if (path !== PATHS.manifest) expect([path, place, verify(remade(damaged), archive).verdict]).toEqual([path, place, 'different']);
            }
          }
        }
      }
    }
  }, 120_000);
  test('no edition without one of its files, or with one more, is identical', () => {
    for (const archive of ARCHIVES) {
      const edition = publicOf(archive);
      for (const path of edition.keys()) {
        expect([path, verify(without(edition, path)).verdict]).not.toEqual([path, 'identical']);
        if (path !== PATHS.manifest) expect([path, verify(remade(without(edition, path))).verdict]).not.toEqual([path, 'identical']);
      }
      for (const path of [PATHS.salt, PATHS.frame, 'rounds/0/match.json', 'rounds/7/seed.json', 'notes.txt', '.DS_Store']) {
        expect([path, verify(new Map([...edition, [path, '']])).verdict]).toEqual([path, 'different']);
        expect([path, verify(remade(new Map([...edition, [path, '']])), archive).verdict]).toEqual([path, 'different']);
      }
    }
  });
  test('drawn targets that were removed, doubled or exchanged are different, also with a new manifest', () => {
    for (const archive of ARCHIVES) {
      const edition = publicOf(archive);
      for (const [path, text] of edition) {
        const rows = rowsOf(text);
        if (!path.endsWith('.jsonl') || rows.length < 2) continue;
        const variants = rows.flatMap((_, at) => [rows.toSpliced(at, 1), rows.toSpliced(at, 0, rows[at]!), ...(at === 0 ? [] : [rows.with(at, rows[at - 1]!).with(at - 1, rows[at]!)])]);
        for (const variant of variants) {
          const damaged = new Map([...edition, [path, textOf(variant)]]);
          expect(verify(damaged).verdict).toBe('different');
          expect(verify(remade(damaged)).verdict).toBe('different');
        }
      }
    }
  });
  test('verifying never throws, whatever the files hold', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.json().map((text) => `${text}\n`), fc.constantFrom('{}\n', '[]\n', 'null\n', '\n', '', '{"__proto__":1}\n', '[['.repeat(20_000)));
    const edition = publicOf(ARCHIVES[0]!);
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(fc.constantFrom(...edition.keys()), fc.string()), anyText, { minKeys: 1 }), (files) => {
        expect(verify(new Map(Object.entries(files))).verdict).not.toBe('identical');
        expect(verify(new Map([...edition, ...Object.entries(files)]), new Map(Object.entries(files))).verdict).not.toBe('identical');
      }),
      { numRuns: 200 },
    );
  });
});

describe('a change that was covered up with a new manifest', () => {
  const edition = publicOf(laterRecord(MATCHED));
  const one = '1'.repeat(64);
  const document = (change: (document: Loose) => unknown) => (texts: RecordTexts): RecordTexts => changed(texts, PUBLIC_FILE, ([first]) => void change(first!));
  const stratum = (round: number, at: number) => (first: Loose): Loose => ((first['rounds'] as unknown as readonly { readonly strata: readonly Loose[] }[])[round]!.strata[at]!);
  const rowOf = (path: string, change: (row: Loose) => unknown) => (texts: RecordTexts): RecordTexts => changed(texts, path, (rows) => void change(rows[0]!));
  test.each<[string, (texts: RecordTexts) => RecordTexts, readonly PointId[]]>([
    ['a ticket', rowOf(roundPaths(0).targets, (row) => (row['ticket'] = '0'.repeat(64))), ['targets']],
    ['a drawn target', rowOf(roundPaths(0).targets, (row) => (row['id'] = 'local:FRIEND')), ['targets']],
    ['the stratum of a drawn target', rowOf(roundPaths(1).targets, (row) => (row['stratum'] = 'S1')), ['targets']],
    ['a target of an earlier round drawn again', (texts) => new Map([...texts, [roundPaths(1).targets, `${texts.get(roundPaths(0).targets)!.split('\n')[5]!}\n`]]), ['targets']],
    ['a cut-off', document((first) => (stratum(0, 0)(first)['cutOff'] = one)), ['targets']],
    ['a quota', document((first) => (stratum(0, 1)(first)['quota'] = 1)), ['quotas', 'targets']],
    ['a quota above its pool', document((first) => (stratum(0, 1)(first)['pool'] = 1)), ['quotas']],
    ['a pool of a later round', document((first) => (stratum(1, 1)(first)['pool'] = 1)), ['quotas']],
    ['the number of withdrawn targets', document((first) => (stratum(1, 2)(first)['withdrawn'] = 2)), ['quotas']],
    ['the counts of changes', document((first) => ((first['rounds'] as unknown as readonly { readonly changes: readonly Loose[] }[])[1]!.changes[0]!['count'] = 2)), ['ledger']],
    ['the terms of the seed', document((first) => ((first['seed'] as Loose)['notBefore'] = '2026-02-02T09:40:00+08:00')), ['notices']],
    ['the commitment of the secret', document((first) => (((first['seed'] as Loose)['secret'] as Loose)['commitment'] = one)), ['notices', 'secret']],
    ['the day of the revelation', document((first) => (((first['seed'] as Loose)['secret'] as Loose)['revealBy'] = '2026-02-01')), ['notices', 'secret']],
    ['the batch', document((first) => ((first['batch'] as Loose)['number'] = '〔2026〕9号')), ['ledger']],
    ['the snapshot', document((first) => (first['snapshot'] = one)), ['ledger']],
    ['the time of the seal', document((first) => (first['sealedAt'] = '2026-02-02T09:04:00+08:00')), ['ledger']],
    ['C', rowOf(roundPaths(0).notice, (row) => (row['commitment'] = one)), ['ledger']],
    ['the root of the frame', rowOf(roundPaths(0).notice, (row) => (row['frameRoot'] = one)), ['ledger']],
    ['C of a later round', document((first) => ((first['rounds'] as unknown as readonly Loose[])[1]!['commitment'] = one)), ['ledger']],
    ['an event fewer', document((first) => (first['ledger'] as unknown as Loose[]).splice(1, 1)), ['ledger']],
    ['events in another order', document((first) => (first['ledger'] as unknown as Loose[]).reverse()), ['ledger']],
    ['the secret', rowOf(PATHS.reveal, (row) => (row['secret'] = one)), ['secret', 'targets']],
    ['the dice', rowOf(roundPaths(0).seed, (row) => ((row['lines'] as unknown as Loose[])[0]!['line'] = `dice:d10x20=${'7'.repeat(20)}`)), ['targets']],
    ['the seed of the round before', rowOf(roundPaths(1).seed, (row) => (row['lines'] = rowsOf(edition.get(roundPaths(0).seed)!)[0]!['lines'])), ['seed', 'targets']],
    ['witnesses of one agency', rowOf(roundPaths(0).seed, (row) => ((row['lines'] as unknown as Loose[])[0]!['agencies'] = ['公证处', '公证处'])), ['seed']],
    ['a draw before its time', rowOf(roundPaths(0).seed, (row) => (row['drawnAt'] = '2026-02-02T09:20:00+08:00')), ['ledger', 'seed']],
  ])('%s', (_, change, expected) => {
    expect(notIdentical(verify(remade(change(edition))))).toEqual(expected);
    expect(verify(remade(change(edition))).verdict).toBe('different');
  });
  test('a target of an earlier round drawn again with its right ticket (D8.1)', () => {
    const [{ stratum: name }] = rowsOf(edition.get(roundPaths(1).targets)!) as unknown as readonly [{ readonly stratum: string }];
    const { id } = rowsOf(edition.get(roundPaths(0).targets)!).find((row) => row['stratum'] === name)!;
    const [{ line }] = rowsOf(edition.get(roundPaths(1).seed)!)[0]!['lines'] as unknown as readonly [{ readonly line: string }];
    const { drawId, secret } = rowsOf(edition.get(PATHS.reveal)!)[0]!;
    const key = hash(`ssj/1 key\n${drawId}\ntargets\n1\n${line}\nsecret:sha256=${secret}\n`);
    const ticket = hash(`ssj/1 ticket\n${key}\n${id}\n1\n`);
    const again = new Map([...edition, [roundPaths(1).targets, textOf([{ stratum: name, ticket, id }])]]);
    const bent = document((first) => (stratum(1, Number(name.slice(1)) - 1)(first)['cutOff'] = ticket))(again);
    expect(verify(remade(bent)).points.filter(({ verdict }) => verdict !== 'identical')).toMatchObject([{ id: 'targets', findings: [{ code: 'value-differs', fields: { field: 'id' } }] }]);
  });
  test('R4 a scheme of a later version is unverifiable as a whole', () => {
    const verification = verify(remade(document((first) => (first['scheme'] = 'ssj/9'))(edition)));
    expect(verification.verdict).toBe('unverifiable');
    expect(canonicalJson(verification.points.flatMap(({ findings }) => findings.map(({ code }) => code)))).toContain('scheme-unknown');
  });
});
