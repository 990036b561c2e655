/** What can be wrong with a ledger or a record before anything is replayed. */
import type { DocumentProblemFields } from '../base/document-problems.js';
import type { ProblemOf } from '../base/problem.js';

export interface RecordProblemFields extends DocumentProblemFields {
  readonly 'scheme-unknown': { readonly scheme: string };
  /** `row` of the ledger from 1. */
  readonly 'ledger-seq': { readonly row: number; readonly expected: number; readonly found: number };
  readonly 'ledger-chain': { readonly row: number; readonly expected: string; readonly found: string };
  /** The last line has no LF or is not JSON: it was being written when the machine stopped. */
  readonly 'ledger-torn': { readonly row: number };
  /** An entry's time is before the one above: a clock was wrong or somebody set it. Warning. */
  readonly 'ledger-time': { readonly row: number; readonly before: string; readonly at: string };
  /** `count` entries, the first one in line `row`, are later than the machine's clock: it was ahead then or is behind now. Warning. */
  readonly 'ledger-time-ahead': { readonly row: number; readonly count: number; readonly at: string };
}
export type RecordProblem = ProblemOf<RecordProblemFields>;
