import { describe, expect, test } from 'vitest';
import type { AgencyCode, InspectorId } from '../base/brand.js';
import { portableHash as hash } from '../base/digest.js';
import { parseSnapshot } from './parse-snapshot.js';
import type { FixedTeam, Inspector } from './schemas.js';
import { makeSnapshot } from './snapshot.js';
import type { SnapshotFiles } from './snapshot-files.js';

const team = (group: string, ...ids: readonly string[]): FixedTeam => ({ group, inspectors: ids as readonly string[] as readonly InspectorId[] });
const INSPECTORS = ['A/1', 'A/2', 'B/1'].map((id): Inspector => ({ id: id as InspectorId, agency: id[0] as AgencyCode, qualifications: [], licences: [], isOnDuty: true }));
const snapshot = (teams?: readonly FixedTeam[]) =>
  makeSnapshot({ agencies: [], targets: [], inspectors: INSPECTORS, names: [], items: [], recusals: [], teams, report: { problems: hash('[]') as never, refused: [], warnings: 0 }, hash });
const TEAMS = [team('乙', 'A/2'), team('丙', 'A/1', 'B/1')];
const problems = (files: Partial<SnapshotFiles>) => {
  const parsed = parseSnapshot({ files, hash });
  return parsed.ok ? [] : parsed.error.map(({ code, where }) => [code, where?.file]);
};
const withManifest = (files: SnapshotFiles, change: (manifest: { files: Record<string, string>; counts: Record<string, number> }) => void): SnapshotFiles => {
  const manifest = JSON.parse(files['snapshot.json']);
  change(manifest);
  return { ...files, 'snapshot.json': `${JSON.stringify(manifest)}\n` };
};

test('M11.4 without teams there is no file, and the snapshot is as it ever was', () => {
  expect(snapshot([])).toEqual(snapshot());
  expect(Object.keys(snapshot().files)).not.toContain('teams.jsonl');
  expect(snapshot().files['snapshot.json']).not.toContain('teams');
});
test('M11.4 teams are sorted by group and read back', () => {
  const { files } = snapshot(TEAMS);
  expect(files['teams.jsonl']).toBe('{"group":"丙","inspectors":["A/1","B/1"]}\n{"group":"乙","inspectors":["A/2"]}\n');
  const parsed = parseSnapshot({ files, hash });
  expect(parsed.ok && parsed.value.teams).toEqual([TEAMS[1], TEAMS[0]]);
});
test('R5 people of a team who stand twice, or not in order, are found', () => {
  for (const ids of [['A/2', 'A/1'], ['A/1', 'A/1']]) expect(problems(snapshot([team('甲', ...ids)]).files).map(([, file]) => file)).toEqual(['teams.jsonl']);
});
test('R5 somebody in two teams, or whom the registry does not know, is found at the row of the team', () => {
  const found = (...teams: readonly FixedTeam[]) => {
    const parsed = parseSnapshot({ files: snapshot(teams).files, hash });
    return parsed.ok ? [] : parsed.error;
  };
  const notFree = (row: number, at: number) => ({ code: 'document-invalid', severity: 'error', where: { file: 'teams.jsonl', row }, fields: { path: `inspectors.${at}`, reason: 'not-free' } });
  expect(found(team('甲', 'A/1'), team('乙', 'A/2', 'B/1'))).toEqual([]);
  expect(found(team('丙', 'A/1', 'B/1'), team('乙', 'A/2', 'B/1'))).toEqual([notFree(2, 1)]);
  expect(found(team('甲', 'A/9'))).toEqual([notFree(1, 0)]);
});
describe('what does not belong together is found', () => {
  const { files } = snapshot(TEAMS);
  test.each<[string, Partial<SnapshotFiles>, readonly (readonly [string, string])[]]>([
    ['teams that are gone', Object.fromEntries(Object.entries(files).filter(([name]) => name !== 'teams.jsonl')), [['document-missing', 'teams.jsonl']]],
    ['teams that nobody froze', { ...snapshot().files, 'teams.jsonl': files['teams.jsonl']! }, [['digest-differs', 'teams.jsonl'], ['count-differs', 'teams.jsonl']]],
    ['an empty file of teams', { ...snapshot().files, 'teams.jsonl': '' }, [['digest-differs', 'teams.jsonl']]],
    ['another person', { ...files, 'teams.jsonl': files['teams.jsonl']!.replace('A/2', 'A/3') }, [['digest-differs', 'teams.jsonl']]],
    ['a count without a file', withManifest(snapshot().files, (manifest) => (manifest.counts['teams'] = 1)), [['document-invalid', 'snapshot.json']]],
    ['a digest without a count', withManifest(files, (manifest) => delete manifest.counts['teams']), [['document-invalid', 'snapshot.json']]],
  ])('%s', (_, given, expected) => {
    const found = problems(given);
    expect(found.map(([, file]) => file)).toEqual(expected.map(([, file]) => file));
    if (expected[0]![1] !== 'snapshot.json') expect(found).toEqual(expected);
  });
});
