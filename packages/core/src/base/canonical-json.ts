/** Canonical JSON (RFC 8785) for the values records are made of: strings, integers below 2^53, booleans, null, arrays, objects with ASCII keys. */
import { compareUtf8, isSoundText } from './text.js';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

/**
 * One line of canonical JSON, without a line feed.
 *
 * @throws TypeError for a value outside the subset: a fraction, an unsafe integer, an unsound text, a key that is not ASCII
 */
export const canonicalJson = (value: JsonValue): string => {
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') return canonicalInteger(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  return `{${Object.entries(value).flatMap(member).sort(compareUtf8Members).map(([, text]) => text).join(',')}}`;
};

type Member = readonly [key: string, text: string];

const compareUtf8Members = (a: Member, b: Member): number => compareUtf8(a[0], b[0]);

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

/** A key without a value does not stand in the document. */
const member = ([key, value]: [string, JsonValue | undefined]): Member[] => {
  if (value === undefined) return [];
  if (!/^[\x20-\x7e]+$/.test(key)) throw new TypeError(`canonicalJson: key ${JSON.stringify(key)} is not printable ASCII`);
  return [[key, `${JSON.stringify(key)}:${canonicalJson(value)}`]];
};

const canonicalString = (text: string): string => {
  if (!isSoundText(text)) throw new TypeError(`canonicalJson: text ${JSON.stringify(text)} holds a lone surrogate or U+FFFD`);
  return JSON.stringify(text);
};

const canonicalInteger = (value: number): string => {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new TypeError(`canonicalJson: ${value} is not an integer below 2^53`);
  return String(value);
};
