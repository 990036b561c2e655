/** What can be wrong with a workbook before anybody reads a meaning into its cells. Sentences live in messages/. */
import type { ProblemOf } from '@shuangsuiji/core';

/** What a file that is no xlsx really is. */
export type LooksLike =
  | 'empty'
  | 'xls-biff'
  | 'xml-2003'
  | 'html'
  | 'csv'
  | 'csv-gbk'
  | 'csv-utf16'
  | 'pdf'
  | 'zip-other'
  | 'unknown';

/** Fields of each problem of a workbook, by code. Codes are stable and never reused. */
export interface ExcelProblemFields {
  /** There is no file of that name. */
  readonly 'file-missing': { readonly file: string };
  /** The file may not be read, or is damaged; `detail` is what the system or the library said. */
  readonly 'file-unreadable': { readonly file: string; readonly detail: string };
  readonly 'file-not-xlsx': { readonly file: string; readonly looksLike: LooksLike };
  /** The workbook wants a password. */
  readonly 'file-encrypted': { readonly file: string };
  /** Unpacked size in whole megabytes, as the archive itself states it. */
  readonly 'file-too-large': { readonly file: string; readonly megabytes: number };
  /** A row, column or merge beyond what a sheet can hold; `range` is the offending reference. */
  readonly 'sheet-too-large': { readonly sheet: string; readonly range: string };
  /** No sheet has the headers; `missing` are the ★ headers the best one lacks. */
  readonly 'sheet-without-header': { readonly sheets: readonly string[]; readonly missing: readonly string[] };
  /** A ★ column is absent; `accepted` are the other names that would do. */
  readonly 'column-missing': { readonly header: string; readonly accepted: readonly string[] };
  /** Several columns answer to one name; each candidate reads `名称（B 列）` as `名称 B`. */
  /** Warning: a header that was passed over looks like one of the table's. */
  readonly 'column-not-read': { readonly header: string; readonly nearest: string };
  readonly 'column-ambiguous': { readonly header: string; readonly candidates: readonly string[] };
}

/** A problem of a workbook. */
export type ExcelProblem = ProblemOf<ExcelProblemFields>;
