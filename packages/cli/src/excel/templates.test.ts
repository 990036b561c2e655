import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type RegistryName, registryTables } from './columns.js';
import type { TableDefinition } from './definition.js';
import { readTable } from './read-table.js';
import { templateWorkbook } from './templates.js';

const registries = Object.keys(registryTables) as RegistryName[];
const definitionOf = (registry: RegistryName): TableDefinition<string> => registryTables[registry];
const load = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook;
};

describe.each(registries)('template of %s', (registry) => {
  it('reads back as no rows and no problem', async () => {
    const read = await readTable({ file: 'x', bytes: await templateWorkbook(registry), definition: definitionOf(registry) });
    expect(read).toMatchObject({ ok: true, value: { rows: [] } });
  });

  it('reads back what was filled in, with or without the sample row', async () => {
    const { columns } = definitionOf(registry);
    for (const row of [5, 6]) {
      const workbook = await load(await templateWorkbook(registry));
      columns.forEach(({ sample, header }, index) => {
        workbook.worksheets[0]!.getCell(row, index + 1).value = sample === '' ? header : sample;
      });
      const read = await readTable({ file: 'x', bytes: new Uint8Array(await workbook.xlsx.writeBuffer()), definition: definitionOf(registry) });
      expect(read.ok && read.value.rows.map((each) => each.row)).toEqual([row]);
      expect(read.ok && Object.keys(read.value.rows[0]!.cells).toSorted()).toEqual(columns.map(({ key }) => key).toSorted());
    }
  });

  it('marks the ★ columns, explains itself, and keeps codes as text in rows that are added', async () => {
    const bytes = await templateWorkbook(registry);
    const [sheet] = (await load(bytes)).worksheets;
    const { columns } = definitionOf(registry);
    expect(columns.map((_, index) => sheet!.getCell(3, index + 1).text)).toEqual(columns.map(({ header, isRequired }) => (isRequired ? `${header} ★` : header)));
    expect(sheet!.getCell('A4').text).toMatch(/^填写说明/);
    expect(sheet!.getRow(5).values).toEqual(expect.arrayContaining([expect.stringMatching(/^案例（请删除）/)]));
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
    expect(xml.match(/<dataValidation /g)?.length ?? 0).toBe(columns.filter(({ allowed }) => allowed !== undefined).length);
    expect(columns.map((_, index) => sheet!.getColumn(index + 1).numFmt)).toEqual(columns.map(({ kind }) => ({ text: '@', integer: '0', date: 'yyyy-mm-dd' })[kind]));
  });

  it('fits the list of columns in docs/excel-format.md', () => {
    const { columns, file } = definitionOf(registry);
    const document = readFileSync(new URL('../../../../docs/excel-format.md', import.meta.url), 'utf8');
    const section = document.split(/^## /m).find((each) => each.startsWith(file)) ?? '';
    const cells = section.split('\n').filter((line) => line.startsWith('| ')).slice(1).map((line) => line.split('|').map((cell) => cell.trim()));
    const documented = cells.flatMap(([, names = '', keys = '', aliases = '']) => {
      const split = keys.split(' / ');
      const headers = split.length > 1 ? names.split(' / ') : [names];
      return headers.map((header, index) => ({
        key: split[index], header: header.replace(/ ★$/, ''), isRequired: header.endsWith('★'), aliases: aliases === '' ? [] : aliases.split(' '),
      }));
    });
    expect(columns.map(({ key, header, isRequired, aliases }) => ({ key, header, isRequired, aliases }))).toEqual(documented);
  });
});
