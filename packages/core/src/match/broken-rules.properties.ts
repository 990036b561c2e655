/** What is wrong with an assignment, counted from the instance alone (match-spec M4.1, M9.5). */
import { groupsOf, type RuledInstance } from './integer-program.properties.js';

/** Every rule that an assignment, people by target, breaks; none where it is right. */
export const brokenRules = (instance: RuledInstance, people: readonly (readonly number[])[]): readonly string[] => [
  ...instance.wanted.flatMap((places, e) => brokenAt(instance, e, places, people[e] ?? [])),
  ...(people.length === instance.wanted.length ? [] : [`${people.length} visits for ${instance.wanted.length} targets`]),
  ...instance.capacity.flatMap((visits, i) => {
    const load = people.filter((row) => row.includes(i)).length;
    return load <= visits ? [] : [`inspector ${i} has ${load} visits, can take ${visits}`];
  }),
];

const brokenAt = (instance: RuledInstance, e: number, places: number, row: readonly number[]): readonly string[] => [
  ...(row.length === places ? [] : [`target ${e} has ${row.length} people for ${places} places`]),
  ...(new Set(row).size === row.length ? [] : [`target ${e} has somebody twice`]),
  ...row.filter((i) => !instance.eligible[e]?.includes(i)).map((i) => `target ${e} has ${i}, who may not go`),
  ...groupsOf(instance, e).flatMap(({ members, lo, hi }) => {
    const count = row.filter((i) => members.includes(i)).length;
    return count >= lo && count <= hi ? [] : [`target ${e} has ${count} of ${members.join(' ')}, not ${lo} to ${hi}`];
  }),
];
