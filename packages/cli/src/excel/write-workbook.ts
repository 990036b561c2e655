/** Writes lists as a workbook that people print, sign and send on. */
import { fillListSheet } from './list-sheet.js';
import { saveWorkbook } from './save-workbook.js';
import { sheetNames } from './sheet-name.js';
import { fillValueSheet, listedColumns, listFormula, VALUE_SHEET } from './value-lists.js';
import type { WorkbookContent } from './workbook-content.js';
import { newWorkbook } from './new-workbook.js';

/**
 * Writes a workbook of lists; where columns have drop-down lists, their values stand on a last sheet 参数表.
 *
 * @returns the bytes of an xlsx file, the same for the same content
 * @throws RangeError where there is no sheet, or a footer is too long
 */
export const writeWorkbook = async ({ sheets }: WorkbookContent): Promise<Uint8Array> => {
  if (sheets.length === 0) throw new RangeError('writeWorkbook: sheets is empty');
  const workbook = newWorkbook();
  const listed = listedColumns(sheets.flatMap(({ columns }) => columns));
  const names = sheetNames([...sheets.map(({ name }) => name), ...(listed.length > 0 ? [VALUE_SHEET] : [])]);
  const valueSheet = names[sheets.length] ?? '';
  for (const [index, content] of sheets.entries()) {
    await fillListSheet(workbook.addWorksheet(names[index] ?? ''), content, (header) => listFormula(listed, header, valueSheet));
  }
  if (listed.length > 0) fillValueSheet(workbook.addWorksheet(valueSheet), listed);
  return saveWorkbook(workbook);
};
