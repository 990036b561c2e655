import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { codesIn, jsonOf, mustEnd, type Ran, ssj } from '../support/run-ssj.js';
import { scratch } from '../support/scratch.js';
import { DICE, makeSmallCounty, PLAN_HEADER, planRow, smallTables, SPRING } from '../support/small-county.js';
import { sheetWords, writeTable } from '../support/workbooks.js';

const root = scratch('appointments');
const dir = join(root, '县');
const run = (...args: readonly string[]): Ran => ssj(args, { dir, at: SPRING });
const cellsOf = async (file: string): Promise<readonly string[]> => (await sheetWords(file)).flatMap(({ cells }) => cells);
const RECORD = join(dir, '批次/652722-2026-0001');
const rowsOf = <T>(path: string): readonly T[] => readFileSync(join(RECORD, path), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as T);
const HEADER = ['所在部门', '资质', '人员部门', '单位工号', '委派单位', '委派理由或文号'];
const ROW = ['市场监督管理局', '锅炉检验', '消防救援大队', '001', '县双随机办', '双随机办〔2026〕8号'];
const register = (...rows: readonly (readonly string[])[]) => writeTable(join(dir, '名录库/委派登记.xlsx'), { sheet: '委派登记', rows: [HEADER, ...rows] });

const BATCH = 'B-1';
/** Every visit of one agency asks for somebody whom the fire brigade has. */
beforeAll(async () => {
  const [header, first, ...others] = smallTables.item.rows;
  await makeSmallCounty(dir, {
    ...smallTables,
    item: { sheet: '抽查事项', rows: [[...header!, '至少一人资质'], [...first!, '锅炉检验'], ...others.map((row) => [...row, ''])] },
    plan: { sheet: '年度抽查计划', rows: [PLAN_HEADER, planRow(BATCH, { ratio: '6户' })] },
  });
});

describe('before the seal', () => {
  test('D5.11 without anybody who has the qualification the batch is refused', () => {
    mustEnd(run('import'));
    const ran = run('seal', BATCH, '--seed', 'dice:d10x20');
    expect(codesIn(ran.stderr)).toContain('composition-qualification-unknown');
    expect(ran.exit).toBe(3);
  });
  test('rows of the register that cannot hold are reported with their cells', async () => {
    await register(ROW, ROW, ['市场监督管理局', '锅炉检测', '', '001', '县双随机办', '8号'], ['市场监督管理局', '锅炉检验', '', '099', '县双随机办', '8号']);
    const { data, exit } = { exit: run('check').exit, data: jsonOf(run('check', '--json')) };
    expect(exit).toBe(3);
    expect(JSON.stringify(data)).toContain('appointment-twice');
    for (const code of ['appointment-not-asked', 'appointment-unknown-inspector']) expect(JSON.stringify(data)).toContain(code);
  });
  test('M10.2 more than there are places are refused', async () => {
    await register(ROW, ...['001', '002'].map((number) => ['市场监督管理局', '锅炉检验', '卫生健康委员会', number, '县双随机办', '8号']));
    mustEnd(run('import'));
    expect(codesIn(run('seal', BATCH, '--seed', 'dice:d10x20').stderr)).toContain('appointments-above-places');
  });
});

describe('a draw with an appointment', () => {
  beforeAll(async () => {
    await register(ROW);
    mustEnd(run('import'));
    mustEnd(run('seal', BATCH, '--seed', 'dice:d10x20'));
    mustEnd(run('draw', BATCH, '--seed', DICE));
  });
  test('D1.8 R5 is sealed under ssj/2, with the register in its snapshot', () => {
    expect(JSON.parse(readFileSync(join(RECORD, 'sealed.json'), 'utf8'))).toMatchObject({ scheme: 'ssj/2' });
    expect(rowsOf('registry/appointments.jsonl')).toEqual([{ agency: 'SCJG', qualification: '锅炉检验', inspector: 'XF/001', by: '县双随机办', reason: '双随机办〔2026〕8号' }]);
  });
  test('M10.2 one person of the agency is drawn to every visit, the appointed one never', () => {
    const rows = rowsOf<{ agency: string; inspectors: readonly string[] }>('rounds/0/assignments.jsonl').filter(({ agency }) => agency === 'SCJG');
    expect(rows.map(({ inspectors }) => inspectors.length)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(readFileSync(join(RECORD, 'rounds/0/odds.jsonl'), 'utf8')).not.toContain('XF/001');
  });
  test('the lists that are handed out mark who goes by appointment, by whom and why', async () => {
    const list = await cellsOf(join(dir, '派发/652722-2026-0001/派发表-市场监督管理局.xlsx'));
    const people = list.filter((word) => / SCJG\/\d/.test(word) && word.includes('（组长）'));
    expect(people.length).toBeGreaterThan(0);
    for (const word of people) expect(word).toContain('消防救援大队员1（委派） XF/001');
    expect(list.join('\n')).toContain('委派单位：县双随机办，理由或文号：双随机办〔2026〕8号');
    expect((await cellsOf(join(dir, '派发/652722-2026-0001/派发表-卫生健康委员会.xlsx'))).join('\n')).not.toContain('XF/001');
    expect((await cellsOf(join(dir, '派发/652722-2026-0001/行政检查审批表.xlsx'))).filter((word) => word.includes('（委派） XF/001')).length).toBeGreaterThan(0);
  });
  test('a target and the person are told of it', () => {
    const [row] = rowsOf<{ id: string }>('rounds/0/targets.jsonl');
    expect(mustEnd(run('explain', RECORD, row!.id.slice(4))).stdout.replace(/\s/g, '')).toContain('委派人员XF/001（不经抽取）：资质锅炉检验，委派单位县双随机办，理由或文号双随机办〔2026〕8号。');
    const told = mustEnd(run('explain', RECORD, 'XF/001'));
    expect(told.stdout.replace(/\s/g, '')).toContain('结论：不参加抽取，受委派上户。');
    expect(told.stdout).toContain('现在去 6 户');
    expect(jsonOf(mustEnd(run('explain', RECORD, 'XF/001', '--json'))).data).toMatchObject({ explanation: { of: 'inspector', kind: 'appointed', appointments: [{ agency: 'SCJG', barred: [] }] } });
  });
  test('R12.3 whoever is appointed can be withdrawn, from the draw or from one visit, and nobody else who was not drawn', () => {
    const why = ['--reason', '病假', '--by', '张三', '--evidence', '请假条', '--dry-run'];
    const [row] = rowsOf<{ id: string }>('rounds/0/targets.jsonl');
    mustEnd(run('change', BATCH, '--withdraw-person', 'XF/001', ...why));
    mustEnd(run('change', BATCH, '--recuse', `${row!.id.slice(4)}@XF/001`, '--ground', '近亲属', ...why));
    expect(codesIn(run('change', BATCH, '--capacity', 'XF/001=3', ...why).stderr)).toContain('change-person-unknown');
  });
  test('is verified with its workbooks; the list that is published has a number and no name', async () => {
    const at = '2026-07-02T09:00:00+08:00';
    mustEnd(ssj(['reveal', BATCH], { dir, at }));
    mustEnd(ssj(['publish', 'draw', BATCH], { dir, at }));
    expect(mustEnd(ssj(['verify', RECORD], { dir, at })).stdout).toContain('一致');
    const name = readdirSync(join(dir, '公示')).find((file) => file.includes('抽取结果'))!;
    const words = await cellsOf(join(dir, '公示', name));
    expect(words).toContain('市场监督管理局、卫生健康委员会（委派1人次）');
    expect(words).not.toContain('市场监督管理局、卫生健康委员会');
    expect(words.join('\n')).toContain('共委派6人次');
    expect(words.join('\n')).not.toMatch(/XF\/001|消防救援大队员1/);
  });
  test('R15.1 nobody stands in the public edition', () => {
    const to = join(root, '公开版');
    mustEnd(ssj(['archive', BATCH, '--public', '--output', to], { dir, at: '2026-07-02T11:00:00+08:00' }));
    const texts = readdirSync(to, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    expect(texts.join('\n')).not.toMatch(/XF\/001|双随机办〔2026〕8号/);
    mustEnd(ssj(['verify', to], { at: '2026-07-02T11:00:00+08:00' }));
  });
  test('the register is exported as it was', async () => {
    const file = join(root, '委派.xlsx');
    mustEnd(run('export', '委派', '--output', file));
    const words = await cellsOf(file);
    for (const word of ['委派理由或文号 ★', '消防救援大队', '锅炉检验', '县双随机办']) expect(words).toContain(word);
  });
});
