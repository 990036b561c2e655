import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('the second implementation passes the cases with rules on who goes together (M9)', () => {
  const run = spawnSync('python3', [join(import.meta.dirname, '..', 'replay.py'), '--vectors', join(import.meta.dirname, 'ssj-2.json')], { encoding: 'utf8' });
  expect([run.status, run.stderr]).toEqual([0, '']);
  expect(run.stdout.split('\n').filter((line) => line.startsWith('pass')).length).toBe(5);
});
test('the second implementation passes our own further cases', () => {
  const run = spawnSync('python3', [join(import.meta.dirname, '..', 'replay.py'), '--vectors', join(import.meta.dirname, 'own-1.json')], { encoding: 'utf8' });
  expect([run.status, run.stderr]).toEqual([0, '']);
  expect(run.stdout.split('\n').filter((line) => line.startsWith('pass')).length).toBe(10);
});
