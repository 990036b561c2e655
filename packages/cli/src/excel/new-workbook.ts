/**
 * An empty workbook of exceljs. The package as a whole loads its streaming readers, csv and their many dependencies as well,
 * which nothing here uses and which take as long to load as the rest; so only the workbook's own module is loaded.
 */
import { createRequire } from 'node:module';
import type ExcelJS from 'exceljs';

const Workbook: new () => ExcelJS.Workbook = createRequire(import.meta.url)('exceljs/lib/doc/workbook.js');

export const newWorkbook = (): ExcelJS.Workbook => new Workbook();
