/** A part of a whole as people read it, in integers only. */
import { ODDS_BITS } from '../match/odds.js';

export type Share = {
  readonly part: number;
  readonly whole: number;
  /** The same as a reduced fraction; `0/1` of nothing. */
  readonly numerator: number;
  readonly denominator: number;
  /** Ten-thousandths, rounded down: nothing but the whole reads as 100%. */
  readonly basisPoints: number;
};

const BASIS_POINTS = 10_000;

/** Exact for parts up to 2^39. */
export const shareOf = (part: number, whole: number): Share => {
  if (whole === 0) return { part, whole, numerator: 0, denominator: 1, basisPoints: 0 };
  const divisor = commonDivisor(part, whole);
  const scaled = part * BASIS_POINTS;
  return { part, whole, numerator: part / divisor, denominator: whole / divisor, basisPoints: (scaled - (scaled % whole)) / whole };
};

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

const CERTAIN = 1 << ODDS_BITS;

/** Units of 1/65536 in hundredths, rounded down. */
export const hundredthsOf = (units: number): number => {
  const scaled = units * 100;
  return (scaled - (scaled % CERTAIN)) / CERTAIN;
};
