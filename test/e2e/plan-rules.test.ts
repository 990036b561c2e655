import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ssjInside } from '../support/run-inside.js';
import { codesIn, jsonOf, mustEnd, type Ran } from '../support/run-ssj.js';
import { scratch } from '../support/scratch.js';
import { DICE, makeSmallCounty, planRow, PLAN_HEADER, smallTables, SPRING, type Tables } from '../support/small-county.js';
import { sheetWords } from '../support/workbooks.js';

const root = scratch('plan-rules');
const dir = join(root, '县');
const FIRST = '652722-2026-0001';
const SECOND = '652722-2026-0002';
const CARD = '652722199001011234';

const HEADER = ['单位工号', '姓名', '所在业务部门(机构)', '岗位资质资格', '执法证编号', '执法证发证日期', '执法证有效期', '执法人员状态', '请假/不可用时段', '每批次上限', '每年上限', '可任组长', '人员级别', '工作或居住区域', '可派区域', '身份证号'];
type Person = Partial<Record<(typeof HEADER)[number], string | number>>;
const person = (agency: string, number: number, more: Person = {}): readonly (string | number)[] => {
  const cells: Person = { 单位工号: `00${String(number)}`, 姓名: `${agency}员${String(number)}`, '所在业务部门(机构)': agency, 执法证编号: `${agency}${String(number)}`, 执法证有效期: '2029-12-31', 每批次上限: 12, ...more };
  return HEADER.map((header) => cells[header] ?? '');
};
const MARKET = '市场监督管理局';
const HEALTH = '卫生健康委员会';
const tables: Tables = {
  ...smallTables,
  inspector: {
    sheet: '执法检查人员',
    rows: [
      HEADER,
      person(MARKET, 1, { 可任组长: '是', 身份证号: CARD }), person(MARKET, 2, { 人员级别: '见习' }), person(MARKET, 3, { 工作或居住区域: '东镇' }), person(MARKET, 4, { 可派区域: '东镇、西镇' }), person(MARKET, 5),
      person(MARKET, 6, { '请假/不可用时段': '2026年4月' }), person(MARKET, 7, { 执法证发证日期: '2026-04-02' }), person(MARKET, 8), person(MARKET, 9),
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((number) => person(HEALTH, number, number === 1 ? { 每年上限: 1 } : number === 2 ? { 可任组长: '是' } : {})),
    ],
  },
  target: {
    ...smallTables.target,
    rows: smallTables.target.rows.map((row, at) => (at === 0 ? [...row, '法定代表人', '法定代表人证件号'] : at === 1 ? [...row, `${MARKET}员1`, '652722********1234'] : [...row, '', ''])),
  },
  plan: { sheet: '年度抽查计划', rows: [[...PLAN_HEADER, '人员组成', '轮换', '均衡'], [...planRow('P-1', { ratio: '40户' }), '', '', ''], [...planRow('P-2', { ratio: '10户' }), '', '是', '是'], [...planRow('P-3'), '组长≥1；见习≤1', '', ''], [...planRow('P-4'), '组长≥1；组长≤0', '', '']] },
};

const at = (minute: number, ...args: readonly string[]): Promise<Ran> => ssjInside(args, { dir, at: `2026-03-02T10:${String(minute).padStart(2, '0')}:00+08:00` });
const rows = <T>(draw: string, path: string, folder = dir): readonly T[] => readFileSync(join(folder, '批次', draw, path), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as T);
interface Row { readonly id: string; readonly capacity: number; readonly used?: number; readonly reason?: string }
const allFiles = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

beforeAll(async () => {
  await makeSmallCounty(dir, tables);
  const settings = JSON.parse(readFileSync(join(dir, 'ssj.json'), 'utf8')) as { rules: Record<string, unknown> };
  settings.rules = { ...settings.rules, capacityPerYear: { value: 100, source: '县局规定' }, ownArea: { value: 1, source: '县局规定' }, freeDays: { value: 7000, source: '县局规定' } };
  writeFileSync(join(dir, 'ssj.json'), JSON.stringify(settings));
});

test('D5.6 an import recuses the legal representative, and no number of an identity card is left anywhere but in the workbooks people keep', async () => {
  const imported = mustEnd(await at(0, 'import'));
  expect(imported.stderr).toContain('same-person-recused');
  const kept = [join(dir, '名录库')];
  for (const file of allFiles(dir).filter((path) => !kept.some((folder) => path.startsWith(folder)))) expect([file, readFileSync(file).includes(CARD) || readFileSync(file).includes('652722****')]).toEqual([file, false]);
  expect(imported.stdout + imported.stderr).not.toMatch(/652722\*|19900101|1234/);
});

test('D5.5 who is on leave, or has a licence that begins too late, does not take part', async () => {
  mustEnd(await at(1, 'seal', 'P-1', '--seed', 'dice:d10x20', '--accept-forecast'));
  const roster = rows<Row>(FIRST, 'roster.jsonl');
  expect(roster.filter(({ reason }) => reason !== undefined).map(({ id, reason }) => [id, reason])).toEqual([['SCJG/006', 'on-leave'], ['SCJG/007', 'licence-lapsed']]);
  expect(roster.every(({ used }) => used === 0)).toBe(true);
  expect(roster.find(({ id }) => id === 'WJW/001')).toMatchObject({ capacity: 1 });
  expect(rows<{ inspector: string; target: string; ground: string }>(FIRST, 'registry/recusals.jsonl').filter(({ ground }) => ground.startsWith('同一人'))).toEqual([{ ground: '同一人(法定代表人或股东)', inspector: 'SCJG/001', target: 'reg:652722000000001' }]);
  mustEnd(await at(2, 'draw', 'P-1', '--seed', DICE));
});

test('D5.8–D5.10 a second batch knows who was where in the first: numbers of the year, rotation, levelling', async () => {
  mustEnd(await at(10, 'seal', 'P-2', '--seed', 'dice:d10x20', '--accept-forecast'));
  const assigned = rows<{ target: string; inspectors: readonly string[] }>(FIRST, 'rounds/0/assignments.jsonl');
  const visits = (id: string): number => assigned.filter(({ inspectors }) => inspectors.includes(id)).length;
  const roster = rows<Row>(SECOND, 'roster.jsonl');
  for (const { id, used } of roster) expect([id, used]).toEqual([id, visits(id)]);
  expect(roster.find(({ id }) => id === 'WJW/001')).toMatchObject(visits('WJW/001') === 1 ? { capacity: 0, reason: 'year-used-up' } : { capacity: 1 });
  const bars = rows<{ target: string; inspector: string; drawId: string }>(SECOND, 'bars.jsonl');
  expect(bars.map(({ target, inspector }) => `${target} ${inspector}`)).toEqual(assigned.flatMap(({ target, inspectors }) => inspectors.map((id) => `${target} ${id}`)).sort());
  const [sealed] = rows<{ levelling: readonly { agency: string; cap: number }[]; scheme: string }>(SECOND, 'sealed.json');
  expect(sealed!.scheme).toBe('ssj/1');
  for (const { agency, cap } of sealed!.levelling) expect(Math.max(...roster.filter(({ id }) => id.startsWith(`${agency}/`)).map(({ capacity }) => capacity))).toBe(cap);
  mustEnd(await at(11, 'draw', 'P-2', '--seed', '31415926535897932384'));
  const barred = new Set(bars.map(({ target, inspector }) => `${target} ${inspector}`));
  for (const { target, inspectors } of rows<{ target: string; inspectors: readonly string[] }>(SECOND, 'rounds/0/assignments.jsonl')) {
    for (const inspector of inspectors) expect(barred.has(`${target} ${inspector}`)).toBe(false);
    if (Number(target.slice(-2)) <= 20) expect(inspectors).not.toContain('SCJG/003');
  }
});

test('M2.1 explain says in words why somebody stayed away', async () => {
  const east = rows<{ id: string }>(SECOND, 'rounds/0/targets.jsonl').find(({ id }) => Number(id.slice(-2)) <= 20)!;
  const told = mustEnd(await at(12, 'explain', 'P-2', east.id.slice(4))).stdout.replaceAll(/\s+/g, '');
  expect(told).toContain('工作或居住在本区域（东镇）');
  expect(told).toContain(`轮换（${FIRST}刚检查过这一户）`);
});

test('D5.8 within its county verify checks earlier visits; elsewhere it names them as the office’s word', async () => {
  const claims = async (...words: readonly string[]) => {
    const ran = await at(20, 'verify', ...words, '--json');
    const { verdict, claims: all } = jsonOf(ran).data as unknown as { verdict: string; claims: readonly { code: string }[] };
    return [verdict, all.map(({ code }) => code).filter((code) => code.endsWith('-as-stated'))];
  };
  expect(await claims('P-2')).toEqual(['unverifiable', []]);
  const away = join(root, '外地', SECOND);
  cpSync(join(dir, '批次', SECOND), away, { recursive: true });
  expect(await claims(away)).toEqual(['unverifiable', ['used-as-stated', 'bars-as-stated']]);
});

test('D1.8 a batch with rules on who goes together is sealed as ssj/2, and its notice tells whoever commits elsewhere', async () => {
  mustEnd(await at(30, 'seal', 'P-3', '--seed', 'joint:SCJG,WJW', '--accept-forecast'));
  expect(rows<object>('652722-2026-0003', 'sealed.json')[0]).toMatchObject({ scheme: 'ssj/2' });
  const [notice] = readdirSync(join(dir, '公示')).filter((name) => name.includes('封存公告') && name.includes('0003'));
  expect(JSON.stringify(await sheetWords(join(dir, '公示', notice!)))).toContain('--scheme ssj/2');
  const output = join(root, 'WJW.json');
  const made = mustEnd(await at(31, 'seed', 'commit', '652722-2026-0003', '--party', 'WJW', '--output', output, '--scheme', 'ssj/2'));
  const commitment = /[0-9a-f]{64}/.exec(made.stdout)![0];
  mustEnd(await at(32, 'seed', 'commit', 'P-3', '--party', 'WJW', '--commitment', commitment));
  mustEnd(await at(33, 'seed', 'commit', 'P-3', '--party', 'SCJG'));
  mustEnd(await at(34, 'seed', 'reveal', 'P-3', '--party', 'SCJG'));
  const { secret } = JSON.parse(readFileSync(output, 'utf8')) as { secret: string };
  mustEnd(await at(35, 'seed', 'reveal', 'P-3', '--party', 'WJW', '--secret', secret));
  const refused = async (code: string, ...words: readonly string[]) => expect(codesIn((await at(36, 'seed', 'commit', ...words)).stderr)).toContain(code);
  await refused('scheme-bad', '652722-2026-0003', '--party', 'WJW', '--output', join(root, 'x.json'), '--scheme', 'ssj/3');
  await refused('scheme-without-output', 'P-3', '--party', 'WJW', '--scheme', 'ssj/2');
});

test('D5.9–D5.11 a plan that is worked out tells which rules are in force', async () => {
  const told = async (batch: string) => mustEnd(await at(39, 'plan', batch)).stdout;
  expect(await told('P-2')).toMatch(/轮换 最近 1 次[^]*均衡/);
  expect(await told('P-3')).toContain('人员组成 组长≥1；见习≤1');
  expect(await told('P-1')).not.toMatch(/人员组成|轮换|均衡/);
});

test('D5.11 rules that nobody can keep are refused with batch, agency and mend', async () => {
  const { exit, stderr } = await at(40, 'seal', 'P-4', '--seed', 'dice:d10x20');
  expect([exit, codesIn(stderr)]).toEqual([3, expect.arrayContaining(['composition-contradicts'])]);
  expect(stderr).toContain('“组长”至少 1 人，却至多只能有 0 人');
});

test('D5.8 a county whose earlier record is lost says which, where a rule asks for it', async () => {
  const damaged = join(root, '残缺');
  cpSync(dir, damaged, { recursive: true });
  writeFileSync(join(damaged, '批次', FIRST, 'rounds/0/assignments.jsonl'), 'x\n');
  const { exit, stderr } = await ssjInside(['plan', 'P-2'], { dir: damaged, at: SPRING });
  expect([exit, codesIn(stderr)]).toEqual([7, ['past-records-unread']]);
  expect(stderr).toContain(FIRST);
});
