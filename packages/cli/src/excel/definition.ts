/** How a table looks in a workbook: which header words mean which column. Data only; columns/ holds one for each registry. */

/** One column of a table. */
export interface ColumnDefinition<Column extends string> {
  readonly key: Column;
  /** The name templates and exports use; it wins over {@link aliases} where both stand in a sheet. */
  readonly header: string;
  readonly aliases: readonly string[];
  /** ★: without this column the table cannot be read. */
  readonly isRequired: boolean;
  /** `text` keeps codes as they are typed. */
  readonly kind: 'text' | 'integer' | 'date';
  /** Width in characters of half an em. */
  readonly width: number;
  /** What the hint row of the template says. */
  readonly hint: string;
  /** What the sample row of the template shows. */
  readonly sample: string | number;
  /** The values of the drop-down list; absent where anything may be written. */
  readonly allowed?: readonly string[];
  /** Numbers of identity cards: read for comparing, and never written again. */
  readonly isPrivate?: boolean;
}

/** One table of a workbook. */
export interface TableDefinition<Column extends string> {
  /** File name people know it by, without the suffix. */
  readonly file: string;
  readonly sheet: string;
  readonly columns: readonly ColumnDefinition<Column>[];
}
