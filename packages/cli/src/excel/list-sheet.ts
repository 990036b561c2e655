/** Puts one list on a sheet: title, notices, header, hints, rows, remarks. */
import { isPlainDate } from '@shuangsuiji/core';
import type ExcelJS from 'exceljs';
import { cellText } from './cell-text.js';
import { columnWidth } from './column-width.js';
import { addDropDownLists, type ListFormula } from './drop-down-lists.js';
import { footerCode, pageSetup } from './page-layout.js';
import { rowHeight, type TextInColumn } from './row-height.js';
import { bodyStyle, headerStyle, hintStyle, noticeStyle, titleStyle } from './sheet-styles.js';
import type { CellContent, ColumnContent, SheetContent } from './workbook-content.js';

/** A 16-point character is so much larger than one of the body. */
const TITLE_SCALE = 1.5;

const valueOf = (cell: CellContent, kind: ColumnContent['kind']): ExcelJS.CellValue => {
  if (cell === undefined) return null;
  // A text is written as a text cell whatever it begins with: `=1+1` in a name is a name and no formula.
  if (kind === 'date' && isPlainDate(cell)) return new Date(`${cell}T00:00:00Z`);
  return typeof cell === 'number' && kind !== 'text' ? cell : cellText(String(cell));
};

/** A line over the whole width. */
const addLine = (worksheet: ExcelJS.Worksheet, row: number, text: string, widths: readonly number[], style: Partial<ExcelJS.Style>): void => {
  const scale = style === titleStyle ? TITLE_SCALE : 1;
  const width = widths.reduce((total, each) => total + each, 0) / scale;
  const cell = worksheet.getCell(row, 1);
  cell.value = cellText(text);
  cell.style = style;
  worksheet.getRow(row).height = rowHeight([{ text, width }]) * scale;
  if (widths.length > 1) worksheet.mergeCells(row, 1, row, widths.length);
};

/** A row of texts of one look: the header, the hints. */
const addTexts = (worksheet: ExcelJS.Worksheet, number: number, texts: readonly TextInColumn[], style: Partial<ExcelJS.Style>): void => {
  const row = worksheet.getRow(number);
  row.height = rowHeight(texts);
  texts.forEach(({ text }, index) => {
    const cell = row.getCell(index + 1);
    cell.value = cellText(text);
    cell.style = style;
  });
};

const addRows = (worksheet: ExcelJS.Worksheet, firstRow: number, { columns, rows, pageBreaksBefore = [] }: SheetContent, widths: readonly number[]): void => {
  const styles = columns.map(({ kind, align, isLocked }) => bodyStyle(kind, align, isLocked === true));
  rows.forEach((cells, index) => {
    const row = worksheet.getRow(firstRow + index);
    row.height = rowHeight(cells.map((cell, at) => ({ text: String(cell ?? ''), width: widths[at] ?? 1 })));
    columns.forEach(({ kind }, at) => {
      const cell = row.getCell(at + 1);
      cell.value = valueOf(cells[at], kind);
      cell.style = styles[at] ?? {};
    });
  });
  for (const before of pageBreaksBefore) if (before > 0) worksheet.getRow(firstRow + before - 1).addPageBreak();
};

const protect = async (worksheet: ExcelJS.Worksheet): Promise<void> => {
  // No password: the lock keeps from slips, not from people, and a password would be salted at random.
  await worksheet.protect('', { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true, sort: true, autoFilter: true });
};

/** The cells of columns as they come, so that a row somebody adds has the right formats. */
const setUpColumns = (worksheet: ExcelJS.Worksheet, { columns }: SheetContent, widths: readonly number[]): void => {
  columns.forEach(({ kind, isLocked }, index) => {
    const { numFmt = 'General' } = bodyStyle(kind, undefined, false);
    const column = worksheet.getColumn(index + 1);
    column.width = widths[index] ?? 0;
    column.style = { numFmt, protection: { locked: isLocked === true } };
  });
};

/**
 * Fills a sheet.
 *
 * @param worksheet - an empty one
 * @param formulaOf - the drop-down list of a header
 */
export const fillListSheet = async (worksheet: ExcelJS.Worksheet, content: SheetContent, formulaOf: ListFormula): Promise<void> => {
  const { columns, rows, orientation, title, notices = [], remarks = [] } = content;
  const widths = columns.map((column, at) => columnWidth(column, rows.map((cells) => cells[at])));
  setUpColumns(worksheet, content, widths);
  let row = 1;
  if (title !== undefined) addLine(worksheet, row++, title, widths, titleStyle);
  for (const notice of notices) addLine(worksheet, row++, notice, widths, noticeStyle);
  const headerRow = row++;
  const textsOf = (textOf: (column: ColumnContent, index: number) => string): readonly TextInColumn[] =>
    columns.map((column, index) => ({ text: textOf(column, index), width: widths[index] ?? 1 }));
  addTexts(worksheet, headerRow, textsOf(({ header, isRequired }) => (isRequired === true ? `${header} ★` : header)), headerStyle);
  if (columns.some(({ hint }) => hint !== undefined)) addTexts(worksheet, row++, textsOf(({ hint = '' }, index) => (index === 0 ? `填写说明：${hint}` : hint)), hintStyle);
  addRows(worksheet, row, content, widths);
  const lastRow = row + rows.length - 1;
  remarks.forEach((remark, index) => addLine(worksheet, lastRow + 1 + index, remark, widths, noticeStyle));
  addDropDownLists(worksheet, row, lastRow + (content.spareRows ?? 0), columns, formulaOf);
  worksheet.views = [{ state: 'frozen', xSplit: 0, ySplit: row - 1, showGridLines: false }];
  worksheet.pageSetup = { ...pageSetup(widths, orientation, (content.pageBreaksBefore ?? []).length > 0), printTitlesRow: `${String(headerRow)}:${String(headerRow)}` };
  worksheet.headerFooter = { oddFooter: footerCode(content.footer ?? {}) };
  if (columns.some(({ isLocked }) => isLocked === true)) await protect(worksheet);
};
