/** Tables for tests: invented rows, and arbitrary ones. */
import * as fc from 'fast-check';
import { type PlainDate, unsafeBrand } from '../base/brand.js';
import type { Cell, RawRow, RawTable } from './cell.js';
import type { AgencyColumn, InspectorColumn, ItemColumn, RecusalColumn, TargetColumn } from './columns.js';
import { usccCheckCharacter } from './uscc.js';

export const day = (text: string): PlainDate => unsafeBrand<'PlainDate'>(text);
export const text = (value: string): Cell => ({ kind: 'text', text: value });
export const number = (value: number): Cell => ({ kind: 'number', value, percent: false });

type Written = string | number | Cell;
const cellOf = (value: Written): Cell => (typeof value === 'string' ? text(value) : typeof value === 'number' ? number(value) : value);

/** A record with what each column gives; a column that gives nothing is left out. */
const byColumn = <Column extends string, Value>(columns: readonly Column[], valueOf: (column: Column) => Value | undefined): Partial<Record<Column, Value>> => {
  let all: Partial<Record<Column, Value>> = {};
  for (const column of columns) {
    const value = valueOf(column);
    if (value !== undefined) all = { ...all, [column]: value };
  }
  return all;
};

/** A table whose first row is row 3; the header of a column is its key in brackets. */
export const table = <Column extends string>(columns: readonly Column[], rows: readonly Partial<Record<Column, Written>>[], file = '名录.xlsx'): RawTable<Column> => ({
  file,
  sheet: 'Sheet1',
  headers: byColumn(columns, (column) => `[${column}]`),
  rows: rows.map((row, index) => ({
    row: index + 3,
    cells: byColumn(columns, (column) => {
      const value = row[column];
      return value === undefined ? undefined : cellOf(value);
    }),
  })),
});

export const AGENCY_COLUMNS = ['code', 'name', 'aliases', 'capacity', 'capacityPerYear'] as const satisfies readonly AgencyColumn[];
export const TARGET_COLUMNS = ['name', 'code', 'localCode', 'formerCode', 'registrar', 'area', 'entityType', 'foundedOn', 'status', 'industry', 'riskClass', 'address', 'tags', 'lastInspectedOn', 'representative', 'representativeIdentity', 'shareholderIdentities'] as const satisfies readonly TargetColumn[];
export const INSPECTOR_COLUMNS = ['number', 'name', 'agency', 'qualifications', 'licenceNumber', 'licenceFrom', 'licenceUntil', 'otherLicenceNumber', 'otherLicenceFrom', 'otherLicenceUntil', 'status', 'away', 'capacity', 'capacityPerYear', 'mayLead', 'grade', 'ownAreas', 'regions', 'identity'] as const satisfies readonly InspectorColumn[];
export const ITEM_COLUMNS = ['number', 'category', 'name', 'targets', 'itemClass', 'method', 'agencies', 'basis', 'entityTypes', 'industries', 'tags', 'qualifications', 'anyQualifications', 'people'] as const satisfies readonly ItemColumn[];
export const RECUSAL_COLUMNS = ['agency', 'number', 'code', 'ground', 'declaredOn'] as const satisfies readonly RecusalColumn[];

export const agencyTable = (...rows: Partial<Record<AgencyColumn, Written>>[]) => table(AGENCY_COLUMNS, rows, '部门.xlsx');
export const targetTable = (...rows: Partial<Record<TargetColumn, Written>>[]) => table(TARGET_COLUMNS, rows, '检查对象.xlsx');
export const inspectorTable = (...rows: Partial<Record<InspectorColumn, Written>>[]) => table(INSPECTOR_COLUMNS, rows, '执法检查人员.xlsx');
export const itemTable = (...rows: Partial<Record<ItemColumn, Written>>[]) => table(ITEM_COLUMNS, rows, '抽查事项.xlsx');
export const recusalTable = (...rows: Partial<Record<RecusalColumn, Written>>[]) => table(RECUSAL_COLUMNS, rows, '回避登记.xlsx');

/** An invented 统一社会信用代码 with its right check character. */
export const uscc = (serial: number): string => {
  const body = `91659900TE5T${String(serial).padStart(5, '0')}`;
  return body + usccCheckCharacter(body);
};

/** An 18-digit code as a spreadsheet keeps it. */
export const ROUNDED = 911234567890123500;
export const GROUNDS = ['近亲属', '持股或任职', '其他'] as const;
export const TODAY = day('2026-03-02');

/** Any cell a workbook can hold, readable or not. */
export const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom('', ' ', '\ud800', '\ufffd', '是', '否', 'A类', '在岗', '2026/3/2', '9.13E+17')) }),
  fc.record({ kind: fc.constant('number' as const), value: fc.oneof(fc.double(), fc.integer(), fc.constantFrom(-0, 1e21, ROUNDED, 330600400012345)), percent: fc.boolean() }),
  fc.record({ kind: fc.constant('date' as const), date: fc.constantFrom(day('2026-03-02'), day('9999-09-09')) }),
  fc.record({ kind: fc.constant('broken' as const), shown: fc.constantFrom('#N/A', '', '\udc00') }),
);

/** Cells that often make sense in their column, so that rows meet each other. */
const plausible: Readonly<Record<string, readonly Written[]>> = {
  code: ['SCJG', 'YJ', '应急', uscc(1), uscc(2), uscc(3), ` ${uscc(1)}`, 330600400012345, '3306004000123', ROUNDED, '无', 'A-17', '91659900TESTX'],
  name: ['甲商店', '乙商店', '甲 商店', '艾山·买买提', '艾山•买买提', '市场监督管理局', '应急管理局'],
  aliases: ['市监局,工商局', '应急局', ''],
  localCode: ['A-17', 'a-18', '', '自编 1'],
  formerCode: [330600400012345, '3306004000123', '企合总字第1号', ''],
  agency: ['SCJG', '市场监督管理局', '应急局', '不存在局', ''],
  agencies: ['SCJG、应急局', 'YJ', '不存在局', ''],
  number: [1, '2', 'A/10', 'A/9', '3-2', '一', ''],
  licenceNumber: ['XJ001', 'XJ002', 'XJ003', ''],
  licenceUntil: ['2027-01-01', '2020.1.1', '9999-09-09', '长期', ''],
  otherLicenceNumber: ['G1', ''],
  otherLicenceUntil: ['2027-01-01', ''],
  status: ['在岗', '退休', '不详', ''],
  capacity: [0, 5, '8191', 8192, -1, '五', 1.5],
  capacityPerYear: [0, 12, '十'],
  mayLead: ['是', '否', '也许'],
  licenceFrom: ['2020-01-01', '2030-01-01', ''],
  otherLicenceFrom: ['2020-01-01', ''],
  away: ['2026-03-05', '2026-03-02至2026-03-20;2026年5月', '3月', ''],
  grade: ['资深', '见习', '骨干', ''],
  identity: ['652722199001011234', '652722********1234', '652722198512121234', '无', '', ''],
  representativeIdentity: ['652722199001011234', '652722********1234', '', ''],
  shareholderIdentities: ['652722199001011234、652722198512121234', '', ''],
  riskClass: ['A', 'b类', 'E', ''],
  itemClass: ['重点检查事项', '一般检查事项', '其他'],
  people: [2, '3', 1, ''],
  ground: ['近亲属', '其他', '私人原因', ''],
  basis: ['甲法第一条', '乙法第二条', ''],
  tags: ['食品;药品', '食品', ''],
};

const columnCell = (column: string): fc.Arbitrary<Cell | undefined> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...(plausible[column] ?? ['同一个值', '同一个值', ''])).map(cellOf) },
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: anyCell },
  );

const row = <Column extends string>(columns: readonly Column[]): fc.Arbitrary<Partial<Record<Column, Cell>>> =>
  fc.tuple(...columns.map(columnCell)).map((cells) => byColumn(columns, (column) => cells[columns.indexOf(column)]));

const anyTable = <Column extends string>(columns: readonly Column[], file: string, maxLength: number): fc.Arbitrary<RawTable<Column>> =>
  fc.array(row(columns), { maxLength }).map((rows) => ({
    ...table(columns, [], file),
    rows: rows.map((cells, index): RawRow<Column> => ({ row: index + 3, cells })),
  }));

/** All tables of an office, mostly sensible. */
export const anyTables = fc.record({
  agencies: fc.oneof(
    { weight: 4, arbitrary: fc.constant(agencyTable({ code: 'SCJG', name: '市场监督管理局', aliases: '市监局' }, { code: 'YJ', name: '应急管理局', aliases: '应急局' })) },
    { weight: 1, arbitrary: anyTable(AGENCY_COLUMNS, '部门.xlsx', 4) },
  ),
  targets: anyTable(TARGET_COLUMNS, '检查对象.xlsx', 8),
  inspectors: anyTable(INSPECTOR_COLUMNS, '执法检查人员.xlsx', 8),
  items: anyTable(ITEM_COLUMNS, '抽查事项.xlsx', 6),
  recusals: anyTable(RECUSAL_COLUMNS, '回避登记.xlsx', 6),
});
