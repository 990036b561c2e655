import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type JsonValue } from '../base/canonical-json.js';
import { runs } from '../base/runs.properties.js';
import type { InspectorId } from '../base/brand.js';
import { anyLaterOptions, laterSample } from '../record/later-sample.properties.js';
import { PATHS, type RecordTexts, roundPaths } from '../record/paths.js';
import { anySampleOptions, sampleRecord, type SampleOptions } from '../record/sample.properties.js';
import { changed, coveredUp, type Loose, manifested, rowsOf, without } from './tampering.properties.js';
import { type PointId, verifyRecord } from './verify-record.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const OPTIONS: SampleOptions = { number: 11, scheme: 'ssj/2', publication: 'after-visits', sampling: 'flat', isFeasible: true, stage: 'revealed', hash, isAppointing: true };
const record = (more: Partial<SampleOptions> = {}): RecordTexts => sampleRecord({ ...OPTIONS, ...more }).texts;
const verdictOf = (texts: RecordTexts) => verifyRecord({ texts, hash }).verdict;
const different = (texts: RecordTexts): readonly PointId[] => verifyRecord({ texts, hash }).points.filter(({ verdict }) => verdict === 'different').map(({ id }) => id);
const REGISTER = `${PATHS.registry}appointments.jsonl`;
const MAIN = roundPaths(0);
const LENT = 'A-10/8' as InspectorId;
const OWN = 'SCJG/8' as InspectorId;

test('M10 a record with appointments, of any kind and stage, is never different', () => {
  fc.assert(
    fc.property(anySampleOptions, fc.boolean(), (options, isRehearsal) => {
      const texts = record({ ...options, scheme: isRehearsal ? 'ssj/2-rehearsal' : 'ssj/2', hash, isAppointing: true });
      const { points, verdict } = verifyRecord({ texts, hash });
      expect(points.filter((point) => point.verdict === 'different')).toEqual([]);
      const isPublic = isRehearsal || options.publication === 'at-once';
      expect(verdict).toBe(options.stage !== 'sealed' && (options.stage === 'revealed' || isPublic) ? 'identical' : 'unverifiable');
    }),
    { numRuns: runs(40) },
  );
});
test('M10.2 nor is one that went on in a later round', () => {
  fc.assert(
    fc.property(anyLaterOptions, (options) => {
      const { points } = verifyRecord({ texts: laterSample({ ...options, scheme: 'ssj/2', hash, isAppointing: true }).texts, hash });
      expect(points.filter((point) => point.verdict === 'different')).toEqual([]);
    }),
    { numRuns: runs(30) },
  );
});
test('M11.2 nor one of a draw in teams', () => {
  for (const grouping of [{ kind: 'random', size: 3 } as const, { kind: 'fixed' } as const]) {
    const texts = record({ number: 1, grouping });
    expect(verdictOf(texts)).toBe('identical');
    const formed = rowsOf(texts.get(MAIN.teams)!)[0]!;
    for (const id of [LENT, OWN]) expect(JSON.stringify(formed)).not.toContain(`"${id}"`);
  }
});

test('R5 the register is in the snapshot where there are rows, and the scheme follows where any is asked (D1.8)', () => {
  const texts = record();
  expect(rowsOf(texts.get(REGISTER)!).map(({ inspector }) => inspector)).toEqual([LENT, OWN]);
  expect(rowsOf(texts.get(`${PATHS.registry}snapshot.json`)!)[0]!['counts']).toMatchObject({ appointments: 2 });
  const plain = record({ isAppointing: false, scheme: 'ssj/1' });
  expect(plain.has(REGISTER)).toBe(false);
  expect(Object.keys(rowsOf(plain.get(`${PATHS.registry}snapshot.json`)!)[0]!['counts'] as Loose)).not.toContain('appointments');
});
test('M10.2 they stand in the register, never in odds or assignments', () => {
  const texts = record();
  for (const path of [MAIN.odds, MAIN.assignments]) {
    const own = rowsOf(texts.get(path)!).filter(({ agency }) => agency === 'SCJG' || agency === 'A-2');
    expect(own.length).toBeGreaterThan(5);
    for (const id of [LENT, OWN]) expect(own.map((row) => JSON.stringify(row)).join()).not.toContain(`"${id}"`);
  }
});

type Edit = (rows: Loose[]) => readonly Loose[] | void;
describe('a lie about an appointment', () => {
  const texts = record();
  test('R11 in any field of any row is found, not even with the manifest made anew is it identical', () => {
    let tried = 0;
    for (const [at, row] of rowsOf(texts.get(REGISTER)!).entries()) {
      for (const key of Object.keys(row)) {
        for (const value of [undefined, `${String(row[key])}1`] as readonly (JsonValue | undefined)[]) {
          const damaged = changed(texts, REGISTER, (rows) => rows.map((one, index) => (index === at ? Object.fromEntries(Object.entries({ ...one, [key]: value }).filter(([, kept]) => kept !== undefined)) as Loose : one)));
          expect([at, key, value, verdictOf(manifested(damaged, hash))]).toEqual([at, key, value, 'different']);
          tried += 1;
        }
      }
    }
    expect(tried).toBe(20);
    expect(verdictOf(manifested(new Map([...texts, [REGISTER, texts.get(REGISTER)!.replace('\n', `\n${canonicalJson(rowsOf(texts.get(REGISTER)!)[1]!)}\n`)]]), hash))).toBe('different');
  });
  test('R11 the register taken away is not identical', () => expect(verdictOf(manifested(without(texts, REGISTER), hash))).not.toBe('identical'));
  test.each<[string, string, Edit, PointId]>([
    ['M10.2 a row taken away', REGISTER, (rows) => rows.slice(1), 'roster'],
    ['M10.2 another person appointed', REGISTER, (rows) => rows.map((row, at) => (at === 1 ? { ...row, inspector: 'SCJG/7' } : row)), 'odds'],
    ['M10.2 one person more', REGISTER, (rows) => [{ ...rows[0]!, inspector: 'A-10/7' }, ...rows], 'odds'],
    ['M10.1 for what somebody can do', REGISTER, (rows) => [rows[0]!, rows[1]!, { ...rows[1]!, qualification: '食品' }], 'roster'],
    ['M10.1 of somebody who is off duty', `${PATHS.registry}inspectors.jsonl`, (rows) => rows.map((row) => (row['id'] === LENT ? { ...row, isOnDuty: false } : row)), 'roster'],
    ['M10.1 of somebody who is not in the registry', REGISTER, (rows) => rows.map((row, at) => (at === 0 ? { ...row, inspector: 'XF/1' } : row)), 'roster'],
  ])('%s and covered up is still different', (_, path, edit, expected) => {
    expect(different(coveredUp(changed(texts, path, edit), hash))).toContain(expected);
  });
});
