/** Finds the header of a table wherever it stands in a sheet (excel-format rules 1 and 2). */
import type { TableDefinition } from './definition.js';
import { foldHeader } from './fold-header.js';
import type { SheetGrid } from './sheet-grid.js';

/** A column of the sheet that answers to a name, in the office's own words. */
export interface FoundColumn {
  readonly column: number;
  readonly header: string;
}

/** A header over one or two rows. */
export interface FoundHeader<Column extends string> {
  readonly top: number;
  readonly bottom: number;
  /** Every column that answers to a key; several mean that the header is ambiguous. */
  readonly columns: ReadonlyMap<Column, readonly FoundColumn[]>;
  /** How many ★ columns were found. */
  readonly requiredFound: number;
}

/** A header stands in the first rows, under titles and notices. */
const SEARCHED_ROWS = 20;
/** Formatting that runs on to the right brings nothing: real tables met have 21 columns. */
const SEARCHED_COLUMNS = 512;

interface Name<Column extends string> {
  readonly key: Column;
  /** The format's own name of the column, not one of its aliases. */
  readonly isOwn: boolean;
}
type Names<Column extends string> = ReadonlyMap<string, Name<Column>>;

const namesOf = <Column extends string>({ columns }: TableDefinition<Column>): Names<Column> =>
  new Map<string, Name<Column>>([
    ...columns.flatMap(({ key, aliases }) => aliases.map((alias) => [foldHeader(alias), { key, isOwn: false }] as const)),
    ...columns.map(({ key, header }) => [foldHeader(header), { key, isOwn: true }] as const),
  ]);

/** Header text of a cell; a group heading over several columns is no column's name. */
const headerText = (grid: SheetGrid, row: number, column: number, isGroupAllowed: boolean): string | undefined => {
  const merge = grid.mergeAt(row, column);
  if (!isGroupAllowed && merge !== undefined && merge.right > merge.left && merge.bottom === row) return undefined;
  const cell = grid.ownCell(row, column);
  return cell?.kind === 'text' ? cell.text : undefined;
};

/** The name in the lower row of a header is nearer to the column than the one above it. */
const matchAt = <Column extends string>(grid: SheetGrid, names: Names<Column>, rows: readonly number[], column: number) => {
  for (const row of rows.toReversed()) {
    const header = headerText(grid, row, column, row === rows.at(-1));
    const name = header === undefined ? undefined : names.get(foldHeader(header));
    if (name !== undefined && header !== undefined) return { ...name, column, header: header.replace(/\s+/g, '') };
  }
  return undefined;
};

/** Own names win over aliases: a sheet with 事项编号 and 序号 means the former. */
const headerAt = <Column extends string>(grid: SheetGrid, definition: TableDefinition<Column>, names: Names<Column>, rows: readonly number[]): FoundHeader<Column> => {
  const found = new Map<Column, (FoundColumn & Name<Column>)[]>();
  for (let column = 1; column <= Math.min(grid.lastColumn, SEARCHED_COLUMNS); column += 1) {
    const match = matchAt(grid, names, rows, column);
    if (match !== undefined) found.set(match.key, [...(found.get(match.key) ?? []), match]);
  }
  const columns = new Map<Column, readonly FoundColumn[]>();
  for (const [key, matches] of found) {
    const own = matches.filter(({ isOwn }) => isOwn);
    columns.set(key, own.length > 0 ? own : matches);
  }
  const requiredFound = definition.columns.filter(({ key, isRequired }) => isRequired && columns.has(key)).length;
  return { top: rows[0] ?? 1, bottom: rows.at(-1) ?? 1, columns, requiredFound };
};

const isBetter = (a: FoundHeader<string>, b: FoundHeader<string>): boolean =>
  a.requiredFound > b.requiredFound || (a.requiredFound === b.requiredFound && a.columns.size > b.columns.size);

/**
 * The best header of a sheet: most ★ columns, then most columns, then one row before two, then the upper one.
 *
 * @returns `undefined` where no header word of the table stands in the first rows
 */
export const findHeader = <Column extends string>(grid: SheetGrid, definition: TableDefinition<Column>): FoundHeader<Column> | undefined => {
  const names = namesOf(definition);
  const rows = Array.from({ length: Math.min(grid.lastRow, SEARCHED_ROWS) }, (_, index) => index + 1);
  const candidates = [...rows.map((row) => [row]), ...rows.slice(0, -1).map((row) => [row, row + 1])];
  let best: FoundHeader<Column> | undefined;
  for (const candidate of candidates) {
    const header = headerAt(grid, definition, names, candidate);
    if (header.columns.size > 0 && (best === undefined || isBetter(header, best))) best = header;
  }
  return best;
};
