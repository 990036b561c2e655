/** Was a lottery's issue surely drawn before a day? A seed that exists before the seal could have been chosen (draw-spec D2.6). */
import type { PlainDate } from '../base/brand.js';
import { dayOfYear } from '../base/plain-date.js';
import type { LotteryGame, SeedSource } from './source.js';

/** Draws in a year, at least: daily games stop some two weeks, 双色球 is drawn three times a week. */
const FEWEST_A_YEAR: Readonly<Record<LotteryGame, number>> = { kl8: 345, ssq: 148, fc3d: 345 };
const DAYS = 365;
/** Holidays come early in the year; so many issues behind the even pace is no proof yet. */
const LATE_ISSUES = 20;

/** True only where it is sure: an issue of an earlier year, or far behind the pace of its game. */
export const isIssuePassed = (source: SeedSource, day: PlainDate): boolean => {
  if (source.kind !== 'lottery') return false;
  const year = Number(source.issue.slice(0, 4));
  const today = Number(day.slice(0, 4));
  if (year !== today) return year < today;
  const product = dayOfYear(day) * FEWEST_A_YEAR[source.game];
  return Number(source.issue.slice(4)) < (product - (product % DAYS)) / DAYS - LATE_ISSUES;
};
