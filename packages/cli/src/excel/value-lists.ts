/** The sheet 参数表: the values that drop-down lists offer, where people can see them. */
import type ExcelJS from 'exceljs';
import { columnLetters } from './column-letters.js';
import { cellText } from './cell-text.js';
import { bodyStyle, headerStyle } from './sheet-styles.js';
import { textWidth } from './text-width.js';
import type { ColumnContent } from './workbook-content.js';

export const VALUE_SHEET = '参数表';
const WIDTH_AIR = 4;

/** Columns that have a list, each header once. */
export const listedColumns = (columns: readonly ColumnContent[]): readonly ColumnContent[] => {
  const byHeader = new Map(columns.filter(({ allowed }) => allowed !== undefined && allowed.length > 0).map((column) => [column.header, column] as const));
  return [...byHeader.values()];
};

/** Formula that names the values of a header, for a drop-down list. */
export const listFormula = (listed: readonly ColumnContent[], header: string, sheet: string): string | undefined => {
  const index = listed.findIndex((column) => column.header === header);
  const values = listed[index]?.allowed;
  if (values === undefined) return undefined;
  const letters = columnLetters(index + 1);
  return `'${sheet}'!$${letters}$2:$${letters}$${String(values.length + 1)}`;
};

/** Fills the sheet: one column a list. */
export const fillValueSheet = (worksheet: ExcelJS.Worksheet, listed: readonly ColumnContent[]): void => {
  const style = bodyStyle('text', 'left', true);
  listed.forEach(({ header, allowed = [] }, index) => {
    worksheet.getColumn(index + 1).width = Math.max(...[header, ...allowed].map(textWidth)) + WIDTH_AIR;
    [header, ...allowed].forEach((text, row) => {
      const cell = worksheet.getCell(row + 1, index + 1);
      cell.value = cellText(text);
      cell.style = row === 0 ? headerStyle : style;
    });
  });
};
