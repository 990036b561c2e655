import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replay, ssj } from './support/run-ssj.js';
import { scratch } from './support/scratch.js';

interface Made {
  readonly record: string;
  readonly fault: string;
  readonly traits: readonly string[];
}

const COUNT = 40;
const folder = scratch('agreement-of-appointments');
const has = ({ record }: Made, path: string): boolean => existsSync(join(folder, record, path));

// As for teams: not where CI has fifteen minutes for everything.
test.skipIf(process.env.CI === 'true')(`both verifiers give the same verdict on ${COUNT} random records with rules, appointments, rotation and capacities of a year`, { timeout: 600_000 }, () => {
  const run = spawnSync('python3', ['-B', join(import.meta.dirname, 'replay_random.py'), folder, String(COUNT), 'agreement with rules', 'rules'], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  const records = run.stdout.trim().split('\n').map((line) => JSON.parse(line) as Made);
  expect(records).toHaveLength(COUNT);
  // The caps of a levelled record are invented, and the second implementation does not work them out (D5.10).
  const isLevelled = (one: Made): boolean => 'levelling' in (JSON.parse(readFileSync(join(folder, one.record, 'sealed.json'), 'utf8')) as object);
  const exits = records.filter((one) => !isLevelled(one)).map((one) => ({ ...one, ours: ssj(['verify', join(folder, one.record)]).exit, theirs: replay(join(folder, one.record)).exit }));
  expect(exits.filter(({ ours, theirs }) => ours !== theirs)).toEqual([]);
  expect(exits.filter(({ traits }) => traits.includes('rules')).length).toBeGreaterThan(15);
  expect(exits.filter((one) => has(one, 'registry/appointments.jsonl')).length).toBeGreaterThan(4);
  expect(exits.filter(({ theirs }) => theirs === 0).length).toBeGreaterThan(5);
});
