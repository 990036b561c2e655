import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { feasibility } from '../match/feasibility.js';
import { oddsTable } from '../match/odds.js';
import { feasibleInstance } from '../match/tiny-instance.properties.js';
import { meetingChances } from './meeting-chances.js';

const N = 65536;
const sumsOf = (row: readonly number[], whole: number): readonly number[] => {
  const chances = meetingChances(row, whole);
  return row.map((_, a) => row.reduce((sum, __, b) => sum + chances[a * row.length + b]!, 0));
};

test('of equal people every pair meets as often: r(r − 1) to n(n − 1)', () => {
  for (const [n, r] of [[2, 2], [4, 1], [8, 2], [16, 4]] as const) {
    const chances = meetingChances(Array(n).fill((r * N) / n), N);
    for (let a = 0; a < n; a += 1) for (let b = 0; b < n; b += 1) expect(chances[a * n + b]).toBeCloseTo(a === b ? 0 : (r * (r - 1)) / (n * (n - 1)), 12);
  }
});

test('of three people of whom two come, a pair meets exactly where the third does not come', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: N - 1 }), fc.integer({ min: 1, max: N - 1 }), (a, b) => {
    const c = 2 * N - a - b;
    fc.pre(c > 0 && c < N);
    const chances = meetingChances([a, b, c], N);
    expect(chances[1]).toBeCloseTo(1 - c / N, 9);
    expect(chances[2]).toBeCloseTo(1 - b / N, 9);
    expect(chances[5]).toBeCloseTo(1 - a / N, 9);
  }));
});

test('whoever comes in any case meets everybody as often as that one comes', () => {
  expect([...meetingChances([N, N / 4, (3 * N) / 4], N)]).toEqual([0, 0.25, 0.75, 0.25, 0, 0, 0.75, 0, 0]);
});

test('everybody meets as many people as come beside, at every visit of any odds table', () => {
  fc.assert(fc.property(feasibleInstance({ targets: 12, inspectors: 10, places: 4, capacity: 2 }), (instance) => {
    const flow = feasibility(instance);
    if (!flow.ok) throw new TypeError('infeasible');
    const { graph, chance } = oddsTable({ flow: flow.value, bits: 16 });
    instance.wanted.forEach((places, e) => {
      const row = [...chance.subarray(graph.rowStart[e], graph.rowStart[e + 1])];
      sumsOf(row, N).forEach((met, a) => expect(met).toBeCloseTo((row[a]! / N) * (places - 1), 9));
    });
  }));
});
