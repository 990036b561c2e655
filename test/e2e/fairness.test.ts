import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ExcelJS from 'exceljs';
import { fairnessOf, openRecord, recordStory, roundPaths } from '@shuangsuiji/core';
import { describe, expect, test } from 'vitest';
import { fairnessLines } from '../../packages/cli/src/present/fairness.js';
import { pack } from '../../packages/cli/src/zip/pack.js';
import { type LaterOptions, laterSample } from '../../packages/core/src/record/later-sample.properties.js';
import { sampleRecord, type SampleOptions } from '../../packages/core/src/record/sample.properties.js';
import { changed, manifested, without } from '../../packages/core/src/verify/tampering.properties.js';
import { jsonOf, mustEnd, type Ran, ROOT, ssj } from '../support/run-ssj.js';
import { scratch } from '../support/scratch.js';

const stringWidth = (await import(pathToFileURL(createRequire(join(ROOT, 'packages/cli/package.json')).resolve('string-width')).href)).default as (text: string) => number;
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
type Texts = ReadonlyMap<string, string>;

const root = scratch('fairness');
const BASE = { number: 3, scheme: 'ssj/1', publication: 'after-visits', sampling: 'flat', isFeasible: true, hash } as const;
const record = (options: Partial<SampleOptions> = {}): Texts => sampleRecord({ ...BASE, stage: 'revealed', ...options }).texts;
const later = (options: Partial<LaterOptions> = {}): Texts => laterSample({ ...BASE, stage: 'revealed', ...options }).texts;
const codesOf = (ran: Ran): readonly string[] => jsonOf(ran).problems.map(({ code }) => code);
const joined = (lines: readonly string[]): string => lines.map((line) => line.trim()).join('');

const folderOf = (texts: Texts, name: string): string => {
  const dir = join(root, name);
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
};
const fairnessIn = (texts: Texts) => {
  const story = recordStory(openRecord(texts, hash));
  if (!story.ok) throw new TypeError(JSON.stringify(story.error));
  return fairnessOf(story.value);
};

describe('what people read', () => {
  const kinds = [record({ stage: 'sealed' }), record({ stage: 'drawn' }), record({ sampling: 'by-risk' }), record({ isFeasible: false }), later({ stage: 'announced' }), later({ number: 6 }), later({ isFeasible: false }), later({ number: 1 })];
  test('fits 80 columns and says nothing that a program says', async () => {
    for (const texts of kinds) {
      for (const line of await fairnessLines({ fairness: fairnessIn(texts), columns: 80 })) {
        expect(line).not.toMatch(/undefined|NaN|\[object|null|。。|：：|uscc:|reg:|local:/);
        expect(stringWidth(line), line).toBeLessThanOrEqual(80);
      }
    }
  });
  test('every answer there is comes in words', async () => {
    const text = joined((await Promise.all(kinds.map((texts) => fairnessLines({ fairness: fairnessIn(texts), columns: 80 })))).flat());
    for (const words of [
      '抽取：公开种子还没有产生', '谁也没有派', '人次', '第 1 轮补抽：', '个名额，能派', '不能派 1 人，', '没有执法证', '已退出本次抽取（台账第', '缺少资质（', '一户派到一人的机会：最小', '没有选择余地的',
      '机会最多相差', '（存档所记与复算相同）', '可能同行的两人', '各户互不相干时平均', '同去两户以上的', '平均应派',
    ]) expect(text).toContain(words);
  });
});

describe('ssj fairness', () => {
  test('tells the whole of a folder and of a zip in one document, person by person and pair by pair', () => {
    const texts = record({ stage: 'drawn' });
    const zip = join(root, 'record.zip');
    writeFileSync(zip, pack([...texts].map(([path, text]) => [path, Buffer.from(text)] as const)));
    const expected = JSON.parse(JSON.stringify(fairnessIn(texts))) as object;
    for (const place of [folderOf(texts, 'drawn'), zip]) {
      const output = jsonOf(ssj(['fairness', place, '--json']));
      expect(output).toMatchObject({ command: 'fairness', exit: 0, data: { verification: { verdict: 'unverifiable' }, fairness: expected } });
    }
    expect(mustEnd(ssj(['fairness', zip])).stdout).toMatch(/密钥尚未揭示：检查结束以前[\s\S]*一户派到一人的机会/);
  });
  test('before the draw it says that there is nothing yet, and writes no workbook', () => {
    const dir = folderOf(record({ stage: 'sealed' }), 'sealed');
    expect(mustEnd(ssj(['fairness', dir])).stdout).toContain('公开种子还没有产生');
    const file = join(root, 'sealed.xlsx');
    const ran = ssj(['fairness', dir, '--output', file, '--json']);
    expect([ran.exit, codesOf(ran), existsSync(file)]).toEqual([7, ['not-drawn-yet'], false]);
  });
  test('R8.4 of a round without a match it says who is short, and who could not go', () => {
    const dir = folderOf(record({ isFeasible: false }), 'infeasible');
    expect(mustEnd(ssj(['fairness', dir])).stdout).toMatch(/谁也没有派[\s\S]*缺 \d+ 人次/);
    const file = join(root, 'infeasible.xlsx');
    mustEnd(ssj(['fairness', dir, '--output', file]));
    expect(existsSync(file)).toBe(true);
  });
  test('R11 of a record that does not verify it says so first, writes no workbook, and ends with 5; of one with a file missing with 6', () => {
    const damaged = manifested(changed(record(), roundPaths(0).match, ([row]) => [{ ...row, agencies: (row!['agencies'] as object[]).map((one) => ({ ...one, largestDifference: 60000 })) }]), hash);
    const file = join(root, 'different.xlsx');
    const ran = ssj(['fairness', folderOf(damaged, 'different'), '--output', file]);
    expect([ran.exit, existsSync(file)]).toEqual([5, false]);
    expect(ran.stdout).toMatch(/^【注意】核验发现这份存档不一致[\s\S]*存档所记[\s\S]*不相同[\s\S]*没有写出工作簿/);
    const partial = ssj(['fairness', folderOf(without(record(), 'salt.json'), 'salt')]);
    expect([partial.exit, /^【注意】这份存档不全[\s\S]*一户派到一人的机会/.test(partial.stdout)]).toEqual([6, true]);
    const bad = ssj(['fairness', folderOf(without(record(), 'roster.jsonl'), 'roster'), '--json']);
    expect([bad.exit, codesOf(bad)]).toEqual([6, ['document-missing']]);
  });
  test('no record is no answer', () => {
    mkdirSync(join(root, 'empty'), { recursive: true });
    expect(codesOf(ssj(['fairness', join(root, 'empty'), '--json']))).toEqual(['not-a-record']);
    expect(codesOf(ssj(['fairness', join(root, 'nowhere'), '--json']))).toEqual(['record-missing']);
  });
});

describe('the workbook', () => {
  const opened = async (file: string): Promise<readonly ExcelJS.Worksheet[]> => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(readFileSync(file)).buffer);
    return workbook.worksheets;
  };
  test('has everybody, every visit and every pair that met again, on A4 with the task in its foot, and is never written over', async () => {
    const texts = later({ number: 6, scheme: 'ssj/1-rehearsal' });
    const dir = folderOf(texts, 'book');
    const file = join(root, '公平性报告.xlsx');
    mustEnd(ssj(['fairness', dir, '--output', file]));
    const sheets = await opened(file);
    expect(sheets.map(({ name }) => name)).toEqual(['概况', '人员', '检查对象', '同行']);
    const agencies = fairnessIn(texts).rounds.flatMap((round) => (round.kind === 'matched' ? round.agencies : []));
    const people = sheets[1]!.getColumn(3).values.filter((value) => typeof value === 'string' && value.includes('/'));
    expect(people).toEqual(agencies.flatMap((one) => one.people.map(({ inspector }) => inspector)));
    expect(sheets[1]!.getColumn(8).values.filter((value) => typeof value === 'number').reduce((sum, value) => sum + Number(value), 0)).toBe(agencies.reduce((sum, { places }) => sum + places, 0));
    expect(sheets[2]!.getColumn(5).values.filter((value) => typeof value === 'number')).toEqual(agencies.flatMap(({ visits }) => visits.map(({ places }) => places)));
    expect(sheets[3]!.getColumn(5).values.filter((value) => typeof value === 'number')).toEqual(agencies.flatMap(({ meetings }) => meetings.pairs.filter(({ times }) => times > 1).map(({ times }) => times)));
    for (const sheet of sheets) {
      expect(sheet.getCell(1, 1).text).toContain('〔演练〕');
      expect(sheet.pageSetup).toMatchObject({ paperSize: 9, fitToWidth: 1 });
      expect(sheet.headerFooter.oddFooter).toContain('封存摘要C');
      expect(sheet.pageSetup.printTitlesRow).toMatch(/^\d+:\d+$/);
    }
    const again = ssj(['fairness', dir, '--output', file, '--json']);
    expect([again.exit, codesOf(again)]).toEqual([7, ['output-exists']]);
  });
  test('R12.6 of a void draw, and before the reveal, says so', async () => {
    for (const [texts, words] of [[later({ isVoid: true }), '已经作废'], [record({ stage: 'drawn' }), '密钥尚未揭示']] as const) {
      const file = join(root, `${words}.xlsx`);
      mustEnd(ssj(['fairness', folderOf(texts, words), '--output', file]));
      for (const sheet of await opened(file)) expect([2, 3, 4].map((row) => sheet.getCell(row, 1).text).join('\n')).toContain(words);
    }
  });
});
