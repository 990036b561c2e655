import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../base/runs.properties.js';
import { feasibility, maximumFlow } from './feasibility.js';
import { forced } from './forced.js';
import { pairGraph } from './pair-graph.js';
import { allAssignments, anyInstance, feasibleInstance, shortageOf } from './tiny-instance.properties.js';

const tiny = { targets: 4, inspectors: 4, places: 3, capacity: 3 };

test('M4.1, M7.1 infeasible is found exactly when trying everything says so, with the same shortage', () => {
  fc.assert(fc.property(anyInstance(tiny), (instance) => {
    const found = feasibility(instance);
    expect(found.ok ? 0 : found.error.shortage).toBe(shortageOf(instance));
  }), { numRuns: runs(500) });
});
test('M4.1 a feasible flow fills every place within every capacity', () => {
  fc.assert(fc.property(feasibleInstance({ targets: 40, inspectors: 12, places: 4, capacity: 2 }), (instance) => {
    const { graph, share, shortage } = maximumFlow(pairGraph(instance), instance);
    expect(shortage).toBe(0);
    instance.wanted.forEach((r, e) => expect([...share.subarray(graph.rowStart[e], graph.rowStart[e + 1])].filter((x) => x === 1)).toHaveLength(r));
    const loads = instance.capacity.map(() => 0);
    share.forEach((x, pair) => { loads[graph.inspectorOf[pair]!]! += x; });
    loads.forEach((load, i) => expect(load).toBeLessThanOrEqual(instance.capacity[i]!));
  }));
});
test('M4.2 forced pairs are those that are the same in every assignment', () => {
  fc.assert(fc.property(feasibleInstance(tiny), (instance) => {
    const flow = maximumFlow(pairGraph(instance), instance);
    const { pairs: marks } = forced(flow);
    const all = allAssignments(instance);
    for (let pair = 0; pair < flow.graph.pairs; pair += 1) {
      const times = all.filter((people) => people[flow.graph.targetOf[pair]!]!.includes(flow.graph.inspectorOf[pair]!)).length;
      expect(marks[pair] === 1).toBe(times === 0 || times === all.length);
    }
  }), { numRuns: runs(500) });
});
test('M4.2 thousands of targets in one chain do not overflow the stack', () => {
  const length = 8000;
  const instance = { wanted: Array(length).fill(1), capacity: Array(length + 1).fill(1), eligible: Array.from({ length }, (_, e) => [e, e + 1]) };
  const flow = feasibility(instance);
  expect(flow.ok && forced(flow.value).pairs.some((mark) => mark === 1)).toBe(false);
});

const sound = { wanted: [2], capacity: [1, 1], eligible: [[0, 1]] };
test.each([
  ['wanted', { ...sound, wanted: [8192] }],
  ['wanted', { ...sound, wanted: [1.5] }],
  ['capacity', { ...sound, capacity: [1, 8192] }],
  ['capacity', { ...sound, capacity: [-1, 1] }],
  ['eligible', { ...sound, capacity: Array(8192).fill(1), eligible: [[...Array(8192).keys()]] }],
  ['eligible', { ...sound, eligible: [[1, 0]] }],
  ['eligible', { ...sound, eligible: [[0, 0]] }],
  ['eligible', { ...sound, eligible: [[0, 2]] }],
  ['eligible', { ...sound, eligible: [] }],
])('M1.5 a RangeError names %s', (name, instance) => {
  expect(() => feasibility(instance)).toThrow(RangeError);
  expect(() => feasibility(instance)).toThrow(new RegExp(`^${name}: `));
});
test('M1.5 8191 is allowed', () => {
  expect(feasibility({ wanted: [8191], capacity: Array(8191).fill(8191), eligible: [[...Array(8191).keys()]] }).ok).toBe(true);
});
