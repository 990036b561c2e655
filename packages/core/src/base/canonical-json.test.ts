import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type JsonValue } from './canonical-json.js';
import { toJsonDocument, toJsonLines } from './json-lines.js';

test('R1.1 no blanks, keys in byte order at every depth, characters unescaped where JSON allows', () => {
  expect(canonicalJson({ b: [1, { z: '', A: '甲' }], a: null, '-': true, B: false, '10': 0, '9': -5 })).toBe('{"-":true,"10":0,"9":-5,"B":false,"a":null,"b":[1,{"A":"甲","z":""}]}');
});
test('R1.1 strings are escaped as RFC 8785 says', () => {
  expect(canonicalJson('\u0000\b\t\n\u000b\f\r\u001f"\\/\u007f\u2028甲\u{1f600}')).toBe('"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\\"\\\\/\u007f\u2028甲\u{1f600}"');
});
test('R1.1 integers below 2^53 are written in digits', () => {
  expect(canonicalJson([0, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])).toBe('[0,-1,9007199254740991,-9007199254740991]');
});
test('R1.1 a key without a value is absent', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
});
describe('R1.1 what is outside the subset is refused', () => {
  test.each<[string, JsonValue]>([
    ['a fraction', 0.5], ['2^53', 2 ** 53], ['NaN', Number.NaN], ['infinity', Number.POSITIVE_INFINITY], ['minus zero', -0],
    ['a lone surrogate', '\ud800'], ['U+FFFD', 'a\ufffd'], ['a key that is not ASCII', { 甲: 1 }], ['a key with a control character', { 'a\n': 1 }], ['an empty key', { '': 1 }],
    ['a fraction deep inside', { a: [{ b: [1.5] }] }], ['a hole in a list', [undefined] as unknown as JsonValue],
  ])('%s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
test('R1.1 whatever order the keys came in, the text is the same, and reads back as the value', () => {
  const key = fc.stringMatching(/^[ -~]+$/);
  const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.maxSafeInteger().map((number) => number + 0),
      fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed() && !text.includes('\ufffd')),
      fc.constantFrom(null, true, false),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key.filter((name) => name !== '__proto__'), tie('value'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(value, (json) => {
      const text = canonicalJson(json);
      expect(JSON.parse(text)).toEqual(json);
      expect(canonicalJson(reversed(json))).toBe(text);
    }),
  );
});
test('R1.2 every line of a table ends by one LF, and an empty table is empty', () => {
  expect([toJsonLines([]), toJsonLines([{ b: 1, a: 2 }, {}]), toJsonDocument({})]).toEqual(['', '{"a":2,"b":1}\n{}\n', '{}\n']);
});

const reversed = (value: JsonValue): JsonValue => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, member]) => [key, member === undefined ? undefined : reversed(member)]));
};
