import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('the second implementation keeps its promises on records of its own', { timeout: 300_000 }, () => {
  const run = spawnSync('python3', ['-B', '-m', 'unittest', 'replay_test', 'replay_seeds_test', 'replay_laminar_test', 'replay_rules_test'], { cwd: import.meta.dirname, encoding: 'utf8' });
  expect(run.stderr).toMatch(/\nOK\n$/);
  expect(run.status).toBe(0);
});
