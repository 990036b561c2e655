import { createHash } from 'node:crypto';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { agencyTable } from './columns/agency.js';
import { readTable } from './read-table.js';
import type { CellContent, ColumnContent, SheetContent } from './workbook-content.js';
import { writeWorkbook } from './write-workbook.js';

const TEXT: ColumnContent = { header: '名称', kind: 'text' };
const sheetOf = (columns: readonly ColumnContent[], rows: readonly (readonly CellContent[])[], more: Partial<SheetContent> = {}): SheetContent => ({ name: '表', columns, rows, orientation: 'landscape', ...more });
const load = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook;
};
const sheetXml = (bytes: Uint8Array, number = 1): string => strFromU8(unzipSync(bytes)[`xl/worksheets/sheet${String(number)}.xml`] ?? new Uint8Array());
const valuesOf = async (rows: readonly CellContent[], column: ColumnContent = TEXT): Promise<readonly unknown[]> => {
  const sheet = (await load(await writeWorkbook({ sheets: [sheetOf([column], rows.map((cell) => [cell]))] }))).worksheets[0]!;
  return rows.map((_, index) => sheet.getCell(index + 2, 1).value);
};

describe('writeWorkbook', () => {
  it('gives the same bytes for the same content', async () => {
    const content = { sheets: [sheetOf([TEXT, { header: '日期', kind: 'date' }], [['甲', '2026-03-02']], { title: '表', footer: { left: '〔2026〕1号', right: 'C' } })] };
    const bytes = await writeWorkbook(content);
    expect(Buffer.from(await writeWorkbook(content)).equals(bytes)).toBe(true);
    // Another digest here means that every published digest of such a workbook changes: say so in the changelog.
    expect(createHash('sha256').update(Object.entries(unzipSync(bytes)).map(([name, part]) => `${name}\n${strFromU8(part)}`).join('\n')).digest('hex')).toMatchInlineSnapshot(`"14da598cb71053c2b39504294cf1debf225814555e07416e67ce2f2f78c132ee"`);
    expect(Object.keys(unzipSync(bytes))).toEqual(Object.keys(unzipSync(bytes)).toSorted());
  });

  it('keeps 20,000 names with characters outside the basic plane', async () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `𠮷${'a'.repeat(index % 3)}𡈼${String(index)}`);
    expect(await valuesOf(names)).toEqual(names);
  });

  it('writes codes as text and whatever looks like a formula too', async () => {
    const texts = ['91330000668306747T', '652722123456789012', '0001', '=1+1', '+86', '-1', '@SUM(A1)', '=HYPERLINK("http://x.invalid")'];
    expect(await valuesOf(texts)).toEqual(texts);
    expect(await valuesOf([652_722_123])).toEqual(['652722123']);
    expect(sheetXml(await writeWorkbook({ sheets: [sheetOf([TEXT], texts.map((each) => [each]))] }))).not.toContain('<f>');
  });

  it('bears what XML cannot hold, and what reads like an escape', async () => {
    expect(await valuesOf(['a\u0000b\u001f', '_x0041_', '\ud800', 'a\r\nb', '<&>"', 'x'.repeat(40_000)])).toEqual(['a\ufffdb\ufffd', '_x0041_', '\ufffd', 'a\nb', '<&>"', `${'x'.repeat(32_766)}…`]);
  });

  it('writes days as days, whatever the machine\'s time zone', async () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'America/Los_Angeles';
    try {
      expect(await valuesOf(['2026-03-02', '长期'], { header: '日期', kind: 'date' })).toEqual([new Date(Date.UTC(2026, 2, 2)), '长期']);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('prints A4 as wide as the sheet, the header on every page, pages counted', async () => {
    const bytes = await writeWorkbook({ sheets: [sheetOf([TEXT], [['甲']], { title: '题', notices: ['注'], footer: { left: 'R&D', right: '9'.repeat(64) } })] });
    const sheet = (await load(bytes)).worksheets[0]!;
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
    expect(sheet.pageSetup.printTitlesRow).toBe('3:3');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet.headerFooter.oddFooter).toBe(`&L&8 R&&D&C&9 第 &P 页 共 &N 页&R&8 ${'9'.repeat(40)}\n${'9'.repeat(24)}`);
  });

  it('begins a new page where it is told, at a scale of its own since fitting would drop the breaks', async () => {
    const bytes = await writeWorkbook({ sheets: [sheetOf([{ ...TEXT, width: 200 }], [['a'], ['b'], ['c']], { pageBreaksBefore: [0, 2] })] });
    expect(sheetXml(bytes)).toContain('<rowBreaks count="1" manualBreakCount="1"><brk id="3"');
    expect(sheetXml(bytes)).toMatch(/<pageSetup[^>]* scale="\d\d"/);
    expect(sheetXml(bytes)).not.toContain('fitToPage="1"');
  });

  it('makes columns as wide as Chinese text needs, up to a cap above which rows grow', async () => {
    const sheet = (await load(await writeWorkbook({ sheets: [sheetOf([TEXT, { header: '文', kind: 'text' }], [['精河县市场监督管理局', '字'.repeat(60)], ['a', 'b']])] }))).worksheets[0]!;
    expect(sheet.getColumn(1).width).toBeGreaterThan(20);
    expect(sheet.getColumn(2).width).toBe(42);
    expect(sheet.getRow(2).height).toBeGreaterThan(sheet.getRow(3).height * 2);
  });

  it('offers lists by range from the sheet 参数表, and locks what is not to be changed', async () => {
    const bytes = await writeWorkbook({ sheets: [sheetOf([{ ...TEXT, isLocked: true }, { header: '结果', kind: 'text', allowed: ['1', '2'], hint: '选' }], [['甲', undefined]], { spareRows: 10 })] });
    const xml = sheetXml(bytes);
    expect(xml).toContain('<dataValidations count="1">');
    expect(xml).toContain('sqref="B3:B13"');
    expect(xml).toContain('<sheetProtection sheet="1"');
    const workbook = await load(bytes);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['表', '参数表']);
    // A cell is locked unless it says otherwise.
    expect(['A3', 'B3'].map((address) => workbook.worksheets[0]!.getCell(address).protection?.locked ?? true)).toEqual([true, false]);
  });

  it('names sheets within the rules of the format', async () => {
    const names = ['市场/监管', '市场_监管', '长'.repeat(40), '', "'a'"];
    const workbook = await load(await writeWorkbook({ sheets: names.map((name) => sheetOf([TEXT], [], { name })) }));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['市场_监管', '市场_监管(2)', '长'.repeat(31), 'Sheet', '_a_']);
  });

  it('writes what it can read', async () => {
    const rows = [['SCJG', '市场监督管理局', '市监局、工商局'], ['GA', '公安局', undefined]];
    const bytes = await writeWorkbook({ sheets: [sheetOf(['部门代码', '部门名称', '别名'].map((header) => ({ header, kind: 'text' })), rows, { title: '部门', remarks: ['填表人：'] })] });
    const read = await readTable({ file: 'x', bytes, definition: agencyTable });
    expect(read.ok && read.value.rows.map(({ cells }) => Object.values(cells).map((cell) => (cell.kind === 'text' ? cell.text : '?')))).toEqual([rows[0], ['GA', '公安局']]);
  });

  it('refuses no sheets and a footer no workbook can hold', async () => {
    await expect(writeWorkbook({ sheets: [] })).rejects.toThrow(RangeError);
    await expect(writeWorkbook({ sheets: [sheetOf([TEXT], [], { footer: { left: 'x'.repeat(250) } })] })).rejects.toThrow(RangeError);
  });
});
