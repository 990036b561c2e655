/** Chance from a fixed seed: every part of the county has its own stream, so that a change in one leaves the others as they are. */
import seedrandom from 'seedrandom';

const SEED = 'shuangsuiji sample county 652722 2026';

/**
 * @typedef {object} Random
 * @property {(n: number) => number} below an integer in 0..n-1
 * @property {(low: number, high: number) => number} between an integer in low..high
 * @property {(percent: number) => boolean} chance true in so many per cent of cases, down to 0.01 per cent
 * @property {<T>(list: readonly T[]) => T} pick
 * @property {<T>(pairs: readonly (readonly [T, number])[]) => T} weighted
 * @property {<T>(list: readonly T[]) => T[]} shuffled a new list
 */

/**
 * @param {string} part name of the stream, ASCII
 * @returns {Random}
 */
export const createRandom = (part) => {
  const stream = seedrandom(`${SEED} / ${part}`);
  const below = (n) => Math.floor(stream() * n);
  const shuffled = (list) => {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i -= 1) {
      const j = below(i + 1);
      [copy[i], copy[j]] = [copy[j], copy[i]];
    }
    return copy;
  };
  const weighted = (pairs) => {
    let rest = below(pairs.reduce((sum, [, weight]) => sum + weight, 0));
    for (const [value, weight] of pairs) {
      if (rest < weight) return value;
      rest -= weight;
    }
    throw new RangeError('weighted: pairs has no weight');
  };
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (percent) => below(10000) < percent * 100,
    pick: (list) => list[below(list.length)],
    weighted,
    shuffled,
  };
};
