/** Random matching problems of four shapes, from a fixed seed, so that a failure can be run again. */
import seedrandom from 'seedrandom';

export interface RandomInstance {
  readonly eligible: readonly (readonly number[])[];
  readonly demand: readonly number[];
  readonly capacity: readonly number[];
}

type Random = () => number;
const between = (random: Random, low: number, high: number): number => low + Math.floor(random() * (high - low + 1));

/** County: most pairs eligible; uneven: very different capacities; sparse: few people for each target; regional: people of one of three areas. */
const SHAPES = ['county', 'uneven', 'sparse', 'regional'] as const;

const isEligible = (shape: (typeof SHAPES)[number], random: Random, e: number, i: number): boolean => {
  if (shape === 'sparse') return random() < 0.3;
  if (shape === 'regional') return e % 3 === i % 3 || random() < 0.05;
  return random() > 1 / 12;
};

const oneInstance = (random: Random, shape: (typeof SHAPES)[number], spare: number): RandomInstance => {
  const targets = between(random, 1, 40);
  const people = between(random, 2, 14);
  const demand = Array.from({ length: targets }, () => between(random, 1, 3));
  const eligible = demand.map((_, e) => Array.from({ length: people }, (_, i) => i).filter((i) => isEligible(shape, random, e, i)));
  const places = demand.reduce((sum, r) => sum + r, 0);
  const weights = Array.from({ length: people }, () => (shape === 'uneven' ? random() ** 3 + 0.05 : 1));
  const weight = weights.reduce((sum, w) => sum + w, 0);
  const capacity = weights.map((w) => Math.max(0, Math.floor((places * (1 + spare) * w) / weight + random())));
  // Whoever has no capacity is eligible nowhere (M2.1).
  return { eligible: eligible.map((row) => row.filter((i) => (capacity[i] ?? 0) > 0)), demand, capacity };
};

const SPARES = [0, 0.01, 0.05, 0.3, 1] as const;

/** So many instances, going through all shapes and spare capacities. */
export const randomInstances = (seed: string, count: number): readonly RandomInstance[] => {
  const random = seedrandom(seed);
  return Array.from({ length: count }, (_, index) => oneInstance(random, SHAPES[index % 4] ?? 'county', SPARES[Math.floor(index / 4) % 5] ?? 0));
};
