/** Takes numbers of identity cards out of a copy of somebody's workbook, as far as comparing can do without. */
import type ExcelJS from 'exceljs';
import { inspectorTable } from './columns/inspector.js';
import { targetTable } from './columns/target.js';
import { foldHeader } from './fold-header.js';

const PRIVATE: ReadonlySet<string> = new Set(
  [...inspectorTable.columns, ...targetTable.columns].flatMap(({ isPrivate = false, header, aliases }) => (isPrivate ? [header, ...aliases].map(foldHeader) : [])),
);
/** Headers are looked for where reading looks for them. */
const HEADER_ROWS = 20;
const NUMBER = /(\d{6})\d{8}(\d{3}[\dXx])/g;
/** A number of 18 digits kept as an amount has lost its end: what is left must not pass for a masked one. */
const HIDDEN = '（已隐去）';

/** Masks the middle of every number below a header of such a column; a copy that is handed in again can still be compared. */
export const maskIdentities = (worksheet: ExcelJS.Worksheet): void => {
  for (const column of privateColumns(worksheet)) {
    worksheet.getColumn(column).eachCell((cell) => {
      if (typeof cell.value === 'number') cell.value = HIDDEN;
      else if (/\d{6}/.test(cell.text)) cell.value = cell.text.replace(NUMBER, '$1********$2');
    });
  }
};

const privateColumns = (worksheet: ExcelJS.Worksheet): ReadonlySet<number> => {
  const columns = new Set<number>();
  for (let row = 1; row <= Math.min(HEADER_ROWS, worksheet.rowCount); row += 1) {
    worksheet.findRow(row)?.eachCell((cell, column) => {
      if (PRIVATE.has(foldHeader(cell.text))) columns.add(column);
    });
  }
  return columns;
};
