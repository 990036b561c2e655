import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import seedrandom from 'seedrandom';
import { beforeAll, expect, test } from 'vitest';
import { makeStates, type Step, STEPS } from '../support/draw-steps.js';
import { isSound } from '../support/is-sound.js';
import { type Aim, killAt, type Times, timesOf } from '../support/kill-at.js';
import { ssjInside } from '../support/run-inside.js';
import { jsonOf, type Ran } from '../support/run-ssj.js';
import { copyOf, scratch, treeOf } from '../support/scratch.js';
import { SPRING } from '../support/small-county.js';

/** Of each command; those that come too late do not count. */
const KILLS = 26;
const SEED = 'SIGKILL 2026';
/** Where they are aimed: most of them where a half change could be. */
const AIMS: readonly Aim[] = ['start', 'lock', 'staged', 'staged', 'staged', 'commit', 'commit', 'commit'];
const KILLED: readonly (Step & { readonly index: number })[] = STEPS.slice(0, -1).map((step, index) => ({ ...step, index }));
const MAIN = '652722-2026-0001';

const root = scratch('kills');
let states: readonly string[] = [];
beforeAll(async () => {
  states = await makeStates(root);
});

const inside = (dir: string, ...words: readonly string[]): Promise<Ran> => ssjInside(words, { dir, at: SPRING });

/** Where death came, by what it left: the folder as it was, or as it should become. */
const PLACES = ['before the lock', 'locked', 'staging', 'committing', 'clearing up', 'after'] as const;
type Place = (typeof PLACES)[number];
const hasHappened = (place: Place): boolean => PLACES.indexOf(place) >= PLACES.indexOf('committing');
const withoutCorner = (tree: ReturnType<typeof treeOf>): ReturnType<typeof treeOf> => Object.fromEntries(Object.entries(tree).filter(([path]) => !/^\.ssj(?:\/|$)/.test(path)));
const placeOf = (dir: string, before: ReturnType<typeof treeOf>): Place => {
  const corner = existsSync(join(dir, '.ssj')) ? readdirSync(join(dir, '.ssj')) : undefined;
  const isAsBefore = JSON.stringify(withoutCorner(treeOf(dir))) === JSON.stringify(before);
  if (corner === undefined) return isAsBefore ? 'before the lock' : 'after';
  if (corner.includes('commit')) return 'committing';
  if (!isAsBefore) return 'clearing up';
  return corner.some((name) => name.startsWith('staged-')) ? 'staging' : 'locked';
};

interface Killed {
  readonly dir: string;
  readonly place: Place;
  readonly ran: Ran;
}

/** Two at a time, and nothing else meanwhile, so that the moments are those that were drawn. */
const killMany = async (step: Step, from: string, times: Times): Promise<readonly Killed[]> => {
  const before = treeOf(from);
  const killed: Killed[] = [];
  let tries = 0;
  const lane = async (): Promise<void> => {
    while (killed.length < KILLS && tries < KILLS * 4) {
      const number = (tries += 1);
      const random = seedrandom(`${SEED} ${step.name} ${number}`);
      const aim = AIMS[number % AIMS.length]!;
      // From each aim on up to the next one and a little over, from the start up to the end.
      const span = { start: times.end, lock: times.staged - times.lock, staged: (times.commit - times.staged) * 1.2, commit: Math.min(times.end - times.commit, (times.commit - times.staged) * 1.5) }[aim];
      const dir = copyOf(from, join(root, `${step.name}-${number}`));
      const ran = await killAt({ words: [...step.words, '--json'], dir, at: SPRING, aim, delay: random() * span });
      if (ran.exit === null) killed.push({ dir, place: placeOf(dir, before), ran });
    }
  };
  await Promise.all([lane(), lane()]);
  return killed;
};

/** The same files; of a seal only their names, since a secret is another one each time. */
const isLike = (dir: string, expected: string, hasNewSecret: boolean): void => {
  const [found, wanted] = [treeOf(dir), treeOf(expected)];
  if (hasNewSecret) expect(Object.keys(found).sort()).toEqual(Object.keys(wanted).sort());
  else expect(found).toEqual(wanted);
};

const goesOn = async ({ dir, place, ran }: Killed, { index, name, words, again }: (typeof KILLED)[number]): Promise<void> => {
  // What was told has happened.
  if (ran.stdout !== '') expect(hasHappened(place), ran.stdout).toBe(true);
  const before = treeOf(dir);
  await isSound(dir, place === 'committing' || place === 'clearing up');
  expect(treeOf(dir), 'reading changes nothing').toEqual(before);
  const repeated = await inside(dir, ...words, '--json');
  const codes = jsonOf(repeated).problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  expect([repeated.exit, [...new Set(codes)]], repeated.stdout).toEqual(hasHappened(place) && again !== undefined ? [7, [again]] : [0, []]);
  const next = await inside(dir, ...STEPS[index + 1]!.words);
  expect(next.exit, next.stderr).toBe(0);
  isLike(dir, states[index + 2]!, name === 'seal' || name === 'void');
  if (name === 'seal') expect(statSync(join(dir, '批次', `${MAIN}.密钥.json`)).mode & 0o777).toBe(0o600);
  await isSound(dir);
};

let total = 0;
test.each(KILLED)('killed at $name, the folder is as before or as after, and the next command goes on', async (step) => {
  const from = states[step.index]!;
  const began = Date.now();
  const times = await timesOf([...step.words, '--json'], { dir: copyOf(from, join(root, `${step.name}-timed`)), at: SPRING });
  const killed = await killMany(step, from, times);
  const shot = Date.now();
  for (const one of killed) await goesOn(one, step);
  total += killed.length;
  const places = PLACES.map((place) => `${killed.filter((one) => one.place === place).length} ${place}`).join(', ');
  console.log(`${step.name}: killed ${killed.length} times: ${places} (${shot - began} ms, then ${Date.now() - shot} ms of looking)`);
  expect(killed.length).toBeGreaterThanOrEqual(KILLS);
}, 300_000);

test('at least 200 processes were killed', () => {
  expect(total).toBeGreaterThanOrEqual(200);
});
