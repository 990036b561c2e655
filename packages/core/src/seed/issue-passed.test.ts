import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../base/brand.js';
import { dayOfYear } from '../base/plain-date.js';
import { isIssuePassed } from './issue-passed.js';
import type { LotteryGame } from './source.js';

const passed = (game: LotteryGame, issue: string, day: string): boolean => isIssuePassed({ kind: 'lottery', game, issue }, day as PlainDate);

describe('D2.6 an issue that was surely drawn before the seal', () => {
  test('one of an earlier year is, one of a later year is not', () => {
    expect(passed('kl8', '2025351', '2026-01-02')).toBe(true);
    expect(passed('kl8', '2027001', '2026-12-31')).toBe(false);
  });
  test('one far behind the pace of its game is, one near it is not', () => {
    expect(passed('kl8', '2026052', '2026-03-02')).toBe(false);
    expect(passed('kl8', '2026052', '2026-11-24')).toBe(true);
    expect(passed('ssq', '2026135', '2026-11-24')).toBe(false);
    expect(passed('ssq', '2026050', '2026-11-24')).toBe(true);
    expect(passed('fc3d', '2026320', '2026-11-24')).toBe(false);
  });
  test('dice and typed values have no issue', () => {
    expect(isIssuePassed({ kind: 'dice', faces: 10, count: 20 }, '2026-11-24' as PlainDate)).toBe(false);
    expect(isIssuePassed({ kind: 'typed' }, '2026-11-24' as PlainDate)).toBe(false);
  });
  test('days of a year are counted, leap years too', () => {
    expect(dayOfYear('2026-01-01' as PlainDate)).toBe(1);
    expect(dayOfYear('2026-12-31' as PlainDate)).toBe(365);
    expect(dayOfYear('2028-03-01' as PlainDate)).toBe(61);
    expect(dayOfYear('2028-12-31' as PlainDate)).toBe(366);
  });
});
