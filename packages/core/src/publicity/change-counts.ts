/** How much was changed after a seal, for what reasons and by how many people, without naming anybody (protocol §8). @zh 变更统计 */
import { sortedBy } from '../base/text.js';
import type { Change, Why } from '../record/changes.js';

export interface ChangeCounts {
  /** Ascending by kind, then reason. `late` of them were declared after the draw (抽取后申报). */
  readonly byReason: readonly { readonly kind: Change['kind']; readonly reason: string; readonly count: number; readonly late: number }[];
  /** Changes of each person who decided, the most first; names stay in the archive. */
  readonly byOfficer: readonly number[];
}

export interface CountedChange extends Pick<Why, 'reason' | 'by'> {
  readonly change: Change;
  /** Declared after the main draw. */
  readonly isAfterDraw: boolean;
}

export const changeCounts = (changes: readonly CountedChange[]): ChangeCounts => {
  const groups = new Map<string, CountedChange[]>();
  for (const one of changes) {
    const key = `${one.change.kind}\n${one.reason}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const officers = new Map<string, number>();
  for (const { by } of changes) officers.set(by, (officers.get(by) ?? 0) + 1);
  return {
    byReason: sortedBy(groups, ([key]) => key).flatMap(([, group]) => {
      const [first] = group;
      if (first === undefined) return [];
      const late = first.change.kind === 'pair-withdrawn' ? group.filter(({ isAfterDraw }) => isAfterDraw).length : 0;
      return [{ kind: first.change.kind, reason: first.reason, count: group.length, late }];
    }),
    byOfficer: [...officers.values()].sort((a, b) => b - a),
  };
};
