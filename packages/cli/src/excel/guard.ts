/** The gate before the Excel library: it takes anything for a workbook and hangs on some of it (ADR 0008). */
import { err, ok, type Result } from '@shuangsuiji/core';
import { isEncryptedPackage, looksLike } from './looks-like.js';
import type { ExcelProblem, ExcelProblemFields } from './problems.js';
import { isBomb, MEGABYTE } from '../zip/is-bomb.js';
import { isZip } from '../zip/is-zip.js';
import { zipDirectory } from '../zip/zip-directory.js';

/** A registry of a county unpacks to some 15 MB, one of 42,782 rows to 12 MB. */
const SIZE_LIMIT = 400 * MEGABYTE;

/** An error about a whole file. */
export const fileProblem = <Code extends 'file-missing' | 'file-unreadable' | 'file-not-xlsx' | 'file-encrypted' | 'file-too-large'>(
  code: Code,
  fields: ExcelProblemFields[Code],
) => ({ code, severity: 'error' as const, where: { file: fields.file }, fields });

const guardArchive = (file: string, bytes: Uint8Array): ExcelProblem | undefined => {
  const directory = zipDirectory(bytes);
  if (directory === undefined) return fileProblem('file-unreadable', { file, detail: 'zip: central directory not found' });
  const { entries } = directory;
  if (entries.some((entry) => entry.isEncrypted)) return fileProblem('file-encrypted', { file });
  const size = entries.reduce((total, entry) => total + entry.size, 0);
  if (size > SIZE_LIMIT || isBomb(size, bytes.length)) return fileProblem('file-too-large', { file, megabytes: Math.ceil(size / MEGABYTE) });
  return undefined;
};

/**
 * Lets through what is a zip archive of bearable size, whatever its suffix.
 *
 * @returns the same bytes, or why they are no workbook
 */
export const guard = ({ file, bytes }: { readonly file: string; readonly bytes: Uint8Array }): Result<Uint8Array, readonly ExcelProblem[]> => {
  if (isEncryptedPackage(bytes)) return err([fileProblem('file-encrypted', { file })]);
  if (!isZip(bytes)) return err([fileProblem('file-not-xlsx', { file, looksLike: looksLike(bytes) })]);
  const problem = guardArchive(file, bytes);
  return problem === undefined ? ok(bytes) : err([problem]);
};
