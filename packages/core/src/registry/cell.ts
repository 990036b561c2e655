/** One cell of a table as the workbook holds it, before anybody has read a meaning into it. */
import type { PlainDate } from '../base/brand.js';

export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  /** `percent`: the cell's number format shows per cent, so 0.03 reads 3%. */
  | { readonly kind: 'number'; readonly value: number; readonly percent: boolean }
  | { readonly kind: 'date'; readonly date: PlainDate }
  /** A formula without a value, `#N/A` and the like: `shown` is what the workbook shows. */
  | { readonly kind: 'broken'; readonly shown: string };

/** A row after its headers were matched; a column that is absent or an empty cell has no entry. */
export interface RawRow<Column extends string> {
  /** As in the workbook, from 1. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<Column, Cell>>>;
}

/** A table read by header name. `headers` gives the office's own words for the columns that were found. */
export interface RawTable<Column extends string> {
  readonly file: string;
  readonly sheet: string;
  readonly headers: Readonly<Partial<Record<Column, string>>>;
  readonly rows: readonly RawRow<Column>[];
}
