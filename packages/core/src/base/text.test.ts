import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiUpper, compareUtf8, foldName, isSoundText, sortedBy, stripEdges, toHalfWidth, utf8Length } from './text.js';

test('D1.1 order is the order of UTF-8 bytes, also beyond the basic plane', () => {
  expect(sortedBy(['A/9', 'A/10', '\u{1f600}', '\uffee', '乙', '甲', 'a', ''], (text) => text)).toEqual(['', 'A/10', 'A/9', 'a', '乙', '甲', '\uffee', '\u{1f600}']);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      fc.pre(a.isWellFormed() && b.isWellFormed());
      expect(Math.sign(compareUtf8(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
  expect(Math.sign(compareUtf8('\ue000', '\u{10000}'))).toBe(-1);
});
test('D1.2 exactly the listed blanks are taken off both ends', () => {
  const blanks = [9, 10, 11, 12, 13, 0x20, 0xa0, 0x1680, ...Array.from({ length: 14 }, (_, index) => 0x2000 + index), 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff];
  const stripped = Array.from({ length: 0x10000 }, (_, unit) => unit).filter((unit) => stripEdges(String.fromCharCode(unit)) === '');
  expect(stripped).toEqual(blanks);
  expect(stripEdges(' \u3000甲 乙\ufeff\n')).toBe('甲 乙');
  expect(stripEdges('\u200e甲\u0085')).toBe('\u200e甲\u0085');
});
test('D1.2 exactly U+FF01 to U+FF5E become ASCII', () => {
  expect(toHalfWidth('（ＡＢＣ－１２３）～！＠')).toBe('(ABC-123)~!@');
  const moved = Array.from({ length: 0x10000 }, (_, unit) => unit).filter((unit) => toHalfWidth(String.fromCharCode(unit)) !== String.fromCharCode(unit));
  expect([moved.length, moved[0], moved.at(-1)]).toEqual([94, 0xff01, 0xff5e]);
});
test('D1.2 only a to z become upper case', () => {
  expect(asciiUpper('abcxyz-ßıéаＡ')).toBe('ABCXYZ-ßıéаＡ');
});
test('D1.2 a lone surrogate and U+FFFD are not sound', () => {
  expect(['甲', '', '\u{1f600}', '\ud800', 'a\udc00b', '\ufffd'].map(isSoundText)).toEqual([true, true, true, false, false, false]);
});
test('two spellings of a name fold to one', () => {
  expect(new Set(['艾山·买买提', '艾山•买买提', '艾山・买买提', '艾山．买买提', ' 艾山 · 买买提 ', '艾山.买买提'].map(foldName)).size).toBe(1);
  expect(foldName('精河县ａ店（分部）')).toBe(foldName('精河县A店(分部)'));
});
test('the length in bytes is that of UTF-8', () => {
  expect([utf8Length('a'), utf8Length('甲'), utf8Length('\u{1f600}')]).toEqual([1, 3, 4]);
});
