import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test.each(['replay_test', 'replay_seeds_test', 'replay_laminar_test', 'replay_rules_test', 'replay_teams_test'])('the second implementation keeps its promises: %s', { timeout: 300_000 }, (module) => {
  const run = spawnSync('python3', ['-B', '-m', 'unittest', module], { cwd: import.meta.dirname, encoding: 'utf8' });
  expect(run.stderr).toMatch(/\nOK\n$/);
  expect(run.status).toBe(0);
});
