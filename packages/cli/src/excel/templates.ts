/** Blank workbooks to fill in, one for each registry. */
import { type RegistryName, registryTables } from './columns.js';
import type { ColumnDefinition, TableDefinition } from './definition.js';
import { type CellContent, type ColumnContent, type SheetContent } from './workbook-content.js';
import { writeWorkbook } from './write-workbook.js';

/** Reading skips a row that is marked so. */
const SAMPLE_MARK = '案例（请删除）';
/** Rows that formats and lists reach; a county has some 12,000 targets. */
const SPARE_ROWS = 20_000;
const NOTICE = '带 ★ 的列必须填写；不要改动表头文字，列的顺序可以调整，多余的列不读取。灰色“填写说明”行和“案例”行读取时跳过。';

const columnOf = <Column extends string>({ header, kind, width, hint, isRequired, allowed }: ColumnDefinition<Column>): ColumnContent => ({
  header, kind, width, hint, isRequired, ...(allowed === undefined ? {} : { allowed }),
});

/** The mark stands before the name, where people see it; a table without names has it in its first column. */
const sampleRow = <Column extends string>({ columns }: TableDefinition<Column>): readonly CellContent[] => {
  const marked = Math.max(0, columns.findIndex(({ key }) => key === 'name'));
  return columns.map(({ sample }, index) => {
    if (index === marked) return `${SAMPLE_MARK}${String(sample)}`;
    return sample === '' ? undefined : sample;
  });
};

/** The sheet people fill in. */
const templateSheet = <Column extends string>(definition: TableDefinition<Column>): SheetContent => ({
  name: definition.sheet,
  title: definition.file,
  notices: [NOTICE],
  columns: definition.columns.map(columnOf),
  rows: [sampleRow(definition)],
  orientation: 'landscape',
  spareRows: SPARE_ROWS,
});

/**
 * The template of a registry: ★ headers, a hint row, a sample row, drop-down lists, and the sheet 参数表.
 *
 * @returns the bytes of an xlsx file
 */
export const templateWorkbook = async (registry: RegistryName): Promise<Uint8Array> => {
  const definition: TableDefinition<string> = registryTables[registry];
  return writeWorkbook({ sheets: [templateSheet(definition)] });
};
