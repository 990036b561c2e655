import { createPublicKey, verify } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../base/canonical-json.js';
import type { Digest, DrawId, Timestamp } from '../base/brand.js';
import { card, PRIVATE_KEY } from './key.properties.js';
import type { SignatureDocument } from './evidence.js';
import { cardTime, isSignatureRight, isSoundKey, keyDigest, keyFingerprint, publicKeyOf, signStatement } from './signature.js';

const signed = signStatement({ card, privateKey: PRIVATE_KEY, drawId: '652722-2026-0001' as DrawId, round: 0, statement: 'a'.repeat(64) as Digest, now: { at: '2026-03-02T09:00:00+08:00' as Timestamp, clock: 'system' } });
const { signature, ...rest } = signed;
/** 2^252 + 27742317777372353535851937790883648493, little-endian. */
const ORDER = 'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010';
const fromLittle = (hex: string): bigint => BigInt(`0x${Buffer.from(hex, 'hex').reverse().toString('hex')}`);
const toLittle = (value: bigint): string => Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse().toString('hex');

describe('R13.2 a signature', () => {
  test('is that of RFC 8032: its first key, and verified by another implementation', () => {
    expect(publicKeyOf(PRIVATE_KEY)).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(card.publicKey, 'hex').toString('base64url') }, format: 'jwk' });
    expect(verify(null, Buffer.from(canonicalJson(rest)), key, Buffer.from(signature, 'hex'))).toBe(true);
    expect(isSignatureRight(signed)).toBe(true);
  });
  test('covers every other part of its document', () => {
    const changes: readonly Partial<SignatureDocument>[] = [
      { drawId: '652722-2026-0002' as DrawId }, { round: 1 }, { statement: 'b'.repeat(64) as Digest }, { signedAt: '2026-03-02T09:00:01+08:00' as Timestamp }, { clock: 'fixed' },
      { card: { ...card, holder: '李四' } }, { card: { ...card, validUntil: '2099-12-31' as never } }, { card: { ...card, publicKey: publicKeyOf('1'.repeat(64)) } },
    ];
    for (const change of changes) expect(isSignatureRight({ ...signed, ...change })).toBe(false);
  });
  test('with any other byte is wrong', () => {
    fc.assert(
      fc.property(fc.nat(63), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const bytes = Buffer.from(signature, 'hex');
        bytes[at] = bytes[at]! ^ mask;
        return !isSignatureRight({ ...signed, signature: bytes.toString('hex') });
      }),
    );
  });
  test('has one form: a scalar above the order is no second one', () => {
    const scalar = fromLittle(signature.slice(64)) + fromLittle(ORDER);
    expect(isSignatureRight({ ...signed, signature: signature.slice(0, 64) + toLittle(scalar) })).toBe(false);
  });
  test('by a key of small order, which fits any text, is none', () => {
    for (const publicKey of [`01${'0'.repeat(62)}`, '0'.repeat(64), `ec${'f'.repeat(60)}7f`, `ee${'f'.repeat(60)}7f`]) {
      expect(isSoundKey(publicKey)).toBe(false);
      expect(isSignatureRight({ ...signed, card: { ...card, publicKey }, signature: `01${'0'.repeat(126)}` })).toBe(false);
    }
    expect(isSoundKey(card.publicKey)).toBe(true);
  });
  test('is of a key in its one encoding: a coordinate of p or more is refused, the same less p is a point', () => {
    for (const y of [3, 4, 5, 9, 18]) {
      const canonical = `${y.toString(16).padStart(2, '0')}${'0'.repeat(62)}`;
      const beyond = `${(0xed + y).toString(16)}${'f'.repeat(60)}7f`;
      expect([y, isSoundKey(canonical), isSoundKey(beyond)]).toEqual([y, true, false]);
    }
  });
  test('of what is no hex at all is wrong, and no error', () => {
    expect(isSignatureRight({ ...signed, signature: 'x' })).toBe(false);
    expect(isSignatureRight({ ...signed, card: { ...card, publicKey: 'x' } })).toBe(false);
    expect(isSoundKey('x')).toBe(false);
  });
  test('is made only with the key of its card', () => {
    expect(() => signStatement({ card, privateKey: '1'.repeat(64), drawId: signed.drawId, round: 0, statement: signed.statement, now: { at: signed.signedAt, clock: 'system' } })).toThrow(RangeError);
  });
});
test('a card holds from its first day to its last', () => {
  const at = (day: string) => cardTime(card, `${day}T12:00:00+08:00` as Timestamp);
  expect(['2025-12-31', '2026-01-01', '2027-12-31', '2028-01-01'].map(at)).toEqual(['early', 'valid', 'valid', 'late']);
});
test('a fingerprint is the beginning of the sha256 of the key’s bytes', () => {
  expect(keyDigest(card.publicKey)).toBe('21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9');
  expect(keyFingerprint(card.publicKey)).toBe(keyDigest(card.publicKey).slice(0, 16));
});
