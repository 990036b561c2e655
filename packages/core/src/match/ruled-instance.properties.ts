/** Tiny matches with rules on who goes together (match-spec M9), and the plainest way to solve them: try everything. */
import * as fc from 'fast-check';
import { brokenRules } from './broken-rules.properties.js';
import { type Group, groupsOf, isWithin, type RuledInstance } from './integer-program.properties.js';
import { allAssignments, anyInstance, feasibleInstance, subsets } from './tiny-instance.properties.js';

/** Any tiny instance with groups as M9.2 wants them, feasible or not, bounds that contradict each other included. */
export const anyRuledInstance: fc.Arbitrary<RuledInstance> = fc.oneof({ weight: 4, arbitrary: feasibleInstance({ targets: 3, inspectors: 4, places: 2, capacity: 3 }) }, anyInstance({ targets: 3, inspectors: 4, places: 3, capacity: 2 })).chain((instance) => {
  const people = instance.capacity.length;
  const span = fc.record({ from: fc.nat({ max: people }), length: fc.nat({ max: people }), lo: fc.constantFrom(0, 0, 1, 1, 2), hi: fc.constantFrom(0, 1, 2, 3, 3, 3) });
  return fc
    .record({ order: fc.shuffledSubarray([...Array(people).keys()], { minLength: people }), spans: fc.array(fc.array(span, { maxLength: 2 }), { minLength: instance.wanted.length, maxLength: instance.wanted.length }) })
    .map(({ order, spans }) => ({ ...instance, groups: spans.map((some) => laminar(some.map(({ from, length, lo, hi }) => ({ members: order.slice(from, from + length), lo, hi })))) }));
});

/** Those groups that are apart from the ones kept before, or within one another. */
const laminar = (groups: readonly Group[]): readonly Group[] =>
  groups.reduce<readonly Group[]>((kept, group) => (kept.every((other) => isWithin(group, other) || isWithin(other, group) || !other.members.some((i) => group.members.includes(i))) ? [...kept, group] : kept), []);

/** Whether any assignment at all keeps every rule. */
export const isFeasible = (instance: RuledInstance): boolean => {
  const { wanted, capacity, eligible } = instance;
  return allAssignments({ wanted, capacity, eligible }).some((people) => brokenRules(instance, people).length === 0);
};

/** The fewest places left open (M9.12); `undefined` where the groups of a target contradict each other. */
export const fewestOpen = (instance: RuledInstance): number | undefined => {
  const from = (e: number, left: readonly number[]): number => {
    const places = instance.wanted[e];
    if (places === undefined) return 0;
    const free = (instance.eligible[e] ?? []).filter((i) => (left[i] ?? 0) > 0);
    const rows = [...Array(places + 1).keys()].flatMap((size) => subsets(free, size)).filter((row) => mayStayOpen(groupsOf(instance, e), row, places - row.length));
    return Math.min(...rows.map((row) => places - row.length + from(e + 1, left.map((c, i) => (row.includes(i) ? c - 1 : c)))));
  };
  const fewest = from(0, instance.capacity);
  return fewest === Infinity ? undefined : fewest;
};

/** Whether so many open places can stand in groups, or in none, in such a way that every group is from lo to hi. */
const mayStayOpen = (groups: readonly Group[], row: readonly number[], open: number): boolean => {
  const withOpen = (left: number, standing: readonly Group[]): boolean =>
    left > 0
      ? withOpen(left - 1, standing) || groups.some((group) => withOpen(left - 1, [...standing, group]))
      : groups.every((group) => {
          const count = row.filter((i) => group.members.includes(i)).length + standing.filter((inner) => isWithin(inner, group)).length;
          return count >= group.lo && count <= group.hi;
        });
  return withOpen(open, []);
};
