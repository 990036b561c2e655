import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replay, ssj } from './support/run-ssj.js';
import { scratch } from './support/scratch.js';

interface Made {
  readonly record: string;
  /** What was done wrong on purpose; empty where nothing was. */
  readonly fault: string;
  /** Whether the fault is really in the record: some fit few draws. */
  readonly fits: boolean;
  readonly traits: readonly string[];
}

const COUNT = 40;
const folder = scratch('agreement-of-teams');

const made = (): readonly Made[] => {
  const run = spawnSync('python3', ['-B', join(import.meta.dirname, 'replay_random.py'), folder, String(COUNT), 'teams agree', 'teams'], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  return run.stdout.trim().split('\n').map((line) => JSON.parse(line) as Made);
};

// Half a minute each; CI has fifteen minutes for everything, and the bare matches are held against each other there.
test.skipIf(process.env.CI === 'true')(`M11 both verifiers give the same verdict on ${COUNT} random records of draws in teams, with and without faults`, { timeout: 300_000 }, () => {
  const records = made();
  expect(records).toHaveLength(COUNT);
  expect(records.filter(({ fits }) => !fits)).toEqual([]);
  const exits = records.map((one) => ({ ...one, ours: ssj(['verify', join(folder, one.record)]).exit, theirs: replay(join(folder, one.record)).exit }));
  expect(exits.filter((one) => one.ours !== one.theirs)).toEqual([]);
  expect(exits.filter(({ fault, theirs }) => fault === '' && theirs === 5)).toEqual([]);
  expect(new Set(exits.map(({ theirs }) => theirs))).toEqual(new Set([0, 5, 6]));
  for (const trait of ['teams', 'exhausted', 'fixed', 'tried-more', 'teams-later', 'persons-after-teams', 'void', 'revealed']) expect(exits.filter(({ traits }) => traits.includes(trait)).length, trait).toBeGreaterThan(3);
});
