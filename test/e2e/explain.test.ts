import { mkdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { explainInspector, explainTarget, type InspectorId, openRecord, type RecordStory, recordStory, roundPaths } from '@shuangsuiji/core';
import { describe, expect, test } from 'vitest';
import { explainedInspectorLines } from '../../packages/cli/src/present/explained-inspector.js';
import { explainedTargetLines } from '../../packages/cli/src/present/explained-target.js';
import { BORROWED, type LaterOptions, laterSample } from '../../packages/core/src/record/later-sample.properties.js';
import { sampleRecord, type SampleOptions } from '../../packages/core/src/record/sample.properties.js';
import { changed, coveredUp, manifested, without } from '../../packages/core/src/verify/tampering.properties.js';
import { jsonOf, mustEnd, type Ran, ROOT, ssj } from '../support/run-ssj.js';
import { scratch } from '../support/scratch.js';

const stringWidth = (await import(pathToFileURL(createRequire(join(ROOT, 'packages/cli/package.json')).resolve('string-width')).href)).default as (text: string) => number;
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
type Texts = ReadonlyMap<string, string>;

const root = scratch('explain');
const BASE = { number: 3, scheme: 'ssj/1', publication: 'after-visits', sampling: 'flat', isFeasible: true, hash } as const;
const record = (options: Partial<SampleOptions> = {}): Texts => sampleRecord({ ...BASE, stage: 'revealed', ...options }).texts;
const later = (options: Partial<LaterOptions> = {}): Texts => laterSample({ ...BASE, stage: 'revealed', ...options }).texts;
const story = (texts: Texts): RecordStory => {
  const read = recordStory(openRecord(texts, hash));
  if (!read.ok) throw new TypeError(JSON.stringify(read.error));
  return read.value;
};
const bare = (id: string): string => id.slice(id.indexOf(':') + 1);
const codesOf = (ran: Ran): readonly string[] => jsonOf(ran).problems.map(({ code }) => code);
const joined = (lines: readonly string[]): string => lines.map((line) => line.trim()).join('');

/** Somebody else's folder with this record in it. */
const folderOf = (texts: Texts, name: string): string => {
  const dir = join(root, name);
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
};

/** All lines of everybody. */
const everything = async (texts: Texts): Promise<readonly string[]> => {
  const from = story(texts);
  const targets = from.registry.targets.map(({ id }) => explainedTargetLines({ explanation: explainTarget({ record: from, id }), columns: 80 }));
  const people = [...from.registry.inspectors.map(({ id }) => id), BORROWED as unknown as InspectorId].map((id) => explainedInspectorLines({ explanation: explainInspector({ record: from, id }), columns: 80 }));
  return [...targets, ...(await Promise.all(people))].flat();
};

describe('what people read', () => {
  const kinds = [record({ stage: 'sealed' }), record({ stage: 'drawn' }), record({ sampling: 'by-risk' }), record({ isFeasible: false }), later({ stage: 'changed' }), later({ stage: 'announced' }), later({ number: 6 }), later({ isFeasible: false })];
  test('fits 80 columns and says nothing that a program says', async () => {
    for (const line of (await Promise.all(kinds.map(everything))).flat()) {
      expect(line).not.toMatch(/undefined|NaN|\[object|null|。。|：：|uscc:|reg:|local:/);
      expect(stringWidth(line), line).toBeLessThanOrEqual(80);
    }
  });
  test('every answer there is comes in words', async () => {
    const text = joined((await Promise.all([...kinds, later({ number: 1, publication: 'at-once' })].map(everything))).flat());
    for (const words of [
      '结论：没有入抽查库，所以不可能抽中', '结论：在抽查库中，还没有抽取。', '结论：没有抽中。', '结论：抽中。', '结论：抽中（第 1 轮补抽）。', '结论：抽中后缓查', '结论：没有抽中，并已退出', '补抽还没有公告', '将由第 1 轮补抽另抽',
      '第 1 轮补抽在本层另抽 1 户：', '公开种子还没有产生', '本户的抽取序号：', '揭示密钥以后才能复算', '现在谁也算不出来', '本层最后一个抽中的序号：', '检查对象退出（台账第', '尚未公告', '自第 1 轮补抽起计入', '决定：双随机办',
      '现在派出：', '现在没有派人。', '抽到的人（机会约', '没有抽到的人（机会约', '本来可派的人：', '回避（近亲属）', '缺少资质（食品）', '没有执法证', '不在岗', '抽取后申报，台账第', '已退出本次抽取（台账第', '没有余量（上限', '已在这一户',
      '本部门缺', '人手不够，谁也没有派', '按机会平均应派', '此前已承担', '在名单里，但不参加抽取：', '已退出本次抽取，不再承担检查。', '借调人员（台账第', '那时还没有借调', '上限改为 12 户', '没有空缺的名额',
    ]) expect(text).toContain(words);
    const from = story(record());
    expect(explainedTargetLines({ explanation: { kind: 'not-in-registry', id: from.registry.targets[0]!.id }, columns: 80 }).join('')).toContain('封存时的名录库里没有');
    const [{ id, agency }] = from.registry.inspectors as [(typeof from.registry.inspectors)[number]];
    expect((await explainedInspectorLines({ explanation: { kind: 'not-in-registry', id }, columns: 80 })).join('')).toContain('也没有借调');
    expect((await explainedInspectorLines({ explanation: { kind: 'agency-without-visit', id, agency, agencyName: '市监局' }, columns: 80 })).join('')).toContain('这个部门在本批次没有检查任务');
  });
});

describe('ssj explain', () => {
  const drawn = record({ stage: 'drawn' });
  const { inputs, rounds, registry } = story(drawn);
  const [first] = rounds[0]!.drawn!.targets;
  const name = registry.targets.find(({ id }) => id === first!.id)!.name;

  test('answers from a folder alone, by code and by name, before the reveal', () => {
    const dir = folderOf(drawn, 'drawn');
    for (const word of [bare(first!.id), name]) {
      const { stdout } = mustEnd(ssj(['explain', dir, word]));
      expect(stdout).toMatch(/密钥尚未揭示：检查结束以前，是否抽中、谁去检查都不要外传。[\s\S]*结论：抽中。/);
    }
    const output = jsonOf(ssj(['explain', dir, bare(first!.id), '--json']));
    expect(output).toMatchObject({ command: 'explain', exit: 0, data: { drawId: inputs.sealed.drawId, verification: { verdict: 'unverifiable' }, explanation: { of: 'target', kind: 'in-frame', id: first!.id, rounds: [{ round: 0, outcome: { kind: 'drawn', place: 1, ticket: { kind: 'recorded', ticket: first!.ticket } } }] } } });
    expect(mustEnd(ssj(['explain', dir, inputs.roster[0]!.id])).stdout).toContain(`执法检查人员 ${inputs.roster[0]!.id}`);
  });
  test('nobody of this code is a problem of the words, with what comes nearest', () => {
    const dir = folderOf(drawn, 'nobody');
    const ran = ssj(['explain', dir, `${bare(first!.id)}9`, '--json']);
    expect([ran.exit, codesOf(ran)]).toEqual([2, ['code-not-in-record']]);
    expect(jsonOf(ran).problems[0]!.fields).toMatchObject({ nearest: expect.arrayContaining([expect.any(String)]) });
  });
  test('a name of several is asked back with their codes', () => {
    const same = coveredUp(changed(drawn, 'registry/targets.jsonl', (rows) => rows.map((row, at) => (at < 2 ? { ...row, name: '同名商店' } : row))), hash);
    const ran = ssj(['explain', folderOf(same, 'several'), '同名商店', '--json']);
    expect([ran.exit, codesOf(ran)]).toEqual([2, ['name-of-several']]);
    expect(jsonOf(ran).problems[0]!.fields).toMatchObject({ candidates: registry.targets.slice(0, 2).map(({ id }) => bare(id)) });
  });
  test('R11 of a record that does not verify it says so first, answers, and ends with 5', () => {
    const damaged = manifested(changed(record(), roundPaths(0).targets, (rows) => rows.map((row, at) => (at === 0 ? { ...row, ticket: '0'.repeat(64) } : row))), hash);
    const ran = ssj(['explain', folderOf(damaged, 'different'), bare(first!.id)]);
    expect(ran.exit).toBe(5);
    expect(ran.stdout).toMatch(/^【注意】核验发现这份存档不一致（[\s\S]*抽取检查对象[\s\S]*结论：/);
  });
  test('R11 of a record with a file missing it says so first and ends with 6; without what it needs it names the file', () => {
    const ran = ssj(['explain', folderOf(without(record(), 'salt.json'), 'salt'), bare(first!.id)]);
    expect([ran.exit, /^【注意】这份存档不全[\s\S]*结论：/.test(ran.stdout)]).toEqual([6, true]);
    const bad = ssj(['explain', folderOf(without(record(), 'roster.jsonl'), 'roster'), bare(first!.id), '--json']);
    expect([bad.exit, codesOf(bad)]).toEqual([6, ['document-missing']]);
    const odd = ssj(['explain', folderOf(new Map([...record(), ['frame.jsonl', 'x\n']]), 'frame'), bare(first!.id), '--json']);
    expect([odd.exit, codesOf(odd)]).toEqual([5, ['document-invalid']]);
  });
  test('no record is no answer', () => {
    mkdirSync(join(root, 'empty'), { recursive: true });
    expect(codesOf(ssj(['explain', join(root, 'empty'), 'X', '--json']))).toEqual(['not-a-record']);
    expect(codesOf(ssj(['explain', join(root, 'nowhere'), 'X', '--json']))).toEqual(['record-missing']);
  });
  test('R12.6 of a void draw it says so before the answer', () => {
    expect(mustEnd(ssj(['explain', folderOf(later({ isVoid: true }), 'void'), name])).stdout).toMatch(/【注意】这次抽取已经作废（台账第 \d+ 条）[\s\S]*结论：/);
  });
  test('D9 a rehearsal is marked and known whole', () => {
    const { stdout } = mustEnd(ssj(['explain', folderOf(record({ stage: 'drawn', scheme: 'ssj/1-rehearsal' }), 'rehearsal'), name]));
    expect(stdout).toMatch(/^【演练】抽取编号[\s\S]*本户的抽取序号：/);
    expect(stdout).not.toContain('外传');
  });
});
