// Mutation testing: changes the code of a room in every small way Stryker knows, and counts the changes its tests notice.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { ROOMS } from './rooms.mjs';
import { countsOf, lineOf, survivorsOf, writeSummary } from './summary.mjs';

const root = join(import.meta.dirname, '../..');
/** What was found before is taken over for code and tests that did not change. */
const incrementalFile = (room) => join(root, '.mutation', `${room}.json`);

const optionsFor = (room, files) => ({
  testRunner: 'vitest',
  // Named, since Stryker looks for plugins where pnpm has none.
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'scripts/mutation/vitest.config.mjs', related: false },
  mutate: [...files.map((file) => `packages/core/src/${room}/${file}`), '!**/*.test.ts', '!**/*.properties.ts', '!**/index.ts'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Long enough for a machine with other work: a mutant that is only slow must not count as found.
  timeoutMS: 5000,
  timeoutFactor: 2,
  incremental: true,
  incrementalFile: incrementalFile(room),
  reporters: ['progress-append-only'],
  tempDirName: '.stryker-tmp',
  ignorePatterns: ['/data', '/docs', '/packages/cli/src', '/test', '!/test/vectors', '/.mutation', '**/dist'],
  // Stryker would read one by a part of the compiler that TypeScript 7 does not have.
  tsconfigFile: 'none',
});

const runRoom = async (room, files) => {
  const isFull = !existsSync(incrementalFile(room));
  process.env.SSJ_MUTATION_TESTS = ROOMS[room].tests.join(',');
  process.env.SSJ_RUNS_PERCENT = String(ROOMS[room].percent);
  const began = performance.now();
  await new Stryker(optionsFor(room, files)).runMutationTest();
  const seconds = Math.round((performance.now() - began) / 1000);
  const report = JSON.parse(readFileSync(incrementalFile(room), 'utf8'));
  return { room, report, seconds: isFull ? seconds : undefined };
};

const given = process.argv.slice(2);
const places = given.filter((word) => word !== '--full').map((place) => place.split('/'));
if (places.some(([room]) => !(room in ROOMS))) {
  process.stderr.write(`usage: npm run mutation -- [--full] [${Object.keys(ROOMS).join('|')}[/file.ts]]…\n`);
  process.exit(2);
}
const rooms = Object.keys(ROOMS).filter((room) => places.length === 0 || places.some(([wanted]) => wanted === room));
const counts = [];
for (const room of rooms) {
  if (given.includes('--full')) rmSync(incrementalFile(room), { force: true });
  const files = places.filter(([wanted, file]) => wanted === room && file !== undefined).map(([, file]) => file);
  const result = await runRoom(room, files.length === 0 ? ['**/*.ts'] : files);
  for (const line of survivorsOf(result.report)) process.stdout.write(`${line}\n`);
  counts.push(countsOf(result));
}
for (const row of counts) process.stdout.write(`${lineOf(row)}\n`);
if (places.length === 0) writeSummary(join(root, 'docs/mutation.md'), counts);
