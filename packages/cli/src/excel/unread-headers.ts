/** Headers that were passed over although they look like one of the table's: a restriction nobody reads is worse than an error. */
import { foldName } from '@shuangsuiji/core';
import type { TableDefinition } from './definition.js';
import type { FoundHeader } from './find-header.js';
import { foldHeader } from './fold-header.js';
import type { ExcelProblem } from './problems.js';
import type { SheetGrid } from './sheet-grid.js';

export interface UnreadHeadersInput<Column extends string> {
  readonly file: string;
  readonly grid: SheetGrid;
  readonly header: FoundHeader<Column>;
  readonly definition: TableDefinition<Column>;
}

/** A warning for each header without a column that shares most of its characters with the name of a column that was not found. */
export const unreadHeaders = <Column extends string>({ file, grid, header, definition }: UnreadHeadersInput<Column>): readonly ExcelProblem[] => {
  const read = new Set([...header.columns.values()].flatMap((found) => found.map(({ column }) => column)));
  const missing = definition.columns.filter(({ key }) => !header.columns.has(key));
  const problems: ExcelProblem[] = [];
  for (let column = 1; column <= grid.lastColumn && missing.length > 0; column += 1) {
    const cell = read.has(column) ? undefined : grid.ownCell(header.bottom, column);
    if (cell?.kind !== 'text') continue;
    const own = bare(cell.text);
    const nearest = [holds, isLike].flatMap((test) => missing.filter((one) => [one.header, ...one.aliases].some((name) => test(own, bare(name)))))[0];
    if (nearest === undefined) continue;
    const where = { file, sheet: grid.name, row: header.bottom, column: cell.text };
    problems.push({ code: 'column-not-read', severity: 'warning', where, fields: { header: cell.text, nearest: nearest.header } });
  }
  return problems;
};

/** Without what stands in brackets, strokes and blanks. */
const bare = (text: string): string => foldName(foldHeader(text).replace(/\([^)]*\)/g, '').replace(/[/·、]/g, ''));

/** One holds the other whole. */
const holds = (a: string, b: string): boolean => Math.min(a.length, b.length) >= 3 && (a.includes(b) || b.includes(a));

/** They share three characters in four; of very short names half. */
const isLike = (a: string, b: string): boolean => {
  if (Math.min(a.length, b.length) < 3) return false;
  const common = [...new Set(a)].filter((character) => b.includes(character)).length;
  return common * 4 >= Math.max(new Set(a).size, new Set(b).size) * 3 || (common >= 2 && a.length <= 4 && b.length <= 4 && common * 2 >= Math.max(a.length, b.length));
};
