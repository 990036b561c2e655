import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { runs } from '../base/runs.properties.js';
import { feasibility } from './feasibility.js';
import { between, SHAPES, shapedInstance, SPARES } from './four-shapes.properties.js';
import { solved } from './highs.properties.js';
import { assignmentProgram, openPlacesProgram } from './integer-program.properties.js';

const EACH = runs(15);

/** Up to 40 targets and 14 people of one shape, so many of every spare capacity; the same every time. */
const instancesOf = (shape: (typeof SHAPES)[number]) => {
  const random = seedrandom(`independent solver ${shape}`);
  return SPARES.flatMap((spare) => Array.from({ length: EACH }, () => shapedInstance({ random, shape, spare, targets: between(random, 1, 40), people: between(random, 2, 14) })));
};

describe.each(SHAPES)('%s', (shape) => {
  const instances = instancesOf(shape).map((instance) => ({ instance, found: feasibility(instance) }));

  test('M4.1 a match is feasible exactly where a solver of integer programs finds one', () => {
    expect(instances.filter(({ instance, found }) => found.ok !== (solved(assignmentProgram(instance)) !== undefined))).toEqual([]);
  });
  test('M7.1 the shortage is the solver\'s fewest open places', () => {
    expect(instances.filter(({ instance, found }) => (found.ok ? 0 : found.error.shortage) !== solved(openPlacesProgram(instance))?.cost)).toEqual([]);
  });
  test('the instances are of both kinds, some far from feasible', () => {
    const shortages = instances.map(({ found }) => (found.ok ? 0 : found.error.shortage));
    expect(shortages).toContain(0);
    expect(Math.max(...shortages)).toBeGreaterThan(1);
  });
});
