/** From the bytes of a file to a workbook in memory: gate, parts, Excel library. */
import { err, ok, type Result } from '@shuangsuiji/core';
import type ExcelJS from 'exceljs';
import type { CellRange } from './cell-range.js';
import { fileProblem, guard } from './guard.js';
import { packageParts, type PackageParts } from './package-parts.js';
import type { ExcelProblem } from './problems.js';
import { mergesOf, oversizedRange } from './sheet-scan.js';
import { slimPackage } from './slim-package.js';
import { slimSheet } from './slim-sheet.js';
import { newWorkbook } from './new-workbook.js';

/** A file in memory under the name people know it by. */
export interface FileBytes {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A sheet with its merges, which the library is not shown: it compares each with every other. */
export interface OpenSheet {
  readonly worksheet: ExcelJS.Worksheet;
  readonly merges: readonly CellRange[];
}

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const oversized = (file: string, parts: PackageParts): readonly ExcelProblem[] =>
  parts.sheets.flatMap(({ name, xml }) => {
    const range = oversizedRange(xml);
    return range === undefined
      ? []
      : [{ code: 'sheet-too-large' as const, severity: 'error' as const, where: { file, sheet: name }, fields: { sheet: name, range } }];
  });

/** Parts of a file that passed the gate. */
export const openPackage = ({ file, bytes }: FileBytes): Result<PackageParts, readonly ExcelProblem[]> => {
  const guarded = guard({ file, bytes });
  if (!guarded.ok) return guarded;
  try {
    const parts = packageParts(bytes);
    if (parts === undefined) return err([fileProblem('file-not-xlsx', { file, looksLike: 'zip-other' })]);
    const problems = oversized(file, parts);
    return problems.length > 0 ? err(problems) : ok(parts);
  } catch (error) {
    return err([fileProblem('file-unreadable', { file, detail: detailOf(error) })]);
  }
};

/**
 * Loads a package into the Excel library.
 *
 * @throws Error with the library's message where it cannot read the package
 */
export const loadPackage = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = newWorkbook();
  // A copy into a plain buffer: the library's types ask for Node's own.
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook;
};

/**
 * Opens a workbook for reading its cells.
 *
 * @returns its sheets in their order, or why it cannot be read
 */
export const openWorkbook = async (source: FileBytes): Promise<Result<readonly OpenSheet[], readonly ExcelProblem[]>> => {
  const opened = openPackage(source);
  if (!opened.ok) return opened;
  try {
    const workbook = await loadPackage(slimPackage(opened.value, slimSheet));
    return ok(workbook.worksheets.map((worksheet, index) => ({ worksheet, merges: mergesOf(opened.value.sheets[index]?.xml ?? '') })));
  } catch (error) {
    return err([fileProblem('file-unreadable', { file: source.file, detail: detailOf(error) })]);
  }
};
