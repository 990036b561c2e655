import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { jsonOf, mustEnd, type Ran, replay, ssj } from '../support/run-ssj.js';
import { filesOf, scratch, treeOf } from '../support/scratch.js';
import { sheetWords } from '../support/workbooks.js';

const root = scratch('demo');
const AT = '2026-03-02T09:30:00+08:00';
/** Zones and languages a county's machine may have; in Turkish `i` has no capital `I`. */
const MACHINES = [
  { TZ: 'Asia/Urumqi', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
  { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
] as const;
const dirs = MACHINES.map((_, index) => join(root, `county-${index}`));
const [first = ''] = dirs;
const record = join(first, '批次/652722-2026-0001');
let ran: readonly Ran[] = [];

beforeAll(() => {
  ran = MACHINES.map((env, index) => ssj(['demo'], { dir: dirs[index]!, at: AT, env }));
});

test('the demo goes the whole way and ends 一致, exit 0', () => {
  for (const { exit, stdout, stderr } of ran) {
    expect(exit, stderr).toBe(0);
    expect(stdout).toContain('演练完成，核验一致。');
    expect(stderr).toContain('核验结论：【演练】一致');
    expect(stderr).not.toMatch(/错误 {2}|警告 {2}|不一致|无法核验/);
  }
});

test('every file of the folder has the same bytes on machines of other zones and languages', () => {
  const [one, other] = dirs.map(treeOf);
  expect(Object.keys(one!).length).toBeGreaterThan(40);
  expect(other).toEqual(one);
});

test('every sheet of 公示 and 派发 says that it is a rehearsal, in its cells and on the foot of its pages', async () => {
  const workbooks = filesOf(first).filter((path) => /^(?:公示|派发)\//.test(path));
  expect(workbooks.length).toBeGreaterThanOrEqual(8);
  const unmarked: string[] = [];
  for (const path of workbooks) {
    for (const { sheet, cells, foot } of await sheetWords(join(first, path))) if (!cells.some((cell) => cell.includes('演练')) || !foot.includes('演练')) unmarked.push(`${path} ${sheet}`);
  }
  expect(unmarked).toEqual([]);
});

test('the record says that the clock was set, and the program says what that means', () => {
  for (const file of ['sealed.json', 'rounds/0/seed.json', 'reveal.json']) expect(JSON.parse(readFileSync(join(record, file), 'utf8')).clock, file).toBe('fixed');
  expect(mustEnd(ssj(['verify', record])).stdout).toContain('SOURCE_DATE_EPOCH');
  expect(JSON.parse(readFileSync(join(record, 'sealed.json'), 'utf8'))).toMatchObject({ scheme: 'ssj/1-rehearsal', sealedAt: AT });
});

test('the second implementation says 一致 on the record, too', () => {
  const { exit, stdout, stderr } = replay(record);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^结论 {2}【演练】一致/m);
  expect(stdout).not.toMatch(/^(?:不一致|无法核验)/m);
  expect(exit).toBe(0);
});

test('the ledger of the demo is whole', () => {
  expect(jsonOf(mustEnd(ssj(['ledger', 'check', '--json'], { dir: first }))).data).toMatchObject({ entries: 8 });
});

test('the demo refuses a folder that is a county already, and leaves it as it is', () => {
  const before = treeOf(first);
  expect(ssj(['demo'], { dir: first, at: AT }).exit).toBe(7);
  expect(treeOf(first)).toEqual(before);
});
