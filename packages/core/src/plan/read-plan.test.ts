import { describe, expect, test } from 'vitest';
import type { AgencyCode } from '../base/brand.js';
import { agencyResolver } from '../registry/agency-resolver.js';
import type { PlanColumn } from '../registry/columns.js';
import type { InspectionItem } from '../registry/schemas.js';
import { number, table } from '../registry/tables.properties.js';
import type { PlanRowProblem } from './planned-batch.js';
import { readPlan, type ReadPlan } from './read-plan.js';

const COLUMNS = ['number', 'name', 'kind', 'items', 'targets', 'ratio', 'riskRatios', 'lead', 'cooperating', 'method', 'period', 'areas', 'industries', 'entityTypes', 'tags', 'riskClasses'] as const satisfies readonly PlanColumn[];
type Row = Partial<Record<PlanColumn, string | ReturnType<typeof number>>>;
const agencies = agencyResolver({ agencies: [{ code: 'SCJG' as AgencyCode, name: '市场监督管理局', aliases: ['市监局'] }, { code: 'YJ' as AgencyCode, name: '应急管理局', aliases: [] }] });
const item = (id: string, name: string): InspectionItem => ({ id, name, agencies: [], appliesTo: {}, qualifications: [] });
const items = [item('JH-001', '登记事项检查'), item('JH-002', '食品检查'), item('JH-003', '食品检查')];
const read = (...rows: Row[]): ReadPlan => readPlan({ table: table(COLUMNS, rows, '年度抽查计划.xlsx'), agencies, items, year: 2026 });
const ROW: Row = { number: '〔2026〕1号', name: '联合抽查', items: 'JH-001', ratio: '5%', lead: '市监局', period: '1月—12月' };
const problems = (change: Row): readonly PlanRowProblem[] => read({ ...ROW, ...change }).problems;

test('a whole row becomes a batch', () => {
  const reading = read({
    ...ROW, kind: '不定向', items: 'JH-002、登记事项检查，jh-001', targets: '餐饮企业', riskRatios: 'D:100%;A:1%', cooperating: '应急管理局、市监局', method: '实地', areas: '托里镇、精河镇', tags: '餐饮', riskClasses: 'D类,A', entityTypes: '企业', industries: '住宿和餐饮业',
  });
  expect(reading.problems).toEqual([]);
  expect(reading.batches).toEqual([
    {
      stated: new Map(),
      batch: {
        number: '〔2026〕1号', name: '联合抽查', kind: '不定向', items: ['JH-001', 'JH-002'], targets: '餐饮企业', method: '实地', lead: 'SCJG', cooperating: ['YJ'], period: { from: '2026-01-01', to: '2026-12-31' },
        sampling: { kind: 'by-risk', rules: { A: { kind: 'ratio', basisPoints: 100, rounding: 'up' }, D: { kind: 'ratio', basisPoints: 10000, rounding: 'up' } } },
        filter: { areas: ['托里镇', '精河镇'], tags: ['餐饮'], riskClasses: ['A', 'D'], entityTypes: ['企业'], industries: ['住宿和餐饮业'] },
      },
    },
  ]);
});
test('a flat ratio keeps what its cell states beside it', () => {
  const [planned] = read({ ...ROW, ratio: '10%(20户);2次/年' }).batches;
  expect(planned).toMatchObject({ batch: { sampling: { kind: 'flat', rule: { basisPoints: 1000 } }, timesPerYear: 2 } });
  expect(planned!.stated).toEqual(new Map([['ALL', 20]]));
});
test('a cell formatted as per cent is one', () => {
  expect(read({ ...ROW, ratio: { kind: 'number', value: 0.03, percent: true } as never }).batches[0]!.batch.sampling).toEqual({ kind: 'flat', rule: { kind: 'ratio', basisPoints: 300, rounding: 'up' } });
});
test('batches come in the order of the sheet, whatever order the rows were handed over in', () => {
  const sheet = table(COLUMNS, [ROW, { ...ROW, number: '2' }, { ...ROW, number: '3' }], '年度抽查计划.xlsx');
  expect(readPlan({ table: { ...sheet, rows: [...sheet.rows].reverse() }, agencies, items, year: 2026 }).batches.map(({ batch }) => batch.number)).toEqual(['〔2026〕1号', '2', '3']);
});

const empty = (...columns: PlanColumn[]): Row => Object.fromEntries(columns.map((column) => [column, ' ']));
describe('every problem of a row has its code and its place', () => {
  test.each<[Row, PlanColumn, string, object]>([
    [empty('number'), 'number', 'batch-number-missing', {}],
    [empty('name'), 'name', 'batch-name-missing', {}],
    [{ kind: '双随机' }, 'kind', 'batch-kind-unknown', { raw: '双随机' }],
    [empty('items'), 'items', 'batch-items-missing', {}],
    [{ items: 'JH-009' }, 'items', 'batch-item-unknown', { raw: 'JH-009' }],
    [{ items: '食品检查' }, 'items', 'batch-item-ambiguous', { raw: '食品检查', numbers: ['JH-002', 'JH-003'] }],
    [empty('lead'), 'lead', 'batch-lead-missing', {}],
    [{ lead: '市监局、应急管理局' }, 'lead', 'batch-lead-several', { raw: 'SCJG、YJ' }],
    [{ lead: '应急管理所' }, 'lead', 'batch-agency-unknown', { raw: '应急管理所', nearest: '应急管理局' }],
    [{ cooperating: '某某' }, 'cooperating', 'batch-agency-unknown', { raw: '某某' }],
    [empty('ratio'), 'ratio', 'ratio-missing', {}],
    [{ ratio: '五成' }, 'ratio', 'ratio-unreadable', { raw: '五成' }],
    [{ ratio: number(5) }, 'ratio', 'ratio-ambiguous', { raw: '5' }],
    [{ ratio: '待定' }, 'ratio', 'ratio-undecided', { raw: '待定' }],
    [{ ratio: '200%' }, 'ratio', 'ratio-out-of-range', { raw: '200%' }],
    [{ ratio: '0.001%' }, 'ratio', 'ratio-too-fine', { raw: '0.001%' }],
    [{ riskRatios: 'A:1%;A:1%' }, 'riskRatios', 'risk-ratio-twice', { raw: 'A:1%;A:1%', riskClass: 'A' }],
    [empty('period'), 'period', 'period-missing', {}],
    [{ period: '全年' }, 'period', 'period-unreadable', { raw: '全年' }],
    [{ period: '11月—2月' }, 'period', 'period-backwards', { from: '2026-11-01', to: '2026-02-28' }],
    [{ riskClasses: 'E' }, 'riskClasses', 'risk-class-unknown', { raw: 'E' }],
    [{ name: '甲\ufffd' }, 'name', 'text-unsound', { raw: '甲\\uFFFD' }],
  ])('%j', (change, column, code, fields) => {
    const where = { file: '年度抽查计划.xlsx', sheet: 'Sheet1', row: 3, column: `[${column}]` };
    expect(problems(change)).toEqual([{ code, severity: 'error', where, fields }]);
    expect(read({ ...ROW, ...change }).batches).toEqual([]);
  });
  test('all problems of a row come at once', () => {
    expect(problems({ number: ' ', ratio: '5', period: '全年', lead: ' ' }).map(({ code }) => code).sort()).toEqual(['batch-lead-missing', 'batch-number-missing', 'period-unreadable', 'ratio-ambiguous']);
  });
  test('a number stands once in a year', () => {
    const reading = read(ROW, { ...ROW, name: '另一批' });
    expect(reading.batches.map(({ batch }) => batch.name)).toEqual(['联合抽查']);
    expect(reading.problems).toMatchObject([{ code: 'batch-twice', where: { row: 4 }, fields: { batch: '〔2026〕1号', otherRow: 3 } }]);
  });
  test('a plan without rows is no plan', () => {
    expect(read().problems).toMatchObject([{ code: 'plan-empty', severity: 'error', where: { file: '年度抽查计划.xlsx' } }]);
  });
});
