import { expect, test } from 'vitest';
import { roundWithLines } from './used-lines.js';

const seed = (...lines: readonly string[]) => ({ lines: lines.map((line) => ({ line })) });
const SEEDS = [seed('typed:=a', 'typed:=b'), undefined, seed('typed:=c'), seed('typed:=c')];

test('R6 public lines that an earlier round had, as a whole, are found, and the first such round is named', () => {
  expect(roundWithLines(SEEDS, ['typed:=a', 'typed:=b'])).toBe(0);
  expect(roundWithLines(SEEDS, ['typed:=c'])).toBe(2);
});
test('R6 a part of them, more of them, or another order is another seed', () => {
  for (const lines of [['typed:=a'], ['typed:=b', 'typed:=a'], ['typed:=a', 'typed:=b', 'typed:=c'], ['typed:=atyped:=b'], ['typed:=d'], []]) expect(roundWithLines(SEEDS, lines)).toBe(undefined);
  expect(roundWithLines([], ['typed:=a'])).toBe(undefined);
});
