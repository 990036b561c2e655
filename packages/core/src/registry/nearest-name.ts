/** The known name a typing error most likely meant. Only ever shown, never used in its place. */
import { foldName } from '../base/text.js';

/** Longer texts are no names, and not worth the work. */
const LONGEST = 60;

/**
 * The known name with the fewest differing characters, at most a third of the longer name, or one that holds the other
 * whole (精河县市场监督管理局, 市场监督管理局).
 *
 * @returns the first such name in the order given, or `undefined`
 */
export const nearestName = (raw: string, known: readonly string[]): string | undefined => {
  const wanted = foldName(raw);
  if (wanted === '' || wanted.length > LONGEST) return undefined;
  let best: string | undefined;
  let bestScore = 1 / 3;
  for (const name of known) {
    const score = unlikeness(wanted, foldName(name));
    if (score < bestScore || (best === undefined && score === bestScore)) {
      best = name;
      bestScore = score;
    }
  }
  return best;
};

/** 0 for the same, 1 for nothing in common; a name inside another stands just before the limit. */
const unlikeness = (a: string, b: string): number => {
  if (b === '' || b.length > LONGEST) return 1;
  const share = distance(Array.from(a), Array.from(b)) / Math.max(a.length, b.length);
  const isInside = Math.min(a.length, b.length) > 1 && (a.includes(b) || b.includes(a));
  return isInside ? Math.min(share, 0.3) : share;
};

/** Insertions, deletions and replacements between two texts (Levenshtein), one row of the table at a time. */
const distance = (a: readonly string[], b: readonly string[]): number => {
  let above = [...b.keys(), b.length];
  for (const [row, character] of a.entries()) {
    const current = [row + 1];
    for (const [column, other] of b.entries()) {
      const replaced = (above[column] ?? 0) + (character === other ? 0 : 1);
      current.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    above = current;
  }
  return above[b.length] ?? 0;
};
