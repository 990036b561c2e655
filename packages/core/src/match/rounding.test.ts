import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../base/runs.properties.js';
import { feasibility } from './feasibility.js';
import { oddsTable } from './odds.js';
import type { Instance } from './pair-graph.js';
import { roundOdds } from './rounding.js';
import { streamOf } from './stream.js';
import { feasibleInstance, testWords } from './tiny-instance.properties.js';

const oddsOf = (instance: Instance) => {
  const flow = feasibility(instance);
  if (!flow.ok) throw new Error('infeasible');
  return oddsTable({ flow: flow.value, bits: 16 });
};
const N = 65536;

test('M6.6 every place is filled with different eligible people, loads are their expectation rounded down or up', () => {
  fc.assert(fc.property(feasibleInstance({ targets: 30, inspectors: 12, places: 3, capacity: 2 }), fc.integer(), (instance, seed) => {
    const table = oddsOf(instance);
    const people = roundOdds({ table, stream: streamOf(testWords(seed)) });
    const loads = instance.capacity.map(() => 0);
    people.forEach((row, e) => {
      expect(new Set(row).size).toBe(instance.wanted[e]);
      row.forEach((i) => {
        expect(instance.eligible[e]).toContain(i);
        loads[i]! += 1;
      });
    });
    loads.forEach((load, i) => {
      expect(load).toBeLessThanOrEqual(instance.capacity[i]!);
      expect(load).toBeGreaterThanOrEqual(Math.floor(table.sum[i]! / N));
      expect(load).toBeLessThanOrEqual(Math.ceil(table.sum[i]! / N));
    });
  }), { numRuns: runs(300) });
});

test('M6.6 assignments come as often as the table says (4,000 seeds, 5 standard errors)', () => {
  const table = oddsOf({ wanted: [2, 2, 1, 2, 1, 3], capacity: [2, 3, 2, 2, 3], eligible: [[0, 1, 2], [1, 2, 3, 4], [0, 4], [0, 1, 3], [2, 3, 4], [0, 1, 2, 3, 4]] });
  const seeds = 4000;
  const times = new Float64Array(table.graph.pairs);
  for (let seed = 1; seed <= seeds; seed += 1) {
    const people = roundOdds({ table, stream: streamOf(testWords(seed)) });
    times.forEach((_, pair) => { if (people[table.graph.targetOf[pair]!]!.includes(table.graph.inspectorOf[pair]!)) times[pair]! += 1; });
  }
  times.forEach((count, pair) => {
    const p = table.chance[pair]! / N;
    expect(Math.abs(count - seeds * p)).toBeLessThanOrEqual(5 * Math.sqrt(seeds * p * (1 - p)));
  });
});

test('M6.1 two people meet about as often as independence says, since each target has an order of its own', () => {
  const [targets, inspectors, seeds] = [200, 12, 20];
  const row = [...Array(inspectors).keys()];
  const table = oddsOf({ wanted: Array(targets).fill(2), capacity: row.map(() => 34), eligible: Array.from({ length: targets }, () => row) });
  const expected = targets / 66;
  let square = 0;
  for (let seed = 1; seed <= seeds; seed += 1) {
    const together = new Map<string, number>();
    for (const pair of roundOdds({ table, stream: streamOf(testWords(seed)) })) together.set(pair.join(), (together.get(pair.join()) ?? 0) + 1);
    for (const a of row) for (const b of row) if (a < b) square += ((together.get(`${a},${b}`) ?? 0) - expected) ** 2 / expected;
  }
  // About 65 a draw where visits are independent; several times that where one order serves all.
  expect(square / seeds).toBeLessThan(110);
});
