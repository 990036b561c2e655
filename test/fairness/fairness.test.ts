import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** Scripts without types; only what is called here. */
const script = async <T>(name: string): Promise<T> => (await import(new URL(name, import.meta.url).href)) as T;
const { chiSquareTail } = await script<{ chiSquareTail: (statistic: number, degrees: number) => number }>('./chi-square.mjs');
const { everyOutcome } = await script<{ everyOutcome: <T>(run: (choose: (n: number) => number) => T) => Iterable<T> }>('./every-outcome.mjs');
interface Small { readonly name: string; readonly bits: number; readonly orders: 'all' | number; readonly wanted: readonly number[]; readonly capacity: readonly number[]; readonly eligible: readonly (readonly number[])[] }
interface Counted { readonly wrong: number; readonly outcomes: number; readonly fromIndependence: number }
const { INSTANCES } = await script<{ INSTANCES: readonly Small[] }>('./instances.mjs');
const { countInstance } = await script<{ countInstance: (instance: Small) => Counted }>('./exact.mjs');
const { exactLine } = await script<{ exactLine: (counted: Counted) => string }>('./page.mjs');
const { LAWS } = await script<{ LAWS: Readonly<Record<string, (instance: Small, table: { readonly sum: readonly number[]; readonly bits: number }, people: readonly (readonly number[])[]) => boolean>> }>('./laws.mjs');

describe('the tail of chi-square', () => {
  // Quantiles as tables print them (NIST/SEMATECH e-Handbook 1.3.6.7.4).
  test.each([[2.706, 1, 0.1], [3.841, 1, 0.05], [10.828, 1, 0.001], [5.991, 2, 0.05], [18.307, 10, 0.05], [29.588, 10, 0.001], [43.773, 30, 0.05], [124.342, 100, 0.05], [149.449, 100, 0.001]])('%d with %d degrees of freedom is %d', (statistic, degrees, p) => {
    expect(chiSquareTail(statistic, degrees) / p).toBeCloseTo(1, 2);
  });
  test('with two degrees it is e to the minus half', () => {
    fc.assert(fc.property(fc.double({ min: 1e-3, max: 200, noNaN: true }), (x) => {
      expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 9);
    }));
  });
  test('with an even number of degrees it is a sum of Poisson chances', () => {
    fc.assert(fc.property(fc.double({ min: 0.01, max: 60, noNaN: true }), fc.integer({ min: 1, max: 30 }), (x, half) => {
      let term = Math.exp(-x / 2);
      let sum = term;
      for (let k = 1; k < half; k += 1) sum += term *= x / 2 / k;
      expect(chiSquareTail(x, 2 * half)).toBeCloseTo(sum, 9);
    }));
  });
  test('with many degrees it is half at two thirds below their number', () => {
    for (const degrees of [1_000, 37_870]) expect(chiSquareTail(degrees - 2 / 3, degrees)).toBeCloseTo(0.5, 4);
  });
});

describe('every outcome', () => {
  test('comes once, where what is chosen later hangs on what was chosen first', () => {
    const runs = [...everyOutcome((choose) => {
      const first = choose(3);
      return first === 0 ? [first] : [first, choose(first + 1)];
    })];
    expect(runs).toEqual([[0], [1, 0], [1, 1], [2, 0], [2, 1], [2, 2]]);
  });
  test('without a choice is one', () => expect([...everyOutcome(() => 'only')]).toEqual(['only']));
});

test('a law is broken by the outcomes it forbids', () => {
  const instance = { name: 'x', bits: 1, orders: 1, wanted: [2, 1], capacity: [1, 2, 1], eligible: [[0, 1], [0, 1, 2]] };
  const table = { sum: [2, 3, 1], bits: 1 };
  const broken = (people: readonly (readonly number[])[]): readonly boolean[] => Object.values(LAWS).map((holds) => !holds(instance, table, people));
  expect(broken([[0, 1], [2]])).toEqual([false, false, false]);
  expect(broken([[0, 1], [1]])).toEqual([false, false, false]);
  expect(broken([[0, 2], [1]])).toEqual([true, false, false]);
  expect(broken([[1, 1], [2]])[0]).toBe(true);
  expect(broken([[0], [1]])[0]).toBe(true);
  expect(broken([[0, 1], [0]])).toEqual([false, true, true]);
});

describe('docs/fairness.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/fairness.md'), 'utf8');
  test('M6.6 every chance of a small agency is exactly q/N, over every outcome, as the page says', () => {
    for (const instance of INSTANCES.filter(({ bits, orders }) => bits < 16 && orders !== 'all')) {
      const counted = countInstance(instance);
      expect(counted.wrong, instance.name).toBe(0);
      expect(page).toContain(`\n${exactLine(counted)}\n`);
    }
    for (const instance of INSTANCES.filter(({ orders, eligible }) => orders === 'all' && eligible.flat().length < 8)) expect(page).toContain(`\n${exactLine(countInstance(instance))}\n`);
  });
  test('has a line for every small agency', () => {
    for (const { name } of INSTANCES) expect(page).toContain(`| ${name} |`);
    expect(INSTANCES.length).toBeGreaterThanOrEqual(6);
  });
});
