import { expect, test } from 'vitest';
import { firstStrangeLine } from './county-ledger.js';

test('R10.1 a record’s ledger is the beginning of its county’s, which may have gone on', () => {
  expect(firstStrangeLine('a\nb\n', 'a\nb\n')).toBeUndefined();
  expect(firstStrangeLine('a\nb\n', 'a\nb\nc\n')).toBeUndefined();
  expect(firstStrangeLine('', '')).toBeUndefined();
});
test('R10.1 where it is not, the first line that is another one is named', () => {
  expect(firstStrangeLine('x\nb\n', 'a\nb\n')).toBe(1);
  expect(firstStrangeLine('a\nbb\n', 'a\nbc\n')).toBe(2);
  expect(firstStrangeLine('a\nb\nc\n', 'a\nb\n')).toBe(3);
  expect(firstStrangeLine('a\nb\nc\n', 'a\nb\nd\nc\n')).toBe(3);
  expect(firstStrangeLine('a\n', '')).toBe(1);
});
