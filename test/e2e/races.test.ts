import { join } from 'node:path';
import seedrandom from 'seedrandom';
import { beforeAll, expect, test } from 'vitest';
import { FRESH_DICE, makeStates, STEPS, WHY } from '../support/draw-steps.js';
import { isSound } from '../support/is-sound.js';
import { ssjInside } from '../support/run-inside.js';
import { codesIn, type Ran, startSsj } from '../support/run-ssj.js';
import { copyOf, scratch } from '../support/scratch.js';
import { BATCH, DICE, SPRING } from '../support/small-county.js';

/** Of each pair. */
const ROUNDS = 6;
const root = scratch('races');
let states: readonly string[] = [];
/** Milliseconds of one command here. */
let took = 0;

const run = (words: readonly string[], dir: string): Promise<Ran> => startSsj(words, { dir, at: SPRING }).ended;
beforeAll(async () => {
  states = await makeStates(root);
  const began = Date.now();
  await run(STEPS[0].words, copyOf(states[0]!, join(root, 'timed')));
  took = Date.now() - began;
});

interface Race {
  readonly name: string;
  /** The step that comes next in the folder. */
  readonly step: (typeof STEPS)[number]['name'];
  readonly one: readonly string[];
  readonly other: readonly string[];
  /** Besides being locked out: what the loser is told. */
  readonly told: readonly string[];
  /** Whether both may succeed, one after the other. */
  readonly bothMay: boolean;
}

const draw = ['draw', BATCH, '--seed', DICE];
const seal = ['seal', BATCH, '--seed', 'dice:d10x20'];
const change = ['change', BATCH, '--withdraw-person', 'SCJG/003', ...WHY];
const RACES: readonly Race[] = [
  { name: 'seal and seal', step: 'seal', one: seal, other: seal, told: ['batch-already-sealed'], bothMay: false },
  { name: 'draw and draw', step: 'draw', one: draw, other: draw, told: ['already-drawn'], bothMay: false },
  { name: 'draw and draw from another seed', step: 'draw', one: draw, other: ['draw', BATCH, '--seed', FRESH_DICE], told: ['already-drawn'], bothMay: false },
  { name: 'draw of round 1, twice', step: 'draw of round 1', one: ['draw', BATCH, '--seed', FRESH_DICE], other: ['draw', BATCH, '--seed', FRESH_DICE], told: ['already-drawn'], bothMay: false },
  { name: 'draw and change', step: 'draw', one: draw, other: change, told: [], bothMay: true },
  { name: 'replace and change', step: 'replace', one: ['replace', BATCH, '--seed', 'dice:d10x20'], other: change, told: [], bothMay: true },
  { name: 'draw and void', step: 'draw', one: draw, other: ['void', BATCH, ...WHY], told: ['draw-is-void'], bothMay: true },
];

const events = async (dir: string): Promise<readonly string[]> => {
  const { stdout } = await ssjInside(['ledger', 'list', '--json'], { dir, at: SPRING });
  const { data } = JSON.parse(stdout) as { readonly data: { readonly entries: readonly { readonly type: string }[] } };
  return data.entries.map(({ type }) => type);
};

test.each(RACES)('$name at once: one wins or one comes after the other, and who loses is told, exit 7', async ({ name, step, one, other, told, bothMay }) => {
  const from = states[STEPS.findIndex((candidate) => candidate.name === step)]!;
  const before = (await events(from)).length;
  const heard = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const random = seedrandom(`races ${name} ${round}`);
    const dir = copyOf(from, join(root, `${step}-${name}-${round}`));
    const [first, second] = round % 2 === 0 ? [one, other] : [other, one];
    const started = run(first, dir);
    // At once, or so that the second comes while the first is at it.
    await new Promise((resolve) => setTimeout(resolve, round % 3 === 0 ? 0 : random() * took));
    const both = await Promise.all([started, run(second, dir)]);
    const winners = both.filter(({ exit }) => exit === 0).length;
    for (const { exit, stderr } of both.filter((ran) => ran.exit !== 0)) {
      const codes = codesIn(stderr);
      expect(exit, stderr).toBe(7);
      expect(codes, stderr).toHaveLength(1);
      expect(['workspace-locked', ...told], stderr).toContain(codes[0]);
      heard.set(codes[0]!, (heard.get(codes[0]!) ?? 0) + 1);
    }
    expect(winners, both.map(({ stderr }) => stderr).join('')).toBeGreaterThanOrEqual(1);
    if (!bothMay) expect(winners).toBe(1);
    heard.set('won', (heard.get('won') ?? 0) + winners);
    expect(await events(dir)).toHaveLength(before + winners);
    await isSound(dir);
  }
  console.log(`${name}, ${ROUNDS} times: ${JSON.stringify(Object.fromEntries(heard))}`);
}, 300_000);
