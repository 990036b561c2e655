/** Instances with rules on who goes together, and the plainest way to solve a tiny one: try everything. */
import * as fc from 'fast-check';
import type { CompositionRule, Member, PeopleGroup } from '../plan/composition.js';
import { groupTree, type RowGroups, rowGroups } from './group-tree.js';
import type { Instance } from './pair-graph.js';
import { subsets } from './tiny-instance.properties.js';

/** Groups one within the other or apart: 特种 holds 电梯 and 锅炉, 食品 stands alone, 计量 has the people of 食品. */
const PATHS: readonly (readonly string[])[] = [[], ['特种'], ['特种', '电梯'], ['特种', '锅炉'], ['食品', '计量'], ['食品', '计量']];
const NAMES = ['特种', '电梯', '锅炉', '食品', '计量', '药品'] as const;

const rule = (places: number): fc.Arbitrary<CompositionRule> =>
  fc.record({ group: fc.constantFrom(...NAMES).map((name): PeopleGroup => `qualification:${name}`), atLeast: fc.option(fc.integer({ min: 1, max: places }), { nil: undefined, freq: 2 }), atMost: fc.option(fc.nat(places), { nil: undefined, freq: 2 }) })
    .map(({ group, atLeast, atMost }) => ({ group, ...(atLeast === undefined ? {} : { atLeast }), ...(atMost === undefined ? {} : { atMost: Math.max(atMost, atLeast ?? 0) }) }))
    .filter((one) => 'atLeast' in one || 'atMost' in one);

export interface Laminar {
  readonly members: readonly Member[];
  readonly rules: readonly (readonly CompositionRule[])[];
  readonly instance: Instance;
}

interface Size { readonly targets: number; readonly inspectors: number; readonly places: number; readonly capacity: number }

export const anyLaminar = (most: Size): fc.Arbitrary<Laminar> =>
  fc.tuple(fc.integer({ min: 1, max: most.targets }), fc.integer({ min: 1, max: most.inspectors })).chain(([targets, inspectors]) =>
    fc.record({
      wanted: fc.array(fc.integer({ min: 1, max: most.places }), { minLength: targets, maxLength: targets }),
      capacity: fc.array(fc.integer({ min: 0, max: most.capacity }), { minLength: inspectors, maxLength: inspectors }),
      eligible: fc.array(fc.subarray([...Array(inspectors).keys()], { minLength: Math.floor(inspectors / 2) }), { minLength: targets, maxLength: targets }),
      members: fc.array(fc.constantFrom(...PATHS).map((qualifications) => ({ qualifications })), { minLength: inspectors, maxLength: inspectors }),
      rules: fc.array(fc.uniqueArray(rule(most.places), { maxLength: 3, selector: ({ group }) => group }), { minLength: targets, maxLength: targets }),
    }).map(({ wanted, capacity, eligible, members, rules }) => ({ members, rules, instance: { wanted, capacity, eligible, groups: rules.map((row) => groupsOf(row, members)) } })),
  );

const groupsOf = (rules: readonly CompositionRule[], members: readonly Member[]): RowGroups | undefined => (rules.length === 0 ? undefined : rowGroups(groupTree(rules, members), []));

/** Feasible by construction: an assignment is made up first, and the bounds are put round what it has. */
export const feasibleLaminar = (most: Size): fc.Arbitrary<Laminar> =>
  anyLaminar(most).chain(({ members, rules, instance }) =>
    fc.record({ chosen: fc.tuple(...instance.eligible.map((row) => fc.shuffledSubarray([...row], { maxLength: Math.min(row.length, most.places) }))), spare: fc.array(fc.nat(most.capacity), { minLength: members.length, maxLength: members.length }), slack: fc.array(fc.tuple(fc.nat(1), fc.nat(1)), { minLength: 3, maxLength: 3 }) })
      .map(({ chosen, spare, slack }) => {
        const fitted = rules.map((row, e) => row.map(({ group }, at): CompositionRule => {
          const held = (chosen[e] ?? []).filter((i) => `${members[i]?.qualifications}`.split(',').some((name) => `qualification:${name}` === group)).length;
          return { group, atLeast: Math.max(0, held - (slack[at]?.[0] ?? 0)), atMost: held + (slack[at]?.[1] ?? 0) };
        }));
        const wanted = chosen.map((row) => row.length);
        const capacity = members.map((_, i) => chosen.filter((row) => row.includes(i)).length + Math.max(0, (spare[i] ?? 0) - 1));
        return { members, rules: fitted, instance: { wanted, capacity, eligible: instance.eligible, groups: fitted.map((row) => groupsOf(row, members)) } };
      }),
  );

/** How many of these people each rule of a target counts. */
export const countsOf = ({ members, rules }: Laminar, e: number, people: readonly number[]): readonly number[] =>
  (rules[e] ?? []).map(({ group }) => people.filter((i) => members[i]?.qualifications.some((name) => `qualification:${name}` === group)).length);

/** True where open places, each counting for a group and all around it, make up a whole visit. */
const fits = (laminar: Laminar, e: number, people: readonly number[], open: number): boolean => {
  const rules = laminar.rules[e] ?? [];
  const counts = countsOf(laminar, e, people);
  const tree = laminar.instance.groups?.[e]?.tree;
  const around = (g: number): readonly number[] => (g < 0 ? [] : [g, ...around(tree?.parent[g] ?? -1)]);
  const ways = [-1, ...(tree?.parent.keys() ?? [])].map((g) => rules.map((rule) => (around(g).some((at) => tree?.rules[at]?.includes(rule)) ? 1 : 0)));
  const from = (left: number, at: readonly number[]): boolean =>
    left === 0 ? rules.every(({ atLeast, atMost }, r) => (at[r] ?? 0) >= (atLeast ?? 0) && (at[r] ?? 0) <= (atMost ?? Infinity)) : ways.some((way) => from(left - 1, at.map((count, r) => count + (way[r] ?? 0))));
  return from(open, counts);
};

/** Every assignment of a tiny instance that keeps all rules. */
export const allLaminarAssignments = (laminar: Laminar): readonly (readonly (readonly number[])[])[] => {
  const { wanted, capacity, eligible } = laminar.instance;
  const from = (e: number, left: readonly number[]): readonly (readonly (readonly number[])[])[] =>
    e === wanted.length ? [[]] : subsets(eligible[e] ?? [], wanted[e] ?? 0)
      .filter((people) => people.every((i) => (left[i] ?? 0) > 0) && fits(laminar, e, people, 0))
      .flatMap((people) => from(e + 1, left.map((c, i) => (people.includes(i) ? c - 1 : c))).map((rest) => [people, ...rest]));
  return from(0, capacity);
};

/** The least number of places that stay open, each counting for whatever groups help, by trying every way to fill fewer; `undefined` where rules contradict each other. */
export const leastOpen = (laminar: Laminar): number | undefined => {
  const { wanted, capacity, eligible } = laminar.instance;
  const from = (e: number, left: readonly number[]): number => {
    if (e === wanted.length) return 0;
    const places = wanted[e] ?? 0;
    const free = (eligible[e] ?? []).filter((i) => (left[i] ?? 0) > 0);
    return Math.min(Infinity, ...[...Array(Math.min(places, free.length) + 1).keys()].flatMap((size) =>
      subsets(free, size).filter((people) => fits(laminar, e, people, places - size)).map((people) => places - size + from(e + 1, left.map((c, i) => (people.includes(i) ? c - 1 : c))))));
  };
  const open = from(0, capacity);
  return open === Infinity ? undefined : open;
};
