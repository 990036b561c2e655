import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { FRESH_DICE, STEPS, WHY } from '../support/draw-steps.js';
import { ssjInside } from '../support/run-inside.js';
import { codesIn, jsonOf, mustEnd, type Ran } from '../support/run-ssj.js';
import { copyOf, scratch, treeOf } from '../support/scratch.js';
import { BATCH, DICE, makeSmallCounty } from '../support/small-county.js';

const root = scratch('clock');
const sealed = join(root, 'sealed');
const DRAW = '652722-2026-0001';
const at = (dir: string, time: string, ...words: readonly string[]): Promise<Ran> => ssjInside(words, { dir, at: time.includes('T') ? time : `2026-03-02T${time}:00+08:00` });

beforeAll(async () => {
  await makeSmallCounty(sealed);
  mustEnd(await at(sealed, '09:30', 'import'));
  mustEnd(await at(sealed, '09:30', ...STEPS[0].words));
});

test('with the clock set back before the time of the seed nothing is drawn', async () => {
  const before = treeOf(sealed);
  for (const time of ['09:29', '00:00', '2025-03-02T09:30:00+08:00']) {
    const ran = await at(sealed, time, 'draw', BATCH, '--seed', DICE);
    expect([ran.exit, codesIn(ran.stderr)], ran.stderr).toEqual([7, ['not-yet-before']]);
  }
  expect(treeOf(sealed)).toEqual(before);
});

test('entries whose time goes back are a warning of ledger list and check, and a verification lists them', async () => {
  const dir = copyOf(sealed, join(root, 'back'));
  const STORY: readonly (readonly string[])[] = [
    ['09:00', 'change', BATCH, '--withdraw-person', 'SCJG/002', '--withdraw-person', 'WJW/001', ...WHY],
    ['09:30', 'draw', BATCH, '--seed', DICE],
    ['08:00', 'publish', 'draw', BATCH],
    ['07:00', 'replace', BATCH, '--seed', 'dice:d10x20'],
  ];
  for (const [time, ...words] of STORY) mustEnd(await at(dir, time!, ...words));
  expect(codesIn((await at(dir, '06:59', 'draw', BATCH, '--seed', FRESH_DICE)).stderr), 'of a later round neither').toEqual(['not-yet-before']);
  mustEnd(await at(dir, '07:00', 'draw', BATCH, '--seed', FRESH_DICE));
  mustEnd(await at(dir, '2026-07-01T09:00:00+08:00', 'reveal', BATCH, '--visits-finished', '2026-03-20'));
  for (const list of ['list', 'check']) {
    const { problems } = jsonOf(mustEnd(await at(dir, '2026-07-01T09:00:00+08:00', 'ledger', list, '--json')));
    expect(problems).toMatchObject([4, 7, 8].map((row) => ({ code: 'ledger-time', severity: 'warning', where: { row } })));
  }
  const verified = mustEnd(await at(dir, '2026-07-01T09:00:00+08:00', 'verify', DRAW));
  expect(verified.stdout).toContain('台账第 4、7、8 行的时间早于上一行');
  expect(verified.stdout).toContain('核验结论：一致');
});
