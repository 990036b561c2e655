import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { codesIn, jsonOf, mustEnd, type Ran, replay, ROOT, type RunOptions, ssj } from '../support/run-ssj.js';
import { copyOf, filesOf, scratch, treeOf } from '../support/scratch.js';
import { sheetWords } from '../support/workbooks.js';

const root = scratch('chain');
const dir = join(root, '精河2026');
const BATCH = '2026-JH-05';
const DRAW = '652722-2026-0001';
const record = join(dir, '批次', DRAW);
const secretFile = join(dir, '批次', `${DRAW}.密钥.json`);
const DICE = '08772473296991897540';
const PLANNED = '2026-02-20T10:00:00+08:00';
const SEALED = '2026-03-02T09:30:00+08:00';
const DRAWN = '2026-03-02T10:15:00+08:00';
const EARLY = '2026-11-01T09:00:00+08:00';
const LATE = '2026-11-16T09:00:00+08:00';

const at = (time: string, ...args: readonly string[]): Ran => ssj(args, { dir, at: time });

/** Refused with this code and exit, and nothing is changed. */
const isRefused = (ran: () => Ran, exit: number, code: string): void => {
  const before = treeOf(dir);
  const { exit: found, stderr } = ran();
  expect(codesIn(stderr), stderr).toContain(code);
  expect(found).toBe(exit);
  expect(treeOf(dir)).toEqual(before);
};

const registered = (): readonly { readonly id: string; readonly name: string }[] =>
  readFileSync(join(record, 'registry/targets.jsonl'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));

beforeAll(() => {
  mustEnd(ssj(['init', dir, '--code', '652722', '--name', '精河县', '--year', '2026'], { at: PLANNED }));
  for (const folder of ['名录库', '计划']) copyOf(join(ROOT, 'data/county', folder), join(dir, folder));
});

test('a county is checked, imported and planned, and its plan published', () => {
  isRefused(() => at(PLANNED, 'plan'), 7, 'nothing-imported');
  expect(mustEnd(at(PLANNED, 'check')).stdout).toContain('检查对象 12362');
  const imported = jsonOf(mustEnd(at(PLANNED, 'import', '--json'))).data;
  expect(imported).toMatchObject({ counts: { agencies: 21, targets: 12362, inspectors: 208, items: 172 }, refused: 0, isNew: true });
  expect(jsonOf(mustEnd(at(PLANNED, 'import', '--json'))).data).toMatchObject({ snapshot: imported.snapshot, isNew: false });
  expect(jsonOf(mustEnd(at(PLANNED, 'plan', '--json'))).data.batches).toHaveLength(24);
  expect(jsonOf(mustEnd(at(PLANNED, 'plan', BATCH, '--json'))).data).toMatchObject({ pool: 1134 });
  const { file } = jsonOf(mustEnd(at(PLANNED, 'publish', 'plan', '--json'))).data;
  expect(existsSync(join(dir, String(file)))).toBe(true);
});

test('nothing is drawn before it is sealed', () => {
  isRefused(() => at(SEALED, 'draw', BATCH, '--seed', DICE), 7, 'batch-not-sealed');
});

test('sealing keeps the secret for its owner alone, and nobody seals twice', () => {
  const { data } = jsonOf(mustEnd(at(SEALED, 'seal', BATCH, '--seed', 'dice:d10x20', '--not-before', '2026-03-02T10:00', '--json')));
  expect(data).toMatchObject({ drawId: DRAW, pool: 1134, quota: 61, rehearsal: false });
  expect(statSync(secretFile).mode & 0o777).toBe(0o600);
  const { secret } = JSON.parse(readFileSync(secretFile, 'utf8'));
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(filesOf(dir).filter((path) => readFileSync(join(dir, path)).includes(secret))).toEqual([`批次/${DRAW}.密钥.json`]);
  isRefused(() => at(SEALED, 'seal', BATCH, '--seed', 'dice:d10x20'), 7, 'batch-already-sealed');
});

test('the seal alone is no draw: verification leaves open what is still to come', () => {
  for (const { exit, stdout } of [ssj(['verify', record]), replay(record)]) {
    expect(exit, stdout).toBe(6);
    expect(stdout).toContain('无法核验');
  }
});

test('a seed from before the time in the seal is refused', () => {
  isRefused(() => at('2026-03-02T09:59:59+08:00', 'draw', BATCH, '--seed', DICE), 7, 'not-yet-before');
});

test('the draw gives every agency its list, and nobody draws twice', () => {
  const sheet = join(ROOT, 'LICENSE');
  const { data } = jsonOf(mustEnd(at(DRAWN, 'draw', BATCH, '--seed', DICE, '--witness', '张三@公证处', '--witness', '李四@司法局', '--sheet', sheet, '--json')));
  expect(data).toMatchObject({ drawId: DRAW, targets: 61, outcome: 'matched', warnings: [], rehearsal: false });
  expect(filesOf(join(dir, '派发', DRAW))).toEqual(['派发表-卫生健康委员会.xlsx', '派发表-市场监督管理局.xlsx', '派发表-消防救援大队.xlsx', '行政检查审批表.xlsx']);
  isRefused(() => at(DRAWN, 'draw', BATCH, '--seed', DICE), 7, 'already-drawn');
  isRefused(() => at(DRAWN, 'draw', BATCH, '--seed', '11111111111111111111'), 7, 'already-drawn');
  isRefused(() => at(DRAWN, 'draw', DRAW, '--seed', DICE), 7, 'already-drawn');
  isRefused(() => at(DRAWN, 'seal', BATCH, '--seed', 'dice:d10x20'), 7, 'batch-already-sealed');
});

test('before the secret is revealed nobody can recompute the targets, and both implementations say so', () => {
  const { exit, stdout } = ssj(['verify', record]);
  expect(exit).toBe(6);
  const open = stdout.split('\n').filter((line) => /^\S+ +无法核验$/.test(line)).map((line) => line.split(' ')[0]);
  expect(open).toEqual(['密钥', '抽取检查对象', '派发人员']);
  expect(stdout).toContain('尚未揭示');
  expect(stdout).not.toContain('不一致');
  const theirs = replay(record);
  expect(theirs.exit).toBe(6);
  expect(theirs.stdout).not.toMatch(/^不一致/m);
});

test('until then the list has counts and digests, and no word of any target', async () => {
  const { data } = jsonOf(mustEnd(at(DRAWN, 'publish', 'draw', BATCH, '--json')));
  expect(data).toMatchObject({ form: 'counts', isNew: true });
  const words = (await sheetWords(join(dir, String(data.file)))).flatMap(({ cells, foot, sheet }) => [...cells, foot, sheet]).join('\n');
  expect(words).toContain('61');
  const named = registered().filter(({ id, name }) => words.includes(id.slice(id.indexOf(':') + 1)) || words.includes(name));
  expect(registered().length).toBe(12362);
  expect(named).toEqual([]);
  expect(words).not.toContain('演练');
  expect(jsonOf(mustEnd(at(DRAWN, 'publish', 'draw', BATCH, '--json'))).data).toMatchObject({ isNew: false });
});

test('the secret stays secret until the last visit is done', () => {
  isRefused(() => at(EARLY, 'reveal', BATCH), 7, 'visits-not-finished');
  isRefused(() => at(EARLY, 'reveal', BATCH, '--visits-finished', '2026-11-15'), 7, 'visits-not-finished');
  isRefused(() => at(EARLY, 'reveal', BATCH, '--visits-finished', '昨天'), 2, 'date-bad');
});

test('revealing takes the secret file away, and then everything is recomputed as 一致 by both implementations', async () => {
  mustEnd(at(LATE, 'reveal', BATCH, '--visits-finished', '2026-11-15'));
  expect(existsSync(secretFile)).toBe(false);
  expect(JSON.parse(readFileSync(join(record, 'reveal.json'), 'utf8'))).toMatchObject({ visitsFinishedOn: '2026-11-15', revealedAt: LATE });
  isRefused(() => at(LATE, 'reveal', BATCH), 7, 'already-revealed');
  const verified = jsonOf(mustEnd(ssj(['verify', record, '--json']))).data as never as { readonly verdict: string; readonly points: readonly { readonly verdict: string }[] };
  expect(verified.verdict).toBe('identical');
  expect(new Set(verified.points.map(({ verdict }) => verdict))).toEqual(new Set(['identical']));
  mustEnd(at(LATE, 'verify', BATCH));
  expect(mustEnd(replay(record)).stdout).toMatch(/^结论 {2}一致/m);
});

test('then the list names the drawn targets', async () => {
  const { data } = jsonOf(mustEnd(at(LATE, 'publish', 'draw', BATCH, '--json')));
  expect(data).toMatchObject({ form: 'full' });
  const words = (await sheetWords(join(dir, String(data.file)))).flatMap(({ cells }) => cells);
  const drawn: readonly { readonly id: string }[] = readFileSync(join(record, 'rounds/0/targets.jsonl'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
  expect(drawn).toHaveLength(61);
  for (const { id } of drawn) expect(words).toContain(id.slice(id.indexOf(':') + 1));
  const inspectors: readonly { readonly id: string; readonly name: string }[] = readFileSync(join(dir, '快照', snapshotOf(), 'names.jsonl'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
  expect(inspectors.filter(({ id, name }) => words.some((word) => word.includes(id) || word.split(/[、\n]/).includes(name)))).toEqual([]);
});

const snapshotOf = (): string => String(JSON.parse(readFileSync(join(record, 'sealed.json'), 'utf8')).snapshot).slice(0, 16);

test('the ledger tells the story and holds together', () => {
  const { data } = jsonOf(mustEnd(ssj(['ledger', 'list', '--json'], { dir })));
  expect((data.entries as never as readonly { readonly type: string }[]).map(({ type }) => type)).toEqual(['opened', 'imported', 'published', 'sealed', 'drawn', 'published', 'revealed', 'published']);
  mustEnd(ssj(['ledger', 'check'], { dir }));
});

test('the batch that was drawn can still be rehearsed, which changes nothing of what was drawn', () => {
  const before = treeOf(record);
  const options: RunOptions = { dir, at: LATE };
  const { data, problems } = jsonOf(mustEnd(ssj(['seal', BATCH, '--seed', 'typed:', '--rehearsal', '--json'], options)));
  expect(data).toMatchObject({ drawId: '652722-2026-0002', rehearsal: true });
  expect(problems.map(({ code }) => code)).not.toContain('batch-is-over');
  expect(mustEnd(ssj(['draw', BATCH, '--seed', 'exercise', '--rehearsal'], options)).stdout).toContain('【演练】');
  mustEnd(ssj(['verify', BATCH, '--rehearsal'], options));
  expect(treeOf(record)).toEqual(before);
  mustEnd(ssj(['verify', BATCH], options));
});

test('every exported registry can be imported again and gives the same snapshot', () => {
  const again = copyOf(dir, join(root, 'again'));
  const files = { 部门: '部门', 检查对象: '检查对象名录库', 执法检查人员: '执法检查人员名录库', 抽查事项: '随机抽查事项清单', 回避: '回避登记' };
  for (const [word, file] of Object.entries(files)) {
    const output = join(root, `${file}.xlsx`);
    mustEnd(ssj(['export', word, '--output', output], { dir }));
    expect(ssj(['export', word, '--output', output], { dir }).exit, 'over a file that is there').toBe(7);
    copyOf(output, join(again, '名录库', `${file}.xlsx`));
  }
  const before = treeOf(again);
  expect(jsonOf(mustEnd(ssj(['import', '--json'], { dir: again, at: LATE }))).data).toMatchObject({ isNew: false, snapshot: JSON.parse(readFileSync(join(record, 'sealed.json'), 'utf8')).snapshot });
  expect(treeOf(again)).toEqual(before);
});
