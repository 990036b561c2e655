import type { AgencyCode, InspectorId, ShortAgency, TargetId } from '@shuangsuiji/core';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { shortageWorkbook } from './shortage-workbook.js';

const target = 'uscc:91330000668306747T' as TargetId;
const inspector = 'GA/0102' as InspectorId;
const short: ShortAgency = {
  agency: 'GA' as AgencyCode, shortage: 1, targets: [target], people: [{ inspector, capacity: 1, targets: 1 }], needed: 2, supplied: 1,
  rules: [{ group: 'leader', bound: 'atLeast', places: 2, people: 1, targets: [target] }],
  repairs: [{ kind: 'capacity', inspector, lowersBy: 1, isEnough: true }, { kind: 'lower', target, lowersBy: 1, isEnough: true }],
  combination: { isCheapest: true, changes: [{ kind: 'capacity', inspector, visits: 1 }] },
};
const book = (isDrawn: boolean) => shortageWorkbook({
  about: '任务编号：〔2026〕1号', footer: { left: '左', right: '右' }, isDrawn,
  agencies: [short, { agency: 'SCJG' as AgencyCode, shortage: 0 }],
  partial: new Map([['GA', [{ target, wanted: 2, inspectors: [inspector] }]]]),
  names: { agency: (code) => ({ GA: '公安局', SCJG: '市场监督管理局' })[code], target: () => '红星商店', inspector: () => '张三' },
});
const read = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return workbook;
};
const rowsOf = (workbook: ExcelJS.Workbook, name: string): readonly string[] => {
  const rows: string[] = [];
  workbook.getWorksheet(name)!.eachRow((row) => rows.push((row.values as readonly unknown[]).slice(1).map((cell) => String(cell ?? '')).join('|')));
  return rows;
};

describe('shortageWorkbook', () => {
  let workbook: ExcelJS.Workbook;
  beforeAll(async () => { workbook = await read(await book(true)); });

  it('has five sheets, each A4, landscape and as wide as the page', () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['缺口', '最小集合', '可行办法', '最省组合', '部分匹配(仅供参考)']);
    for (const { pageSetup } of workbook.worksheets) expect(pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1 });
  });
  it('tells every agency, those with people enough too, by name', () => {
    const rows = rowsOf(workbook, '缺口');
    expect(rows.find((row) => row.startsWith('公安局'))).toBe('公安局|1|1|2|1|按规定只有部分人能去的共需 2 人次，现有人手最多能去 1 人次。\n可任组长的人员：其中 1 户按规定共需 2 人次，这些人最多能去 1 人次。');
    expect(rows.find((row) => row.startsWith('市场监督管理局'))).toBe('市场监督管理局|0||||人手足够');
  });
  it('names targets, people and rules of the set, repairs and the combination', () => {
    expect(rowsOf(workbook, '最小集合')).toEqual(expect.arrayContaining(['公安局|检查对象|红星商店|91330000668306747T', '公安局|可去人员|张三|GA/0102|还能承担 1 户，其中 1 户可去']));
    expect(rowsOf(workbook, '可行办法')).toEqual(expect.arrayContaining(['公安局|增加任务量|请 张三 GA/0102 多承担 1 户|缺口全部消除']));
    expect(rowsOf(workbook, '最省组合')).toContain('公安局|1|增加任务量|请 张三 GA/0102 多承担 1 户|最省');
  });
  it('says on the sheet of the partial matching that nobody is assigned by it', () => {
    const rows = rowsOf(workbook, '部分匹配(仅供参考)');
    expect(rows.join()).toContain('没有派发任何人');
    expect(rows).toContain('公安局|红星商店|91330000668306747T|2|张三 GA/0102|1');
  });
  it('says on every sheet of a forecast that the targets are made up', async () => {
    const simulated = await read(await book(false));
    for (const { name } of simulated.worksheets) expect(rowsOf(simulated, name).join()).toContain('检查对象是模拟抽出的');
    for (const { name } of workbook.worksheets) expect(rowsOf(workbook, name).join()).not.toContain('模拟');
    expect(rowsOf(simulated, '可行办法').join()).not.toContain('作废');
  });
});
