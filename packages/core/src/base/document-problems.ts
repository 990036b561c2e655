/** What can be wrong with a document the program once wrote itself: `where.file` names it, `where.row` its line from 1. */
import type { ProblemOf } from './problem.js';

export interface DocumentProblemFields {
  /** A file that must be there is not. */
  readonly 'document-missing': Record<string, never>;
  /** Not JSON (`path` empty, `reason` `not-json`), or not of the document's shape (`reason` is zod's issue code). */
  readonly 'document-invalid': { readonly path: string; readonly reason: string };
  /** The line is not byte for byte what writing its content again gives; a last line without LF is one of these. */
  readonly 'document-not-canonical': Record<string, never>;
  /** The row's key is smaller than the one before it. */
  readonly 'rows-out-of-order': { readonly key: string };
  /** The row's key stands in the line before it as well. */
  readonly 'row-twice': { readonly key: string };
  readonly 'digest-differs': { readonly expected: string; readonly found: string };
  readonly 'count-differs': { readonly expected: number; readonly found: number };
}

export type DocumentProblem = ProblemOf<DocumentProblemFields>;
