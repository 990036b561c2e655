/** Text as it is hashed: UTF-8, LF, order of bytes, never of a locale (draw-spec D1). */
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** U+0009–000D, 0020, 00A0, 1680, 2000–200D, 2028, 2029, 202F, 205F, 2060, 3000, FEFF. */
const isBlank = (unit: number): boolean =>
  (unit >= 0x09 && unit <= 0x0d) || (unit >= 0x2000 && unit <= 0x200d) || BLANKS.has(unit);
const BLANKS: ReadonlySet<number> = new Set([0x20, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff]);
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/** Order of UTF-8 bytes, which is the order of code points and differs from `<` only at surrogates. */
export const compareUtf8 = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const x = a.charCodeAt(index);
    const y = b.charCodeAt(index);
    if (x !== y) return codePointRank(x) - codePointRank(y);
  }
  return a.length - b.length;
};

/** Lifts surrogates above the rest of the basic plane. */
const codePointRank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

/** Sorted copy in byte order of the key. */
export const sortedBy = <T>(items: Iterable<T>, key: (item: T) => string): readonly T[] =>
  [...items].sort((a, b) => compareUtf8(key(a), key(b)));

/** True where the text can be written as UTF-8 and holds no replacement character. */
export const isSoundText = (text: string): boolean => text.isWellFormed() && !text.includes('\ufffd');

/** Strips the blanks of protocol §1 from both ends. */
export const stripEdges = (text: string): string => {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
};

/** Maps U+FF01–FF5E to ASCII. */
export const toHalfWidth = (text: string): string =>
  text.replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));

/** ASCII a–z to A–Z and nothing else: `toUpperCase` knows too much. */
export const asciiUpper = (text: string): string =>
  text.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 32));

/**
 * Folds a name for comparing two spellings of it: width, blanks, the dots of minority names, letter case.
 * Only for comparing; what is stored is what the office wrote.
 */
export const foldName = (name: string): string =>
  asciiUpper(toHalfWidth(name).replace(/[\s\u200b-\u200d\u2060\ufeff]+/gu, '').replace(/[\u2022\uff0e\u30fb\uff65\u2027.]/g, '\u00b7'));

/** Bytes of the text as UTF-8. */
export const utf8Length = (text: string): number => utf8ToBytes(text).length;
