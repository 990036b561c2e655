import * as fc from 'fast-check';
import { describe as suite, expect, it } from 'vitest';
import { COMMANDS, GLOBAL_OPTIONS } from '../command-list.js';
import { registryTables } from '../excel/columns.js';
import type { AnyProblem } from './any-problem.js';
import { describe, sentences, sentenceText } from './describe.js';
import { sampleProblems } from './sample-problems.properties.js';

const HAN = /\p{Script=Han}/u;
const texts = sampleProblems.map(describe);

suite('every problem', () => {
  it('has a sample here, so that nothing below is left out', () => {
    expect(sampleProblems.map(({ code }) => code).sort()).toEqual(Object.keys(sentences).sort());
  });

  it.each(texts)('is told in whole Chinese sentences: $code', ({ what, why, mend }) => {
    for (const part of [what, mend, ...(why === undefined ? [] : [why])]) {
      expect(part).toMatch(/。$/);
      expect(part).toMatch(HAN);
      expect(part).not.toMatch(/undefined|\[object|NaN|null|。。|，，|  /);
    }
  });

  it.each(texts)('is no longer than a person reads: $code', ({ what, why = '', mend }) => {
    expect(what.length).toBeLessThan(120);
    expect(why.length).toBeLessThan(60);
    expect(mend.length).toBeLessThan(140);
  });

  it.each(texts)('names only commands, options and columns that exist: $code', ({ what, why = '', mend, where }) => {
    const own = `${what}${why}${mend}`;
    for (const [, word = ''] of own.matchAll(/ssj ([a-z]+)/g)) expect(commandNames).toContain(word);
    for (const [, option = ''] of own.matchAll(/(--[a-z-]+)/g)) expect(options).toContain(option);
    for (const [, column = ''] of own.matchAll(/“([^“”]+)”列/g)) expect([...headers, '自编代码'].concat(where)).toContain(column);
  });

  it('says where, what, why, how to mend it, and the code last', () => {
    const problem = sampleProblems.find(({ code }) => code === 'code-precision-lost')!;
    expect(sentenceText(describe({ ...problem, where: { file: '检查对象名录库.xlsx', sheet: '检查对象', row: 37, column: '统一社会信用代码' } }))).toBe(
      '检查对象名录库.xlsx，工作表“检查对象”，第 37 行，“统一社会信用代码”列：代码“9.13E+17”在 Excel 里被存成了数字，末几位已经丢失，无法恢复。' +
        '请从原系统重新导出，先把这一列的格式设为“文本”，再粘贴；只改格式不能找回丢失的数字。（code-precision-lost）',
    );
  });

  it('stays on one line and obeys nothing that stood in a cell', () => {
    const nasty = fc.string({ unit: fc.constantFrom('\u001b[2J', '\n', '\r', '\u202e', '\u0000', '\ud800', '\u2028', '甲', 'a', '“', '\t'), maxLength: 300 });
    fc.assert(
      fc.property(fc.constantFrom(...sampleProblems.filter(({ code }) => code !== 'file-not-xlsx' && code !== 'path-refused')), nasty, (problem, text) => {
        const bad = { ...problem, where: { file: text, sheet: text, row: 1, column: text }, fields: withText(problem.fields, text) } as AnyProblem;
        const sentence = sentenceText(describe(bad));
        expect(sentence).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(sentence.length).toBeLessThan(1500);
      }),
      { numRuns: 500 },
    );
  });
});

const withText = (fields: AnyProblem['fields'], text: string): unknown =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, typeof value === 'string' ? text : Array.isArray(value) ? [text, text] : value]));

const commandNames = COMMANDS.flatMap(({ name, children = [] }) => [name, ...children.map((child) => child.name)]);
const options = [...GLOBAL_OPTIONS, ...COMMANDS.flatMap(({ options: own, children = [] }) => [...own, ...children.flatMap((child) => child.options)])].flatMap(({ flags }) => flags.match(/--[a-z-]+/g) ?? []);
const headers = Object.values(registryTables).flatMap(({ columns }) => columns.flatMap(({ header, aliases }) => [header, ...aliases]));
