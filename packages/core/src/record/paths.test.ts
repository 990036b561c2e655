import { expect, test } from 'vitest';
import { evidencePath, isEvidencePath, isRecordPath, PATHS, roundFolder, roundPaths, roundsIn } from './paths.js';

const INSIDE = [
  'manifest.json', 'sealed.json', 'salt.json', 'frame.jsonl', 'exclusions.jsonl', 'roster.jsonl', 'bars.jsonl', 'ledger.jsonl', 'reveal.json',
  'registry/snapshot.json', 'registry/agencies.jsonl', 'registry/targets.jsonl', 'registry/inspectors.jsonl', 'registry/items.jsonl', 'registry/recusals.jsonl', 'registry/teams.jsonl', 'registry/report.json',
  'rounds/0/seed.json', 'rounds/0/targets.jsonl', 'rounds/0/match.json', 'rounds/0/odds.jsonl', 'rounds/0/assignments.jsonl', 'rounds/0/teams.json', 'rounds/0/team-odds.jsonl', 'rounds/12/seed.json', 'notices/1.json', 'notices/9999.json', 'evidence/1.json', 'evidence/12.json',
];
const OUTSIDE = [
  '', 'registry/', 'registry', 'registry/names.jsonl', 'sealed.jsonl', 'xsealed.json', 'sealed.json/', 'rounds/0/', 'rounds/0/notice.json', 'rounds/0/seedxjson', 'rounds//seed.json',
  'rounds/01/seed.json', 'rounds/00/seed.json', 'rounds/-1/seed.json', 'rounds/10000/seed.json', 'x/rounds/0/seed.json', 'rounds/0/seed.json/x', 'notices/01.json', 'notices/x.json', 'notices/1.jsonx', 'evidence/0.json', 'evidence/01.json', 'evidence/10000.json',
];

test('R2 the files of a record are known by name, and no others', () => {
  expect(INSIDE.filter((path) => !isRecordPath(path))).toEqual([]);
  expect(OUTSIDE.filter(isRecordPath)).toEqual([]);
  expect(Object.values(PATHS).filter((path) => !INSIDE.includes(path))).toEqual(['registry/']);
});
test('R2, R12 a round has its files in its own folder, and its notice beside those of the others', () => {
  expect(roundPaths(3)).toEqual({
    notice: 'notices/3.json', seed: 'rounds/3/seed.json', targets: 'rounds/3/targets.jsonl', match: 'rounds/3/match.json', odds: 'rounds/3/odds.jsonl', assignments: 'rounds/3/assignments.jsonl',
    teams: 'rounds/3/teams.json', teamOdds: 'rounds/3/team-odds.jsonl',
  });
  expect(roundFolder(0)).toBe('rounds/0/');
  for (const round of [-1, 0.5, Number.NaN]) expect(() => roundPaths(round)).toThrow(new RangeError(`roundPaths: round ${round} is not an integer from 0`));
  expect(roundPaths(0).seed).toBe('rounds/0/seed.json');
});
test('R13 evidence is numbered from 1', () => {
  expect(evidencePath(7)).toBe('evidence/7.json');
  expect(['evidence/7.json', 'evidence/9999.json'].every(isEvidencePath)).toBe(true);
  expect(['evidence/0.json', 'evidence/07.json', 'evidence/10000.json', 'x/evidence/7.json', 'evidence/7.json2', 'evidence/.json', 'evidence/7xjson', 'sealed.json'].some(isEvidencePath)).toBe(false);
});
test('R12 a record has the rounds it holds files of, counted as numbers', () => {
  const texts = (...paths: string[]) => new Map(paths.map((path) => [path, '']));
  expect(roundsIn(texts('rounds/10/seed.json', 'rounds/10/targets.jsonl', 'notices/2.json', 'rounds/0/seed.json', 'sealed.json', 'evidence/5.json'))).toEqual([0, 2, 10]);
  expect(roundsIn(texts('rounds/07/seed.json', 'rounds/3/other.txt'))).toEqual([]);
});
