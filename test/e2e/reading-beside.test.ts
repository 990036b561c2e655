import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { makeStates, STEPS } from '../support/draw-steps.js';
import { ssjInside } from '../support/run-inside.js';
import { codesIn, mustEnd } from '../support/run-ssj.js';
import { copyOf, scratch } from '../support/scratch.js';
import { SPRING } from '../support/small-county.js';

const root = scratch('beside');
let states: readonly string[] = [];
beforeAll(async () => {
  states = await makeStates(root);
});

const VERIFY = ['verify', '652722-2026-0001'];
const CHECK = ['ledger', 'check'];
/** Commands that read, and what they end with whether the step beside them came before or after. */
const CASES = STEPS.flatMap(({ name, words }, index) => [
  ...(['evidence add', 'draw', 'draw of round 1'].includes(name) ? [{ reader: 'verify', words: VERIFY, name, index, exits: [6], codes: [] as string[] }] : []),
  { reader: 'ledger check', words: CHECK, name, index, exits: [0], codes: [] as string[] },
  ...(words[0] === 'draw' ? [{ reader: 'draw', words, name, index, exits: [0, 7], codes: ['already-drawn'] }] : []),
]);

test.each(CASES)('$reader sees no fault where $name comes between any two of its readings', async ({ words, name, index, exits, codes }) => {
  for (let moment = 1; ; moment += 1) {
    const dir = copyOf(states[index]!, join(root, `${words[0]}-${name}-${moment}`));
    let calls = 0;
    const between = (): void => {
      calls += 1;
      if (calls === moment) cpSync(states[index + 1]!, dir, { recursive: true });
    };
    const ran = await ssjInside(words, { dir, at: SPRING, beforeReading: between });
    if (calls < moment) return void mustEnd(ran, exits[0]);
    expect(exits, `${moment}: ${ran.stdout}${ran.stderr}`).toContain(ran.exit);
    expect(codesIn(ran.stderr).filter((code) => !codes.includes(code))).toEqual([]);
  }
});
