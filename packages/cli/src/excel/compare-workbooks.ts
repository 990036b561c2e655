/** Two workbooks cell by cell: what a reader sees, not how it looks or which version wrote it. */
import { type Cell, ok, type Result } from '@shuangsuiji/core';
import { cellOf } from './cell-of.js';
import { columnLetters } from './column-letters.js';
import { type FileBytes, openWorkbook, type OpenSheet } from './open-workbook.js';
import type { ExcelProblem } from './problems.js';

/** One cell that differs; an empty text where nothing stands there. */
export interface CellDifference {
  readonly sheet: string;
  /** `B5`; empty where the sheet as a whole is missing or too many. */
  readonly cell: string;
  /** In the file. */
  readonly recorded: string;
  readonly expected: string;
}

export interface CompareWorkbooksInput extends FileBytes {
  /** A workbook this program has just made. */
  readonly expected: Uint8Array;
}

/** All differences, sheet by sheet and row by row; the problem where the file is no workbook. */
export const compareWorkbooks = async ({ file, bytes, expected }: CompareWorkbooksInput): Promise<Result<readonly CellDifference[], readonly ExcelProblem[]>> => {
  if (Buffer.compare(bytes, expected) === 0) return ok([]);
  const found = await openWorkbook({ file, bytes });
  if (!found.ok) return found;
  const made = await openWorkbook({ file, bytes: expected });
  if (!made.ok) return made;
  const count = Math.max(found.value.length, made.value.length);
  return ok(Array.from({ length: count }, (_, index) => differencesOf(found.value[index], made.value[index])).flat());
};

const differencesOf = (found: OpenSheet | undefined, made: OpenSheet | undefined): readonly CellDifference[] => {
  const names = { recorded: found?.worksheet.name ?? '', expected: made?.worksheet.name ?? '' };
  if (found === undefined || made === undefined || names.recorded !== names.expected) return [{ sheet: names.expected === '' ? names.recorded : names.expected, cell: '', ...names }];
  const [here, there] = [textsOf(found), textsOf(made)];
  const places = [...new Map([...here, ...there].map(([cell, { at }]) => [cell, at]))].sort(([, a], [, b]) => a.row - b.row || a.column - b.column);
  return places.flatMap(([cell]): readonly CellDifference[] => {
    const [recorded, expected] = [here.get(cell)?.text ?? '', there.get(cell)?.text ?? ''];
    return recorded === expected ? [] : [{ sheet: names.expected, cell, recorded, expected }];
  });
};

interface Shown {
  readonly at: { readonly row: number; readonly column: number };
  readonly text: string;
}

const textsOf = ({ worksheet }: OpenSheet): ReadonlyMap<string, Shown> => {
  const texts = new Map<string, Shown>();
  worksheet.eachRow((row, rowNumber) => {
    row.eachCell((cell, column) => {
      const content = cellOf(cell);
      if (content !== undefined) texts.set(`${columnLetters(column)}${rowNumber}`, { at: { row: rowNumber, column }, text: textOf(content) });
    });
  });
  return texts;
};

const textOf = (cell: Cell): string => {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'number':
      return `${cell.value}${cell.percent ? '%' : ''}`;
    case 'date':
      return cell.date;
    case 'broken':
      return cell.shown;
    default:
      return cell satisfies never;
  }
};
