import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { jsonOf, mustEnd, type Ran, ssj } from '../support/run-ssj.js';
import { copyOf, filesOf, scratch } from '../support/scratch.js';
import { BATCH, DICE, makeSmallCounty, SPRING } from '../support/small-county.js';
import { openWorkbook, saveWorkbook } from '../support/workbooks.js';

const root = scratch('workbooks');
const county = join(root, 'county');
const DRAW = '652722-2026-0001';
const AFTER = '2026-07-01T09:00:00+08:00';
const COUNTS = `公示/抽取结果公示-${DRAW}-数量.xlsx`;
const FULL = `公示/抽取结果公示-${DRAW}-名单.xlsx`;
const NOTICE = `公示/封存公告-${DRAW}.xlsx`;
let copies = 0;
const copy = (): string => copyOf(county, join(root, `copy-${(copies += 1)}`));
interface Check { readonly file: string; readonly verdict: string; readonly differences: readonly Record<string, string>[]; readonly problems: readonly { readonly code: string }[] }
const verify = (dir: string, word = BATCH): Ran => ssj(['verify', word, '--json'], { dir, at: AFTER });
const checksOf = (ran: Ran): readonly Check[] => (jsonOf(ran).data as { readonly workbooks?: readonly Check[] }).workbooks ?? [];
const verdicts = (ran: Ran): Readonly<Record<string, string>> => Object.fromEntries(checksOf(ran).map(({ file, verdict }) => [file, verdict]));
const change = async (file: string, edit: (workbook: ExcelJS.Workbook) => void): Promise<void> => {
  const workbook = await openWorkbook(file);
  edit(workbook);
  await saveWorkbook(file, workbook);
};

beforeAll(async () => {
  await makeSmallCounty(county);
  for (const words of [['import'], ['seal', BATCH, '--seed', 'dice:d10x20'], ['draw', BATCH, '--seed', DICE], ['publish', 'draw', BATCH]]) mustEnd(ssj(words, { dir: county, at: SPRING }));
  for (const words of [['reveal', BATCH], ['publish', 'draw', BATCH], ['import'], ['publish', 'plan']]) mustEnd(ssj(words, { dir: county, at: AFTER }));
});

describe('R11.2 verify compares the workbooks of a draw with its record', () => {
  test('each as it was when it was written: the numbers before the revelation, the names after it', () => {
    const ran = mustEnd(verify(county));
    const dispatched = readdirSync(join(county, '派发', DRAW)).map((name) => `派发/${DRAW}/${name}`);
    expect(dispatched).toHaveLength(3);
    expect(Object.keys(verdicts(ran)).sort()).toEqual([COUNTS, FULL, NOTICE, ...dispatched].sort());
    expect(new Set(Object.values(verdicts(ran)))).toEqual(new Set(['identical']));
    expect(verdicts(mustEnd(verify(county, join(county, '批次', DRAW))))).toEqual(verdicts(ran));
    const shown = ssj(['verify', BATCH], { dir: county, at: AFTER }).stdout;
    expect(shown).toMatch(/Excel 清单 +结论 +说明/);
    expect(shown.indexOf('派发人员')).toBeLessThan(shown.indexOf('Excel 清单'));
  });
  test('a record that stands alone has none', () => {
    expect(checksOf(mustEnd(verify(county, copyOf(join(county, '批次', DRAW), join(root, 'alone')))))).toEqual([]);
  });
  test('a workbook that another program saved again is the same', async () => {
    const dir = copy();
    for (const file of filesOf(dir).filter((path) => path.includes(DRAW) && path.endsWith('.xlsx'))) await change(join(dir, file), (workbook) => (workbook.worksheets[0]!.getColumn(1).width = 40));
    expect(new Set(Object.values(verdicts(mustEnd(verify(dir)))))).toEqual(new Set(['identical']));
  });
  test('any changed cell is named with what it should be, and makes the exit 5', async () => {
    for (const path of Object.keys(verdicts(verify(county)))) {
      const dir = copy();
      const cells: string[] = [];
      await change(join(dir, path), (workbook) => workbook.worksheets[0]!.eachRow((row) => row.eachCell((cell) => void (cell.isMerged && cell.master !== cell ? 0 : cells.push(cell.address)))));
      const address = cells[Math.floor(cells.length / 2)]!;
      let expected = '';
      await change(join(dir, path), (workbook) => {
        const cell = workbook.worksheets[0]!.getCell(address);
        expected = cell.text;
        cell.value = '改过';
      });
      const ran = verify(dir);
      expect(ran.exit, path).toBe(5);
      const [check] = checksOf(ran).filter(({ verdict }) => verdict !== 'identical');
      expect(check).toMatchObject({ file: path, verdict: 'different', differences: [{ cell: address, recorded: '改过', expected: expected.trim() }] });
    }
  });
  test('a row too many, a sheet too many, a sheet of another name, a file that is no workbook', async () => {
    const edits: readonly (readonly [(workbook: ExcelJS.Workbook) => void, number])[] = [
      [(workbook) => void workbook.worksheets[0]!.addRow(['99', '某某商店']), 2],
      [(workbook) => void workbook.addWorksheet('另一张'), 1],
      [(workbook) => void (workbook.worksheets[0]!.name = '抽取'), 1],
    ];
    for (const [edit, count] of edits) {
      const dir = copy();
      await change(join(dir, FULL), edit);
      const ran = verify(dir);
      expect([ran.exit, checksOf(ran).find(({ file }) => file === FULL)?.differences.length]).toEqual([5, count]);
    }
    const dir = copy();
    writeFileSync(join(dir, FULL), '不是工作簿');
    expect([verify(dir).exit, verdicts(verify(dir))[FULL]]).toEqual([5, 'different']);
  });
  test('the list before the revelation put in the place of the one after it', () => {
    const dir = copy();
    rmSync(join(dir, FULL));
    renameSync(join(dir, COUNTS), join(dir, FULL));
    expect([verify(dir).exit, verdicts(verify(dir))[FULL], verdicts(verify(dir))[COUNTS]]).toEqual([5, 'different', 'unverifiable']);
  });
  test('what was published and is gone cannot be verified, exit 6; a notice or dispatch that was moved is not asked for', () => {
    const dir = copy();
    rmSync(join(dir, NOTICE));
    rmSync(join(dir, '派发'), { recursive: true });
    mustEnd(verify(dir));
    rmSync(join(dir, COUNTS));
    const ran = verify(dir);
    expect([ran.exit, checksOf(ran).map(({ file, verdict, problems }) => [file, verdict, problems[0]?.code])]).toEqual([6, [[COUNTS, 'unverifiable', 'published-gone'], [FULL, 'identical', undefined]]]);
  });
  test('without the names of the sealed snapshot the dispatch cannot be verified', () => {
    const dir = copy();
    rmSync(join(dir, '快照'), { recursive: true });
    const ran = verify(dir);
    expect(ran.exit).toBe(6);
    for (const { file, verdict, problems } of checksOf(ran)) expect([file, verdict, problems[0]?.code]).toEqual(file.startsWith('派发') ? [file, 'unverifiable', 'snapshot-missing'] : [file, 'identical', undefined]);
  });
  test('nothing is compared with a record that is not what it was', () => {
    const dir = copy();
    rmSync(join(dir, '批次', DRAW, 'rounds/0/odds.jsonl'));
    const ran = verify(dir);
    expect(ran.exit).toBe(6);
    expect(checksOf(ran).every(({ verdict, problems }) => verdict === 'unverifiable' && problems[0]?.code === 'depends-on')).toBe(true);
  });
});
