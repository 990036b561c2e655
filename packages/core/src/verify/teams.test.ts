import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type JsonValue } from '../base/canonical-json.js';
import { runs } from '../base/runs.properties.js';
import type { Grouping } from '../plan/grouping.js';
import { laterSample } from '../record/later-sample.properties.js';
import { PATHS, type RecordTexts, roundPaths } from '../record/paths.js';
import { anySampleOptions, sampleRecord, type SampleOptions } from '../record/sample.properties.js';
import { coveredUp, changed, flipped, type Loose, manifested, rowsOf, without } from './tampering.properties.js';
import { type PointId, verifyRecord } from './verify-record.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
/** Matched in its sixteenth formation. */
const RANDOM: SampleOptions = { number: 11, scheme: 'ssj/2', publication: 'after-visits', sampling: 'flat', isFeasible: true, stage: 'revealed', hash, grouping: { kind: 'random', size: 3 } };
const FIXED: SampleOptions = { ...RANDOM, number: 1, grouping: { kind: 'fixed' } };
/** In none of twenty. */
const EXHAUSTED: SampleOptions = { ...RANDOM, number: 3 };
const record = (options: SampleOptions): RecordTexts => sampleRecord(options).texts;
const verdictOf = (texts: RecordTexts) => verifyRecord({ texts, hash }).verdict;
const different = (texts: RecordTexts): readonly PointId[] => verifyRecord({ texts, hash }).points.filter(({ verdict }) => verdict === 'different').map(({ id }) => id);
const MAIN = roundPaths(0);
const documentOf = (texts: RecordTexts, path: string): Loose => rowsOf(texts.get(path)!)[0]!;

const anyGrouping: fc.Arbitrary<Grouping> = fc.constantFrom({ kind: 'fixed' }, { kind: 'random', size: 3 }, { kind: 'random', size: 4 });

test('R8.5 a record of a draw in teams, of any kind and stage, is never different', () => {
  const outcomes = new Set<unknown>();
  fc.assert(
    fc.property(anySampleOptions, anyGrouping, fc.boolean(), (options, grouping, isRehearsal) => {
      const texts = record({ ...options, scheme: isRehearsal ? 'ssj/2-rehearsal' : 'ssj/2', isFeasible: true, grouping, hash });
      const { points, verdict } = verifyRecord({ texts, hash });
      expect(points.filter((point) => point.verdict === 'different')).toEqual([]);
      const isPublic = isRehearsal || options.publication === 'at-once';
      expect(verdict).toBe(options.stage !== 'sealed' && (options.stage === 'revealed' || isPublic) ? 'identical' : 'unverifiable');
      if (options.stage !== 'sealed') outcomes.add(documentOf(texts, MAIN.match)['outcome']);
    }),
    { numRuns: runs(60) },
  );
  expect(outcomes).toEqual(new Set(['matched', 'formations-exhausted']));
});

test('R8.5 the documents of a round in teams', () => {
  const texts = record(RANDOM);
  const teams = documentOf(texts, MAIN.teams)['formations'] as { teams: { inspectors: string[] }[]; shortage: number }[];
  expect(teams.map(({ shortage }) => shortage > 0)).toEqual([...Array.from({ length: 15 }, () => true), false]);
  expect(documentOf(texts, MAIN.match)).toMatchObject({ outcome: 'matched', agencies: [], joint: { formation: 15 } });
  expect(texts.has(MAIN.odds)).toBe(false);
  expect(rowsOf(texts.get(MAIN.teamOdds)!).length).toBe(rowsOf(texts.get(MAIN.targets)!).length);
  const none = record(EXHAUSTED);
  expect(documentOf(none, MAIN.match)).toMatchObject({ outcome: 'formations-exhausted', formations: 20 });
  for (const path of [MAIN.odds, MAIN.teamOdds, MAIN.assignments]) expect(none.has(path)).toBe(false);
  const named = documentOf(record(FIXED), MAIN.teams)['formations'] as { teams: { name: string }[] }[];
  expect(named.map((formation) => formation.teams.map(({ name }) => name))).toEqual([['乙组', '甲组']]);
});

test('M11.4 a snapshot has its teams only where there are some', () => {
  expect(record(FIXED).has(`${PATHS.registry}teams.jsonl`)).toBe(true);
  expect(documentOf(record(FIXED), `${PATHS.registry}snapshot.json`)['counts']).toMatchObject({ teams: 2 });
  expect(record(RANDOM).has(`${PATHS.registry}teams.jsonl`)).toBe(false);
  expect(Object.keys(documentOf(record(RANDOM), `${PATHS.registry}snapshot.json`)['counts'] as Loose)).not.toContain('teams');
});

describe('M11.1 a later round', () => {
  test('fills open places by persons where teams were sent before', () => {
    const texts = laterSample({ ...FIXED, stage: 'revealed' }).texts;
    expect(documentOf(texts, MAIN.match)['outcome']).toBe('matched');
    expect(texts.has(roundPaths(1).teams)).toBe(false);
    expect(verdictOf(texts)).toBe('identical');
  });
  test('goes in teams where nobody was sent before', () => {
    const texts = laterSample({ ...EXHAUSTED, stage: 'revealed' }).texts;
    expect(texts.has(roundPaths(1).teams)).toBe(true);
    expect(verdictOf(texts)).toBe('identical');
  });
});

test('R1.3 of many changed bytes in the documents of a round in teams none is identical', () => {
  const texts = record(RANDOM);
  fc.assert(
    fc.property(fc.constantFrom(MAIN.teams, MAIN.teamOdds, MAIN.match, MAIN.assignments), fc.nat(1_000_000), fc.integer({ min: 1, max: 255 }), (path, where, mask) => {
      expect(verdictOf(flipped(texts, { path, at: where % Buffer.byteLength(texts.get(path)!), mask }))).toBe('different');
    }),
    { numRuns: runs(300) },
  );
});

/** Every place of a document, as keys from the root. */
const placesIn = (value: JsonValue | undefined, at: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] => {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value as Loose).flatMap(([key, inner]) => placesIn(inner as JsonValue, [...at, Array.isArray(value) ? Number(key) : key]))];
};
const other = (value: JsonValue | undefined): JsonValue => {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value}1`;
  return Array.isArray(value) ? [...(value as JsonValue[]), 'x'] : { ...(value as Loose), x: 'x' };
};

describe.each([['random', RANDOM], ['fixed', FIXED], ['exhausted', EXHAUSTED]] as const)('of a draw with %s teams', (_, options) => {
  const texts = record(options);
  const files = [MAIN.teams, MAIN.match, MAIN.teamOdds, `${PATHS.registry}teams.jsonl`].filter((path) => texts.has(path));
  test('R11 every field of every document about teams, changed or removed and covered up, is found', () => {
    for (const path of files) {
      const [first] = texts.get(path)!.split('\n');
      const all = placesIn(JSON.parse(first!) as JsonValue).filter((place) => place.length > 0);
      // Of many formations the first and the last say the same as those between.
      const places = all.filter((place) => place[0] !== 'formations' || typeof place[1] !== 'number' || place[1] === 0 || place[1] === (options === RANDOM ? 15 : 19));
      for (const place of places) {
        for (const edit of ['changed', 'removed'] as const) {
          const root = JSON.parse(first!) as Loose;
          const key = place.at(-1)!;
          const holder = place.slice(0, -1).reduce<Loose>((value, part) => value[part] as unknown as Loose, root);
          if (edit === 'changed') holder[key] = other(holder[key] as JsonValue);
          else if (Array.isArray(holder)) (holder as JsonValue[]).splice(Number(key), 1);
          else delete holder[key];
          const damaged = coveredUp(new Map([...texts, [path, texts.get(path)!.replace(first!, canonicalJson(root))]]), hash);
          expect([path, place.join('.'), edit, verdictOf(damaged)]).toEqual([path, place.join('.'), edit, 'different']);
        }
      }
    }
  });
  test('R11 without any one of its files it is not identical', () => {
    for (const path of texts.keys()) if (path !== PATHS.manifest) expect([path, verdictOf(manifested(without(texts, path), hash))]).not.toEqual([path, 'identical']);
  });
  test('R2 a file of a round by persons, in the same round, is found', () => {
    const odds = new Map([...texts, [MAIN.odds, '']]);
    expect(different(coveredUp(odds, hash))).toContain('odds');
  });
});

test('M11.9 a batch in teams that is levelled all the same, or whose teams are too small, is different', () => {
  const planned = (change: (batch: Loose) => unknown): RecordTexts => coveredUp(changed(record(RANDOM), PATHS.sealed, ([sealed]) => void change(sealed!['batch'] as unknown as Loose)), hash);
  expect(different(planned((batch) => (batch['levelling'] = true)))).toEqual(['roster']);
  expect(different(planned((batch) => (batch['grouping'] = { kind: 'random', size: 2 })))).toContain('roster');
});

test('R2 teams in a round by persons are found', () => {
  const texts = record({ ...RANDOM, scheme: 'ssj/1', grouping: undefined });
  const teams = record(RANDOM).get(MAIN.teams)!;
  expect(different(coveredUp(new Map([...texts, [MAIN.teams, teams]]), hash))).toContain('odds');
});

describe('before the secret is revealed', () => {
  const texts = record({ ...RANDOM, stage: 'drawn' });
  type Formations = { teams: { inspectors: string[] }[]; shortage: number }[];
  test('M11.3 odds and shortages follow from the teams as recorded', () => {
    const { points } = verifyRecord({ texts, hash });
    expect(points.find(({ id }) => id === 'odds')?.verdict).toBe('identical');
    expect(points.find(({ id }) => id === 'assignments')?.verdict).toBe('unverifiable');
  });
  test.each<[string, (formations: Formations) => unknown]>([
    ['a formation left out at the end', (formations) => formations.pop()],
    ['a team left out', ([first]) => first!.teams.pop()],
    ['somebody in two teams', ([first]) => (first!.teams[0]!.inspectors = first!.teams[1]!.inspectors)],
    ['another shortage', ([first]) => (first!.shortage += 1)],
    ['a formation more than was needed', (formations) => formations.push(formations[0]!)],
  ])('%s is found all the same', (_, change) => {
    const damaged = changed(texts, MAIN.teams, ([document]) => void change(document!['formations'] as unknown as Formations));
    expect(different(coveredUp(damaged, hash))).toContain('odds');
  });
  test('M11.6 teams that are not there are missing, not wrong', () => {
    const { points } = verifyRecord({ texts: manifested(without(texts, MAIN.teams), hash), hash });
    expect(points.find(({ id }) => id === 'odds')).toMatchObject({ verdict: 'unverifiable', findings: [{ code: 'file-missing', where: { file: MAIN.teams } }] });
  });
});
