import { expect, test } from 'vitest';
import { pairGraph } from './pair-graph.js';
import { relieveOverload } from './relieve-overload.js';

/** A table of 16 units a place, from its rows; `limit` in units. */
const tableOf = (rows: readonly (readonly [inspector: number, units: number])[][], limit: readonly number[]) => {
  const graph = pairGraph({ wanted: rows.map(() => 1), capacity: limit.map(() => 1), eligible: rows.map((row) => row.map(([i]) => i)) });
  const sum = new Float64Array(limit.length);
  for (const [i, units] of rows.flat()) sum[i]! += units;
  return { graph, full: 16, share: Float64Array.from(rows.flat(), ([, units]) => units), sum, limit: Float64Array.from(limit) };
};

test('M5.7 a table without overload stays as it is', () => {
  const table = tableOf([[[0, 8], [1, 8]]], [8, 8]);
  expect(relieveOverload(table)).toBe(0);
  expect([...table.share]).toEqual([8, 8]);
});
test('M5.7 3 a move gives nobody more than a whole place, takes no more than there is, and fills nobody beyond the limit', () => {
  const whole = tableOf([[[0, 14], [1, 15], [2, 3]]], [10, 30, 30]);
  expect(relieveOverload(whole)).toBe(1);
  expect([...whole.share]).toEqual([10, 16, 6]);
  const little = tableOf([[[0, 2], [1, 14]], [[0, 9], [2, 7]]], [5, 30, 30]);
  expect(relieveOverload(little)).toBe(1);
  expect([...little.share]).toEqual([0, 16, 5, 11]);
  const full = tableOf([[[0, 14], [1, 1], [2, 1]]], [10, 3, 30]);
  expect(relieveOverload(full)).toBe(1);
  expect([...full.share]).toEqual([10, 3, 3]);
  expect([...full.sum]).toEqual([10, 3, 3]);
});
test('M5.7 2 among paths of equal length the first target, then the first inspector is taken', () => {
  const table = tableOf([[[0, 8], [2, 4], [3, 4]], [[0, 8], [1, 8]]], [12, 16, 16, 16]);
  expect(relieveOverload(table)).toBe(1);
  expect([...table.share]).toEqual([4, 8, 4, 8, 8]);
});
test('M5.7 1 a shorter path goes before a longer one, which needs a phase of its own', () => {
  const table = tableOf([[[0, 10], [1, 6]], [[1, 10], [2, 6]]], [4, 18, 30]);
  expect(relieveOverload(table)).toBe(2);
  expect([...table.share]).toEqual([4, 12, 6, 10]);
  expect([...table.sum]).toEqual([4, 18, 10]);
});
test('M5.7 what nobody can take stays, and the work ends', () => {
  const table = tableOf([[[0, 16]], [[1, 16]]], [8, 32]);
  expect(relieveOverload(table)).toBe(0);
  expect([...table.sum]).toEqual([16, 16]);
});
