/** Days and times as text. The clock belongs to the host; here are only sums over what it said. */
import { UTCDate } from '@date-fns/utc';
// Each on its own: the package as a whole takes longer to load than all of the core.
import { addDays as addDaysTo } from 'date-fns/addDays';
import { endOfMonth } from 'date-fns/endOfMonth';
import { format } from 'date-fns/format';
import { parse } from 'date-fns/parse';
import { type PlainDate, type Timestamp, unsafeBrand } from './brand.js';

const EPOCH = new UTCDate(0);
const dateOf = (day: PlainDate): UTCDate => parse(day, 'yyyy-MM-dd', EPOCH);

/** True for `yyyy-MM-dd` of a day that exists. */
export const isPlainDate = (value: unknown): value is PlainDate =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8)));

/** Asked for every date of a registry, where a general parser would take most of the time. */
const isDay = (year: number, month: number, day: number): boolean =>
  year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && isLeapYear(year) ? 29 : (DAYS_OF_MONTH[month - 1] ?? 0));
const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** True for RFC 3339 with seconds and a numeric offset, as `2026-03-02T09:30:00+08:00`. */
export const isTimestamp = (value: unknown): value is Timestamp =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d[+-](?:0\d|1[0-4]):[0-5]\d$/.test(value) &&
  isPlainDate(value.slice(0, 10));

/** The day so many days later. */
export const addDays = (day: PlainDate, days: number): PlainDate =>
  unsafeBrand<'PlainDate'>(format(addDaysTo(dateOf(day), days), 'yyyy-MM-dd'));

/** The day of a time, at the time's own offset. */
export const dayOf = (at: Timestamp): PlainDate => unsafeBrand<'PlainDate'>(at.slice(0, 10));

/** Minutes of an offset as `+08:00`. */
export const offsetMinutes = (offset: string): number => {
  const sign = offset.startsWith('-') ? -1 : 1;
  return sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)));
};

/**
 * A moment in the office's offset.
 *
 * @param epochSeconds - whole seconds since 1970-01-01T00:00:00Z
 * @param offset - `+08:00`
 */
export const timestampAt = (epochSeconds: number, offset: string): Timestamp =>
  unsafeBrand<'Timestamp'>(
    `${format(new UTCDate((epochSeconds + offsetMinutes(offset) * 60) * 1000), "yyyy-MM-dd'T'HH:mm:ss")}${offset}`,
  );

/** Whole seconds since 1970-01-01T00:00:00Z of a time. Asked for every line of a ledger, so it is a sum and no parser. */
export const epochSecondsOf = (at: Timestamp): number =>
  (dayNumber(dayOf(at)) - DAYS_TO_EPOCH) * 86_400 + Number(at.slice(11, 13)) * 3600 + Number(at.slice(14, 16)) * 60 + Number(at.slice(17, 19)) - offsetMinutes(at.slice(19)) * 60;

/** From 0001-01-01 to 1970-01-01. */
const DAYS_TO_EPOCH = 719_162;

/** Days since 0001-01-01. */
const dayNumber = (day: PlainDate): number => {
  const before = Number(day.slice(0, 4)) - 1;
  return before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) + dayOfYear(day) - 1;
};

/** How many days the second day is after the first. */
export const daysFrom = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from);
/** The moment so many seconds later, or earlier, in the same offset. */
export const addSeconds = (at: Timestamp, seconds: number): Timestamp => timestampAt(epochSecondsOf(at) + seconds, at.slice(19));

/** The day of these numbers, or `undefined` where there is none. */
export const plainDate = (year: number, month: number, day: number): PlainDate | undefined => {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isPlainDate(text) ? text : undefined;
};

/** The last day of a month, or `undefined` where there is no such month. */
export const lastDayOfMonth = (year: number, month: number): PlainDate | undefined => {
  const first = plainDate(year, month, 1);
  return first === undefined ? undefined : unsafeBrand<'PlainDate'>(format(endOfMonth(dateOf(first)), 'yyyy-MM-dd'));
};

/** 1 for the first of January. */
export const dayOfYear = (day: PlainDate): number => {
  const month = Number(day.slice(5, 7));
  const before = DAYS_OF_MONTH.slice(0, month - 1).reduce((sum, days) => sum + days, 0);
  return before + Number(day.slice(8)) + (month > 2 && isLeapYear(Number(day.slice(0, 4))) ? 1 : 0);
};
