import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { codesIn, jsonOf, mustEnd, type Ran, replay, ssj } from '../support/run-ssj.js';
import { scratch, treeOf } from '../support/scratch.js';
import { BATCH, DICE, makeSmallCounty, SPRING } from '../support/small-county.js';
import { sheetWords } from '../support/workbooks.js';

const root = scratch('rounds');
const dir = join(root, '县');
const DRAW = '652722-2026-0001';
const record = join(dir, '批次', DRAW);
const OTHER_DICE = '31415926535897932384';
const WHY = ['--reason', '已注销', '--by', '王某', '--evidence', '注销通知书〔2026〕7号'];

const at = (minute: number, ...args: readonly string[]): Ran => ssj(args, { dir, at: `2026-03-02T${String(10 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+08:00` });
const rows = <T>(path: string): readonly T[] => readFileSync(join(record, path), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as T);
interface Assigned { readonly agency: string; readonly target: string; readonly inspectors: readonly string[] }
const assigned = (round: number): readonly Assigned[] => rows(`rounds/${round}/assignments.jsonl`);
const drawn = (round: number): readonly string[] => rows<{ id: string }>(`rounds/${round}/targets.jsonl`).map(({ id }) => id);
const codeOf = (id: string): string => id.slice(id.indexOf(':') + 1);

const isRefused = (ran: () => Ran, exit: number, code: string): void => {
  const before = treeOf(dir);
  const { exit: found, stderr } = ran();
  expect(codesIn(stderr), stderr).toContain(code);
  expect(found).toBe(exit);
  expect(treeOf(dir)).toEqual(before);
};

beforeAll(async () => {
  await makeSmallCounty(dir);
  mustEnd(ssj(['import'], { dir, at: SPRING }));
  mustEnd(at(0, 'seal', BATCH, '--seed', 'dice:d10x20'));
});

test('a change that is let in between seal and draw does not touch the main draw', () => {
  mustEnd(at(1, 'change', BATCH, '--withdraw-person', 'SCJG/002', '--reason', '病假', '--by', '王某', '--evidence', '病假条'));
  mustEnd(at(2, 'draw', BATCH, '--seed', DICE));
  expect(drawn(0)).toHaveLength(10);
  expect(assigned(0).some(({ inspectors }) => inspectors.includes('SCJG/002'))).toBe(true);
});

test('a change without reason, person or evidence, or of nobody, changes nothing', () => {
  isRefused(() => at(3, 'change', BATCH, '--withdraw-target', codeOf(drawn(0)[0]!), '--reason', '已注销'), 2, 'why-missing');
  isRefused(() => at(3, 'change', BATCH, '--withdraw-target', '999999999999999', ...WHY), 7, 'change-target-not-in-frame');
  isRefused(() => at(3, 'change', BATCH, '--withdraw-person', 'SCJG/002', ...WHY), 7, 'change-person-gone');
  isRefused(() => at(3, 'change', BATCH, '--release', `${codeOf(drawn(0)[0]!)}@WJW/001`, ...WHY), 7, 'change-not-recused');
  isRefused(() => at(3, 'change', BATCH, ...WHY), 2, 'change-missing');
  isRefused(() => at(3, 'change', BATCH, '--capacity', '某人', ...WHY), 2, 'change-unreadable');
});

test('a round is announced, drawn from a fresh seed, and moves nothing but what was open', () => {
  const gone = drawn(0)[0]!;
  const visit = assigned(0).find(({ agency, target }) => agency === 'WJW' && target !== gone)!;
  const [late] = visit.inspectors;
  mustEnd(at(4, 'change', BATCH, '--withdraw-target', codeOf(gone), ...WHY));
  const told = mustEnd(at(5, 'change', BATCH, '--recuse', `${codeOf(visit.target)}@${late}`, '--ground', '近亲属', '--reason', '本人申报', '--by', '李某', '--evidence', '回避申请书'));
  expect(told.stdout).toContain('抽取后申报');
  isRefused(() => at(6, 'draw', BATCH, '--seed', OTHER_DICE), 7, 'already-drawn');
  const { data } = jsonOf(mustEnd(at(7, 'replace', BATCH, '--seed', 'dice:d10x20', '--not-before', '2026-03-02T10:10', '--json')));
  expect(data).toMatchObject({ drawId: DRAW, round: 1, quota: 1, changes: 3 });
  isRefused(() => at(8, 'replace', BATCH, '--seed', 'dice:d10x20'), 7, 'round-open');
  isRefused(() => at(8, 'reveal', BATCH), 7, 'round-open');
  isRefused(() => at(8, 'draw', BATCH, '--seed', OTHER_DICE), 7, 'not-yet-before');
  isRefused(() => at(11, 'draw', BATCH, '--seed', DICE), 5, 'seed-used-before');
  mustEnd(at(11, 'draw', BATCH, '--seed', OTHER_DICE));
  expect(drawn(1)).toHaveLength(1);
  expect(drawn(0)).not.toContain(drawn(1)[0]);
  for (const { agency, target, inspectors } of assigned(1)) {
    const before = assigned(0).find((row) => row.agency === agency && row.target === target)?.inspectors ?? [];
    expect(inspectors).not.toContain('SCJG/002');
    const staying = before.filter((id) => id !== 'SCJG/002' && !(target === visit.target && id === late));
    expect(staying.length + inspectors.length).toBe(2);
    expect(staying.filter((id) => inspectors.includes(id))).toEqual([]);
  }
  expect(assigned(1).find(({ agency, target }) => agency === 'WJW' && target === visit.target)!.inspectors).not.toContain(late);
  expect(readdirSync(join(dir, '派发', DRAW)).some((name) => name.includes('第1轮补抽'))).toBe(true);
  isRefused(() => at(12, 'replace', BATCH, '--seed', 'dice:d10x20'), 7, 'nothing-to-replace');
});

test('the counts list tells the changes by reason and by officer, and names nobody', async () => {
  const { data } = jsonOf(mustEnd(at(13, 'publish', 'draw', BATCH, '--json')));
  const words = (await sheetWords(join(dir, String(data.file)))).flatMap(({ cells }) => cells).join('\n');
  expect(words).toContain('第1轮补抽');
  expect(words).toContain('检查对象退出（已注销）1项');
  expect(words).toContain('其中抽取后申报1项');
  expect(words).not.toMatch(/王某|李某|SCJG\/|WJW\//);
});

test('the whole record, rounds and changes included, is 一致', () => {
  mustEnd(ssj(['reveal', BATCH, '--visits-finished', '2026-03-20'], { dir, at: '2026-07-01T09:00:00+08:00' }));
  const verified = mustEnd(ssj(['verify', record]));
  expect(verified.stdout).toContain('核验结论：一致');
  mustEnd(replay(record));
});

test('nothing more happens to a draw that is revealed', () => {
  isRefused(() => ssj(['change', BATCH, '--withdraw-person', 'SCJG/003', ...WHY], { dir, at: '2026-07-02T09:00:00+08:00' }), 7, 'already-revealed');
  isRefused(() => ssj(['void', BATCH, ...WHY], { dir, at: '2026-07-02T09:00:00+08:00' }), 7, 'already-revealed');
});

test('a void draw stays for ever, its redo names it, and both reveal', async () => {
  const redo = join(root, '重抽');
  await makeSmallCounty(redo);
  const go = (minute: string, ...args: readonly string[]): Ran => ssj(args, { dir: redo, at: `2026-03-02T${minute}:00+08:00` });
  mustEnd(go('10:00', 'import'));
  mustEnd(go('10:01', 'seal', BATCH, '--seed', 'dice:d10x20'));
  mustEnd(go('10:02', 'draw', BATCH, '--seed', DICE));
  expect(go('10:03', 'seal', BATCH, '--seed', 'dice:d10x20').exit).toBe(7);
  mustEnd(go('10:04', 'void', BATCH, '--reason', '种子录错', '--by', '王某', '--evidence', '记录单'));
  expect(codesIn(go('10:05', 'draw', BATCH, '--seed', DICE).stderr)).toContain('draw-is-void');
  const { data } = jsonOf(mustEnd(go('10:06', 'seal', BATCH, '--seed', 'dice:d10x20', '--json')));
  expect(data.drawId).toBe('652722-2026-0002');
  mustEnd(go('10:07', 'draw', BATCH, '--seed', OTHER_DICE));
  const published = jsonOf(mustEnd(go('10:08', 'publish', 'draw', BATCH, '--json'))).data;
  expect((await sheetWords(join(redo, String(published.file)))).flatMap(({ cells }) => cells).join('\n')).toContain(`${DRAW} 已作废，理由：种子录错`);
  mustEnd(go('10:09', 'reveal', DRAW));
  mustEnd(ssj(['reveal', '652722-2026-0002', '--visits-finished', '2026-03-20'], { dir: redo, at: '2026-07-01T09:00:00+08:00' }));
  for (const drawId of [DRAW, '652722-2026-0002']) {
    expect(mustEnd(ssj(['verify', join(redo, '批次', drawId)])).stdout).toContain('核验结论：一致');
    mustEnd(replay(join(redo, '批次', drawId)));
  }
});
