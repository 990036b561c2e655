import { expect, test } from 'vitest';
import { markedLines, REHEARSAL_MARK } from './rehearsal.js';

test('output of a rehearsal is marked once, that of a draw never', () => {
  expect(markedLines(['已写出'], true)).toEqual([REHEARSAL_MARK, '已写出']);
  expect(markedLines(['【演练】已写出'], true)).toEqual(['【演练】已写出']);
  expect(markedLines([], true)).toEqual([]);
  expect(markedLines(['已写出'], false)).toEqual(['已写出']);
});
