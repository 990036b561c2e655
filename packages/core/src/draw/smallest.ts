/** The first few of a list in some order, without sorting all of it. */

export interface SmallestInput<T> {
  readonly items: readonly T[];
  readonly count: number;
  readonly compare: (a: T, b: T) => number;
}

/** The `count` smallest items, ascending. Same result as sorting and cutting; items must not be equal. */
export const smallest = <T>({ items, count, compare }: SmallestInput<T>): readonly T[] => {
  if (count * 4 >= items.length) return [...items].sort(compare).slice(0, count);
  let kept: T[] = [];
  let bound: T | undefined;
  const limit = count * 2;
  for (const item of items) {
    if (bound !== undefined && compare(item, bound) >= 0) continue;
    kept.push(item);
    if (kept.length <= limit) continue;
    kept = kept.sort(compare).slice(0, count);
    bound = kept[count - 1];
  }
  return kept.sort(compare).slice(0, count);
};
