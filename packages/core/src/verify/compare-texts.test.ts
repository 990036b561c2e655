import { describe, expect, test } from 'vitest';
import { compareTexts, compareValues } from './compare-texts.js';

const file = 'frame.jsonl';
const texts = (recorded: string | undefined, replayed: string) => compareTexts({ file, recorded, replayed });
const differs = (row: number | undefined, field: string, recorded: string, replayed: string) => ({
  code: 'value-differs', severity: 'error', where: row === undefined ? { file } : { file, row }, fields: { field, recorded, replayed },
});

describe('R11 a file that is worked out again', () => {
  test('is the same only byte for byte', () => {
    expect(texts('{"a":1}\n', '{"a":1}\n')).toEqual([]);
    expect(texts('', '')).toEqual([]);
    expect(texts('{"a":1}', '{"a":1}\n')).toEqual([differs(2, '', '', '')]);
  });
  test('is missing where it is not there, empty or not', () => {
    for (const replayed of ['', 'a\n']) expect(texts(undefined, replayed)).toEqual([{ code: 'file-missing', severity: 'error', where: { file }, fields: {} }]);
  });
  test('differs at the lines that differ, with what is recorded and what follows', () => {
    expect(texts('a\nb\nc\n', 'a\nB\nc\n')).toEqual([differs(2, '', 'b', 'B')]);
    expect(texts('a\nx\ny\n', 'a\n')).toEqual([differs(2, '', 'x', ''), differs(3, '', 'y', ''), differs(4, '', '', '')]);
    expect(texts('a\n', 'a\nx\n')).toEqual([differs(2, '', '', 'x'), differs(3, '', '', '')]);
  });
  test('lists five lines, and the number of the others', () => {
    const lines = (count: number, mark: string): string => Array.from({ length: 9 }, (_, index) => (index < count ? mark : 'same')).join('\n');
    expect(texts(lines(5, 'a'), lines(5, 'b'))).toEqual([1, 2, 3, 4, 5].map((row) => differs(row, '', 'a', 'b')));
    expect(texts(lines(6, 'a'), lines(6, 'b'))).toEqual([...[1, 2, 3, 4, 5].map((row) => differs(row, '', 'a', 'b')), { code: 'more-differ', severity: 'error', where: { file }, fields: { count: 1 } }]);
    expect(texts(lines(9, 'a'), lines(9, 'b')).at(-1)).toMatchObject({ code: 'more-differ', fields: { count: 4 } });
  });
});

describe('R11 a value that is worked out again', () => {
  test('is compared as canonical JSON: the order of members does not matter', () => {
    expect(compareValues({ file, field: 'strata', recorded: { a: 1, b: [2] }, replayed: { b: [2], a: 1 } })).toEqual([]);
    expect(compareValues({ file, field: 'strata', recorded: [1, 2], replayed: [2, 1] })).toEqual([differs(undefined, 'strata', '[1,2]', '[2,1]')]);
    expect(compareValues({ file, row: 7, field: 'seq', recorded: 1, replayed: '1' })).toEqual([differs(7, 'seq', '1', '"1"')]);
  });
});

describe('of long values the place of the first difference is shown', () => {
  const shown = (recorded: string, replayed: string) => texts(recorded, replayed).map(({ fields }) => fields);
  test('with forty characters before it', () => {
    const same = '0123456789'.repeat(10);
    expect(shown(`${same}a`, `${same}b`)).toEqual([{ field: '', recorded: `…${same.slice(60)}a`, replayed: `…${same.slice(60)}b` }]);
    expect(shown(`${same.slice(0, 41)}a`, `${same.slice(0, 41)}b`)).toEqual([{ field: '', recorded: `…${same.slice(1, 41)}a`, replayed: `…${same.slice(1, 41)}b` }]);
    expect(shown(`${same.slice(0, 40)}a`, `${same.slice(0, 40)}b`)).toEqual([{ field: '', recorded: `${same.slice(0, 40)}a`, replayed: `${same.slice(0, 40)}b` }]);
  });
  test('also where one is the beginning of the other', () => {
    const same = '0123456789'.repeat(10);
    expect(shown(same, `${same}b`)).toEqual([{ field: '', recorded: `…${same.slice(60)}`, replayed: `…${same.slice(60)}b` }]);
    expect(shown(`${same}b`, same)).toEqual([{ field: '', recorded: `…${same.slice(60)}b`, replayed: `…${same.slice(60)}` }]);
  });
  test('never from the middle of a character', () => {
    const rest = 'x'.repeat(39);
    expect(shown(`甲𠮷${rest}a`, `甲𠮷${rest}b`)).toEqual([{ field: '', recorded: `…${rest}a`, replayed: `…${rest}b` }]);
    expect(shown(`甲𠮷${rest}xa`, `甲𠮷${rest}xb`)).toEqual([{ field: '', recorded: `…${rest}xa`, replayed: `…${rest}xb` }]);
    expect(shown(`甲𠮷${rest.slice(1)}a`, `甲𠮷${rest.slice(1)}b`)).toEqual([{ field: '', recorded: `…𠮷${rest.slice(1)}a`, replayed: `…𠮷${rest.slice(1)}b` }]);
  });
});
