import { describe, expect, it } from 'vitest';
import { agencyResolver } from './agency-resolver.js';
import { itemNumber } from './item-number.js';
import { readAgencies } from './read-agencies.js';
import { readItems } from './read-items.js';
import { agencyTable, day, itemTable } from './tables.properties.js';

const agencies = agencyResolver({ agencies: readAgencies({ table: agencyTable({ code: 'SCJG', name: '市监局' }, { code: 'YJ', name: '应急局' }) }).entities });
const read = (...rows: Parameters<typeof itemTable>) => readItems({ table: itemTable(...rows), agencies });
const codes = (...rows: Parameters<typeof itemTable>): unknown => read(...rows).problems.map(({ code, severity, where }) => [code, severity, where?.row]);
const sound = { number: 1, name: '登记事项检查', agencies: '应急局、市监局' };

describe('readItems', () => {
  it('reads every column', () => {
    const { entities, problems } = read({ ...sound, category: '登记', targets: '企业', itemClass: '一般检查事项', method: '实地', basis: '甲法', entityTypes: '企业', industries: '零售业', tags: '食品', qualifications: '食品', people: 3 });
    expect(problems).toEqual([]);
    expect(entities).toEqual([
      { id: '1', category: '登记', name: '登记事项检查', targets: '企业', itemClass: '一般检查事项', method: '实地', agencies: ['SCJG', 'YJ'], basis: '甲法', appliesTo: { entityTypes: ['企业'], industries: ['零售业'], tags: ['食品'] }, qualifications: ['食品'], people: 3 },
    ]);
  });
  it('merges rows of one number, whatever their order, and joins each basis once by LF', () => {
    const rows = [{ ...sound, basis: '乙法' }, { ...sound, number: '１', basis: '甲法', tags: '食品' }, { ...sound, basis: '乙法', agencies: 'SCJG,YJ' }];
    expect(read(...rows)).toMatchObject({ problems: [], entities: [{ id: '1', basis: ['乙法', '甲法'].toSorted().join('\n'), appliesTo: { tags: ['食品'] } }] });
    expect(read(...rows.toReversed()).entities).toEqual(read(...rows).entities);
  });
  it('refuses all rows of a number that disagree', () => {
    expect(read({ ...sound, people: 2 }, { ...sound, people: 3 }, { ...sound, number: 2 })).toMatchObject({
      entities: [{ id: '2' }],
      problems: [3, 4].map((row) => ({ code: 'item-duplicate-disagrees', where: { row }, fields: { number: '1', column: 'people', values: ['2', '3'] } })),
    });
  });
  it('finds every problem of a row, and every unknown agency', () => {
    expect(codes({ itemClass: '特别', people: 1 }, { ...sound, agencies: '甲处、乙处' })).toEqual([
      ...['item-number-missing', 'name-missing', 'item-class-unknown', 'item-without-agency', 'people-bad'].map((code) => [code, 'error', 3]),
      ['agency-unknown', 'error', 4], ['agency-unknown', 'error', 4],
    ]);
  });
  it('refuses a number that no plan could name', () => {
    expect(codes({ ...sound, number: '1、2' }, { ...sound, number: { kind: 'date', date: day('2026-01-02') } })).toEqual([['item-number-bad', 'error', 3], ['code-became-date', 'error', 4]]);
  });
});

describe('itemNumber', () => {
  it('gives one spelling', () => expect(itemNumber(' ａ-１ ')).toBe('A-1'));
  it('refuses separators, blanks and unsound text', () => {
    for (const raw of ['1,2', '1，2', '1\n2', ' ', '\ud800']) expect(itemNumber(raw)).toBeUndefined();
  });
});
