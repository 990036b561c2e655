/** Cells of 抽查比例(数量) as offices write them; what is unclear is reported, never guessed. */
import { err, ok, type Result } from '../base/result.js';
import { asciiUpper, toHalfWidth } from '../base/text.js';
import type { QuotaRule } from './batch.js';
import type { PlanRowFault } from './problems.js';

/** `stated` is the count in brackets of `10%(20户)`, which the ratio must give. */
export interface RatioCell {
  readonly rule: QuotaRule;
  readonly stated?: number | undefined;
  readonly timesPerYear?: number | undefined;
}

const AT_LEAST = '>=|≥|不少于|不低于|至少|=';
const AT_MOST = '<=|≤|不超过|不高于|至多';
const TIMES = /^([1-9]\d{0,2})次\/年$/;
const PERCENT = new RegExp(`^(${AT_LEAST}|${AT_MOST})?(\\d{1,9}(?:\\.\\d{1,9})?)%(?:\\((\\d{1,9})(?:户|家|个)\\))?$`);
const COUNT = new RegExp(`^(?:(${AT_LEAST})(\\d{1,9})(?:户|家|个)?|(\\d{1,9})(?:户|家|个))$`);

/** Reads a ratio cell: per cent, count, both, and a frequency behind a semicolon. */
export const parseRatio = (raw: string): Result<RatioCell, PlanRowFault> => {
  const fault = (code: 'ratio-unreadable' | 'ratio-ambiguous' | 'ratio-undecided' | 'ratio-out-of-range' | 'ratio-too-fine') => err({ code, fields: { raw } } as const);
  const [amount = '', ...rest] = asciiUpper(toHalfWidth(raw)).replace(/\s+/g, '').split(/[;；]/).filter((part) => part !== '');
  if (/^(?:待定|未定|视情况)$/.test(amount)) return fault('ratio-undecided');
  if (/^\d+(?:\.\d+)?$/.test(amount)) return fault('ratio-ambiguous');
  const times = rest.map((part) => TIMES.exec(part)?.[1]);
  if (times.length > 1 || times.includes(undefined)) return fault('ratio-unreadable');
  const timesPerYear = times[0] === undefined ? undefined : Number(times[0]);
  const count = COUNT.exec(amount);
  if (count !== null) {
    const wanted = Number(count[2] ?? count[3]);
    return wanted === 0 ? fault('ratio-out-of-range') : ok({ rule: { kind: 'fixed', count: wanted }, timesPerYear });
  }
  const percent = PERCENT.exec(amount);
  if (percent?.[2] === undefined) return fault('ratio-unreadable');
  const basisPoints = basisPointsOf(percent[2]);
  if (basisPoints === undefined) return fault('ratio-too-fine');
  if (basisPoints < 1 || basisPoints > 10000) return fault('ratio-out-of-range');
  const rounding = percent[1] !== undefined && new RegExp(`^(?:${AT_MOST})$`).test(percent[1]) ? 'down' : 'up';
  return ok({ rule: { kind: 'ratio', basisPoints, rounding }, stated: percent[3] === undefined ? undefined : Number(percent[3]), timesPerYear });
};

/** `3.25` per cent → 325; `undefined` where more than two decimals matter. Done in digits, not in fractions. */
const basisPointsOf = (percent: string): number | undefined => {
  const [whole = '', decimals = ''] = percent.split('.');
  const significant = decimals.replace(/0+$/, '');
  return significant.length > 2 ? undefined : Number(whole) * 100 + Number(significant.padEnd(2, '0'));
};
