import { describe, expect, it } from 'vitest';
import { agencyResolver } from './agency-resolver.js';
import { readAgencies } from './read-agencies.js';
import { agencyTable } from './tables.properties.js';

const codes = (...rows: Parameters<typeof agencyTable>): unknown => readAgencies({ table: agencyTable(...rows) }).problems.map(({ code, where }) => [code, where?.row]);

describe('readAgencies', () => {
  it('reads code, name and aliases, sorted', () => {
    const { entities, problems } = readAgencies({ table: agencyTable({ code: 'yj', name: '应急局' }, { code: 'SCJG', name: '市监局', aliases: '质监局、工商局、市监局' }) });
    expect(problems).toEqual([]);
    expect(entities).toEqual([
      { code: 'SCJG', name: '市监局', aliases: ['工商局', '质监局'] },
      { code: 'YJ', name: '应急局', aliases: [] },
    ]);
  });
  it('names file, sheet, row and the office’s own header', () => {
    expect(readAgencies({ table: agencyTable({ code: '市/监', name: '甲' }) }).problems).toEqual([
      { code: 'agency-code-bad', severity: 'error', where: { file: '部门.xlsx', sheet: 'Sheet1', row: 3, column: '[code]' }, fields: { raw: '市/监' } },
    ]);
  });
  it('finds every problem of a row', () => expect(codes({ code: ' ' })).toEqual([['code-missing', 3], ['name-missing', 3]]));
  it('refuses both rows of one code', () => {
    expect(codes({ code: 'A', name: '甲' }, { code: 'ａ', name: '乙' })).toEqual([['agency-code-duplicate', 3], ['agency-code-duplicate', 4]]);
  });
  it('refuses two agencies that share a name, an alias or a code once folded', () => {
    expect(codes({ code: 'A', name: '甲 局' }, { code: 'B', name: '乙局', aliases: '甲局' }, { code: 'C', name: 'b' })).toEqual([
      ['agency-name-duplicate', 3], ['agency-name-duplicate', 4], ['agency-name-duplicate', 4], ['agency-name-duplicate', 5],
    ]);
  });
  it('says that a table without rows is empty', () => expect(codes()).toEqual([['registry-empty', undefined]]));
});

describe('agencyResolver', () => {
  const resolver = agencyResolver({ agencies: readAgencies({ table: agencyTable({ code: 'SCJG', name: '市场监督管理局', aliases: '工商局' }, { code: 'YJ', name: '应急管理局' }) }).entities });
  it('finds an agency by code, name or alias after folding', () => {
    for (const raw of ['scjg', '市场监督 管理局', '工商局', 'ＳＣＪＧ']) expect(resolver.resolve(raw)).toBe('SCJG');
    expect(resolver.resolve('')).toBeUndefined();
  });
  it('names the nearest known name, and none where nothing is near', () => {
    const nearest = (raw: string): unknown => resolver.unknown(raw).fields.nearest;
    expect(nearest('市场监督管理句')).toBe('市场监督管理局');
    expect(nearest('某县市场监督管理局')).toBe('市场监督管理局');
    expect(nearest('应急管理厅')).toBe('应急管理局');
    expect(nearest('气象台')).toBeUndefined();
    expect(nearest('长'.repeat(32767))).toBeUndefined();
  });
});
