import { expect, test } from 'vitest';
import type { Digest } from '../base/brand.js';
import { hadHead, headRow } from './head-row.js';

const digest = (letter: string): Digest => letter.repeat(64) as Digest;
const LINES = [digest('a'), digest('b'), digest('c')];

test('R10.6 the head that a seal names must be that of this very line', () => {
  expect(LINES.map((own, index) => hadHead(LINES, { seq: index + 1, digest: own }))).toEqual([true, true, true]);
  expect(hadHead(LINES, { seq: 1, digest: digest('b') })).toBe(false);
  expect(hadHead(LINES, { seq: 2, digest: digest('a') })).toBe(false);
  expect(hadHead(LINES, { seq: 4, digest: digest('c') })).toBe(false);
});
test('R10.1 before the first line the head is 0 and 64 zeros', () => {
  expect(hadHead([], { seq: 0, digest: digest('0') })).toBe(true);
  expect(hadHead(LINES, { seq: 0, digest: digest('0') })).toBe(true);
  expect(hadHead(LINES, { seq: 0, digest: digest('a') })).toBe(false);
  expect(hadHead(LINES, { seq: 1, digest: digest('0') })).toBe(false);
});
test('R10.6 whatever is no head is refused by name', () => {
  expect(() => headRow(LINES, 'abc')).toThrow(new RangeError('headRow: head "abc" is not 16 to 64 hex characters'));
});
