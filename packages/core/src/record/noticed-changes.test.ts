import { expect, test } from 'vitest';
import type { LedgerEntry } from './ledger.js';
import { changesBefore, mainDrawLine } from './noticed-changes.js';

const why = { reason: '注销', by: '双随机办', evidence: '通知书' };
/** `announced 1` in its line, counted from 1; the entries of one draw. */
const own = (...types: readonly string[]): readonly LedgerEntry[] =>
  types.flatMap((words, index) => {
    const [type, round] = words.split(' ');
    const body = type === 'changed' ? { drawId: 'D', change: { kind: 'target-withdrawn', target: `local:${index + 1}` }, ...why } : { drawId: 'D', ...(round === undefined ? {} : { round: Number(round) }) };
    return type === 'other' ? [] : [{ seq: index + 1, type, body } as unknown as LedgerEntry];
  });
const lines = (entries: readonly LedgerEntry[], seq: number): readonly number[] => changesBefore(entries, { seq }).map((change) => change.seq);

test('R12.2 the changes of a notice are those after the notice before and before this one, each with its line', () => {
  const entries = own('sealed', 'changed', 'drawn 0', 'changed', 'announced 1', 'changed', 'drawn 1', 'changed', 'announced 2', 'changed');
  expect([5, 9, 11].map((seq) => lines(entries, seq))).toEqual([[2, 4], [6, 8], [10]]);
  expect(lines(entries, 4)).toEqual([2]);
  expect(lines(own('sealed', 'drawn 0', 'announced 1'), 3)).toEqual([]);
  expect(changesBefore(entries, { seq: 4 })).toEqual([{ seq: 2, change: { kind: 'target-withdrawn', target: 'local:2' }, ...why, scan: undefined }]);
});
test('R12.2 of several notices before it the last one counts', () => {
  expect(lines(own('sealed', 'changed', 'announced 1', 'changed', 'announced 2', 'changed', 'announced 3'), 7)).toEqual([6]);
});
test('R12.3 抽取后申报 begins with the line of the draw of round 0, of no other round', () => {
  expect(mainDrawLine(own('sealed', 'changed', 'drawn 0', 'announced 1', 'drawn 1'))).toBe(3);
  expect(mainDrawLine(own('other', 'sealed', 'announced 0', 'entered 0', 'drawn 1', 'drawn 0'))).toBe(6);
});
test('R12.3 while round 0 is not drawn no change was made after it', () => {
  expect([mainDrawLine([]), mainDrawLine(own('sealed', 'changed', 'entered 0'))]).toEqual([Infinity, Infinity]);
});
