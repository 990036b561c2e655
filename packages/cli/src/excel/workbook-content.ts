/** What a list looks like on paper, as plain data: who writes a list says what stands in it and nothing of the library. */

/** A text, a whole number, or nothing. Days are `yyyy-MM-dd`. */
export type CellContent = string | number | undefined;

/** One column of a list. */
export interface ColumnContent {
  readonly header: string;
  /** In characters of half an em; absent: what the content needs, up to a cap above which it wraps. */
  readonly width?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** `text` (codes too) never turns into a number; `date` cells hold `yyyy-MM-dd` and are written as days. */
  readonly kind: 'text' | 'integer' | 'date';
  /** ★ behind the header. */
  readonly isRequired?: boolean;
  /** What the hint row under the header says; the row exists where any column has one. */
  readonly hint?: string;
  /** Values of the drop-down list over the whole column. */
  readonly allowed?: readonly string[];
  /** People fill in the other columns; where any column is locked the sheet is protected, without a password. */
  readonly isLocked?: boolean;
}

/** Texts of the foot of every page; a middle that is absent is 第 n 页 共 m 页. */
export interface FooterContent {
  readonly left?: string;
  readonly centre?: string;
  readonly right?: string;
}

/** One sheet. */
export interface SheetContent {
  readonly name: string;
  readonly title?: string;
  /** Lines under the title, each over the whole width. */
  readonly notices?: readonly string[];
  readonly columns: readonly ColumnContent[];
  readonly rows: readonly (readonly CellContent[])[];
  /** Lines under the last row, each over the whole width. */
  readonly remarks?: readonly string[];
  readonly orientation: 'portrait' | 'landscape';
  readonly footer?: FooterContent;
  /** Positions in `rows` before which a new page begins (a new agency, a new group). */
  readonly pageBreaksBefore?: readonly number[];
  /** Rows below the last one that drop-down lists and formats reach, for people who add rows. */
  readonly spareRows?: number;
}

/** A workbook of lists. */
export interface WorkbookContent {
  readonly sheets: readonly SheetContent[];
}
