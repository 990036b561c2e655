/** Drop-down lists over whole columns: one entry a range, since one a cell makes a workbook slow to open. */
import type ExcelJS from 'exceljs';
import { columnLetters } from './column-letters.js';
import type { ColumnContent } from './workbook-content.js';

/** The library has them, its types do not. */
declare module 'exceljs' {
  interface Worksheet {
    readonly dataValidations: { readonly add: (range: string, validation: ExcelJS.DataValidation) => unknown };
  }
}

/** Looks up the formula of the list of a column, by its header. */
export type ListFormula = (header: string) => string | undefined;

/** Adds the lists of a sheet's columns from the first row of data to the last. */
export const addDropDownLists = (worksheet: ExcelJS.Worksheet, firstRow: number, lastRow: number, columns: readonly ColumnContent[], formulaOf: ListFormula): void => {
  columns.forEach(({ header, allowed }, index) => {
    const formula = allowed === undefined ? undefined : formulaOf(header);
    if (formula === undefined || lastRow < firstRow) return;
    const letters = columnLetters(index + 1);
    worksheet.dataValidations.add(`${letters}${String(firstRow)}:${letters}${String(lastRow)}`, {
      type: 'list',
      allowBlank: true,
      formulae: [formula],
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: '填写有误',
      error: `“${header}”只能从下拉列表中选择，可选的值见工作表“参数表”。`,
    });
  });
};
