/** Days on which somebody cannot be sent. @zh 请假/不可用时段 */
import { err, ok } from '../base/result.js';
import { shownText } from '../base/shown-text.js';
import { sortedBy } from '../base/text.js';
import type { Cell } from './cell.js';
import { readList, type Reading } from './field-readers.js';
import { periodEnds } from './period-ends.js';
import type { RegistryFault } from './problems.js';
import { parseDateText } from './read-date.js';
import type { Period } from './schemas.js';

/**
 * Reads several periods or single days. Each names its year: a registry is kept over years, and which one was meant is not
 * for a program to guess.
 *
 * @returns a reader of the periods, ascending, each once
 */
export const readAway = (cell: Cell): Reading<readonly Period[], RegistryFault> => {
  const texts = readList(cell);
  if (!texts.ok || texts.value === undefined) return texts.ok ? ok(undefined) : texts;
  const periods = new Map<string, Period>();
  for (const text of texts.value) {
    const period = periodOf(text);
    if (!period.ok) return period;
    const { from, to } = period.value;
    periods.set(`${from} ${to}`, period.value);
  }
  return ok(sortedBy(periods, ([key]) => key).map(([, period]) => period));
};

const periodOf = (text: string) => {
  const day = parseDateText(text);
  const ends = day === undefined ? periodEnds({ raw: text }) : { from: day, to: day };
  if (ends?.from === undefined || ends.to === undefined) return err({ code: 'away-unreadable', fields: { raw: shownText(text) } } as const);
  const { from, to } = ends;
  return from > to ? err({ code: 'away-backwards', fields: { from, to } } as const) : ok({ from, to });
};
