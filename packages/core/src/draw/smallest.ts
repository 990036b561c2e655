/** The first few of a list in some order, without sorting all of it. */

export interface SmallestInput<T> {
  readonly items: readonly T[];
  readonly count: number;
  readonly compare: (a: T, b: T) => number;
}

/** The `count` smallest items, ascending: the same as sorting and cutting, with about one comparison an item. Items must not be equal. */
export const smallest = <T>({ items, count, compare }: SmallestInput<T>): readonly T[] => {
  let kept: T[] = [];
  let bound: T | undefined;
  for (const item of items) {
    if (bound !== undefined && compare(item, bound) >= 0) continue;
    kept.push(item);
    if (kept.length <= count * 2) continue;
    kept = kept.sort(compare).slice(0, count);
    bound = kept.at(-1);
  }
  return kept.sort(compare).slice(0, count);
};
