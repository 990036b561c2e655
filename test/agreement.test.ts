import { spawnSync } from 'node:child_process';
import { hash as hashOf } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agencyCode, canonicalJson, type Digest, feasibility, inspectorStream, oddsTable, roundOdds } from '@shuangsuiji/core';
import { expect, test } from 'vitest';
import { randomInstances, type RandomInstance } from './support/random-instances.js';

const hash = (text: string): string => hashOf('sha256', text);
const replay = join(import.meta.dirname, 'replay.py');
const key = hash('agreement') as Digest;
const agency = agencyCode('AGENCY-01')!;

const ours = ({ eligible, demand, capacity }: RandomInstance): string => {
  const flow = feasibility({ eligible, wanted: demand, capacity });
  if (!flow.ok) return canonicalJson({ feasible: false, shortage: flow.error.shortage });
  const table = oddsTable({ flow: flow.value, bits: 16 });
  const { graph, chance, iterations, repairPhases } = table;
  const odds = eligible.map((_, e) => [...chance.subarray(graph.rowStart[e], graph.rowStart[e + 1])]);
  const assigned = roundOdds({ table, stream: inspectorStream({ scheme: 'ssj/1', key, agency, hash }) });
  return canonicalJson({ feasible: true, iterations, repairPhases, odds, assignment: assigned.flatMap((row, e) => row.map((i) => [e, i])) });
};

const theirs = (instances: readonly RandomInstance[]): readonly Record<string, unknown>[] => {
  const folder = mkdtempSync(join(tmpdir(), 'ssj-agreement-'));
  try {
    const file = join(folder, 'instances.jsonl');
    writeFileSync(file, instances.map((one) => `${JSON.stringify({ scheme: 'ssj/1', key, agency, ...one })}\n`).join(''));
    const run = spawnSync('python3', [replay, '--instances', file], { encoding: 'utf8', maxBuffer: 2 ** 28 });
    expect(run.stderr).toBe('');
    return run.stdout.trim().split('\n').map((line) => JSON.parse(line));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test('both implementations give the same odds and the same assignment, number for number, on 200 random instances', () => {
  const instances = randomInstances('agreement of two implementations', 200);
  const answers = theirs(instances);
  expect(answers).toHaveLength(instances.length);
  instances.forEach((instance, index) => {
    const { feasible, shortage, iterations, repairPhases, odds, assignment } = answers[index] as never as Record<string, never>;
    const answer = feasible ? { feasible, iterations, repairPhases, odds, assignment } : { feasible, shortage };
    expect(ours(instance), `instance ${index}`).toBe(canonicalJson(answer));
  });
  const feasible = answers.filter((answer) => answer.feasible).length;
  expect(feasible).toBeGreaterThan(60);
  expect(answers.filter((answer) => !answer.feasible).length).toBeGreaterThan(20);
  expect(answers.filter((answer) => answer.feasible && (answer.repairPhases as number) > 0).length).toBeGreaterThan(5);
});

test('the second implementation passes the worked cases', () => {
  const run = spawnSync('python3', [replay, '--vectors', join(import.meta.dirname, 'vectors', 'ssj-1.json')], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
});
