import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf, isDigest, portableHash } from './digest.js';

test('h is sha256 of the UTF-8 bytes as 64 lower-case hex characters', () => {
  expect(portableHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(digestOf('', portableHash)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void expect(portableHash(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))));
});
test('a digest is 64 lower-case hex characters', () => {
  expect(['a'.repeat(64), '0'.repeat(64)].every(isDigest)).toBe(true);
  expect(['A'.repeat(64), 'a'.repeat(63), `${'a'.repeat(64)}\n`, 'g'.repeat(64), 7, undefined].some(isDigest)).toBe(false);
});
