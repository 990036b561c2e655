import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../base/runs.properties.js';
import { brokenRules } from './broken-rules.properties.js';
import { feasibility } from './feasibility.js';
import { anyShapedInstance } from './four-shapes.properties.js';
import type { PlainInstance } from './integer-program.properties.js';
import { oddsTable } from './odds.js';
import { roundOdds } from './rounding.js';
import { streamOf } from './stream.js';
import { testWords } from './tiny-instance.properties.js';

const N = 65536;
const oddsOf = (instance: PlainInstance) => {
  const flow = feasibility(instance);
  return flow.ok ? oddsTable({ flow: flow.value, bits: 16 }) : undefined;
};

test('M5.8 on every shape rows, columns and pairs keep the laws of the table', () => {
  fc.assert(fc.property(anyShapedInstance, (instance) => {
    const table = oddsOf(instance);
    fc.pre(table !== undefined);
    const { graph, chance, sum } = table;
    const columns = instance.capacity.map(() => 0);
    instance.wanted.forEach((places, e) => {
      const row = [...chance.subarray(graph.rowStart[e], graph.rowStart[e + 1])];
      expect(row.reduce((before, q) => before + q, 0)).toBe(places * N);
      expect(row.filter((q) => !Number.isInteger(q) || q < 0 || q > N)).toEqual([]);
      instance.eligible[e]!.forEach((i, at) => { columns[i]! += row[at]!; });
    });
    expect([...sum]).toEqual(columns);
    columns.forEach((units, i) => expect(units).toBeLessThanOrEqual(instance.capacity[i]! * N));
  }), { numRuns: runs(400) });
});
test('M6.6 on every shape a feasible match is filled, breaks no rule, and every load is its expectation rounded down or up', () => {
  fc.assert(fc.property(anyShapedInstance, fc.integer(), (instance, seed) => {
    const table = oddsOf(instance);
    fc.pre(table !== undefined);
    const people = roundOdds({ table, stream: streamOf(testWords(seed)) });
    expect(brokenRules(instance, people)).toEqual([]);
    instance.capacity.forEach((_, i) => {
      const load = people.filter((row) => row.includes(i)).length;
      expect([Math.floor(table.sum[i]! / N), Math.ceil(table.sum[i]! / N)]).toContain(load);
    });
  }), { numRuns: runs(400) });
});
