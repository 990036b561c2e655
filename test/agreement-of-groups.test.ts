import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { canonicalJson, feasibility, groupTree, largestTwinDifference, oddsTable, roundOdds, type RowGroups, rowGroups, streamOf } from '@shuangsuiji/core';
import seedrandom from 'seedrandom';
import { expect, test } from 'vitest';

const laminar = join(import.meta.dirname, 'replay_laminar.py');

interface Group { readonly name: string; readonly members: readonly number[]; readonly lo: number; readonly hi: number | null }
interface Case { readonly wanted: readonly number[]; readonly capacity: readonly number[]; readonly eligible: readonly (readonly number[])[]; readonly groups: readonly (readonly Group[])[]; readonly seed: string }
interface Answer { readonly shortage: number; readonly iterations: number; readonly repairPhases: number; readonly forcedPairs: number }

const python = (args: readonly string[], input = ''): string => {
  const run = spawnSync('python3', [laminar, ...args], { encoding: 'utf8', input, maxBuffer: 2 ** 28 });
  expect(run.stderr).toBe('');
  return run.stdout;
};

/** Each group as a qualification of its members. */
const groupsOf = (groups: readonly Group[], people: number): RowGroups | undefined => {
  if (groups.length === 0) return undefined;
  const members = Array.from({ length: people }, (_, i) => ({ qualifications: groups.filter((group) => group.members.includes(i)).map(({ name }) => name) }));
  return rowGroups(groupTree(groups.map(({ name, lo, hi }) => ({ group: `qualification:${name}`, atLeast: lo, atMost: hi ?? undefined })), members), []);
};

const ours = ({ wanted, capacity, eligible, groups, seed }: Case) => {
  const flow = feasibility({ wanted, capacity, eligible, groups: groups.map((row) => groupsOf(row, capacity.length)) });
  if (!flow.ok) return { shortage: flow.error.shortage };
  const table = oddsTable({ flow: flow.value, bits: 16 });
  const { graph, chance, iterations, repairPhases, forcedPairs } = table;
  const words = seedrandom(seed);
  return {
    shortage: 0, iterations, repairPhases, forcedPairs, largestDifference: largestTwinDifference(table, capacity),
    chance: eligible.map((_, e) => [...chance.subarray(graph.rowStart[e], graph.rowStart[e + 1])]),
    assignment: roundOdds({ table, stream: streamOf(() => words.int32() >>> 0) }).flatMap((people, e) => people.map((i) => [e, i])),
  };
};

test('M9 both implementations give the same odds and the same people, number for number, on 240 random matches with rules on who goes together', () => {
  const text = python(['--random', '240', 'agreement of groups']);
  const cases = JSON.parse(text) as readonly Case[];
  const answers = JSON.parse(python(['-'], text)) as readonly (Answer & { readonly sum?: unknown })[];
  expect(answers).toHaveLength(240);
  cases.forEach((one, index) => {
    const { sum: _, ...answer } = answers[index]!;
    expect(canonicalJson(ours(one)), `match ${index}`).toBe(canonicalJson({ ...answer }));
  });
  expect(answers.filter(({ shortage }) => shortage > 0).length).toBeGreaterThan(20);
  expect(answers.filter(({ shortage, repairPhases }) => shortage === 0 && repairPhases > 0).length).toBeGreaterThan(20);
  expect(cases.filter(({ groups }) => groups.some((row) => row.length > 1)).length).toBeGreaterThan(100);
});
