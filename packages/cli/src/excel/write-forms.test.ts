import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { FormContent } from './form-content.js';
import { formRows } from './form-rows.js';
import { writeForms } from './write-forms.js';

const A4_HEIGHT_POINTS = 842;

const form = (number: number): FormContent => ({
  title: '行政检查审批表',
  left: '〔2026〕1号',
  bands: [
    { kind: 'fields', fields: [{ label: '检查对象', value: `第${String(number)}公司` }, { label: '代码', value: '91330000668306747T' }] },
    { kind: 'grid', columns: [{ header: '序号', share: 1 }, { header: '事项', share: 11 }], rows: [['1', '经营资质检查']] },
    { kind: 'area', label: '承办意见', signature: '签字：　　年　月　日', lines: 3 },
    { kind: 'area', label: '备注', lines: 2 },
  ],
});
const load = async (bytes: Uint8Array): Promise<ExcelJS.Worksheet> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook.worksheets[0]!;
};

describe('writeForms', () => {
  it('puts every form on one upright page: a break between forms, none after the last', async () => {
    const bytes = await writeForms({ sheet: '审批表', forms: [1, 2, 3].map(form) });
    const sheet = await load(bytes);
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'portrait' });
    const rows = formRows(form(1), 100).length;
    expect(sheet.rowCount).toBe(rows * 3);
    expect(Buffer.from(await writeForms({ sheet: '审批表', forms: [1, 2, 3].map(form) })).equals(bytes)).toBe(true);
    expect(sheet.getCell(rows + 1, 1).text).toBe('行政检查审批表');
    expect(sheet.getCell(rows + 3, 3).text).toBe('第2公司');
  });

  it('lets the areas fill what the page has left, by their lines', () => {
    const rows = formRows(form(1), 700);
    expect(rows.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(700);
    const heights = rows.filter(({ stretch }) => stretch > 0).map(({ height }) => height);
    expect(heights[0]).toBeGreaterThan(heights[1] ?? 0);
  });

  it('lets a form that is longer than a page run on, unshrunk', () => {
    const long: FormContent = { ...form(1), bands: [{ kind: 'area', label: '意见', text: '字'.repeat(4000), lines: 1 }] };
    expect(formRows(long, 100).reduce((sum, { height }) => sum + height, 0)).toBeGreaterThan(1000);
  });

  it('prints all forms so small that the longest keeps to its page', async () => {
    const long: FormContent = { ...form(2), bands: [{ kind: 'area', label: '意见', text: '字'.repeat(2400), lines: 1 }] };
    const scaleOf = async (forms: readonly FormContent[]): Promise<number> => (await load(await writeForms({ sheet: '审批表', forms }))).pageSetup.scale ?? 100;
    const height = formRows(long, 0).reduce((sum, row) => sum + row.height, 0);
    const scale = await scaleOf([form(1), long]);
    expect(scale).toBeLessThan(await scaleOf([form(1)]));
    expect((height * scale) / 100).toBeLessThan(A4_HEIGHT_POINTS);
  });

  it('refuses bands that do not fit the raster', async () => {
    await expect(writeForms({ sheet: 'x', forms: [] })).rejects.toThrow(RangeError);
    expect(() => formRows({ title: '', bands: [{ kind: 'grid', columns: [{ header: 'a', share: 5 }], rows: [] }] }, 1)).toThrow(RangeError);
    expect(() => formRows({ title: '', bands: [{ kind: 'fields', fields: [] }] }, 1)).toThrow(RangeError);
  });
});
