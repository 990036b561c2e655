import type { RawTable, TargetColumn } from '@shuangsuiji/core';
import type ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { registryTables } from './columns.js';
import type { TableDefinition } from './definition.js';
import { packed, partsOf, rowXml, type Values, workbookOf } from './odd-workbooks.properties.js';
import { readTable } from './read-table.js';

const read = async <Column extends string>(bytes: Uint8Array, definition: TableDefinition<Column>) => readTable({ file: '表.xlsx', bytes, definition });
const targets = async (bytes: Uint8Array) => read(bytes, registryTables.target);
const tableOf = async (sheets: Readonly<Record<string, Values>>, adjust?: (workbook: ExcelJS.Workbook) => void): Promise<RawTable<TargetColumn>> => {
  const result = await targets(await workbookOf(sheets, adjust));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const problemsOf = async (bytes: Uint8Array) => {
  const result = await targets(bytes);
  return result.ok ? [] : result.error;
};
const text = (value: string) => ({ kind: 'text', text: value });
const HEADER = ['企业名称', '统一社会信用代码'];
const ROW = ['甲公司', '91330000668306747T'];
const CELLS = { name: text('甲公司'), code: text('91330000668306747T') };

describe('readTable says what it passed over', () => {
  const notices = async (header: readonly string[]) => {
    const result = await targets(await workbookOf({ 名录: [header, ROW] }));
    return result.ok ? result.value.notices.map(({ fields }) => fields) : [];
  };
  it('a column whose name is nearly one of the table', async () => {
    expect(await notices([...HEADER, '专项库标签'])).toEqual([{ header: '专项库标签', nearest: '专项库/标签' }]);
    expect(await notices([...HEADER, '信用风险'])).toEqual([{ header: '信用风险', nearest: '信用风险等级' }]);
    expect(await notices([...HEADER, '管辖单位（所）'])).toEqual([{ header: '管辖单位（所）', nearest: '管辖单位' }]);
  });
  it('and nothing of columns that are something else', async () => {
    expect(await notices([...HEADER, '法定代表人', '联系电话', '备注', '年报年度'])).toEqual([]);
  });
  it('a restriction of items or of a batch above all', async () => {
    const items = await read(await workbookOf({ 清单: [['事项编号', '抽查事项', '检查主体', '资质要求', '适用标签（专项库）'], ['A', 'B', 'C', 'D', 'E']] }), registryTables.item);
    expect(items.ok && items.value.notices.map(({ fields }) => fields)).toMatchObject([{ nearest: '所需资质' }, { nearest: '适用标签' }]);
  });
});

describe('readTable finds the header', () => {
  it('in the first row of the first sheet', async () => {
    const table = await tableOf({ 名录: [HEADER, ROW] });
    expect(table).toEqual({ file: '表.xlsx', sheet: '名录', notices: [], headers: { name: '企业名称', code: '统一社会信用代码' }, rows: [{ row: 2, cells: CELLS }] });
  });

  it('under titles and notices, down to row 20', async () => {
    const above = Array.from({ length: 19 }, (_, index) => [`通知第 ${String(index)} 条`]);
    expect((await tableOf({ 名录: [...above, HEADER, ROW] })).rows).toEqual([{ row: 21, cells: CELLS }]);
    expect(await problemsOf(await workbookOf({ 名录: [...above, [], HEADER, ROW] }))).toMatchObject([{ code: 'sheet-without-header' }]);
  });

  it('over two rows, with a group heading that is itself a column name', async () => {
    const rows = [['序号', '检查对象', null, '抽查项目', null, '检查主体'], [null, '类别', '名称', '抽查类别', '抽查事项', null], ['1', 'a', 'b', '食品', '经营资质', '市监局']];
    const result = await read(await workbookOf({ 清单: rows }, (workbook) => {
      for (const range of ['A1:A2', 'B1:C1', 'D1:E1', 'F1:F2']) workbook.worksheets[0]?.mergeCells(range);
    }), registryTables.item);
    expect(result.ok && result.value.rows).toEqual([{ row: 3, cells: { number: text('1'), category: text('食品'), name: text('经营资质'), agencies: text('市监局') } }]);
  });

  it.each([
    ['blanks and line breaks', ' 企业\n名称 ', '统一社会 信用代码'],
    ['full width and letter case', '企业名称', '注册号／统一社会信用代码'],
    ['full-width brackets', '企业名称', '统一社会信用代码（注册号）'],
    ['the two names in the other order', '企业名称', '统一社会信用代码/注册号'],
    ['the ★ of templates', '企业名称 ★', '注册号/统一社会信用代码★'],
  ])('whatever its spelling: %s', async (_spelling, name, code) => {
    expect((await tableOf({ 名录: [[name, code], ROW] })).rows).toEqual([{ row: 2, cells: CELLS }]);
  });

  it('in rich text', async () => {
    expect((await tableOf({ 名录: [[{ richText: [{ text: '企业' }, { text: '名称' }] }, HEADER[1]], ROW] })).rows).toHaveLength(1);
  });

  it('on whichever sheet has all ★ columns, past empty ones and ones that come near', async () => {
    const table = await tableOf({ 说明: [['企业名称', '管辖单位', '登记机关']], 名录: [HEADER, ROW], Sheet3: [], 副本: [HEADER, ROW] });
    expect(table.sheet).toBe('名录');
  });

  it('by its own name before an alias', async () => {
    const table = await tableOf({ 名录: [['名称', '企业名称', '注册号'], ['x', '甲公司', '1']] });
    expect(table.headers.name).toBe('企业名称');
    expect(table.rows[0]?.cells.name).toEqual(text('甲公司'));
  });
});

describe('readTable refuses to guess', () => {
  it('which of two columns of one name is meant', async () => {
    expect(await problemsOf(await workbookOf({ 名录: [['企业名称', '注册号', '统一社会信用代码', '企业名称'], ROW] }))).toEqual([
      { code: 'column-ambiguous', severity: 'error', where: { file: '表.xlsx', sheet: '名录', row: 1, column: '企业名称' }, fields: { header: '企业名称', candidates: ['企业名称 A', '企业名称 D'] } },
      { code: 'column-ambiguous', severity: 'error', where: { file: '表.xlsx', sheet: '名录', row: 1, column: '注册号/统一社会信用代码' }, fields: { header: '注册号/统一社会信用代码', candidates: ['注册号 B', '统一社会信用代码 C'] } },
    ]);
  });

  it('a ★ column that is not there', async () => {
    const [problem] = await problemsOf(await workbookOf({ 名录: [['企业名称', '管辖单位'], ROW] }));
    expect(problem).toMatchObject({ code: 'column-missing', where: { sheet: '名录', row: 1 }, fields: { header: '注册号/统一社会信用代码' } });
  });

  it('a table without a header, and says which sheets it saw', async () => {
    expect(await problemsOf(await workbookOf({ 甲: [['x']], 乙: [] }))).toMatchObject([
      { code: 'sheet-without-header', fields: { sheets: ['甲', '乙'], missing: ['企业名称', '注册号/统一社会信用代码'] } },
    ]);
  });
});

describe('readTable skips', () => {
  it('empty rows, the hint row, sample rows and remarks at the foot', async () => {
    const table = await tableOf({
      名录: [HEADER, ['填写说明：与执照一致', '18 位'], ['案例（请删除）某公司', '9'], ['示例(请删除)', ''], ROW, [], ['', '   '], ['备注：', '公司'], ['丙公司', '3'], ['备注：共 2 家'], ['填表人：张某', null, '日期']],
    });
    expect(table.rows.map(({ row }) => row)).toEqual([5, 8, 9]);
  });

  it('a sample row that is marked in a first column outside the table', async () => {
    expect((await tableOf({ 名录: [['序号', ...HEADER], ['案例（请删除）', '某公司', '9'], ['1', ...ROW]] })).rows.map(({ row }) => row)).toEqual([3]);
  });

  it('no row that only begins like a remark', async () => {
    expect((await tableOf({ 名录: [HEADER, ['备注商贸公司', '91330000668306747T']] })).rows).toHaveLength(1);
  });

  it('a remark merged over the whole width', async () => {
    const table = await tableOf({ 名录: [HEADER, ROW, ['备注：略']] }, (workbook) => workbook.worksheets[0]?.mergeCells('A3:B3'));
    expect(table.rows).toHaveLength(1);
  });
});

describe('readTable resolves merges', () => {
  it('downwards and never sideways; a row of nothing but carried values is empty', async () => {
    const table = await tableOf({ 名录: [[...HEADER, '管辖单位'], ['甲公司', '1', '精河镇'], [null, '2'], [null, null, null], ['乙公司', null, '丙']] }, (workbook) => {
      for (const range of ['A2:A4', 'C2:C4', 'A5:B5']) workbook.worksheets[0]?.mergeCells(range);
    });
    expect(table.rows).toEqual([
      { row: 2, cells: { name: text('甲公司'), code: text('1'), area: text('精河镇') } },
      { row: 3, cells: { name: text('甲公司'), code: text('2'), area: text('精河镇') } },
      { row: 5, cells: { name: text('乙公司'), area: text('丙') } },
    ]);
  });

  it('thousands of them', async () => {
    const rows = Array.from({ length: 6000 }, (_, index) => rowXml([`公司${String(index)}`, String(index)], index + 2));
    const merges = Array.from({ length: 6000 }, (_, index) => `<mergeCell ref="C${String(index + 2)}:D${String(index + 2)}"/>`);
    const sheet = `<sheetData>${rowXml(HEADER, 1)}${rows.join('')}</sheetData><mergeCells>${merges.join('')}</mergeCells>`;
    const result = await targets(packed(partsOf(sheet)));
    expect(result.ok && result.value.rows.length).toBe(6000);
  });
});

describe('readTable reads cells', () => {
  const cellsOf = async (values: readonly ExcelJS.CellValue[], format = 'General') => {
    const table = await tableOf({ 名录: [HEADER, ...values.map((value) => ['甲', value])] }, (workbook) => {
      values.forEach((_, index) => {
        const cell = workbook.worksheets[0]?.getCell(index + 2, 2);
        if (cell) cell.numFmt = format;
      });
    });
    return table.rows.map(({ cells }) => cells.code);
  };

  it('as they stand: numbers, per cent, texts, formulas, links, errors', async () => {
    expect(await cellsOf([0.03, 3], '0.0%')).toEqual([{ kind: 'number', value: 0.03, percent: true }, { kind: 'number', value: 3, percent: true }]);
    expect(await cellsOf([1], '0"%"')).toEqual([{ kind: 'number', value: 1, percent: false }]);
    expect(await cellsOf([' a\nb　', { text: '链', hyperlink: 'http://x.invalid/' }, { error: '#N/A' }, true])).toEqual([text('a\nb'), text('链'), { kind: 'broken', shown: '#N/A' }, text('TRUE')]);
  });

  it('as the results of their formulas, 0 and an empty text included; a formula without one is broken', async () => {
    const cells = ['<f>1-1</f><v>0</v>', '<f t="shared" si="0"/><v>2</v>', '<f>IF(A1="","a/b","")</f><v>ab</v>', '<f>A1</f><v></v>', '<f>A1</f>', '<f>A1</f><v>#REF!</v>'];
    const types = ['n', 'n', 'str', 'str', 'n', 'e'];
    const rows = cells.map((content, index) => `<row r="${String(index + 2)}"><c r="A${String(index + 2)}" t="inlineStr"><is><t>甲</t></is></c><c r="B${String(index + 2)}" t="${types[index]!}">${content}</c></row>`);
    const result = await targets(packed(partsOf(`<sheetData>${rowXml(HEADER, 1)}${rows.join('')}</sheetData>`)));
    expect(result.ok && result.value.rows.map(({ cells: { code } }) => code)).toEqual([
      { kind: 'number', value: 0, percent: false }, { kind: 'number', value: 2, percent: false }, text('ab'), undefined, { kind: 'broken', shown: '=' }, { kind: 'broken', shown: '#REF!' },
    ]);
  });

  it('as days where the number format shows one, with or without a time, also in the Chinese built-in formats', async () => {
    const days = [new Date(Date.UTC(2026, 2, 2)), new Date(Date.UTC(2026, 2, 2, 23, 59, 59)), new Date(Date.UTC(9999, 8, 9))];
    expect(await cellsOf(days, 'yyyy"年"m"月"d"日"')).toEqual(['2026-03-02', '2026-03-02', '9999-09-09'].map((date) => ({ kind: 'date', date })));
    const parts = partsOf(`<sheetData>${rowXml(HEADER, 1)}<row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2" s="1"><v>46083</v></c></row></sheetData>`);
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const result = await targets(packed({
      ...parts,
      'xl/_rels/workbook.xml.rels': (parts['xl/_rels/workbook.xml.rels'] ?? '').replace('</Relationships>', `<Relationship Id="s" Type="${office}/styles" Target="styles.xml"/></Relationships>`),
      'xl/styles.xml': '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="31" applyNumberFormat="1"/></cellXfs></styleSheet>',
    }));
    expect(result.ok && result.value.rows[0]?.cells.code).toEqual({ kind: 'date', date: '2026-03-02' });
  });

  it('as texts where a date is written as text', async () => {
    expect(await cellsOf([' 1988/04/02'])).toEqual([text('1988/04/02')]);
  });
});

describe('readTable bears', () => {
  const sheet = (prefix = ''): string => `<${prefix}sheetData>${rowXml(HEADER, 1, prefix)}${rowXml(ROW, 2, prefix)}</${prefix}sheetData>`;
  const rowsOf = async (parts: Readonly<Record<string, string>>) => {
    const result = await targets(packed(parts));
    return result.ok ? result.value.rows : result.error;
  };

  it('elements with a prefix', async () => {
    expect(await rowsOf(partsOf(sheet('x:'), 'x:'))).toEqual([{ row: 2, cells: CELLS }]);
  });

  it('rows and cells without references', async () => {
    expect(await rowsOf(partsOf(sheet().replace(/ r="[^"]*"/g, '')))).toEqual([{ row: 2, cells: CELLS }]);
  });

  it('parts under unusual names', async () => {
    const { 'xl/worksheets/sheet1.xml': xml = '', ...others } = partsOf(sheet());
    const relationships = (others['xl/_rels/workbook.xml.rels'] ?? '').replace('/xl/worksheets/sheet1.xml', 'Worksheets/Blatt.XML');
    expect(await rowsOf({ ...others, 'xl/_rels/workbook.xml.rels': relationships, 'xl\\worksheets\\blatt.xml': xml })).toEqual([{ row: 2, cells: CELLS }]);
  });

  it('comments and drawings as openpyxl writes them', async () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    expect(
      await rowsOf({
        ...partsOf(`${sheet()}<drawing r:id="d"/><legacyDrawing r:id="anysvml"/><tableParts count="1"><tablePart r:id="t"/></tableParts>`),
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="comments" Type="${office}/comments" Target="/xl/comments/comment1.xml"/><Relationship Id="anysvml" Type="${office}/vmlDrawing" Target="/xl/drawings/commentsDrawing1.vml"/></Relationships>`,
        'xl/comments/comment1.xml': '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors/><commentList/></comments>',
      }),
    ).toEqual([{ row: 2, cells: CELLS }]);
  });

  it('a used range 240 columns wide and columns that claim to go on for ever', async () => {
    const wide = sheet().replace('</row></sheetData>', '<c r="IF2" s="0"/></row></sheetData>');
    expect(await rowsOf(partsOf(`<cols><col min="1" max="4294967295" width="9"/></cols>${wide}`))).toEqual([{ row: 2, cells: CELLS }]);
  });

  it.each([
    ['4294967295:4294967295', sheet().replace('</sheetData>', '<row r="4294967295"/></sheetData>')],
    ['A1:XFD2000', `${sheet()}<mergeCells count="1"><mergeCell ref="A1:XFD2000"/></mergeCells>`],
    ['XFE2', sheet().replace('<c r="B2"', '<c r="XFE2"')],
  ])('no sheet of impossible extent: %s', async (range, xml) => {
    expect(await rowsOf(partsOf(xml))).toMatchObject([{ code: 'sheet-too-large', where: { sheet: '表' }, fields: { sheet: '表', range } }]);
  });

  it('no damaged XML: the words of the library are passed on', async () => {
    expect(await rowsOf(partsOf(`<sheetData>${rowXml(HEADER, 1)}<row r="2"><c r="A2"></row></sheetData>`))).toMatchObject([{ code: 'file-unreadable' }]);
  });

  it('no archive of something else', async () => {
    expect(await rowsOf({ 'word/document.xml': '<w:document/>' })).toMatchObject([{ code: 'file-not-xlsx', fields: { looksLike: 'zip-other' } }]);
  });

  it('astral characters on the borders of the pieces the library reads', async () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `𠮷野${'x'.repeat(index % 3)}𡈼`);
    const rows = names.map((name, index) => rowXml([name, String(index)], index + 2)).join('');
    const result = await targets(packed(partsOf(`<sheetData>${rowXml(HEADER, 1)}${rows}</sheetData>`)));
    expect(result.ok && result.value.rows.map(({ cells }) => (cells.name?.kind === 'text' ? cells.name.text : ''))).toEqual(names);
  });
});

it('column order, extra columns and unrelated rows change nothing of what is read', async () => {
  const columns = ['企业名称', '注册号', '管辖单位', '备用甲', '备用乙'] as const;
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...columns], { minLength: 5 }),
      fc.array(fc.tuple(fc.stringMatching(/^[甲乙丙丁a-z]{1,4}$/), fc.stringMatching(/^\d{13}$/), fc.constantFrom('精河镇', '托里镇')), { minLength: 1, maxLength: 5 }),
      fc.nat({ max: 4 }),
      async (order, rows, at) => {
        const full = rows.map(([name, code, area]) => ({ 企业名称: name, 注册号: code, 管辖单位: area, 备用甲: 'x', 备用乙: '' }));
        const gap = Math.min(at, full.length);
        const withGap = [...full.slice(0, gap).map((row) => order.map((column) => row[column])), [], ...full.slice(gap).map((row) => order.map((column) => row[column]))];
        const plain = await tableOf({ 表: [columns.slice(0, 3), ...rows] });
        const mixed = await tableOf({ 其他: [['无关']], 表: [['标题'], [...order], ...withGap] });
        expect(mixed.rows.map(({ cells }) => cells)).toEqual(plain.rows.map(({ cells }) => cells));
      },
    ),
    { numRuns: 30 },
  );
});

it('the helper packs what it was given', () => {
  expect(strFromU8(unzipSync(packed({ a: '名' }))['a'] ?? new Uint8Array())).toBe('名');
});
