import { spawnSync } from 'node:child_process';
import { hash as hashOf } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agencyCode, canonicalJson, type Digest, drawSetting, drawState, feasibility, inspectorStream, matchAgency, oddsTable, openRounds, roundOdds } from '@shuangsuiji/core';
import { expect, test } from 'vitest';
import { type AppointedRound, appointedRounds } from './support/appointed-rounds.js';
import { randomInstances, type RandomInstance } from './support/random-instances.js';
import { type RandomRound, randomRounds } from './support/random-rounds.js';

const hash = (text: string): string => hashOf('sha256', text);
const replay = join(import.meta.dirname, 'replay.py');
const key = hash('agreement') as Digest;
const agency = agencyCode('AGENCY-01')!;
const lead = agencyCode('A')!;

const ours = ({ eligible, demand, capacity }: RandomInstance): string => {
  const flow = feasibility({ eligible, wanted: demand, capacity });
  if (!flow.ok) return canonicalJson({ feasible: false, shortage: flow.error.shortage });
  const table = oddsTable({ flow: flow.value, bits: 16 });
  const { graph, chance, iterations, repairPhases } = table;
  const odds = eligible.map((_, e) => [...chance.subarray(graph.rowStart[e], graph.rowStart[e + 1])]);
  const assigned = roundOdds({ table, stream: inspectorStream({ scheme: 'ssj/1', key, agency, hash }) });
  return canonicalJson({ feasible: true, iterations, repairPhases, odds, assignment: assigned.flatMap((row, e) => row.map((i) => [e, i])) });
};

/** The same round from a frame, its visits, one earlier round and the changes (record-format R12.5); undefined where no place is open. */
const ourRound = (given: RandomRound | AppointedRound): string | undefined => {
  const { visits, inspectors, recusals, changes } = given;
  const { scheme, register } = 'register' in given ? given : { scheme: 'ssj/1' as const, register: [] };
  const round = { targets: visits.map(({ target }) => ({ stratum: 'ALL', ticket: key, id: target })), assignments: visits.filter(({ assigned }) => assigned.length > 0).map(({ target, assigned }) => ({ agency: lead, target, inspectors: [...assigned].sort() })) };
  const { live, standing } = drawState({ rounds: [round], changes });
  const setting = drawSetting({
    frame: visits.map(({ target }) => ({ id: target, stratum: 'ALL', visit: target })),
    visits: visits.map(({ target, people, qualifications, ...visit }) => ({ id: target, needs: [{ agency: lead, items: ['I'], people, qualifications, composition: 'composition' in visit && visit.composition.length > 0 ? visit.composition : undefined }] })),
    roster: inspectors,
    recusals: recusals.map(([target, inspector]) => ({ target, inspector })),
    appointed: register, areas: new Map(), bars: [], closesOwnAreas: false,
  });
  const [first, ...others] = openRounds({ setting, targets: live, standing });
  expect(others).toEqual([]);
  if (first === undefined) return undefined;
  const found = matchAgency({ round: first, stream: inspectorStream({ scheme, key, agency: lead, hash }) });
  if (!found.ok) return canonicalJson({ feasible: false, shortage: found.error.shortage });
  const { odds, assignment } = found.value;
  return canonicalJson({
    iterations: odds.iterations,
    repairPhases: odds.repairPhases,
    odds: odds.rows.map(({ target, inspectors: ids, chances, wanted }) => ({ target, wanted, chances: Object.fromEntries(ids.map((id, n) => [id, chances[n]!])) })),
    assignment: assignment.map(({ target, inspectors: ids }) => ({ target, ids })),
  });
};

interface TheirRound {
  readonly feasible: boolean; readonly shortage: number; readonly iterations: number; readonly repairPhases: number;
  readonly targets: readonly string[]; readonly inspectors: readonly string[]; readonly eligible: readonly (readonly number[])[];
  readonly demand: readonly number[]; readonly odds: readonly (readonly number[])[]; readonly assignment: readonly (readonly [number, number])[];
}

const inTheSameWords = ({ feasible, shortage, iterations, repairPhases, targets, inspectors, eligible, demand, odds, assignment }: TheirRound): string | undefined => {
  if (targets.length === 0) return undefined;
  if (!feasible) return canonicalJson({ feasible, shortage });
  const rows = targets.map((target, e) => ({ target, wanted: demand[e]!, chances: Object.fromEntries(eligible[e]!.map((i, n) => [inspectors[i]!, odds[e]![n]!])) }));
  return canonicalJson({ iterations, repairPhases, odds: rows, assignment: targets.map((target, e) => ({ target, ids: assignment.filter(([t]) => t === e).map(([, i]) => inspectors[i]!) })) });
};

const theirs = (instances: readonly (RandomInstance | RandomRound | AppointedRound)[], code: string = agency): readonly Record<string, unknown>[] => {
  const folder = mkdtempSync(join(tmpdir(), 'ssj-agreement-'));
  try {
    const file = join(folder, 'instances.jsonl');
    writeFileSync(file, instances.map((one) => `${JSON.stringify({ scheme: 'ssj/1', key, agency: code, ...one })}\n`).join(''));
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

test('both implementations leave the same places open in later rounds, with the same odds and the same people, on 300 random rounds', () => {
  const rounds = randomRounds('agreement in later rounds', 300);
  const answers = theirs(rounds, lead) as unknown as readonly TheirRound[];
  expect(answers).toHaveLength(rounds.length);
  rounds.forEach((round, index) => expect(ourRound(round), `round ${index}`).toBe(inTheSameWords(answers[index]!)));
  expect(answers.filter(({ feasible, targets }) => feasible && targets.length > 0).length).toBeGreaterThan(100);
  expect(answers.filter(({ feasible }) => !feasible).length).toBeGreaterThan(30);
});

test('M10.2 both implementations agree on later rounds with rules and appointed people, on 300 random rounds', () => {
  const rounds = appointedRounds('agreement in appointed rounds', 300);
  const answers = theirs(rounds, lead) as unknown as readonly TheirRound[];
  rounds.forEach((round, index) => expect(ourRound(round), `round ${index}`).toBe(inTheSameWords(answers[index]!)));
  expect(answers.filter(({ feasible, targets }) => feasible && targets.length > 0).length).toBeGreaterThan(60);
  expect(answers.filter(({ feasible }) => !feasible).length).toBeGreaterThan(60);
});

test('the second implementation passes the worked cases', () => {
  const run = spawnSync('python3', [replay, '--vectors', join(import.meta.dirname, 'vectors', 'ssj-1.json')], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
});
