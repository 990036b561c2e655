import { expect, test } from 'vitest';
import type { InspectorId } from '../base/brand.js';
import { agencyResolver } from './agency-resolver.js';
import type { TeamColumn } from './columns.js';
import { readAgencies } from './read-agencies.js';
import { readTeams } from './read-teams.js';
import { agencyTable, table } from './tables.properties.js';

const agencies = agencyResolver({ agencies: readAgencies({ table: agencyTable({ code: 'SCJG', name: '市场监督管理局' }, { code: 'YJ', name: '应急管理局' }) }).entities });
const known = new Set(['SCJG/1', 'SCJG/2', 'YJ/1', 'YJ/2'] as readonly string[] as readonly InspectorId[]);
const COLUMNS = ['group', 'agency', 'number'] as const satisfies readonly TeamColumn[];
const read = (...rows: readonly (readonly [string, string, string])[]) =>
  readTeams({ table: table<TeamColumn>(COLUMNS, rows.map(([group, agency, number]) => ({ group, agency, number })), '固定检查组.xlsx'), agencies, inspectorIds: known });

test('M11.4 a row is one person of one group; groups and people ascend', () => {
  expect(read(['第二组', 'YJ', '2'], ['第一组', '市场监督管理局', '2'], ['第二组', 'SCJG', '1'], [' 第一组 ', '应急管理局', '1'])).toEqual({
    entities: [{ group: '第一组', inspectors: ['SCJG/2', 'YJ/1'] }, { group: '第二组', inspectors: ['SCJG/1', 'YJ/2'] }],
    problems: [],
  });
  expect(read()).toEqual({ entities: [], problems: [] });
});
test('nobody is in two groups, nor twice in one', () => {
  const { entities, problems } = read(['甲', 'SCJG', '1'], ['乙', 'SCJG', '1'], ['甲', 'SCJG', '1'], ['乙', 'YJ', '1']);
  expect(problems.map(({ code, severity, where, fields }) => [code, severity, where?.row, fields])).toEqual([
    ['team-person-twice', 'error', 4, { inspector: 'SCJG/1', otherRow: 3 }],
    ['team-person-twice', 'error', 5, { inspector: 'SCJG/1', otherRow: 3 }],
  ]);
  expect(entities).toEqual([{ group: '乙', inspectors: ['YJ/1'] }, { group: '甲', inspectors: ['SCJG/1'] }]);
});
test('what a row lacks, or nobody knows, is reported at its cell', () => {
  const { entities, problems } = read(['', 'SCJG', '1'], ['甲', '', '1'], ['甲', 'SCJG', ''], ['甲', '不存在局', '1'], ['甲', 'SCJG', '9'], ['甲', 'SCJG', '一']);
  expect(entities).toEqual([]);
  expect(problems.map(({ code, where }) => [where?.row, code, where?.column])).toEqual([
    [3, 'team-name-missing', '[group]'],
    [4, 'agency-missing', '[agency]'],
    [5, 'inspector-number-missing', '[number]'],
    [6, 'agency-unknown', '[agency]'],
    [7, 'team-unknown-inspector', '[number]'],
    [8, 'inspector-number-bad', '[number]'],
  ]);
});
