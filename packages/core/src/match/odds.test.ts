import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../base/runs.properties.js';
import { feasibility, maximumFlow } from './feasibility.js';
import { oddsTable } from './odds.js';
import { type Instance, pairGraph } from './pair-graph.js';
import { roundOdds } from './rounding.js';
import { streamOf } from './stream.js';
import { anyInstance, feasibleInstance, testWords } from './tiny-instance.properties.js';
import { largestTwinDifference } from './twin-difference.js';

const medium = { targets: 30, inspectors: 12, places: 3, capacity: 2 };
const oddsOf = (instance: Instance, bits = 16) => {
  const flow = feasibility(instance);
  if (!flow.ok) throw new Error('infeasible');
  return oddsTable({ flow: flow.value, bits });
};

test('M5.8 rows, columns and pairs keep the laws of the table', () => {
  fc.assert(fc.property(feasibleInstance(medium), fc.constantFrom(4, 10, 16), (instance, bits) => {
    const { graph, chance, sum } = oddsOf(instance, bits);
    const N = 2 ** bits;
    const columns = instance.capacity.map(() => 0);
    instance.wanted.forEach((r, e) => {
      const row = [...chance.subarray(graph.rowStart[e], graph.rowStart[e + 1])];
      expect(row.reduce((a, b) => a + b, 0)).toBe(r * N);
      expect(row.every((q) => Number.isInteger(q) && q >= 0 && q <= N)).toBe(true);
      instance.eligible[e]!.forEach((i, at) => { columns[i]! += row[at]!; });
    });
    expect([...sum]).toEqual(columns);
    columns.forEach((x, i) => expect(x).toBeLessThanOrEqual(instance.capacity[i]! * N));
  }), { numRuns: runs(300) });
});
test('M5.1 the table is the same for every feasible flow one starts from', () => {
  fc.assert(fc.property(feasibleInstance(medium), fc.integer(), (instance, seed) => {
    const table = oddsOf(instance);
    // The rounding itself gives another assignment of the same instance.
    const people = roundOdds({ table, stream: streamOf(testWords(seed)) });
    const flow = maximumFlow(pairGraph(instance), instance);
    const share = flow.share.map((_, pair) => (people[flow.graph.targetOf[pair]!]!.includes(flow.graph.inspectorOf[pair]!) ? 1 : 0));
    const sum = flow.sum.map((_, i) => people.filter((row) => row.includes(i)).length);
    expect(oddsTable({ flow: { ...flow, share, sum }, bits: 16 })).toEqual(table);
  }));
});
test('M5 where capacities do not press, chances within a target differ by no more than one unit', () => {
  const { chance, iterations } = oddsOf({ wanted: [2, 2, 2], capacity: [3, 3, 3, 3, 3], eligible: [[0, 1, 2], [0, 1, 2, 3, 4], [1, 2, 3, 4]] });
  expect(iterations).toBe(0);
  // 131,072 units by 3, by 5 and by 4; what is left over starts at position e mod length.
  expect([...chance]).toEqual([43691, 43691, 43690, 26214, 26215, 26215, 26214, 26214, 32768, 32768, 32768, 32768]);
});
test('M5.1 whoever is the only one has chance 1, and the other places go round that', () => {
  const table = oddsOf({ wanted: [2, 1], capacity: [1, 1, 1], eligible: [[0, 1, 2], [2]] });
  expect([...table.chance]).toEqual([65536, 65536, 0, 65536]);
  expect(table.forcedPairs).toBe(4);
});
test('M5.6 whoever got nothing at all with a lowered weight begins again at the full one', () => {
  // With N = 2 a sum falls to 0 in a match this small; the tables are those of the second implementation (test/replay/odds.py).
  const once = oddsOf({ wanted: [2, 1, 1, 2, 1, 1, 2, 2], capacity: [2, 8, 2, 1, 1, 2, 1], eligible: [[0, 1, 2, 6], [6], [1], [0, 1, 2, 3, 4, 5, 6], [2], [1, 3], [0, 1, 2, 3, 4, 5, 6], [0, 1, 2, 4, 5, 6]] }, 1);
  expect([once.iterations, once.repairPhases, [...once.chance].join('')]).toEqual([12, 0, '12102201011102111200010011110']);
  const often = oddsOf({ wanted: [1, 1, 2, 1, 2, 2, 1], capacity: [1, 1, 3, 7, 2, 3], eligible: [[1, 3], [0, 1, 2, 4, 5], [0, 2, 3, 4], [0, 1, 2, 3, 4, 5], [0, 1, 3, 4, 5], [0, 2, 3, 4], [0, 1, 3, 4]] }, 1);
  expect([often.iterations, often.repairPhases, [...often.chance].join('')]).toEqual([100, 1, '110110002200001101010212100011']);
});
test('M5.11 the largest difference looks only at people of equal standing', () => {
  const graph = pairGraph({ wanted: [1, 1], capacity: [2, 2, 1, 2], eligible: [[0, 1, 2, 3], [0, 1, 2]] });
  const chance = Float64Array.from([10, 13, 40, 0, 8, 3, 90]);
  expect(largestTwinDifference({ graph, chance }, [2, 2, 1, 2])).toBe(5);
  expect(largestTwinDifference({ graph, chance }, [2, 1, 1, 2])).toBe(87);
});
test('M5.11 the largest difference is that of trying every two people of the same capacity and the same eligible targets', () => {
  const few = anyInstance({ targets: 3, inspectors: 6, places: 1, capacity: 2 });
  fc.assert(fc.property(few, fc.infiniteStream(fc.nat(100)), (instance, units) => {
    const graph = pairGraph(instance);
    const chance = Float64Array.from({ length: graph.pairs }, () => units.next().value);
    const rows = instance.eligible.map((row, e) => new Map(row.map((i, at) => [i, chance[graph.rowStart[e]! + at]!])));
    const standing = instance.capacity.map((c, i) => `${c} ${rows.map((row) => row.has(i))}`);
    const differences = rows.flatMap((row) => [...row].flatMap(([i, q]) => [...row].filter(([j]) => standing[i] === standing[j]).map(([, other]) => Math.abs(q - other))));
    expect(largestTwinDifference({ graph, chance }, instance.capacity)).toBe(Math.max(0, ...differences));
  }), { numRuns: runs(2000) });
});
test('an odds table of a shortage, or of other bits than 1 to 16, is a RangeError', () => {
  const short = { wanted: [2], capacity: [1], eligible: [[0]] };
  expect(() => oddsTable({ flow: maximumFlow(pairGraph(short), short), bits: 16 })).toThrow(/flow/);
  for (const bits of [0, 17, 1.5, Number.NaN]) expect(() => oddsOf({ wanted: [1], capacity: [1], eligible: [[0]] }, bits)).toThrow(/bits/);
  expect([...oddsOf({ wanted: [1], capacity: [1, 1], eligible: [[0, 1]] }, 1).chance]).toEqual([1, 1]);
});
