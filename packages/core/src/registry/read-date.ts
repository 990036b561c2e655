/** A day in a cell, in every spelling of excel-format rule 7. */
import { isPlainDate } from '../base/plain-date.js';
import type { PlainDate } from '../base/brand.js';
import { err, ok } from '../base/result.js';
import { shownText } from '../base/shown-text.js';
import { toHalfWidth } from '../base/text.js';
import type { Cell } from './cell.js';
import { readText, type Reading } from './field-readers.js';

const SPELLINGS = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<year>\d{4})\/(?<month>\d{1,2})\/(?<day>\d{1,2})$/,
  /^(?<year>\d{4})\.(?<month>\d{1,2})\.(?<day>\d{1,2})$/,
  /^(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})日$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
] as const;

/**
 * The day a text spells, or `undefined`. `9999-09-09` (长期) is a day like any other.
 *
 * @example parseDateText('2026年3月2日') // '2026-03-02'
 */
export const parseDateText = (raw: string): PlainDate | undefined => {
  const text = toHalfWidth(raw);
  for (const spelling of SPELLINGS) {
    const { year = '', month = '', day = '' } = spelling.exec(text)?.groups ?? {};
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (isPlainDate(date)) return date;
  }
  return undefined;
};

/** A day, as the workbook's own or as text. A bare serial number is not one of the spellings. */
export const readDate = (cell: Cell): Reading<PlainDate> => {
  if (cell.kind === 'date') return ok(cell.date);
  const text = readText(cell);
  if (!text.ok || text.value === undefined) return text.ok ? ok(undefined) : text;
  const date = parseDateText(text.value);
  return date === undefined ? err({ code: 'date-unreadable', fields: { raw: shownText(text.value) } }) : ok(date);
};
