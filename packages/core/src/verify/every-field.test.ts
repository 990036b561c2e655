import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type JsonValue } from '../base/canonical-json.js';
import { runs, sampled } from '../base/runs.properties.js';
import { anyLaterOptions, laterSample, type LaterOptions } from '../record/later-sample.properties.js';
import { PATHS, type RecordTexts, roundPaths } from '../record/paths.js';
import { coveredUp, changed, flipped, type Loose, manifested, without } from './tampering.properties.js';
import { type PointId, verifyRecord } from './verify-record.js';

/** Records that went on after the main draw: changes, a notice, a later round. */
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const OPTIONS: LaterOptions = { number: 3, scheme: 'ssj/1', publication: 'after-visits', sampling: 'by-risk', isFeasible: true, stage: 'revealed', hash };
const later = (options: Partial<LaterOptions> = {}): RecordTexts => laterSample({ ...OPTIONS, ...options }).texts;
const verdictOf = (texts: RecordTexts) => verifyRecord({ texts, hash }).verdict;
const different = (texts: RecordTexts): readonly PointId[] => verifyRecord({ texts, hash }).points.filter(({ verdict }) => verdict === 'different').map(({ id }) => id);
const ONE = roundPaths(1);

test('R12 a record with changes and a later round, of any kind and stage, is never different', () => {
  fc.assert(
    fc.property(anyLaterOptions, (options) => {
      const texts = laterSample({ ...options, hash }).texts;
      const { points, verdict } = verifyRecord({ texts, hash });
      expect(points.filter((point) => point.verdict === 'different')).toEqual([]);
      const isPublic = options.scheme === 'ssj/1-rehearsal' || options.publication === 'at-once';
      expect(verdict).toBe((options.stage === 'revealed' || isPublic) && options.stage !== 'announced' ? 'identical' : 'unverifiable');
    }),
    { numRuns: runs(60) },
  );
});

test('R1.3 of 2,000 changed bytes anywhere in such a record none is identical', () => {
  const texts = later();
  const paths = [...texts.keys()].filter((path) => texts.get(path) !== '');
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.nat(1_000_000), fc.integer({ min: 1, max: 255 }), (path, where, mask) => {
      expect(verdictOf(flipped(texts, { path, at: where % Buffer.byteLength(texts.get(path)!), mask }))).toBe('different');
    }),
    { numRuns: runs(2000) },
  );
});

/** The same value as another one of its kind. */
const other = (value: JsonValue | undefined): JsonValue => {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? hash(value) : `${value}1`;
  return Array.isArray(value) ? [...(value as JsonValue[]), 'x'] : { ...(value as Loose), x: 'x' };
};

/** Every place of a value, as keys from the root. */
const placesIn = (value: JsonValue | undefined, at: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] => {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value as Loose).flatMap(([key, inner]) => placesIn(inner as JsonValue, [...at, Array.isArray(value) ? Number(key) : key]))];
};

type Edit = (holder: Loose | JsonValue[], key: string | number) => void;
const EDITS: Readonly<Record<string, Edit>> = {
  changed: (holder, key) => void ((holder as Loose)[key] = other((holder as Loose)[key] as JsonValue)),
  removed: (holder, key) => void (Array.isArray(holder) ? holder.splice(Number(key), 1) : delete holder[key]),
  duplicated: (holder, key) => void (Array.isArray(holder) ? holder.splice(Number(key), 0, holder[Number(key)]!) : ((holder as Loose)[`${key}2`] = (holder as Loose)[key])),
};

/** The line with one place edited, or nothing where that changes nothing. */
const edited = (line: string, place: readonly (string | number)[], edit: Edit): string | undefined => {
  const root: Loose = { root: JSON.parse(line) as JsonValue };
  const path = ['root', ...place];
  const key = path.pop()!;
  edit(path.reduce<Loose>((value, part) => value[part] as unknown as Loose, root), key);
  const text = root['root'] === undefined ? '' : `${canonicalJson(root['root'])}\n`;
  return text === `${line}\n` ? undefined : text;
};

/** Long tables say the same of every row. */
const MOST_LINES = 1;

/** Every place of the first and last line of every file, and of every line of the ledger. */
const placesOf = (texts: RecordTexts) => [...texts].flatMap(([path, text]) => {
  const lines = text.split('\n').slice(0, -1);
  const chosen = lines.map((_line, index) => index).filter((index) => path === PATHS.ledger || index < MOST_LINES || index === lines.length - 1);
  return chosen.flatMap((index) => placesIn(JSON.parse(lines[index]!) as JsonValue).map((place) => ({ path, lines, index, place })));
});

test.each(Object.entries(EDITS))('R11 every field of every file %s is never identical, not even with the manifest made anew', (how, edit) => {
  const texts = later();
  let tried = 0;
  for (const { path, lines, index, place } of sampled(placesOf(texts))) {
    const line = edited(lines[index]!, place, edit);
    if (line === undefined) continue;
    const damaged = new Map([...texts, [path, lines.map((one, at) => (at === index ? line : `${one}\n`)).join('')]]);
    // What stands in the ledger's last line is bound by the heads that were published, not by the record.
    const isLast = path === PATHS.ledger && index === lines.length - 1;
    const isOwnManifest = path === PATHS.manifest || isLast;
    // Of a scheme that nobody knows nothing can be recomputed (R4).
    const wanted = path === PATHS.sealed && place[0] === 'scheme' && how === 'changed' ? 'unverifiable' : 'different';
    expect([path, index + 1, place.join('.'), verdictOf(isOwnManifest ? damaged : manifested(damaged, hash))]).toEqual([path, index + 1, place.join('.'), wanted]);
    tried += 1;
  }
  expect(tried).toBeGreaterThan(runs(500));
});

test('R11 without any one of its files such a record is not identical', () => {
  const texts = later();
  for (const path of texts.keys()) if (path !== PATHS.manifest) expect([path, verdictOf(manifested(without(texts, path), hash))]).not.toEqual([path, 'identical']);
});

describe('a lie about a later round that was covered up', () => {
  type Change = (rows: Loose[]) => unknown;
  const texts = later();
  const ofType = (rows: Loose[], type: string): Loose => rows.find((row) => row['type'] === type)!;
  const body = (row: Loose): Loose => row['body'] as Loose;
  test.each<[string, string, Change, PointId]>([
    ['R12.3 a change that was never made', PATHS.ledger, (rows) => rows.splice(rows.findIndex((row) => row['type'] === 'changed'), 1), 'notices'],
    ['R12.3 another target withdrawn than was', PATHS.ledger, (rows) => Object.assign(body(ofType(rows, 'changed'))['change'] as Loose, { target: 'uscc:91330000668306747T' }), 'notices'],
    ['R12.3 a change back-dated before the notice', ONE.notice, ([notice]) => (notice!['changes'] as Loose[]).pop(), 'notices'],
    ['R12.3 another reason for a change', ONE.notice, ([notice]) => ((notice!['changes'] as Loose[])[0]!['reason'] = '其他'), 'notices'],
    ['R12.4 one target more to draw', ONE.notice, ([notice]) => ((notice!['strata'] as Loose[])[0]!['quota'] = 5), 'notices'],
    ['R12.2 a seed that may be older than its notice', ONE.notice, ([notice]) => ((notice!['seed'] as Loose)['notBefore'] = '2026-02-02T09:00:00+08:00'), 'seed'],
    ['R12.2 another source of the seed', ONE.notice, ([notice]) => ((notice!['seed'] as Loose)['lines'] = ['dice:d10x20']), 'seed'],
    ['R12.4 another target drawn', ONE.targets, ([row]) => (row!['ticket'] = '0'.repeat(64)), 'targets'],
    ['R12.5 another person sent', ONE.assignments, ([row]) => (row!['inspectors'] = ['SCJG/9999']), 'assignments'],
    ['R12.5 other odds', ONE.odds, ([row]) => ((row!['odds'] as [string, number][])[0]![1] += 1), 'odds'],
    ['R12.5 somebody of the main draw exchanged', roundPaths(0).assignments, (rows) => rows.pop(), 'assignments'],
    ['R10.4 the notice after its draw', PATHS.ledger, (rows) => rows.push(...rows.splice(rows.findIndex((row) => row['type'] === 'announced'), 1)), 'ledger'],
    ['R10.4 the round twice', PATHS.ledger, (rows) => rows.push(structuredClone(rows.findLast((row) => row['type'] === 'drawn')!)), 'ledger'],
    ['R10.4 a draw that is void and went on', PATHS.ledger, (rows) => rows.splice(rows.findIndex((row) => row['type'] === 'announced'), 0, { ...ofType(rows, 'changed'), type: 'voided', body: { drawId: body(ofType(rows, 'drawn'))['drawId'], reason: '错', by: '某', evidence: '无' } } as unknown as Loose), 'ledger'],
    ['R14 another salt', PATHS.salt, ([salt]) => (salt!['salt'] = hash('x')), 'notices'],
    ['R4 a redo that never was', PATHS.sealed, ([sealed]) => (sealed!['redoes'] = [{ drawId: '652722-2026-0001', reason: '错' }]), 'ledger'],
  ])('%s is still different', (name, path, change, expected) => {
    const damaged = changed(texts, path, (rows) => {
      change(rows);
      if (path === PATHS.ledger) rows.forEach((row, index) => (row['seq'] = index + 1));
    });
    // The salt is the liar's own to choose only together with a notice that was published.
    expect(different(name.startsWith('R14') ? manifested(damaged, hash) : coveredUp(damaged, hash))).toContain(expected);
  });
  test('R8 the seed of an earlier round is no seed for a later one', () => {
    const main = texts.get(roundPaths(0).seed)!;
    const lines = (JSON.parse(main) as Loose)['lines'];
    const reused = changed(texts, ONE.seed, ([seed]) => void (seed!['lines'] = lines));
    expect(different(coveredUp(reused, hash))).toContain('seed');
  });
});
