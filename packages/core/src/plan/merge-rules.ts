/** Several rules for one group as one (draw-spec D5.11). */
import { sortedBy } from '../base/text.js';
import type { CompositionRule, PeopleGroup } from './composition.js';

/** The greater `atLeast` and the lesser `atMost` of each group, ascending by group. */
export const mergeRules = (rules: readonly CompositionRule[]): readonly CompositionRule[] => {
  const merged = new Map<PeopleGroup, CompositionRule>();
  for (const { group, atLeast, atMost } of rules) {
    const known = merged.get(group);
    merged.set(group, { group, atLeast: extreme(Math.max, known?.atLeast, atLeast), atMost: extreme(Math.min, known?.atMost, atMost) });
  }
  return sortedBy(merged.values(), ({ group }) => group);
};

const extreme = (pick: (a: number, b: number) => number, a: number | undefined, b: number | undefined): number | undefined => {
  if (a === undefined || b === undefined) return a ?? b;
  return pick(a, b);
};
