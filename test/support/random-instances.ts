/** Random matching problems from a fixed seed, in the words of the second implementation, so that a failure can be run again. */
import seedrandom from 'seedrandom';
import { between, SHAPES, shapedInstance, SPARES } from '../../packages/core/src/match/four-shapes.properties.js';

export interface RandomInstance {
  readonly eligible: readonly (readonly number[])[];
  readonly demand: readonly number[];
  readonly capacity: readonly number[];
}

/** With twice the capacity needed nothing presses. */
const ALL_SPARES = [...SPARES, 100];

/** So many instances, going through all shapes and spare capacities. */
export const randomInstances = (seed: string, count: number): readonly RandomInstance[] => {
  const random = seedrandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const shape = SHAPES[index % SHAPES.length] ?? 'county';
    const spare = ALL_SPARES[Math.floor(index / SHAPES.length) % ALL_SPARES.length] ?? 0;
    const { wanted, ...rest } = shapedInstance({ random, shape, spare, targets: between(random, 1, 40), people: between(random, 2, 14) });
    return { ...rest, demand: wanted };
  });
};
