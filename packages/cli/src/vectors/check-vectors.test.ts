import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkVectors, VECTOR_SECTIONS, type VectorSection } from './check-vectors.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const textOf = (name: string): string => readFileSync(new URL(`../../../../test/vectors/${name}`, import.meta.url), 'utf8');
const TEXT = textOf('ssj-1.json');
type Any = { [key: string]: Any } & Any[];
const check = (text: string): readonly VectorSection[] => {
  const result = checkVectors({ text, hash });
  if (!result.ok) throw new Error(result.error);
  return result.value;
};
const broken = (change: (file: Any) => unknown): readonly VectorSection[] => {
  const file: Any = JSON.parse(TEXT);
  change(file);
  return check(JSON.stringify(file));
};
const failed = (sections: readonly VectorSection[]): readonly string[] => sections.filter(({ passed }) => !passed).map(({ section }) => section);
const put = (place: Any | undefined, key: string | number, value: unknown): void => {
  (place as unknown as { [key: string | number]: unknown })[key] = value;
};

test('every worked case of ssj/1 passes', () => {
  const sections = check(TEXT);
  expect(failed(sections)).toEqual([]);
  expect(sections.map(({ section, cases }) => [section, cases])).toEqual([
    ['scheme', 1], ['keys', 3], ['tickets', 31], ['selected', 5], ['streams', 4], ['rounding', 4], ['matching', 19], ['canonicalId', 20], ['wholeDraw', 4], ['joint', 2], ['rehearsal', 2], ['quotas', 10], ['secretCommitment', 1],
  ]);
});
test('our own further cases pass, too', () => {
  const sections = check(textOf('own-1.json'));
  expect(failed(sections)).toEqual([]);
  expect(sections.filter(({ cases }) => cases > 0).length).toBeGreaterThan(8);
});

test('M9 the cases with rules on who goes together pass, and a wrong value is found', () => {
  expect(failed(check(textOf('ssj-2.json')))).toEqual([]);
  const changed = (change: (file: Any) => unknown): readonly string[] => {
    const file = JSON.parse(textOf('ssj-2.json')) as Any;
    change(file);
    return failed(check(JSON.stringify(file)));
  };
  expect(changed((file) => put(file['matching']![0]!['odds']![0], 0, 1))).toEqual(['matching']);
  expect(changed((file) => put(file['matching']![0]!['groups']![0]![0], 'lo', 0))).toEqual(['matching']);
  expect(changed((file) => put(file['matching']![1]!['groups']![0]![0], 'hi', null))).toEqual(['matching']);
  expect(changed((file) => (file['matching']![3]!['groups']![0]![0]!['members'] as unknown as number[]).push(2))).toEqual(['matching']);
});

const HEX = '0'.repeat(64);
describe('a wrong value in a section is reported there', () => {
  test.each<[string, string, (file: Any) => unknown]>([
    ['scheme', 'scheme', (file) => put(file, 'scheme', 'ssj/9')],
    ['keys', 'targets/1', (file) => put((file as unknown as { keys: Any }).keys, 'targets/1', HEX)],
    ['tickets', 'uscc:B4NJFGJB5HMKAX6XP4', (file) => put(file['tickets']!.find((row) => (row[0] as unknown) === 'uscc:B4NJFGJB5HMKAX6XP4'), 1, HEX)],
    ['tickets', 'ids', (file) => file['tickets']!.pop()],
    ['selected', 'B', (file) => put(file['selected']!['B']![0], 0, HEX)],
    ['selected', 'C', (file) => file['selected']!['C']!.pop()],
    ['selected', 'strata', (file) => put(file['selected'], 'E', [])],
    ['streams', 'AGENCY-01', (file) => put(file['streams']!['AGENCY-01'], 'key', HEX)],
    ['streams', 'AGENCY-01', (file) => put(file['streams']!['AGENCY-01']!['words'], 7, 1)],
    ['streams', 'AGENCY-04', (file) => put(file['streams']!['AGENCY-04']!['below']![9], 1, 5)],
    ['streams', 'AGENCY-03', (file) => put(file['streams']!['AGENCY-03']!['bits'], 39, 0)],
    ['streams', 'AGENCY-03', (file) => put(file['streams']!['AGENCY-03']!['thenShuffle12'], 0, 9)],
    ['rounding', 'AGENCY-12', (file) => put(file['rounding']![2]!['assignment']![0], 1, 8)],
    ['matching', 'AGENCY-47 hit-order tolStrict', (file) => put(file['matching']![7], 'iterations', 98)],
    ['matching', 'AGENCY-24', (file) => put(file['matching']![4], 'repairPhases', 2)],
    ['matching', 'AGENCY-26', (file) => put(file['matching']![6], 'forcedPairs', 58)],
    ['matching', 'AGENCY-20', (file) => put(file['matching']![0]!['odds']![0], 0, 1)],
    ['matching', 'AGENCY-22', (file) => put(file['matching']![2]!['assignment']![0], 1, 1)],
    ['canonicalId', 'reg "330600400012345"', (file) => put(file['canonicalId']![8], 2, 'reg:330600400012346')],
    ['canonicalId', 'uscc "\ufeff91350211M00013FA1N"', (file) => put(file['canonicalId']![3], 3, true)],
    ['canonicalId', 'local "-17"', (file) => put(file['canonicalId']![13], 2, 'local:-17')],
    ['wholeDraw', 'selected', (file) => file['wholeDraw']!['selected']!.pop()],
    ['wholeDraw', 'assignment', (file) => file['wholeDraw']!['assignment']![0]![2]!.reverse()],
    ['wholeDraw', 'round1.drawn', (file) => put(file['wholeDraw']!['round1']!['drawn'], 0, 'uscc:YE2URCR8BK90MW29UD')],
    ['wholeDraw', 'round1.assignment', (file) => file['wholeDraw']!['round1']!['assignment']!.pop()],
    ['joint', 'commitment', (file) => put(file['joint'], 'commitment', HEX)],
    ['joint', 'value of secrets ab.., cd..', (file) => put(file['joint'], 'value of secrets ab.., cd..', HEX)],
    ['rehearsal', 'secret', (file) => put(file['rehearsal'], 'secret', HEX)],
    ['rehearsal', 'key targets 0', (file) => put(file['rehearsal'], 'key targets 0', HEX)],
    ['quotas', '33·3333 up', (file) => put(file['quotas']![9], 3, 10)],
    ['secretCommitment', 'secretCommitment', (file) => put(file, 'secretCommitment', HEX)],
  ])('%s, %s', (section, name, change) => {
    const sections = broken(change);
    expect(failed(sections)).toEqual([section]);
    expect(sections.find((one) => one.section === section)!.firstFailure).toMatch(new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}: `));
  });
  test('another seed makes everything different that hangs on it', () => {
    expect(failed(broken((file) => put(file, 'seed', 'typed:=x')))).toEqual(['keys', 'tickets', 'selected', 'streams', 'rounding', 'matching', 'rehearsal', 'secretCommitment']);
  });
  test('another scheme makes everything different that hangs on it', () => {
    expect(failed(broken((file) => put(file, 'scheme', 'ssj/2')))).toEqual(['keys', 'tickets', 'selected', 'streams', 'rounding', 'matching', 'wholeDraw', 'joint', 'secretCommitment']);
  });
  test('a section of another shape fails and says where', () => {
    for (const section of VECTOR_SECTIONS.filter((name) => name !== 'scheme')) {
      const sections = broken((file) => put(file, section, 7));
      expect(failed(sections)).toEqual([section]);
      expect(sections.find((one) => one.section === section)).toMatchObject({ cases: 0, firstFailure: expect.stringContaining(section) });
    }
  });
  test('a case outside the bounds of a function fails and does not throw', () => {
    expect(failed(broken((file) => put(file['rows']![0], 2, 65)))).toEqual(['tickets', 'selected']);
    expect(failed(broken((file) => put(file['matching']![0]!['capacity'], 0, 9000)))).toEqual(['matching']);
    expect(failed(broken((file) => put(file['wholeDraw']!['quota'], 'S1', 99)))).toEqual(['wholeDraw']);
  });
});

test('a file may have some of the sections; the others have no cases', () => {
  const { scheme, drawId, seed, quotas } = JSON.parse(TEXT);
  const sections = check(JSON.stringify({ scheme, drawId, seed, quotas }));
  expect(failed(sections)).toEqual([]);
  expect(sections.filter(({ cases }) => cases > 0).map(({ section }) => section)).toEqual(['scheme', 'quotas']);
});
test('a section nobody knows is reported', () => {
  for (const name of ['notes', 'toString', 'constructor']) {
    const sections = check(TEXT.replace('{', `{"${name}":1,`));
    expect(failed(sections)).toEqual([name]);
  }
});
test('a text that is no file of cases gives the reason', () => {
  expect(checkVectors({ text: 'x', hash })).toEqual({ ok: false, error: 'not-json' });
  expect(checkVectors({ text: '[]', hash })).toMatchObject({ ok: false });
  expect(checkVectors({ text: '{"scheme":"ssj/1","drawId":7}', hash })).toEqual({ ok: false, error: 'drawId、seed' });
});
test('no text makes it throw', () => {
  const sections = fc.dictionary(fc.constantFrom(...VECTOR_SECTIONS, 'rows', 'quota', 'x'), fc.jsonValue());
  fc.assert(fc.property(sections, (members) => void checkVectors({ text: JSON.stringify({ scheme: 'ssj/1', drawId: '652722-2026-0025', seed: 'typed:=x', ...members }), hash })));
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void checkVectors({ text, hash })));
});
