import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AgencyCode, Digest } from '../base/brand.js';
import { portableHash } from '../base/digest.js';
import { inspectorStream, streamOf, streamSeed } from './stream.js';

/** RC4 written from M3.3 alone. */
const rc4Words = (text: string): (() => number) => {
  const S = [...Array(256).keys()];
  const swap = (a: number, b: number) => ([S[a], S[b]] = [S[b]!, S[a]!]);
  let i = 0;
  let j = 0;
  for (let n = 0; n < 256; n += 1) {
    j = (j + S[n]! + text.charCodeAt(n % 64)) % 256;
    swap(n, j);
  }
  j = 0;
  const byte = () => {
    i = (i + 1) % 256;
    j = (j + S[i]!) % 256;
    swap(i, j);
    return S[(S[i]! + S[j]!) % 256]!;
  };
  for (let n = 0; n < 256; n += 1) byte();
  return () => byte() * 2 ** 24 + byte() * 2 ** 16 + byte() * 2 ** 8 + byte();
};
const input = (key: string, scheme: 'ssj/1' | 'ssj/1-rehearsal' = 'ssj/1') => ({ scheme, key: key as Digest, agency: 'SCJG' as AgencyCode, hash: portableHash });

test('M3.3 words are those of RC4 keyed with the 64 ASCII codes, 256 bytes dropped', () => {
  fc.assert(fc.property(fc.string(), (key) => {
    const stream = inspectorStream(input(key));
    const word = rc4Words(streamSeed(input(key)));
    for (let n = 0; n < 100; n += 1) expect(stream.word()).toBe(word());
  }), { numRuns: 30 });
});
test('M3.1 a rehearsal has another stream', () => {
  expect(inspectorStream(input('k', 'ssj/1-rehearsal')).word()).not.toBe(inspectorStream(input('k')).word());
});
test('M3.5 a choice of one draws nothing', () => {
  const stream = inspectorStream(input('k'));
  expect([stream.below(1), stream.below(0)]).toEqual([0, 0]);
  expect(stream.word()).toBe(inspectorStream(input('k')).word());
});
test('M3.5 words from n·floor(2^32/n) on are passed over', () => {
  const words = [4294967295, 4294967290, 4294967289];
  expect(streamOf(() => words.shift() ?? 0).below(10)).toBe(9);
});
test('M3.5 a whole word can be asked for', () => expect(streamOf(() => 4294967295).below(2 ** 32)).toBe(4294967295));
test.each([-1, 1.5, 2 ** 32 + 1, Number.NaN])('M3.5 below(%d) names its argument', (n) => {
  expect(() => streamOf(() => 0).below(n)).toThrow(RangeError);
  expect(() => streamOf(() => 0).below(n)).toThrow('n ');
});
test('M3.6 bits left over wait while other numbers are drawn', () => {
  const words = [0b101, 77, 0xffffffff];
  const stream = streamOf(() => words.shift() ?? 0);
  expect([stream.bit(), stream.bit()]).toEqual([1, 0]);
  expect(stream.word()).toBe(77);
  expect([stream.bit(), ...Array.from({ length: 29 }, () => stream.bit()), stream.bit()]).toEqual([1, ...Array(29).fill(0), 1]);
});
test('M3.7 a shuffle is a permutation, and leaves its list as it was', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.integer()), (list) => {
    const before = [...list];
    expect([...inspectorStream(input('k')).shuffled(list)].sort((a, b) => a - b)).toEqual([...list].sort((a, b) => a - b));
    expect(list).toEqual(before);
  }));
});
test('M3.7 a list with a hole is a TypeError', () => {
  expect(() => inspectorStream(input('k')).shuffled([1, undefined as unknown as number, 3])).toThrow(TypeError);
});
