import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { explainInspector, explainTarget, openRecord, type RecordStory, recordStory } from '@shuangsuiji/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { explainedInspectorLines } from '../../packages/cli/src/present/explained-inspector.js';
import { explainedTargetLines } from '../../packages/cli/src/present/explained-target.js';
import { laterSample } from '../../packages/core/src/record/later-sample.properties.js';
import { sampleRecord, type SampleOptions } from '../../packages/core/src/record/sample.properties.js';
import { codesIn, jsonOf, mustEnd, type Ran, ROOT, ssj } from '../support/run-ssj.js';
import { scratch } from '../support/scratch.js';
import { DICE, makeSmallCounty, PLAN_HEADER, planRow, smallTables, SPRING } from '../support/small-county.js';
import { sheetWords, writeTable } from '../support/workbooks.js';

const stringWidth = (await import(pathToFileURL(createRequire(join(ROOT, 'packages/cli/package.json')).resolve('string-width')).href)).default as (text: string) => number;
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const root = scratch('teams');
const dir = join(root, '县');
const run = (...args: readonly string[]): Ran => ssj(args, { dir, at: SPRING });
const cellsOf = async (file: string): Promise<readonly string[]> => (await sheetWords(file)).flatMap(({ cells }) => cells);
const recordOf = (serial: number): string => join(dir, '批次', `652722-2026-000${serial}`);
const documentOf = (serial: number, path: string): Record<string, never> => JSON.parse(readFileSync(join(recordOf(serial), path), 'utf8'));
const rowsOf = <T>(serial: number, path: string): readonly T[] => readFileSync(join(recordOf(serial), path), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as T);
interface Formations { readonly formations: readonly { readonly teams: readonly { readonly name?: string; readonly inspectors: readonly string[] }[]; readonly shortage: number }[] }

const RANDOM = 'R-1';
const FIXED = 'F-1';
const LARGE = 'L-1';
beforeAll(async () => {
  const row = (number: string, ...more: readonly string[]) => [...planRow(number, { ratio: '6户' }), ...more];
  await makeSmallCounty(dir, { ...smallTables, plan: { sheet: '年度抽查计划', rows: [[...PLAN_HEADER, '派发方式', '每组人数'], row(RANDOM, '随机分组（每组2人）', ''), row(FIXED, '固定分组', ''), row(LARGE, '随机分组', '5')] } });
  const people = [['一组', '市场监督管理局', '002'], ['一组', '市场监督管理局', '003'], ['一组', '卫生健康委员会', '001'], ['一组', '卫生健康委员会', '002'], ['二组', '市监局', '004'], ['二组', '市监局', '005'], ['二组', '卫健委', '003'], ['二组', '卫健委', '004']];
  await writeTable(join(dir, '名录库/固定检查组.xlsx'), { sheet: '固定检查组', rows: [['组名', '所在部门', '单位工号'], ...people] });
  mustEnd(run('import'));
  mustEnd(run('seal', RANDOM, '--seed', 'dice:d10x20'));
  mustEnd(run('seal', FIXED, '--seed', 'dice:d10x20'));
});

test('M11 a plan that no team can be made of is refused with its reason', () => {
  const ran = run('seal', LARGE, '--seed', 'dice:d10x20');
  expect(codesIn(ran.stderr)).toContain('team-too-few-people');
  expect(ran.exit).toBe(3);
});
test('D1.8 a batch in teams is sealed under ssj/2, and the notice says how teams are made', async () => {
  expect(documentOf(1, 'sealed.json')).toMatchObject({ scheme: 'ssj/2', batch: { grouping: { kind: 'random', size: 2 } }, forecast: { agencies: [], draws: 300, proven: false } });
  const words = (serial: number) => cellsOf(join(dir, '公示', `封存公告-652722-2026-000${serial}.xlsx`));
  expect((await words(1)).join('\n')).toContain('随机分组：公开种子把每个部门的人编成每组2人');
  expect((await words(2)).join('\n')).toContain('固定分组：按封存的检查组');
});
test('the forecast tells how often no formation can be matched', () => {
  const ran = mustEnd(run('forecast', RANDOM));
  expect(ran.stdout).toMatch(/模拟抽取 300 次，各次编组都派不满检查组的有 \d+ 次/);
});

describe('a draw in teams', () => {
  const drawn = (batch: string): Ran => mustEnd(run('draw', batch, '--seed', DICE));
  test('M11.7 sends one group to every target, all of it', () => {
    expect(drawn(RANDOM).stdout).toMatch(/编成检查组 2 个（第 \d+ 次编组）/);
    const { formations } = documentOf(1, 'rounds/0/teams.json') as unknown as Formations;
    const { teams, shortage } = formations.at(-1)!;
    expect([teams.length, shortage]).toEqual([2, 0]);
    const assigned = rowsOf<{ target: string; inspectors: readonly string[] }>(1, 'rounds/0/assignments.jsonl');
    const targets = new Set(assigned.map(({ target }) => target));
    expect(targets.size).toBe(6);
    for (const one of targets) expect(teams.map(({ inspectors }) => inspectors)).toContainEqual(assigned.flatMap(({ target, inspectors }) => (target === one ? inspectors : [])).sort());
  });
  test('M11.4 fixed teams keep their names', () => {
    expect(drawn(FIXED).stdout).toContain('编成检查组 2 个');
    expect((documentOf(2, 'rounds/0/teams.json') as unknown as Formations).formations.map(({ teams }) => teams.map(({ name }) => name))).toEqual([['一组', '二组']]);
  });
  test('the lists that are handed out name the group of every visit and everybody in it', async () => {
    const random = await cellsOf(join(dir, '派发/652722-2026-0001/派发表-市场监督管理局.xlsx'));
    expect(random.some((word) => word === '检查组 1' || word === '检查组 2')).toBe(true);
    expect(random).toContain('检查组人员');
    expect(random).toContain('WJW/001');
    const fixed = await cellsOf(join(dir, '派发/652722-2026-0002/派发表-卫生健康委员会.xlsx'));
    expect(fixed).toContain('一组');
    expect(fixed).toContain('市场监督管理局员2');
    const forms = await cellsOf(join(dir, '派发/652722-2026-0002/行政检查审批表.xlsx'));
    expect(forms.some((word) => /检查人员\(组长\)　(一|二)组/.test(word))).toBe(true);
  });
  test('is verified with its workbooks before and after the revelation', () => {
    const open = ssj(['verify', recordOf(1), '--json'], { dir, at: SPRING });
    expect(open.exit).toBe(6);
    mustEnd(ssj(['reveal', RANDOM], { dir, at: '2026-07-02T09:00:00+08:00' }));
    const done = mustEnd(ssj(['verify', recordOf(1)], { dir, at: '2026-07-02T10:00:00+08:00' }));
    expect(done.stdout).toContain('一致');
  });
  test('R15.1 nobody stands in the public edition', () => {
    const to = join(root, '公开版');
    mustEnd(ssj(['archive', RANDOM, '--public', '--output', to], { dir, at: '2026-07-02T11:00:00+08:00' }));
    const texts = readdirSync(to, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')] as const);
    expect(texts.map(([name]) => name).sort()).toEqual(['0.json', 'manifest.json', 'public.json', 'reveal.json', 'seed.json', 'targets.jsonl']);
    for (const [name, text] of texts) expect([name, text.includes('SCJG/'), text.includes('WJW/0')]).toEqual([name, false, false]);
    mustEnd(ssj(['verify', to], { at: '2026-07-02T11:00:00+08:00' }));
  });
  test('a target and a person are told of teams', () => {
    const person = mustEnd(run('explain', recordOf(1), 'WJW/001'));
    expect(person.stdout).toMatch(/分组派出，共编组 \d+ 次/);
    const [row] = rowsOf<{ id: string }>(1, 'rounds/0/targets.jsonl');
    const target = mustEnd(run('explain', recordOf(1), row!.id.slice(4)));
    expect(target.stdout).toContain('每户去一个检查组');
    expect(jsonOf(mustEnd(run('explain', recordOf(1), 'WJW/001', '--json'))).data).toMatchObject({ explanation: { of: 'inspector', rounds: [{ kind: 'teams', isMatched: true }] } });
  });
  test('the fixed teams are exported as they were', async () => {
    const file = join(root, '检查组.xlsx');
    mustEnd(run('export', '检查组', '--output', file));
    const words = await cellsOf(file);
    for (const word of ['组名 ★', '一组', '二组', '市场监督管理局', '005']) expect(words).toContain(word);
  });
});

describe('what people read of teams', () => {
  const BASE: SampleOptions = { number: 11, scheme: 'ssj/2', publication: 'after-visits', sampling: 'flat', isFeasible: true, stage: 'revealed', hash, grouping: { kind: 'random', size: 3 } };
  const FIX: SampleOptions = { ...BASE, number: 1, grouping: { kind: 'fixed' } };
  const kinds = [BASE, FIX, { ...BASE, number: 3 }, { ...BASE, stage: 'drawn' as const }].map((options) => sampleRecord(options).texts);
  const story = (texts: ReadonlyMap<string, string>): RecordStory => {
    const read = recordStory(openRecord(texts, hash));
    if (!read.ok) throw new TypeError(JSON.stringify(read.error));
    return read.value;
  };
  test('fits 80 columns and says nothing that a program says', async () => {
    const said: string[] = [];
    for (const texts of [...kinds, laterSample({ ...FIX, stage: 'revealed' }).texts, laterSample({ ...BASE, number: 3, stage: 'revealed' }).texts]) {
      const record = story(texts);
      said.push(...record.registry.targets.flatMap(({ id }) => explainedTargetLines({ explanation: explainTarget({ record, id }), columns: 80 })));
      for (const { id } of record.registry.inspectors) said.push(...(await explainedInspectorLines({ explanation: explainInspector({ record, id }), columns: 80 })));
    }
    for (const line of said) {
      expect(line).not.toMatch(/undefined|NaN|\[object|null|。。|：：|uscc:|reg:|local:/);
      expect(stringWidth(line), line).toBeLessThanOrEqual(80);
    }
    const text = said.map((line) => line.trim()).join('');
    for (const words of ['待命，没有编入检查组', '派不满而作罢的：第 1 次', '各次都派不满，谁也没有派；这并不说明无法派满', '派出的一次里在检查组', '派出的一次里在甲组', '每户去一个检查组', '不可派（', '派出（机会', '没有派出（机会', '回避（近亲属）']) expect(text).toContain(words);
  });
  test('everybody of a group that could not go is named with the reason', () => {
    const record = story(kinds[0]!);
    const bars = record.registry.targets.flatMap(({ id }) => {
      const told = explainTarget({ record, id });
      return told.kind === 'in-frame' && told.fate.kind === 'drawn' ? told.fate.teams.flatMap(({ teams }) => teams.flatMap(({ outcome }) => (outcome.kind === 'barred' ? outcome.bars : []))) : [];
    });
    expect(bars.length).toBeGreaterThan(5);
    for (const bar of bars) if (bar.kind === 'member') expect(bar.bars.length).toBeGreaterThan(0);
  });
});

test('a county without fixed teams keeps the digest of its snapshot', async () => {
  const plain = join(root, '无组');
  await makeSmallCounty(plain);
  mustEnd(ssj(['import'], { dir: plain, at: SPRING }));
  const before = readFileSync(join(plain, '台账.jsonl'), 'utf8');
  mkdirSync(dirname(join(plain, '名录库/固定检查组.xlsx')), { recursive: true });
  await writeTable(join(plain, '名录库/固定检查组.xlsx'), { sheet: '固定检查组', rows: [['组名', '所在部门', '单位工号']] });
  expect(mustEnd(ssj(['import'], { dir: plain, at: SPRING })).stdout).toContain('没有新的快照');
  expect(readFileSync(join(plain, '台账.jsonl'), 'utf8')).toBe(before);
});
