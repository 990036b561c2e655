/** Matching problems of four shapes with so much spare capacity, for tests and for the second implementation. */
import * as fc from 'fast-check';
import seedrandom from 'seedrandom';
import type { PlainInstance } from './integer-program.properties.js';

/** County: most pairs eligible; uneven: very different capacities; sparse: at each target at most three people more than places; regional: people of one of three areas. */
export const SHAPES = ['county', 'uneven', 'sparse', 'regional'] as const;
export type Shape = (typeof SHAPES)[number];

/** Capacity beyond the places, in percent of them. */
export const SPARES = [0, 1, 2, 5, 30] as const;

export interface ShapedInput {
  readonly random: () => number;
  readonly shape: Shape;
  /** Percent. */
  readonly spare: number;
  readonly targets: number;
  readonly people: number;
}

/** Feasible or not; the capacities add up to exactly the places and the spare, rounded up. */
export const shapedInstance = ({ random, shape, spare, targets, people }: ShapedInput): PlainInstance => {
  const wanted = Array.from({ length: targets }, () => between(random, 1, 3));
  const rows = wanted.map((places, e) => rowOf({ random, shape, people, places, e }));
  const weights = Array.from({ length: people }, () => (shape === 'uneven' ? random() ** 3 + 0.05 : 1 + random()));
  const capacity = wholeShares(weights, Math.ceil((sumOf(wanted) * (100 + spare)) / 100));
  // Whoever has no capacity is eligible nowhere (M2.1).
  return { wanted, capacity, eligible: rows.map((row) => row.filter((i) => (capacity[i] ?? 0) > 0)) };
};

/** Any instance of any shape, up to 40 targets and 14 people; a failure shrinks to fewer of them. */
export const anyShapedInstance: fc.Arbitrary<PlainInstance> = fc
  .record({ shape: fc.constantFrom(...SHAPES), spare: fc.constantFrom(...SPARES), targets: fc.integer({ min: 1, max: 40 }), people: fc.integer({ min: 2, max: 14 }), seed: fc.nat() })
  .map(({ seed, ...input }) => shapedInstance({ ...input, random: seedrandom(`shape ${seed}`) }));

export const between = (random: () => number, low: number, high: number): number => low + Math.floor(random() * (high - low + 1));

interface RowInput {
  readonly random: () => number;
  readonly shape: Shape;
  readonly people: number;
  readonly places: number;
  readonly e: number;
}

/** Who may take a target, ascending. */
const rowOf = ({ random, shape, people, places, e }: RowInput): readonly number[] => {
  const all = Array.from({ length: people }, (_, i) => i);
  if (shape === 'sparse') {
    const order = all.map((i) => ({ i, key: random() })).sort((a, b) => a.key - b.key);
    return order.slice(0, places + between(random, 0, 3)).map(({ i }) => i).sort((a, b) => a - b);
  }
  if (shape === 'regional') return all.filter((i) => e % 3 === i % 3 || random() < 0.05);
  return all.filter(() => random() > 1 / 12);
};

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** Whole numbers in proportion to weights, adding up to `total`. */
const wholeShares = (weights: readonly number[], total: number): readonly number[] => {
  const sum = sumOf(weights);
  let reached = 0;
  let given = 0;
  return weights.map((weight, at) => {
    reached += weight;
    const before = given;
    given = at === weights.length - 1 ? total : Math.round((total * reached) / sum);
    return given - before;
  });
};
