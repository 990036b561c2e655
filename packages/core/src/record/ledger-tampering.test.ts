import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Digest } from '../base/brand.js';
import { canonicalJson } from '../base/canonical-json.js';
import { sampled } from '../base/runs.properties.js';
import { headRow } from './head-row.js';
import { EMPTY_HEAD } from './ledger.js';
import { parseLedger } from './parse-ledger.js';
import { sampleRecord } from './sample.properties.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const LEDGER = sampleRecord({ number: 7, scheme: 'ssj/1', publication: 'after-visits', sampling: 'flat', isFeasible: true, stage: 'revealed', hash }).countyLedger;
const LINES = LEDGER.split('\n').slice(0, -1);
const HEADS = LINES.map(hash);
const LAST = LINES.length - 1;
const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
const parse = (text: string) => parseLedger({ file: '', text, hash });
const errorRows = (text: string): readonly (number | undefined)[] => parse(text).problems.filter(({ severity }) => severity === 'error').map(({ where }) => where?.row);
/** The last head that was published is not there any more. */
const isCutOrRewritten = (text: string, published = HEADS[LAST]!): boolean => headRow(parse(text).digests, published) === undefined;

/** Found at the changed line or where the next one names it; what the chain cannot show of the last line, its published head does. */
const isFoundAt = (index: number, text: string): boolean => {
  const rows = errorRows(text);
  return rows.includes(index + 1) || rows.includes(index + 2) || (index >= LAST && rows.length === 0 && isCutOrRewritten(text));
};
const anyLine = fc.nat(LAST);
/** A chain that fits again from some line on, as whoever holds the file can make it. */
const relinked = (lines: readonly string[]): readonly string[] => {
  let prev: string = EMPTY_HEAD.digest;
  return lines.map((line, index) => {
    const again = canonicalJson({ ...JSON.parse(line), prev, seq: index + 1 });
    prev = hash(again);
    return again;
  });
};

test('the ledger that is tampered with has every stage of a draw and is whole', () => {
  expect(LINES.length).toBeGreaterThanOrEqual(5);
  expect(errorRows(LEDGER)).toEqual([]);
  expect(relinked(LINES)).toEqual(LINES);
});

describe('R10 whatever is done to a line is found, at that line', () => {
  test('every changed byte', () => {
    const bytes = Buffer.from(LEDGER);
    for (const at of sampled(bytes.keys())) {
      const index = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length;
      for (const mask of [1, 0x20, 0x80]) {
        const changed = Buffer.from(bytes);
        changed[at]! ^= mask;
        expect(isFoundAt(index, changed.toString('utf8')), `byte ${at} of line ${index + 1}`).toBe(true);
      }
    }
  });
  test('a deleted, a doubled, a swapped line', () => {
    for (const index of LINES.keys()) {
      expect(isFoundAt(index, textOf(LINES.toSpliced(index, 1)))).toBe(true);
      expect(isFoundAt(index, textOf(LINES.toSpliced(index, 0, LINES[index]!)))).toBe(true);
      if (index < LAST) expect(isFoundAt(index, textOf(LINES.toSpliced(index, 2, LINES[index + 1]!, LINES[index]!)))).toBe(true);
    }
  });
  test('an inserted line, even one that fits the line before it', () => {
    fc.assert(fc.property(anyLine, anyLine, fc.boolean(), (index, from, fits) => {
      const line = fits ? canonicalJson({ ...JSON.parse(LINES[from]!), prev: index === 0 ? EMPTY_HEAD.digest : HEADS[index - 1], seq: index + 1 }) : LINES[from]!;
      const rows = errorRows(textOf(LINES.toSpliced(index, 0, line)));
      expect(rows.includes(index + 1) || rows.includes(index + 2)).toBe(true);
    }));
  });
});

describe('R10.6 a head that was published once', () => {
  test('is found after its line, whole or by its first 16 characters', () => {
    for (const [index, head] of HEADS.entries()) for (const given of [head, head.slice(0, 16), head.slice(0, 40)]) expect(headRow(parse(LEDGER).digests, given)).toBe(index + 1);
    expect(() => headRow([], HEADS[0]!.slice(0, 15))).toThrow(RangeError);
    expect(() => headRow([], `${HEADS[0]!}0`)).toThrow(RangeError);
    expect(headRow(HEADS as Digest[], 'f'.repeat(64))).toBeUndefined();
  });
  test('shows that the ledger was cut before it', () => {
    fc.assert(fc.property(anyLine, anyLine, (left, head) => {
      const cut = textOf(LINES.slice(0, left));
      expect(errorRows(cut)).toEqual([]);
      expect(isCutOrRewritten(cut, HEADS[head]!)).toBe(head >= left);
    }));
  });
  test('shows that the chain was made anew from any line before it', () => {
    const change = fc.constantFrom<(lines: readonly string[], index: number) => readonly string[]>(
      (lines, index) => lines.map((line, own) => (own === index ? line.replace(/"at":"(\d{4})/, '"at":"2020') : line)),
      (lines, index) => lines.toSpliced(index, 1),
      (lines, index) => lines.toSpliced(index, 0, lines[index]!),
      (lines, index) => lines.toSpliced(index, 2, ...lines.slice(index, index + 2).reverse()),
    );
    fc.assert(fc.property(anyLine, anyLine, change, (index, head, make) => {
      const changed = make(LINES, index);
      const rewritten = relinked(changed);
      expect(errorRows(textOf(rewritten))).toEqual([]);
      // Whoever has a head knows every line up to it.
      expect(isCutOrRewritten(textOf(rewritten), HEADS[head]!)).toBe(textOf(rewritten.slice(0, head + 1)) !== textOf(LINES.slice(0, head + 1)));
    }));
  });
});
