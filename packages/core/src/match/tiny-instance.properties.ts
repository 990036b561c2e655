/** Instances for property tests, and the plainest way to solve a tiny one: try everything. */
import * as fc from 'fast-check';
import type { Instance } from './pair-graph.js';

interface Size { readonly targets: number; readonly inspectors: number; readonly places: number; readonly capacity: number }

/** Any instance up to a size, feasible or not. */
export const anyInstance = (most: Size): fc.Arbitrary<Instance> =>
  fc.tuple(fc.integer({ min: 1, max: most.targets }), fc.integer({ min: 1, max: most.inspectors })).chain(([targets, inspectors]) =>
    fc.record({
      wanted: fc.array(fc.integer({ min: 1, max: most.places }), { minLength: targets, maxLength: targets }),
      capacity: fc.array(fc.integer({ min: 0, max: most.capacity }), { minLength: inspectors, maxLength: inspectors }),
      eligible: fc.array(fc.subarray([...Array(inspectors).keys()]), { minLength: targets, maxLength: targets }),
    }),
  );

/** Feasible by construction: an assignment is made up first, then capacity and further pairs are added. */
export const feasibleInstance = (most: Size): fc.Arbitrary<Instance> =>
  fc.tuple(fc.integer({ min: 1, max: most.targets }), fc.integer({ min: most.places, max: most.inspectors })).chain(([targets, inspectors]) => {
    const all = [...Array(inspectors).keys()];
    const rows = (min: number, max: number) => fc.array(fc.subarray(all, { minLength: min, maxLength: max }), { minLength: targets, maxLength: targets });
    return fc.record({ chosen: rows(1, most.places), more: rows(0, inspectors), spare: fc.array(fc.nat({ max: most.capacity }), { minLength: inspectors, maxLength: inspectors }) })
      .map(({ chosen, more, spare }) => ({
        wanted: chosen.map((row) => row.length),
        capacity: all.map((i) => chosen.filter((row) => row.includes(i)).length + Math.max(0, (spare[i] ?? 0) - 1)),
        eligible: chosen.map((row, e) => all.filter((i) => row.includes(i) || more[e]?.includes(i))),
      }));
  });

/** All subsets of a row of a given size. */
export const subsets = (row: readonly number[], size: number): readonly (readonly number[])[] =>
  size === 0 ? [[]] : row.flatMap((i, at) => subsets(row.slice(at + 1), size - 1).map((rest) => [i, ...rest]));

/** Every assignment of a tiny instance. */
export const allAssignments = ({ wanted, capacity, eligible }: Instance): readonly (readonly (readonly number[])[])[] => {
  const from = (e: number, left: readonly number[]): readonly (readonly (readonly number[])[])[] =>
    e === wanted.length ? [[]] : subsets(eligible[e] ?? [], wanted[e] ?? 0)
      .filter((people) => people.every((i) => (left[i] ?? 0) > 0))
      .flatMap((people) => from(e + 1, left.map((c, i) => (people.includes(i) ? c - 1 : c))).map((rest) => [people, ...rest]));
  return from(0, capacity);
};

/** The most places that can be filled, by trying every way to fill fewer. */
export const mostPlaces = ({ wanted, capacity, eligible }: Instance): number => {
  const from = (e: number, left: readonly number[]): number => {
    if (e === wanted.length) return 0;
    const open = (eligible[e] ?? []).filter((i) => (left[i] ?? 0) > 0);
    return Math.max(...[...Array(Math.min(wanted[e] ?? 0, open.length) + 1).keys()].flatMap((size) =>
      subsets(open, size).map((people) => size + from(e + 1, left.map((c, i) => (people.includes(i) ? c - 1 : c))))));
  };
  return from(0, capacity);
};

/** Places that stay open, by brute force. */
export const shortageOf = (instance: Instance): number => instance.wanted.reduce((sum, r) => sum + r, 0) - mostPlaces(instance);

/** A small reproducible source of words for tests that need many streams. */
export const testWords = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let word = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return (word ^ (word >>> 15)) >>> 0;
  };
};
