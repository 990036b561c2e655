import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type JsonValue } from '../base/canonical-json.js';
import { portableHash as hash } from '../base/digest.js';
import type { RawTable } from './cell.js';
import { importRegistries, type ImportRegistriesInput } from './import-registries.js';
import { parseSnapshot } from './parse-snapshot.js';
import { makeSnapshot } from './snapshot.js';
import { agencyTable, anyTables, GROUNDS, inspectorTable, itemTable, recusalTable, targetTable, TODAY, uscc } from './tables.properties.js';

type Tables = Pick<ImportRegistriesInput, 'agencies' | 'targets' | 'inspectors' | 'items' | 'recusals'>;
const load = (tables: Tables) => importRegistries({ ...tables, today: TODAY, grounds: GROUNDS, hash });
const runs = { numRuns: 400 };

/** Rows shuffled, columns in another order, a column nobody knows. */
const disordered = <Column extends string>(table: RawTable<Column>, swaps: readonly number[]): RawTable<Column> => {
  const rows = table.rows.map((row) => ({ ...row, cells: { ...Object.fromEntries(Object.entries(row.cells).toReversed()), 手机号: { kind: 'text', text: '请勿读取' } } }));
  for (const [index, swap] of swaps.entries()) if (rows.length > 0) rows.push(...rows.splice((swap + index) % rows.length, 1));
  return { ...table, headers: { ...Object.fromEntries(Object.entries(table.headers).toReversed()), 手机号: '手机号' } as never, rows: rows as never };
};

const tables: Tables = {
  agencies: agencyTable({ code: 'SCJG', name: '市监局' }),
  targets: targetTable({ name: '甲商店', code: uscc(1) }, { name: '乙商店', code: '无' }),
  inspectors: inspectorTable({ number: 1, name: '丁一', agency: 'SCJG', licenceNumber: 'XJ1', licenceUntil: '2030-01-01' }),
  items: itemTable({ number: 1, name: '登记事项检查', agencies: 'SCJG' }),
  recusals: recusalTable({ agency: 'SCJG', number: 1, code: uscc(1), ground: '其他' }),
};

describe('importRegistries', () => {
  it('reads every cell without throwing, and everything it gives can be written', () => {
    fc.assert(fc.property(anyTables, (any) => void makeSnapshot({ ...load(any), hash })), runs);
  });
  it('loses no row without a word: it is in an entity exactly when no error names it', () => {
    fc.assert(
      fc.property(anyTables, (any) => {
        const { problems } = load(any);
        for (const key of ['agencies', 'targets', 'inspectors', 'items', 'recusals'] as const) {
          const refused = new Set(problems.filter(({ severity, where }) => severity === 'error' && where?.file === any[key].file).map(({ where }) => where?.row));
          // Alone, the accepted rows give the same entities as among the refused ones, and every one of them is needed.
          const accepted = { ...any[key], rows: any[key].rows.filter(({ row }) => !refused.has(row)) };
          const again = load({ ...any, [key]: accepted });
          expect(again[key]).toEqual(load(any)[key]);
          expect(again.problems.filter(({ severity, code, where }) => severity === 'error' && where?.file === any[key].file && code !== 'registry-empty')).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
  it('represents every row that no error names', () => {
    fc.assert(
      fc.property(anyTables, (any) => {
        const { problems, agencies, inspectors, names, report } = load(any);
        const acceptedOf = (table: RawTable<string>): number => {
          const refused = new Set(problems.filter(({ severity, where }) => severity === 'error' && where?.file === table.file).map(({ where }) => where?.row));
          return table.rows.filter(({ row }) => !refused.has(row)).length;
        };
        expect(agencies).toHaveLength(acceptedOf(any.agencies));
        expect(inspectors).toHaveLength(acceptedOf(any.inspectors));
        expect(names.map(({ id }) => id)).toEqual(inspectors.map(({ id }) => id));
        expect(report.refused.length + report.warnings).toBe(problems.length);
      }),
      runs,
    );
  });
  it('gives the same snapshot whatever the order of rows and columns, and whatever other columns there are', () => {
    fc.assert(
      fc.property(anyTables, fc.array(fc.nat(50), { minLength: 1, maxLength: 12 }), (any, swaps) => {
        const other = {
          agencies: disordered(any.agencies, swaps), targets: disordered(any.targets, swaps), inspectors: disordered(any.inspectors, swaps), items: disordered(any.items, swaps), recusals: disordered(any.recusals, swaps),
        };
        expect(load(other).problems).toEqual(load(any).problems);
        expect(makeSnapshot({ ...load(other), hash })).toEqual(makeSnapshot({ ...load(any), hash }));
      }),
      runs,
    );
  });
  it('snapshot, parsed, written again is the same snapshot', () => {
    fc.assert(
      fc.property(anyTables, (any) => {
        const snapshot = makeSnapshot({ ...load(any), hash });
        const parsed = parseSnapshot({ files: snapshot.files, hash });
        expect(parsed.ok && parsed.value.digest).toBe(snapshot.digest);
        if (parsed.ok) expect(makeSnapshot({ ...parsed.value, names: parsed.value.names!, hash })).toEqual(snapshot);
      }),
      runs,
    );
  });
  it('reports by code and place, never by what stood in the cells', () => {
    expect(load(tables).report).toEqual({
      problems: load(tables).reportDigest,
      refused: [{ code: 'code-unrecognized', file: '检查对象.xlsx', sheet: 'Sheet1', row: 4, column: '[code]' }],
      warnings: 0,
    });
  });
  it('the digest of the report is sha256 over the canonical JSON of the errors', () => {
    const { problems, reportDigest } = load(tables);
    expect(reportDigest).toBe(hash(canonicalJson(problems.filter(({ severity }) => severity === 'error') as unknown as JsonValue)));
    const worse = { ...tables, items: itemTable({ number: 1, name: '登记事项检查' }) };
    expect(load(worse).reportDigest).not.toBe(reportDigest);
    const warned = { ...tables, inspectors: inspectorTable({ number: 1, name: '丁一', agency: 'SCJG', licenceNumber: 'XJ1', licenceUntil: '2030-01-01', otherLicenceNumber: 'G1' }) };
    expect(load(warned).report.warnings).toBe(1);
    expect(load(warned).reportDigest).toBe(reportDigest);
  });
  it('refuses and names whoever refers to a refused row', () => {
    const { problems, recusals } = load({ ...tables, agencies: agencyTable({ code: 'SCJG' }) });
    expect(recusals).toEqual([]);
    expect(problems.map(({ code, where }) => [where?.file, code])).toEqual([
      ['回避登记.xlsx', 'agency-unknown'], ['执法检查人员.xlsx', 'agency-unknown'], ['抽查事项.xlsx', 'agency-unknown'], ['检查对象.xlsx', 'code-unrecognized'], ['部门.xlsx', 'name-missing'],
    ]);
  });
});
