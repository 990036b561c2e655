/** From a cell of the Excel library to a {@link Cell}: what stands there, without a meaning. */
import { type Cell, isPlainDate, stripEdges } from '@shuangsuiji/core';
import type ExcelJS from 'exceljs';

const HALF_SECOND = 500;

const textCell = (text: string): Cell | undefined => {
  const stripped = stripEdges(text);
  return stripped === '' ? undefined : { kind: 'text', text: stripped };
};

/** The library gives the days of a sheet as UTC; the half second undoes what the fraction of a day lost. */
const dateCell = (date: Date): Cell => {
  const rounded = new Date(date.getTime() + HALF_SECOND);
  const day = Number.isNaN(rounded.getTime()) ? '' : rounded.toISOString().slice(0, 10);
  return isPlainDate(day) ? { kind: 'date', date: day } : { kind: 'broken', shown: '#####' };
};

/** True where the number format shows per cent; quoted text and escaped characters do not count. */
const showsPercent = (format: string | undefined): boolean =>
  (format ?? '').replace(/"[^"]*"|\\./g, '').includes('%');

const cellOfValue = (value: ExcelJS.CellValue, format: string | undefined): Cell | undefined => {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'number') return Number.isFinite(value) ? { kind: 'number', value, percent: showsPercent(format) } : { kind: 'broken', shown: String(value) };
  if (typeof value === 'boolean') return { kind: 'text', text: value ? 'TRUE' : 'FALSE' };
  if (value instanceof Date) return dateCell(value);
  if ('error' in value) return { kind: 'broken', shown: value.error };
  if ('richText' in value) return textCell(value.richText.map(({ text }) => text).join(''));
  if ('hyperlink' in value) return textCell(value.text);
  // Results stand in place of their formulas (slim-sheet); a formula that is left has none.
  return { kind: 'broken', shown: '=' };
};

/**
 * Reads one cell.
 *
 * @returns `undefined` for an empty cell, or one of blanks only
 */
export const cellOf = (cell: ExcelJS.Cell): Cell | undefined => cellOfValue(cell.value, cell.numFmt);
