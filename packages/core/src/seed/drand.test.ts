import { bls12_381 } from '@noble/curves/bls12-381.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Timestamp } from '../base/brand.js';
import { CHAINED_ROUND, FASTNET_ROUNDS, QUICKNET_ROUNDS, WALKTHROUGH_ROUND } from './drand.properties.js';
import { drandAddress, drandRandomness, drandRoundAt, drandRoundTime, QUICKNET } from './drand.js';
import { isDrandSigned } from './drand-signature.js';
import { readDrand } from './read-drand.js';
import { publicSeed } from './seed.js';
import { parseSeedSource, type SeedSource } from './source.js';
import { termsProblems } from './terms.js';

const [FIRST, ...MORE] = QUICKNET_ROUNDS;
const source = (text: string): SeedSource => {
  const parsed = parseSeedSource(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

describe('D2.7 the rounds of quicknet', () => {
  test('round 1 comes at the genesis, one more every 3 seconds', () => {
    expect(drandRoundTime(1)).toBe(1692803367);
    expect(drandRoundTime(1000)).toBe(1692806364);
    expect([0, 1692803366, 1692803367, 1692803368, 1692803370, 1692803371].map(drandRoundAt)).toEqual([1, 1, 1, 2, 2, 3]);
  });
  test('the first round at or after a time is at or after it, and the one before is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: QUICKNET.genesis, max: 253402300799 }), (time) => {
        const round = drandRoundAt(time);
        expect(drandRoundTime(round)).toBeGreaterThanOrEqual(time);
        expect(drandRoundTime(round - 1)).toBeLessThan(time);
      }),
    );
  });
  test('everybody can fetch it', () => {
    expect(drandAddress(1000)).toBe('https://api.drand.sh/52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971/public/1000');
  });
});

describe('D2.7 the signature of a round', () => {
  test.each(QUICKNET_ROUNDS)('of the real round $round is right', ({ round, signature, randomness }) => {
    expect(isDrandSigned({ round, signature })).toBe(true);
    if (randomness !== undefined) expect(drandRandomness(signature)).toBe(randomness);
  });
  test('is that of its round alone', () => {
    for (const { round, signature } of MORE) for (const other of [round - 1, round + 1, 1000]) expect(isDrandSigned({ round: other, signature })).toBe(false);
  });
  test('is its group’s and its scheme’s: fastnet’s deprecated one and other groups’ are refused', () => {
    for (const foreign of [...FASTNET_ROUNDS, WALKTHROUGH_ROUND]) expect(isDrandSigned(foreign)).toBe(false);
  });
  test('with any bit exchanged is refused', () => {
    fc.assert(
      fc.property(fc.nat(383), (bit) => {
        const bytes = Buffer.from(FIRST.signature, 'hex');
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(isDrandSigned({ round: FIRST.round, signature: bytes.toString('hex') })).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
  const { G1 } = bls12_381;
  const point = G1.Point.fromHex(FIRST.signature);
  test.each([
    ['infinity', `c0${'0'.repeat(94)}`],
    ['the negated point', point.negate().toHex(true)],
    ['the uncompressed encoding', point.toHex(false)],
    ['upper-case digits', FIRST.signature.toUpperCase()],
    ['a byte too few', FIRST.signature.slice(2)],
    ['a byte too many', `${FIRST.signature}00`],
    ['zeros', '0'.repeat(96)],
    ['a coordinate beyond the field', `9${'f'.repeat(95)}`],
    ['nothing', ''],
    ['no hex', 'x'.repeat(96)],
  ])('as %s is refused', (_, signature) => {
    expect(isDrandSigned({ round: FIRST.round, signature })).toBe(false);
  });
  test('that is a point of the curve outside the subgroup is refused', () => {
    const { Fp } = bls12_381.fields;
    const outside = Array.from({ length: 40 }, (_, x) => BigInt(x)).flatMap((x) => {
      try {
        const isOutside = !G1.Point.fromAffine({ x, y: Fp.sqrt(x ** 3n + 4n) }).isTorsionFree();
        return isOutside ? [`80${x.toString(16).padStart(94, '0')}`] : [];
      } catch {
        return [];
      }
    });
    expect(outside.length).toBeGreaterThan(3);
    for (const signature of outside) expect(isDrandSigned({ round: FIRST.round, signature })).toBe(false);
  });
});

describe('D2.7 a drand line', () => {
  const given = (value: string, signature?: string) => publicSeed({ sources: [source('drand:quicknet:1000')], values: [value], witnesses: [], signature });
  test('has the randomness as its value and keeps its signature', () => {
    expect(given(FIRST.randomness, FIRST.signature)).toMatchObject({ ok: true, value: { tenthBits: 2560, warnings: [], lines: [{ value: FIRST.randomness, signature: FIRST.signature, witnesses: [] }] } });
  });
  test.each([
    ['drand-form', FIRST.randomness.toUpperCase(), FIRST.signature],
    ['drand-form', FIRST.randomness.slice(1), FIRST.signature],
    ['drand-signature-missing', FIRST.randomness, undefined],
    ['drand-signature-wrong', FIRST.randomness, MORE[0]?.signature],
    ['drand-signature-wrong', FIRST.randomness, FASTNET_ROUNDS[1].signature],
    ['drand-randomness-wrong', 'a'.repeat(64), FIRST.signature],
    ['seed-value-only', `drand:quicknet:1000=${FIRST.randomness}`, FIRST.signature],
  ])('is refused with %s', (code, value, signature) => {
    expect(given(value, signature)).toMatchObject({ ok: false, error: [{ code }] });
  });
});

describe('D2.7 the file that somebody downloaded', () => {
  const read = (content: unknown) => readDrand({ file: 'f.json', text: typeof content === 'string' ? content : JSON.stringify(content) });
  test('is one round or several, with whatever other keys', () => {
    expect(read({ ...FIRST, time: 7 })).toEqual({ ok: true, value: [{ ...FIRST }] });
    expect(read(`\ufeff${JSON.stringify([FIRST, FIRST])}`)).toMatchObject({ ok: true, value: [{ round: 1000 }, { round: 1000 }] });
  });
  test.each(['', '{', 'null', '7', '[]', '{}', '{"round":"1000"}', { ...FIRST, round: 0 }, { ...FIRST, randomness: 'ab' }, { ...FIRST, signature: 'abc' }])('%j is none', (content) => {
    expect(read(content)).toEqual({ ok: false, error: [{ code: 'drand-file-bad', severity: 'error', fields: { file: 'f.json' } }] });
  });
  test('of a chained beacon is told apart', () => {
    expect(read(CHAINED_ROUND)).toEqual({ ok: false, error: [{ code: 'drand-chained', severity: 'error', fields: { file: 'f.json' } }] });
  });
});

describe('D2.7 the terms of a seal with a drand line', () => {
  const at = (text: string): Timestamp => text as Timestamp;
  const terms = (line: string, sealedAt: string, notBefore: string) => termsProblems({ sealedAt: at(sealedAt), notBefore: at(notBefore), sources: [source(line)] });
  test('name the first round at or after the time, ten minutes after the seal', () => {
    expect(terms('drand:quicknet:1000', '2023-08-23T23:49:24+08:00', '2023-08-23T23:59:24+08:00')).toEqual([]);
    expect(terms('drand:quicknet:1000', '2023-08-23T23:40:00+08:00', '2023-08-23T23:59:22+08:00')).toEqual([]);
  });
  test('are refused with another round or less time', () => {
    for (const notBefore of ['2023-08-23T23:59:21+08:00', '2023-08-23T23:59:25+08:00']) {
      expect(terms('drand:quicknet:1000', '2023-08-23T23:40:00+08:00', notBefore)).toMatchObject([{ code: 'drand-round-differs', fields: { wanted: notBefore.includes(':25+') ? 1001 : 999 } }]);
    }
    expect(terms('drand:quicknet:1000', '2023-08-23T23:49:25+08:00', '2023-08-23T23:59:24+08:00')).toEqual([
      { code: 'drand-too-soon', severity: 'error', fields: { notBefore: '2023-08-23T23:59:24+08:00', earliest: '2023-08-23T23:59:25+08:00' } },
    ]);
  });
});
