/** The stream of random numbers of one agency and round (match-spec M3): seedrandom 3.0.5, which is RC4 without its first 256 bytes. */
import seedrandom from 'seedrandom';
import type { AgencyCode, Digest } from '../base/brand.js';
import type { HashText } from '../base/digest.js';
import type { Scheme } from '../draw/scheme.js';

const TWO_32 = 0x1_0000_0000;
const BITS_A_WORD = 32;

/** A source of random numbers; every call moves it on. @zh 随机数流 */
export interface Stream {
  /** The next 32 bits, 0 to 2^32 − 1 (M3.4). */
  readonly word: () => number;
  /**
   * A number from 0 to n − 1, each as likely (M3.5).
   *
   * @throws RangeError if `n` is not an integer from 0 to 2^32
   */
  readonly below: (n: number) => number;
  /** 0 or 1 (M3.6). */
  readonly bit: () => 0 | 1;
  /** A copy in random order (M3.7). */
  readonly shuffled: <T extends number | string | object>(list: readonly T[]) => readonly T[];
}

export interface StreamInput {
  readonly scheme: Scheme;
  /** Key of stage `inspectors` and of the round. */
  readonly key: Digest;
  readonly agency: AgencyCode | FormationStream;
  readonly hash: HashText;
}

/** In the place of the agency code: of one agency's teams in one formation, or of the match of that formation (M11.3, M11.6). No code holds `#`. */
export type FormationStream = `${AgencyCode | '*'}#${number}`;

/**
 * The text that seeds the stream (M3.1): 64 hex characters and nothing else, since seedrandom keeps
 * only the low 8 bits of a character and two Chinese seeds could give one stream.
 */
export const streamSeed = ({ scheme, key, agency, hash }: StreamInput): string => hash(`${scheme} stream\n${key}\n${agency}\n`);

/** A fresh stream at its beginning. */
export const inspectorStream = (input: StreamInput): Stream => {
  const generator = seedrandom(streamSeed(input));
  return streamOf(() => generator.int32() >>> 0);
};

/** Everything the draw takes from a source of words. */
export const streamOf = (word: () => number): Stream => {
  const below = (n: number): number => {
    if (!Number.isSafeInteger(n) || n < 0 || n > TWO_32) throw new RangeError(`below: n ${n} is not an integer from 0 to 2^32`);
    if (n <= 1) return 0;
    const limit = TWO_32 - (TWO_32 % n);
    let drawn = word();
    while (drawn >= limit) drawn = word();
    return drawn % n;
  };
  return { word, below, bit: bitsOf(word), shuffled: (list) => shuffledBy(list, below) };
};

/** Bits of words drawn for the purpose, lowest first. */
const bitsOf = (word: () => number): (() => 0 | 1) => {
  let store = 0;
  let left = 0;
  return () => {
    if (left === 0) {
      store = word();
      left = BITS_A_WORD;
    }
    const bit = (store & 1) === 1 ? 1 : 0;
    store >>>= 1;
    left -= 1;
    return bit;
  };
};

const shuffledBy = <T extends number | string | object>(list: readonly T[], below: (n: number) => number): readonly T[] => {
  const copy = [...list];
  for (let i = copy.length - 1; i >= 1; i -= 1) {
    const j = below(i + 1);
    const here = copy[i];
    const there = copy[j];
    if (here === undefined || there === undefined) throw new TypeError('shuffled: list has a hole');
    copy[i] = there;
    copy[j] = here;
  }
  return copy;
};
