/** Workbooks as a clerk's Excel writes them, and the words of those the program wrote. */
import { readFileSync, writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';

export type Cell = string | number | Date | null;

/** The first row is the header. */
export interface Table {
  readonly sheet: string;
  readonly rows: readonly (readonly Cell[])[];
}

export const writeTable = async (file: string, { sheet, rows }: Table): Promise<void> => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet(sheet).addRows(rows.map((row) => [...row]));
  await workbook.xlsx.writeFile(file);
};

export const openWorkbook = async (file: string): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(readFileSync(file)).buffer);
  return workbook;
};

export const saveWorkbook = async (file: string, workbook: ExcelJS.Workbook): Promise<void> => writeFileSync(file, Buffer.from(await workbook.xlsx.writeBuffer()));

/** Everything that can be read on each sheet: its cells, its head and its foot. */
export const sheetWords = async (file: string): Promise<readonly { readonly sheet: string; readonly cells: readonly string[]; readonly foot: string }[]> =>
  (await openWorkbook(file)).worksheets.map((sheet) => {
    const cells = new Set<string>();
    sheet.eachRow((row) => row.eachCell((cell) => cells.add(cell.text)));
    return { sheet: sheet.name, cells: [...cells], foot: sheet.headerFooter?.oddFooter ?? '' };
  });
