/** Canonical JSON (RFC 8785) for the values records are made of: strings, integers below 2^53, booleans, null, arrays, objects with ASCII keys. */
import { isSoundText } from './text.js';

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
  const members: string[] = [];
  // Keys are ASCII, where the default order is the order of bytes.
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    // A key without a value does not stand in the document.
    if (member !== undefined) members.push(`${canonicalKey(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
};

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

const canonicalKey = (key: string): string => {
  if (!/^[\x20-\x7e]+$/.test(key)) throw new TypeError(`canonicalJson: key ${JSON.stringify(key)} is not printable ASCII`);
  return JSON.stringify(key);
};

const canonicalString = (text: string): string => {
  if (!isSoundText(text)) throw new TypeError(`canonicalJson: text ${JSON.stringify(text)} holds a lone surrogate or U+FFFD`);
  return JSON.stringify(text);
};

const canonicalInteger = (value: number): string => {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new TypeError(`canonicalJson: ${value} is not an integer below 2^53`);
  return String(value);
};
