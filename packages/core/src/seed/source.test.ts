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
  test.each(['dice:d10x20', 'dice:d6x25', 'dice:d10x1', 'dice:d6x256', 'lottery:kl8:2026315', 'lottery:ssq:2026001', 'lottery:fc3d:2026033', 'typed:', 'drand:quicknet:1', 'drand:quicknet:35107012', 'joint:A,B', 'joint:SCJG,0.J-W_9,GZC'])('%s is read and written again as it was', (text) => {
    expect(seedSourceText(source(text))).toBe(text);
  });
  test.each([
    '', 'dice', 'dice:', 'dice:d8x20', 'dice:d10x0', 'dice:d10x257', 'dice:d10x020', 'dice:D10x20', 'dice:d10x20=', ' dice:d10x20', 'dice:d10x20\n', 'lottery:kl8:26315', 'lottery:kl8:20263155', 'lottery:kl8:', 'lottery:dlt:2026001',
    'lottery:kl8:２０２６３１５', 'typed', 'typed:x', 'typed:=', 'secret:sha256', 'other:', 'drand:', 'drand:quicknet', 'drand:quicknet:0', 'drand:quicknet:01', 'drand:default:1000', 'drand:quicknet:1000000000000',
  ])('%j is none', (text) => {
    expect(parseSeedSource(text)).toEqual(err({ code: 'seed-source-unknown', severity: 'error', fields: { source: text } }));
  });
  test.each(['joint:', 'joint:A', 'joint:A,', 'joint:A,A', 'joint:A,b', 'joint:A, B', 'joint:.A,B', `joint:A,${'B'.repeat(33)}`, `joint:${Array.from({ length: 17 }, (_, index) => `P${index}`).join(',')}`])(
    'D2.8 %s names no 2 to 16 different parties',
    (text) => {
      expect(parseSeedSource(text)).toEqual(err({ code: 'joint-parties-bad', severity: 'error', fields: { source: text } }));
    },
  );
  test('D2.8 a seal has one joint line at most', () => {
    expect(parseSeedSources(['joint:A,B', 'joint:A,C'])).toEqual(err([{ code: 'joint-twice', severity: 'error', fields: {} }]));
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
    ['dice:d10x20', 664], ['dice:d6x25', 646], ['lottery:kl8:2026315', 616], ['lottery:ssq:2026001', 240], ['lottery:fc3d:2026033', 99], ['typed:', 0], ['drand:quicknet:1000', 2560], ['joint:A,B', 2560], ['dice:d10x1', 33], ['dice:d6x1', 25], ['dice:d10x256', 8504],
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
