/** What holds in a county's folder whatever happened to it. */
import { hash as hashOf } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLedger } from '@shuangsuiji/core';
import { expect } from 'vitest';
import { ssjInside } from './run-inside.js';
import { codesIn } from './run-ssj.js';
import { SPRING } from './small-county.js';

const ledgerOf = (dir: string): ReturnType<typeof parseLedger> => parseLedger({ file: '', text: readFileSync(join(dir, '台账.jsonl'), 'utf8'), hash: (text) => hashOf('sha256', text) });

/** The ledger holds, or its last line is torn and this is told; draws are numbered without gap or repeat, and no record differs (which takes its time). */
export const isSound = async (dir: string, verifies = true): Promise<void> => {
  const { problems, entries } = ledgerOf(dir);
  const isTorn = problems.some(({ code }) => code === 'ledger-torn');
  expect(problems.map(({ code }) => code)).toEqual(isTorn ? ['ledger-torn'] : []);
  const check = await ssjInside(['ledger', 'check'], { dir, at: SPRING });
  expect([check.exit, codesIn(check.stderr)], check.stderr).toEqual(isTorn ? [7, ['ledger-torn']] : [0, []]);
  const drawIds = entries.flatMap((entry) => (entry.type === 'sealed' ? [entry.body.drawId] : []));
  expect(drawIds).toEqual(drawIds.map((_, index) => `652722-2026-${String(index + 1).padStart(4, '0')}`));
  for (const drawId of verifies ? drawIds : []) {
    const { exit, stdout } = await ssjInside(['verify', drawId, '--json'], { dir, at: SPRING });
    // Nothing is revealed yet, so it cannot be verified to its end; but nothing differs.
    expect(exit, stdout).toBe(6);
  }
};
