/** Cells of 起止时间 as offices write them. */
import type { PlainDate } from '../base/brand.js';
import { lastDayOfMonth, plainDate } from '../base/plain-date.js';
import { err, ok, type Result } from '../base/result.js';
import { toHalfWidth } from '../base/text.js';
import type { Period } from './batch.js';
import type { PlanRowFault } from './problems.js';

const DAY = String.raw`(?:(\d{4})[年./-])?(\d{1,2})[月./-](\d{1,2})日?`;
const MONTH = String.raw`(?:(\d{4})[年./-])?(\d{1,2})月?`;
const TO = '(?:-|—|–|~|〜|至|到)+';
const DAYS = new RegExp(`^${DAY}${TO}${DAY}$`);
const MONTHS = new RegExp(`^${MONTH}${TO}${MONTH}$`);
const ONE_MONTH = /^(?:(\d{4})年)?(\d{1,2})月$/;

export interface PeriodInput {
  readonly raw: string;
  /** Of the plan, for cells that name no year. */
  readonly year: number;
}

/** Reads `2026年2月24日-2026年11月30日`, `1月—12月`, `2025年9月`, `2025年9月—10月`; months run to their last day. */
export const parsePeriod = ({ raw, year }: PeriodInput): Result<Period, PlanRowFault> => {
  const text = toHalfWidth(raw).replace(/\s+/g, '');
  const ends = daysOf(text, year) ?? monthsOf(text, year);
  if (ends?.from === undefined || ends.to === undefined) return err({ code: 'period-unreadable', fields: { raw } });
  const { from, to } = ends;
  return from > to ? err({ code: 'period-backwards', fields: { from, to } }) : ok({ from, to });
};

interface Ends {
  readonly from: PlainDate | undefined;
  readonly to: PlainDate | undefined;
}

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
