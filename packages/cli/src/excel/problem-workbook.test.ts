import ExcelJS from 'exceljs';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { targetTable } from './columns/target.js';
import { workbookOf } from './odd-workbooks.properties.js';
import { problemWorkbook, type ProblemLine } from './problem-workbook.js';
import { readTable } from './read-table.js';

const load = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook;
};
const PROBLEMS: readonly ProblemLine[] = [
  { sheet: '名录', row: 3, column: '注册号', sentence: '末位已丢失。', mend: '请重新导出。', code: 'code-precision-lost' },
  { sheet: '名录', row: 3, column: '注册号', sentence: '重复。', mend: '请删除一行。', code: 'x' },
  { sheet: '名录', row: 4, sentence: '整行有误。', mend: '请检查。', code: 'y' },
  { sentence: '=1+1', mend: '', code: 'z' },
];
const original = async (): Promise<Uint8Array> =>
  workbookOf({ 名录: [['标题'], ['企业名称', '注册号'], ['𠮷公司', 652_722_123_456_789_000], ['乙', '2']], Sheet2: [] }, (workbook) => {
    workbook.worksheets[0]!.getCell('B3').numFmt = '0';
    workbook.worksheets[0]!.getColumn(1).width = 33;
    workbook.worksheets[0]!.mergeCells('A1:B1');
    workbook.worksheets[0]!.getCell('A3').note = '旧批注';
  });

describe('problemWorkbook', () => {
  it('puts the list first and marks the bad cells, with every sentence in the note', async () => {
    const workbook = await load(await problemWorkbook({ bytes: await original(), problems: PROBLEMS }));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['问题清单', '名录', 'Sheet2']);
    const [list, copy] = workbook.worksheets;
    expect((list!.getRow(3).values as unknown[]).slice(1)).toEqual(['序号', '工作表', '行', '列', '问题', '如何改正', '代码']);
    expect((list!.getRow(4).values as unknown[]).slice(1)).toEqual([1, '名录', 3, '注册号', '末位已丢失。', '请重新导出。', 'code-precision-lost']);
    expect(list!.getCell('E7').value).toBe('=1+1');
    const bad = copy!.getCell('B3');
    expect(bad.fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(JSON.stringify(bad.note)).toContain('末位已丢失。请重新导出。\\n重复。请删除一行。');
    expect(bad.numFmt).toBe('0');
    expect(copy!.getCell('A4').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(copy!.getCell('B4').fill).toBeUndefined();
  });

  it('masks numbers of identity cards in the copy, so that they can still be compared and no longer read', async () => {
    const bytes = await workbookOf({ 人员: [['标题'], ['姓名', '身份证号', '备注'], ['甲', '652722199001011234', '652722199001011234'], ['乙', 652_722_199_001_011_200, ''], ['丙', '652722********123X', ''], ['丁', '无', '']] });
    const [, copy] = (await load(await problemWorkbook({ bytes, problems: PROBLEMS.slice(3) }))).worksheets;
    expect([3, 4, 5, 6].map((row) => copy!.getCell(row, 2).value)).toEqual(['652722********1234', '（已隐去）', '652722********123X', '无']);
    expect(copy!.getCell('B2').value).toBe('身份证号');
    expect(copy!.getCell('C3').value).toBe('652722199001011234');
  });

  it('keeps the rest as it was, and marks no neighbour that shares the look', async () => {
    const [, copy] = (await load(await problemWorkbook({ bytes: await original(), problems: PROBLEMS }))).worksheets;
    expect(copy!.getColumn(1).width).toBe(33);
    expect(copy!.getCell('B1').master.address).toBe('A1');
    expect(copy!.getCell('A3').value).toBe('𠮷公司');
    expect(copy!.getCell('A3').fill).toBeUndefined();
  });

  it('can be read again as the table it was', async () => {
    const read = await readTable({ file: 'x', bytes: await problemWorkbook({ bytes: await original(), problems: PROBLEMS }), definition: targetTable });
    expect(read.ok && [read.value.sheet, read.value.rows.length]).toEqual(['名录', 2]);
  });

  it('gives the list alone where the workbook cannot be opened', async () => {
    const workbook = await load(await problemWorkbook({ bytes: strToU8('企业名称,注册号'), problems: PROBLEMS }));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['问题清单']);
  });

  it('clears the marks of an earlier round before it sets new ones', async () => {
    const first = await problemWorkbook({ bytes: await original(), problems: PROBLEMS });
    const second = await load(await problemWorkbook({ bytes: first, problems: PROBLEMS.slice(2, 3) }));
    expect(second.worksheets.map(({ name }) => name)).toEqual(['问题清单', '名录', 'Sheet2']);
    const copy = second.worksheets[1]!;
    expect(copy.getCell('B3').fill).not.toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(copy.getCell('B3').note).toBeUndefined();
    expect(copy.getCell('A4').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
  });

  it('finds another name for its list where the workbook has a sheet of that name', async () => {
    const names = (await load(await problemWorkbook({ bytes: await workbookOf({ 问题清单: [['甲']] }), problems: PROBLEMS }))).worksheets.map(({ name }) => name);
    expect(names).toEqual(['问题清单(2)', '问题清单']);
  });
});
