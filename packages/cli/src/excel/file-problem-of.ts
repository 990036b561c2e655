/** Why a file could not be opened at all, from what the system said. */
import { fileProblem } from './guard.js';
import type { ExcelProblem } from './problems.js';

/**
 * Turns an error of the file system into a problem.
 *
 * @param file - the name people know the file by
 * @param error - what reading it threw
 */
export const fileProblemOf = (file: string, error: unknown): ExcelProblem => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return fileProblem('file-missing', { file });
  return fileProblem('file-unreadable', { file, detail: code === '' ? String(error) : code });
};
