import { describe, expect, test } from 'vitest';
import { rowReader } from '../registry/row-reader.js';
import type { PlanColumn } from '../registry/columns.js';
import { number, table, text } from '../registry/tables.properties.js';
import type { PlanRowFault } from './problems.js';
import { parseGrouping, readGrouping } from './read-grouping.js';

const parse = (raw: string | undefined, size?: number) => parseGrouping({ raw, size });
const good = (value: unknown) => ({ ok: true, value });
const bad = (code: string, fields: object) => ({ ok: false, error: { code, fields } });

test.each([undefined, '个人', ' 个人 '])('M11.1 %j sends people one by one', (raw) => expect(parse(raw)).toEqual(good(undefined)));
test.each(['固定分组', '固定 分组'])('M11.4 %j takes the teams of the registry', (raw) => expect(parse(raw)).toEqual(good({ kind: 'fixed' })));
test.each([['随机分组（每组3人）', undefined], ['随机分组(每组 3 人)', undefined], ['随机分组', 3], ['随机分组(每组3人)', 3]])('M11.3 %j with %j deals teams of three', (raw, size) => {
  expect(parse(raw, size)).toEqual(good({ kind: 'random', size: 3 }));
});
test.each<[string, string | undefined, number | undefined, string, object]>([
  ['a word nobody knows', '抓阄', undefined, 'grouping-unreadable', { raw: '抓阄' }],
  ['random teams without a number', '随机分组', undefined, 'team-size-missing', {}],
  ['a team of one', '随机分组(每组1人)', undefined, 'team-size-bad', { raw: '随机分组(每组1人)' }],
  ['a team too large', '随机分组(每组9999人)', undefined, 'team-size-bad', { raw: '随机分组(每组9999人)' }],
  ['a number for people one by one', '个人', 3, 'team-size-alone', { size: 3 }],
  ['a number alone', undefined, 3, 'team-size-alone', { size: 3 }],
  ['a number for fixed teams', '固定分组(每组3人)', undefined, 'team-size-alone', { size: 3 }],
  ['two numbers', '随机分组(每组3人)', 4, 'team-size-disagrees', { inside: 3, beside: 4 }],
])('%s is reported', (_, raw, size, code, fields) => expect(parse(raw, size)).toEqual(bad(code, fields)));

describe('the cells of a row', () => {
  const read = (grouping: string, teamSize: number | string) => {
    const columns = ['grouping', 'teamSize'] as const satisfies readonly PlanColumn[];
    const sheet = table<PlanColumn>(columns, [{ grouping: text(grouping), teamSize: typeof teamSize === 'number' ? number(teamSize) : text(teamSize) }]);
    const reader = rowReader<PlanColumn, PlanRowFault>({ table: sheet, row: sheet.rows[0]! });
    return { value: readGrouping(reader), problems: reader.problems().map(({ code, where }) => [code, where.column]) };
  };
  test('a number in a column of its own', () => expect(read('随机分组', 4)).toEqual({ value: { kind: 'random', size: 4 }, problems: [] }));
  test('what is wrong is said once, at its cell', () => {
    expect(read('随机分组', '三')).toEqual({ value: undefined, problems: [['team-size-bad', '[teamSize]']] });
    expect(read('随机分组', '')).toEqual({ value: undefined, problems: [['team-size-missing', '[grouping]']] });
    expect(read('固定分组', 3)).toEqual({ value: undefined, problems: [['team-size-alone', '[teamSize]']] });
    expect(read('抓阄', 3)).toEqual({ value: undefined, problems: [['grouping-unreadable', '[grouping]']] });
  });
});
