/** Figures of fairness in words, for the terminal and for sheets. */
import { type AgencyFairness, hundredthsOf, ODDS_BITS, type PersonFairness, shareOf } from '@shuangsuiji/core';
import { oneLine } from './one-line.js';
import { hundredths, percentWords } from './share-words.js';
import { pairBarsWords } from './told-change.js';

const WHOLE = 1 << ODDS_BITS;

/** Of units of 1/65536: `约 3.92%`. */
export const chanceWords = (units: number): string => percentWords(shareOf(units, WHOLE));

/** A number of visits, or of pairs, to hundredths. */
export const unitsWords = (units: number): string => (units > 0 && hundredthsOf(units) === 0 ? '不到 0.01' : hundredths(hundredthsOf(units)));

/** `市场监督管理局（SCJG）`. */
export const agencyWords = ({ agency, name }: Pick<AgencyFairness, 'agency' | 'name'>): string => (name === undefined ? agency : `${oneLine(name)}（${agency}）`);

/** Who could take no visit, and why: each reason with its people. */
export const idleGroups = (people: readonly PersonFairness[]): readonly (readonly [string, readonly string[]])[] => {
  const groups = new Map<string, readonly string[]>();
  for (const { inspector, bars } of people) {
    if (bars.length === 0) continue;
    const words = pairBarsWords(bars);
    groups.set(words, [...(groups.get(words) ?? []), inspector]);
  }
  return [...groups];
};

/** Whether the recorded difference is the one worked out again. */
export const differenceWords = ({ recorded, recomputed }: AgencyFairness['largestDifference']): string => {
  if (recorded !== undefined && recorded === recomputed) return `${chanceWords(recorded)}（存档所记与复算相同）`;
  return `存档所记 ${recorded === undefined ? '没有' : chanceWords(recorded)}，复算 ${recomputed === undefined ? '不出' : chanceWords(recomputed)}，不相同`;
};
