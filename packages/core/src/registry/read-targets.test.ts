import { describe, expect, it } from 'vitest';
import { readTargets } from './read-targets.js';
import { day, number, ROUNDED, targetTable, uscc } from './tables.properties.js';

const read = (...rows: Parameters<typeof targetTable>) => readTargets({ table: targetTable(...rows) });
const codes = (...rows: Parameters<typeof targetTable>): unknown => read(...rows).problems.map(({ code, severity, where }) => [code, severity, where?.row]);
const ids = (...rows: Parameters<typeof targetTable>): unknown => read(...rows).entities.map(({ id }) => id);

describe('readTargets', () => {
  it('reads every column', () => {
    const { entities, problems } = read({
      name: ' 甲商店 ', code: uscc(1).toLowerCase(), registrar: '某县局', area: '一镇', entityType: '个体工商户', foundedOn: '1988/04/02', status: '存续', industry: '零售业', riskClass: 'b类', address: '一路1号', tags: '药品;食品', lastInspectedOn: { kind: 'date', date: day('2025-05-05') },
    });
    expect(problems).toEqual([]);
    expect(entities).toEqual([
      { id: `uscc:${uscc(1)}`, name: '甲商店', registrar: '某县局', area: '一镇', entityType: '个体工商户', foundedOn: '1988-04-02', status: '存续', industry: '零售业', riskClass: 'B', address: '一路1号', tags: ['药品', '食品'], lastInspectedOn: '2025-05-05' },
    ]);
  });
  it('takes 18 characters for a uscc, 13 to 15 digits for a 注册号, also as a number, and otherwise the office’s own code', () => {
    expect(ids({ name: '甲', code: uscc(1) }, { name: '乙', code: 330600400012345 }, { name: '丙', code: '3306 0040 0012 3' }, { name: '丁', code: '无', localCode: 'a-17' }, { name: '戊', localCode: number(12) })).toEqual([
      'local:12', 'local:A-17', 'reg:3306004000123', 'reg:330600400012345', `uscc:${uscc(1)}`,
    ]);
  });
  it('does not look at the own code where the state’s is valid', () => {
    expect(codes({ name: '甲', code: uscc(1), localCode: '不 合 法' })).toEqual([]);
  });
  it('refuses a rounded code, even beside an own one', () => {
    expect(read({ name: '甲', code: ROUNDED, localCode: 'A1' })).toMatchObject({ entities: [], problems: [{ code: 'code-precision-lost', fields: { raw: '911234567890123500' } }] });
  });
  it('says what is wrong with a code', () => {
    expect(codes({ name: '甲' }, { name: '乙', code: '91330000' }, { name: '丙', localCode: '自编' })).toEqual([['code-missing', 'error', 3], ['code-unrecognized', 'error', 4], ['code-unrecognized', 'error', 5]]);
  });
  it('warns of a wrong check character and keeps the target', () => {
    const code = uscc(1).slice(0, 17) + (uscc(1).endsWith('0') ? '1' : '0');
    expect(codes({ name: '甲', code })).toEqual([['code-check-character', 'warning', 3]]);
    expect(ids({ name: '甲', code })).toEqual([`uscc:${code}`]);
  });
  it('finds every problem of a row', () => {
    expect(codes({ name: '甲\ufffd', code: 1, foundedOn: '前年', riskClass: 'E', area: { kind: 'broken', shown: '#REF!' } })).toEqual(
      ['code-unrecognized', 'text-unsound', 'cell-broken', 'date-unreadable', 'risk-class-unknown'].map((code) => [code, 'error', 3]),
    );
  });
  it('merges rows of one id: labels united, first filled value, spellings of a name that fold to the same', () => {
    expect(read({ name: '艾山•买买提', code: uscc(1), tags: '食品' }, { name: '艾山·买买提', code: uscc(1), tags: '药品', area: '一镇' })).toMatchObject({
      problems: [], entities: [{ name: '艾山·买买提', tags: ['药品', '食品'], area: '一镇' }],
    });
  });
  it('refuses all rows of an id under two names, each with the other’s row', () => {
    const { entities, problems } = read({ name: '甲', code: uscc(1) }, { name: '乙', code: uscc(1) }, { name: '甲', code: uscc(1) }, { name: '丙', code: uscc(2) });
    expect(entities.map(({ name }) => name)).toEqual(['丙']);
    expect(problems.map(({ fields }) => fields)).toEqual([
      { id: `uscc:${uscc(1)}`, name: '甲', row: 3, otherName: '乙', otherRow: 4 },
      { id: `uscc:${uscc(1)}`, name: '乙', row: 4, otherName: '甲', otherRow: 3 },
      { id: `uscc:${uscc(1)}`, name: '甲', row: 5, otherName: '乙', otherRow: 4 },
    ]);
  });
  it('refuses all rows of an id that contradict each other in a column', () => {
    expect(read({ name: '甲', code: uscc(1), area: '一镇' }, { name: '甲', code: uscc(1), area: '二镇' }, { name: '甲', code: uscc(1) })).toMatchObject({
      entities: [],
      problems: [3, 4, 5].map((row) => ({ code: 'target-rows-disagree', where: { row, column: '[area]' }, fields: { column: 'area', values: ['一镇', '二镇'] } })),
    });
  });
  it('refuses both sides of a former code that links two ids', () => {
    expect(codes({ name: '甲', code: uscc(1), formerCode: 330600400012345 }, { name: '甲店', code: '330600400012345' })).toEqual([['target-under-two-codes', 'error', 3], ['target-under-two-codes', 'error', 4]]);
    expect(codes({ name: '甲', code: uscc(1), formerCode: '企合总字第1号' }, { name: '乙', code: uscc(2), formerCode: uscc(2) })).toEqual([]);
  });
  it('warns where only the name stands under a 注册号 and a uscc, and keeps both', () => {
    expect(codes({ name: '甲(店)', code: uscc(1) }, { name: '甲（店）', code: '330600400012345' }, { name: '甲(店)', code: uscc(2) })).toEqual([['same-name-two-codes', 'warning', 4]]);
    expect(ids({ name: '甲', code: uscc(1) }, { name: '甲', code: '330600400012345' })).toHaveLength(2);
    expect(codes({ name: '甲', code: uscc(1) }, { name: '甲', code: uscc(2) })).toEqual([]);
  });
});
