/** Several rows of one thing: values that say the same become one, others are a contradiction. */
import { foldName, sortedBy } from '../base/text.js';

/** One value out of spellings that fold to the same: the first in byte order, so that the order of rows never matters. */
export const agreedValue = <T>(values: readonly (T | undefined)[], textOf: (value: T) => string): T | undefined =>
  sortedBy(values.filter((value) => value !== undefined), textOf)[0];

/**
 * The values that contradict each other.
 *
 * @returns one spelling of each, in byte order; empty where all that is filled agrees
 */
export const contradictingValues = (values: readonly (string | undefined)[]): readonly string[] => {
  const spellings = new Map<string, string>();
  for (const value of sortedBy(values.filter((value) => value !== undefined), (value) => value)) {
    const folded = foldName(value);
    if (!spellings.has(folded)) spellings.set(folded, value);
  }
  return spellings.size > 1 ? [...spellings.values()] : [];
};

/** A list as one text, the same for every order it was written in. */
export const listText = (values: readonly string[]): string => sortedTexts(values).join('、');

/** Each value once, in byte order. */
export const sortedTexts = <T extends string>(values: readonly T[]): readonly T[] => sortedBy(new Set(values), (value) => value);
