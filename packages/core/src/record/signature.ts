/** Signatures of statements: Ed25519 (RFC 8032), verified strictly. @zh 签名 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Digest, DrawId } from '../base/brand.js';
import { canonicalJson } from '../base/canonical-json.js';
import { dayOf } from '../base/plain-date.js';
import type { Moment } from './common-schemas.js';
import type { KeyCard, SignatureDocument } from './evidence.js';

export interface SignInput {
  readonly card: KeyCard;
  /** 32 bytes as 64 hex characters, the one of the card. */
  readonly privateKey: string;
  readonly drawId: DrawId;
  readonly round: number;
  readonly statement: Digest;
  /** By the signer's clock. */
  readonly now: Moment;
}

const bytesToSign = (document: Omit<SignatureDocument, 'signature'>): Uint8Array => utf8ToBytes(canonicalJson(document));

/** The public key of a private one, both as 64 hex characters. */
export const publicKeyOf = (privateKey: string): string => bytesToHex(ed25519.getPublicKey(hexToBytes(privateKey)));

/**
 * A signature of a statement.
 *
 * @throws RangeError where the private key is not that of the card
 */
export const signStatement = ({ card, privateKey, drawId, round, statement, now }: SignInput): SignatureDocument => {
  if (publicKeyOf(privateKey) !== card.publicKey) throw new RangeError('signStatement: privateKey is not that of card.publicKey');
  const document = { format: 'ssj-signature/1', drawId, round, statement, card, signedAt: now.at, clock: now.clock } as const;
  return { ...document, signature: bytesToHex(ed25519.sign(bytesToSign(document), hexToBytes(privateKey))) };
};

/** True where the key of the card has signed this document: canonical point and scalar, no key of small order. */
export const isSignatureRight = ({ signature, ...document }: SignatureDocument): boolean => {
  try {
    // Without zip215 the points are decoded as RFC 8032 5.1.3 says, and keys of small order are refused.
    return ed25519.verify(hexToBytes(signature), bytesToSign(document), hexToBytes(document.card.publicKey), { zip215: false });
  } catch {
    return false;
  }
};

/** True for a key on the curve that a signature could mean something for. */
export const isSoundKey = (publicKey: string): boolean => {
  try {
    const point = ed25519.Point.fromHex(publicKey, false);
    return !point.isSmallOrder();
  } catch {
    return false;
  }
};

/** `early` and `late` are outside the days of the card. */
export const cardTime = ({ validFrom, validUntil }: KeyCard, at: Moment['at']): 'valid' | 'early' | 'late' => {
  const day = dayOf(at);
  if (day < validFrom) return 'early';
  return day > validUntil ? 'late' : 'valid';
};

/** sha256 of the 32 bytes of a key; people compare the first 16 characters. @zh 公钥指纹 */
export const keyDigest = (publicKey: string): string => bytesToHex(sha256(hexToBytes(publicKey)));
export const FINGERPRINT_LENGTH = 16;
export const keyFingerprint = (publicKey: string): string => keyDigest(publicKey).slice(0, FINGERPRINT_LENGTH);
