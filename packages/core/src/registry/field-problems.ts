/** What can be wrong with a single cell, whatever its column means; every room that reads tables adds its own to these. */
import type { Severity, Where } from '../base/problem.js';

export interface FieldProblemFields {
  /** A formula without a value, `#N/A` and the like, or a number that is none. */
  readonly 'cell-broken': { readonly shown: string };
  /** U+FFFD or a lone surrogate: the text was damaged before it came here. */
  readonly 'text-unsound': { readonly raw: string };
  readonly 'date-unreadable': { readonly raw: string };
  readonly 'yes-no-unreadable': { readonly raw: string };
  /** A code of 16 digits or more that a spreadsheet kept as a number: its last digits are gone (excel-format rule 8). */
  readonly 'code-precision-lost': { readonly raw: string };
  /** A code such as `3-2` that a spreadsheet turned into a day. */
  readonly 'code-became-date': { readonly raw: string };
}

/** The code and the fields of a problem, before it is known where it stands. */
export type FaultOf<Fields extends object> = {
  [Code in keyof Fields & string]: { readonly code: Code; readonly fields: Fields[Code] };
}[keyof Fields & string];

export type FieldFault = FaultOf<FieldProblemFields>;

/** A fault with its place: a problem whose `where` is known. */
export type Located<Fault> = Fault & { readonly severity: Severity; readonly where: Where };
