/** Errors of the system as problems. */
import type { Result } from '@shuangsuiji/core';
import { refusal, type WorkspaceProblem } from './problems.js';

/** `ENOSPC` and the like; empty for anything that is no error of the system, which is a fault of the program. */
export const errnoOf = (error: unknown): string =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The path people know: of a renaming the one it should have got. */
export const errorPath = (error: unknown): string => {
  if (!(error instanceof Error)) return '';
  if ('dest' in error && typeof error.dest === 'string') return error.dest;
  return 'path' in error && typeof error.path === 'string' ? error.path : '';
};

/**
 * An error of the system as a problem.
 *
 * @param fallback - the path to name where the error names none
 * @throws the error itself where it is no error of the system
 */
export const fileSystemProblem = (error: unknown, doing: 'reading' | 'writing', fallback: string): WorkspaceProblem => {
  const errno = errnoOf(error);
  if (errno === '') throw error;
  const named = errorPath(error);
  const path = named === '' ? fallback : named;
  switch (errno) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return doing === 'reading' ? refusal('not-readable', { path }) : refusal('folder-not-writable', { path });
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return refusal('disk-full', { path });
    case 'EBUSY':
    case 'ETXTBSY':
      return refusal('file-in-use', { path });
    default:
      return refusal('file-system-error', { path, errno });
  }
};

/** What reading gave, or the problem. */
export const whileReading = <T, E>(path: string, read: () => Result<T, readonly E[]>): Result<T, readonly (E | WorkspaceProblem)[]> => {
  try {
    return read();
  } catch (error) {
    return { ok: false, error: [fileSystemProblem(error, 'reading', path)] };
  }
};

/** Does it and lets errors of the system pass: for clearing away what the next command would clear away as well. */
export const asFarAsPossible = (clear: () => void): void => {
  try {
    clear();
  } catch (error) {
    if (errnoOf(error) === '') throw error;
  }
};
