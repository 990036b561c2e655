/** The life of a draw in a small county, step by step. */
import { join } from 'node:path';
import { ssjInside } from './run-inside.js';
import { mustEnd } from './run-ssj.js';
import { copyOf } from './scratch.js';
import { BATCH, DICE, makeSmallCounty, SPRING } from './small-county.js';

export const WHY = ['--reason', '已注销', '--by', '王某', '--evidence', '注销通知书〔2026〕7号'] as const;
export const FRESH_DICE = '31415926535897932384';

export interface Step {
  readonly name: string;
  readonly words: readonly string[];
  /** What it is told that comes again; absent: it succeeds and changes nothing. */
  readonly again?: string;
}

export const STEPS = [
  { name: 'seal', words: ['seal', BATCH, '--seed', 'dice:d10x20'], again: 'batch-already-sealed' },
  { name: 'evidence add', words: ['evidence', 'add', BATCH, '--words', '县政府网站公布，收文登记第 12 号'], again: 'evidence-there' },
  { name: 'draw', words: ['draw', BATCH, '--seed', DICE], again: 'already-drawn' },
  { name: 'change', words: ['change', BATCH, '--withdraw-person', 'SCJG/002', '--withdraw-person', 'WJW/001', ...WHY], again: 'change-person-gone' },
  { name: 'replace', words: ['replace', BATCH, '--seed', 'dice:d10x20'], again: 'round-open' },
  { name: 'draw of round 1', words: ['draw', BATCH, '--seed', FRESH_DICE], again: 'already-drawn' },
  { name: 'publish', words: ['publish', 'draw', BATCH] },
  { name: 'void', words: ['void', BATCH, ...WHY], again: 'draw-is-void' },
  { name: 'seal again', words: ['seal', BATCH, '--seed', 'dice:d10x20'], again: 'batch-already-sealed' },
] as const satisfies readonly Step[];

/** Makes a folder of every state: number n is ready for step n, the last one is after all. @returns their paths */
export const makeStates = async (root: string): Promise<readonly string[]> => {
  const states = [await makeSmallCounty(join(root, 'state-0'))];
  mustEnd(await ssjInside(['import'], { dir: states[0]!, at: SPRING }));
  for (const [index, { words }] of STEPS.entries()) {
    const dir = copyOf(states[index]!, join(root, `state-${index + 1}`));
    mustEnd(await ssjInside(words, { dir, at: SPRING }));
    states.push(dir);
  }
  return states;
};
