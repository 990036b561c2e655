import { describe, expect, test } from 'vitest';
import { err } from '../base/result.js';
import { LEAST_TENTH_BITS, sourceTenthBits, tenthBits } from './entropy.js';
import { parseSeedSource, parseSeedSources, seedSourceText, type SeedSource } from './source.js';

const source = (text: string): SeedSource => {
  const parsed = parseSeedSource(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

describe('D2.2 the left side of a line', () => {
  test.each(['dice:d10x20', 'dice:d6x25', 'dice:d10x1', 'dice:d6x256', 'lottery:kl8:2026315', 'lottery:ssq:2026001', 'lottery:fc3d:2026033', 'typed:'])('%s is read and written again as it was', (text) => {
    expect(seedSourceText(source(text))).toBe(text);
  });
  test.each([
    '', 'dice', 'dice:', 'dice:d8x20', 'dice:d10x0', 'dice:d10x257', 'dice:d10x020', 'dice:D10x20', 'dice:d10x20=', ' dice:d10x20', 'dice:d10x20\n', 'lottery:kl8:26315', 'lottery:kl8:20263155', 'lottery:kl8:', 'lottery:dlt:2026001',
    'lottery:kl8:２０２６３１５', 'typed', 'typed:x', 'typed:=', 'secret:sha256', 'other:',
  ])('%j is none', (text) => {
    expect(parseSeedSource(text)).toEqual(err({ code: 'seed-source-unknown', severity: 'error', fields: { source: text } }));
  });
  test.each(['drand:quicknet:1000', 'joint:A,B,C'])('%s belongs to the protocol and is not accepted yet', (text) => {
    expect(parseSeedSource(text)).toEqual(err({ code: 'seed-source-not-yet', severity: 'error', fields: { source: text } }));
  });
  test('a seal needs one at least', () => {
    expect(parseSeedSources([])).toEqual(err([{ code: 'seed-source-missing', severity: 'error', fields: {} }]));
  });
  test('no two lines have the same left side, and every problem is named', () => {
    expect(parseSeedSources(['dice:d10x20', 'x', 'dice:d10x20'])).toEqual(
      err([
        { code: 'seed-source-unknown', severity: 'error', fields: { source: 'x' } },
        { code: 'seed-source-twice', severity: 'error', fields: { source: 'dice:d10x20' } },
      ]),
    );
    expect(parseSeedSources(['dice:d10x20', 'dice:d10x21', 'typed:'])).toMatchObject({ ok: true, value: [{ count: 20 }, { count: 21 }, { kind: 'typed' }] });
  });
});

describe('D2.3 entropy in tenths of a bit, rounded down', () => {
  test.each([
    ['dice:d10x20', 664], ['dice:d6x25', 646], ['lottery:kl8:2026315', 616], ['lottery:ssq:2026001', 240], ['lottery:fc3d:2026033', 99], ['typed:', 0], ['dice:d10x1', 33], ['dice:d6x1', 25], ['dice:d10x256', 8504],
  ])('%s is worth %i', (text, bits) => {
    expect(sourceTenthBits(source(text))).toBe(bits);
  });
  test('a power of two is worth its exponent exactly', () => {
    expect([1n, 2n, 4n, 1n << 60n, (1n << 60n) - 1n].map(tenthBits)).toEqual([0, 10, 20, 600, 599]);
    expect(LEAST_TENTH_BITS).toBe(600);
  });
  test('nothing possible has no entropy to speak of', () => {
    expect(() => tenthBits(0n)).toThrow(RangeError);
  });
});
