/** The two days of a period as offices write it. */
import type { PlainDate } from '../base/brand.js';
import { lastDayOfMonth, plainDate } from '../base/plain-date.js';
import { toHalfWidth } from '../base/text.js';

const DAY = String.raw`(?:(\d{4})[年./-])?(\d{1,2})[月./-](\d{1,2})日?`;
const MONTH = String.raw`(?:(\d{4})[年./-])?(\d{1,2})月?`;
const TO = '(?:-|—|–|~|〜|至|到)+';
const DAYS = new RegExp(`^${DAY}${TO}${DAY}$`);
const MONTHS = new RegExp(`^${MONTH}${TO}${MONTH}$`);
const ONE_MONTH = /^(?:(\d{4})年)?(\d{1,2})月$/;

export interface PeriodEndsInput {
  readonly raw: string;
  /** For a text that names no year; absent: such a text has no days. */
  readonly year?: number | undefined;
}

/** A day is `undefined` where there is no such day. */
export interface Ends {
  readonly from: PlainDate | undefined;
  readonly to: PlainDate | undefined;
}

/**
 * Reads `2026年2月24日-2026年11月30日`, `1月—12月`, `2025年9月`, `2025年9月—10月`; months run to their last day.
 *
 * @returns both ends, or `undefined` where the text is no period
 */
export const periodEnds = ({ raw, year = Number.NaN }: PeriodEndsInput): Ends | undefined => {
  const text = toHalfWidth(raw).replace(/\s+/g, '');
  return daysOf(text, year) ?? monthsOf(text, year);
};

/** A second year that is not written is the first one's. */
const daysOf = (text: string, year: number): Ends | undefined => {
  const match = DAYS.exec(text);
  if (match === null) return undefined;
  const [, y1, m1, d1, y2, m2, d2] = match;
  const firstYear = Number(y1 ?? year);
  return { from: plainDate(firstYear, Number(m1), Number(d1)), to: plainDate(Number(y2 ?? firstYear), Number(m2), Number(d2)) };
};

const monthsOf = (text: string, year: number): Ends | undefined => {
  const one = ONE_MONTH.exec(text);
  const match = one === null ? MONTHS.exec(text) : [text, one[1], one[2], one[1], one[2]];
  if (match === null || !text.includes('月')) return undefined;
  const firstYear = Number(match[1] ?? year);
  return { from: plainDate(firstYear, Number(match[2]), 1), to: lastDayOfMonth(Number(match[3] ?? firstYear), Number(match[4])) };
};
