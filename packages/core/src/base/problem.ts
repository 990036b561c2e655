/** Problems are data; their sentences live with the program that talks to people. */

/** Where the problem stands, as far as it is known; rows and columns count from 1 as in the workbook. */
export interface Where {
  readonly file?: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
}

/** `error` stops the work, `warning` is shown and recorded. */
export type Severity = 'error' | 'warning';

/** Fields of a problem, by code. Each room declares its own map. */
export type ProblemFields = Readonly<Record<string, string | number | readonly string[]>>;

/** The problem of one code out of a room's map. */
export type ProblemOf<Fields extends object> = {
  [Code in keyof Fields & string]: {
    readonly code: Code;
    readonly severity: Severity;
    readonly where?: Where;
    readonly fields: Fields[Code];
  };
}[keyof Fields & string];
