import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlainDate, Timestamp } from './brand.js';
import { addDays, dayOf, epochSecondsOf, isPlainDate, isTimestamp, lastDayOfMonth, offsetMinutes, plainDate, timestampAt } from './plain-date.js';

test('R1.5 a day is one that exists', () => {
  expect(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-09-09'].every(isPlainDate)).toBe(true);
  expect(['2026-02-29', '1900-02-29', '2100-02-29', '2026-04-31', '2026-13-01', '2026-00-01', '2026-01-00', '0000-01-01', '2026-1-1', '2026/01/01', '2026-01-01 ', '２026-01-01', '', 20260101].some(isPlainDate)).toBe(false);
});
test('R1.5 a time has seconds and an offset', () => {
  expect(['2026-03-02T09:30:00+08:00', '2024-02-29T23:59:59-03:30', '2026-03-02T00:00:00+00:00'].every(isTimestamp)).toBe(true);
  expect(['2026-03-02T09:30:00Z', '2026-03-02T09:30+08:00', '2026-03-02T24:00:00+08:00', '2026-03-02T09:60:00+08:00', '2026-03-02T09:30:60+08:00', '2026-02-30T09:30:00+08:00', '2026-03-02T09:30:00.0+08:00', '2026-03-02 09:30:00+08:00', '2026-03-02T09:30:00+15:00', '2026-03-02T09:30:00+08:60', undefined].some(isTimestamp)).toBe(false);
});
test('days are counted over months, leap days and years', () => {
  const cases: [string, number, string][] = [['2024-02-28', 1, '2024-02-29'], ['2026-02-28', 1, '2026-03-01'], ['2025-12-31', 1, '2026-01-01'], ['2026-11-30', 30, '2026-12-30'], ['2026-01-01', 0, '2026-01-01'], ['2026-03-01', -1, '2026-02-28'], ['2024-01-01', 366, '2025-01-01']];
  for (const [day, days, later] of cases) expect(addDays(day as PlainDate, days)).toBe(later);
});
test('a moment is written at the office’s offset, not the machine’s', () => {
  expect(timestampAt(0, '+08:00')).toBe('1970-01-01T08:00:00+08:00');
  expect(timestampAt(1772415000, '+08:00')).toBe('2026-03-02T09:30:00+08:00');
  expect(timestampAt(1772415000, '-03:30')).toBe('2026-03-01T22:00:00-03:30');
  expect([offsetMinutes('+08:00'), offsetMinutes('-03:30'), offsetMinutes('+00:00')]).toEqual([480, -210, 0]);
});
test('a moment written and read is the same moment', () => {
  const offset = fc.tuple(fc.constantFrom('+', '-'), fc.integer({ min: 0, max: 14 }), fc.constantFrom('00', '30', '45')).map(([sign, hours, minutes]) => `${sign}${String(hours).padStart(2, '0')}:${minutes}`);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), offset, (seconds, zone) => {
      const at = timestampAt(seconds, zone);
      expect(isTimestamp(at)).toBe(true);
      expect(epochSecondsOf(at)).toBe(seconds);
      expect(epochSecondsOf(at)).toBe(Date.parse(at) / 1000);
    }),
  );
});
test('the day of a time is that of its own offset', () => {
  expect(dayOf('2026-03-02T00:10:00+08:00' as Timestamp)).toBe('2026-03-02');
});
test('days and ends of months out of numbers', () => {
  expect([plainDate(2024, 2, 29), plainDate(2026, 2, 29), plainDate(2026, 13, 1)]).toEqual(['2024-02-29', undefined, undefined]);
  expect([lastDayOfMonth(2024, 2), lastDayOfMonth(2026, 2), lastDayOfMonth(2026, 12), lastDayOfMonth(2026, 4), lastDayOfMonth(2026, 0)]).toEqual(['2024-02-29', '2026-02-28', '2026-12-31', '2026-04-30', undefined]);
});
