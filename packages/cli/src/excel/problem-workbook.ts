/** The user's own workbook with its bad cells marked, and before its sheets a list of what is wrong. */
import type ExcelJS from 'exceljs';
import { cellText } from './cell-text.js';
import { foldHeader } from './fold-header.js';
import { fillListSheet } from './list-sheet.js';
import { maskIdentities } from './mask-identities.js';
import { loadPackage, openPackage } from './open-workbook.js';
import { saveWorkbook } from './save-workbook.js';
import { sheetNames } from './sheet-name.js';
import { badFill, hasBadFill } from './sheet-styles.js';
import { slimPackage } from './slim-package.js';
import { slimSheetWithLooks } from './slim-sheet.js';
import type { SheetContent } from './workbook-content.js';
import { writeWorkbook } from './write-workbook.js';

/** One problem in words. `row` counts from 1, `column` is the header as the workbook has it. */
export interface ProblemLine {
  readonly sheet?: string | undefined;
  readonly row?: number | undefined;
  readonly column?: string | undefined;
  readonly sentence: string;
  readonly mend: string;
  readonly code: string;
}

const LIST_SHEET = '问题清单';
/** Headers are looked for where reading looks for them. */
const HEADER_ROWS = 20;

const listContent = (problems: readonly ProblemLine[]): SheetContent => ({
  name: LIST_SHEET,
  title: LIST_SHEET,
  notices: [`共 ${String(problems.length)} 个问题。有问题的单元格在后面的工作表里标为红色，并附批注；这是副本，请在原来的工作簿里改正，改好后重新检查。`],
  columns: [
    { header: '序号', kind: 'integer', align: 'center', width: 7 },
    { header: '工作表', kind: 'text', width: 18 },
    { header: '行', kind: 'integer', align: 'center', width: 8 },
    { header: '列', kind: 'text', width: 20 },
    { header: '问题', kind: 'text', width: 50 },
    { header: '如何改正', kind: 'text', width: 50 },
    { header: '代码', kind: 'text', width: 24 },
  ],
  rows: problems.map(({ sheet, row, column, sentence, mend, code }, index) => [index + 1, sheet, row, column, sentence, mend, code]),
  orientation: 'landscape',
});

/** Column of a header: the lowest match, since the lower of two header rows names the column. */
const columnOf = (worksheet: ExcelJS.Worksheet, header: string): number | undefined => {
  const wanted = foldHeader(header);
  for (let row = Math.min(HEADER_ROWS, worksheet.rowCount); row >= 1; row -= 1) {
    let found: number | undefined;
    worksheet.findRow(row)?.eachCell((cell, column) => {
      if (found === undefined && foldHeader(cell.text) === wanted) found = column;
    });
    if (found !== undefined) return found;
  }
  return undefined;
};

/** What an earlier round left: people correct the copy and hand it in again. Its notes went with all others. */
const clearMarks = (workbook: ExcelJS.Workbook): void => {
  for (const worksheet of workbook.worksheets) {
    if (worksheet.name === LIST_SHEET && worksheet.getCell('A1').text === LIST_SHEET) workbook.removeWorksheet(worksheet.id);
    worksheet.eachRow((row) => {
      row.eachCell({ includeEmpty: true }, (cell) => {
        if (hasBadFill(cell.style)) cell.style = { ...cell.style, fill: { type: 'pattern', pattern: 'none' } };
      });
    });
  }
};

const mark = (cell: ExcelJS.Cell, sentences: readonly string[]): void => {
  cell.style = { ...cell.style, fill: badFill };
  cell.note = { texts: [{ text: cellText(sentences.join('\n')) }], margins: { insetmode: 'auto' } };
};

const markSheet = (worksheet: ExcelJS.Worksheet, problems: readonly ProblemLine[]): void => {
  const byAddress = new Map<string, readonly string[]>();
  const columns = new Map<string, number | undefined>();
  for (const { row, column, sentence, mend } of problems) {
    if (row === undefined) continue;
    const header = column ?? '';
    if (!columns.has(header)) columns.set(header, columnOf(worksheet, header));
    const { address } = worksheet.getCell(row, columns.get(header) ?? 1);
    byAddress.set(address, [...(byAddress.get(address) ?? []), `${sentence}${mend}`]);
  }
  for (const [address, sentences] of byAddress) mark(worksheet.getCell(address), sentences);
};

/** The library has no way to put a sheet first but its order number. */
const putFirst = (workbook: ExcelJS.Workbook, first: ExcelJS.Worksheet): void => {
  const others = workbook.worksheets.filter(({ id }) => id !== first.id);
  Object.assign(first, { orderNo: 0 });
  others.forEach((worksheet, index) => Object.assign(worksheet, { orderNo: index + 1 }));
  workbook.views = [{ x: 0, y: 0, width: 24_000, height: 16_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
};

const markedCopy = async (bytes: Uint8Array, problems: readonly ProblemLine[]): Promise<Uint8Array | undefined> => {
  const opened = openPackage({ file: '', bytes });
  if (!opened.ok) return undefined;
  try {
    const workbook = await loadPackage(slimPackage(opened.value, slimSheetWithLooks));
    clearMarks(workbook);
    workbook.worksheets.forEach(maskIdentities);
    for (const worksheet of workbook.worksheets) markSheet(worksheet, problems.filter(({ sheet }) => sheet === worksheet.name));
    const [, listName = LIST_SHEET] = sheetNames([...workbook.worksheets.map(({ name }) => name), LIST_SHEET]).slice(-2);
    const list = workbook.addWorksheet(listName);
    await fillListSheet(list, listContent(problems), () => undefined);
    putFirst(workbook, list);
    // The library forgets some results of formulas; the user's program works them out again.
    workbook.calcProperties = { fullCalcOnLoad: true };
    return await saveWorkbook(workbook);
  } catch {
    // What the library cannot load or write again still deserves its list.
    return undefined;
  }
};

/**
 * Shows problems where they are.
 *
 * @param bytes - the user's workbook; where it cannot be opened the result holds only the list
 * @returns the bytes of an xlsx file; drawings, comments and conditional formats of the original are left out
 */
export const problemWorkbook = async ({ bytes, problems }: { readonly bytes: Uint8Array; readonly problems: readonly ProblemLine[] }): Promise<Uint8Array> =>
  (await markedCopy(bytes, problems)) ?? writeWorkbook({ sheets: [listContent(problems)] });
