/** BLS signatures of quicknet, scheme bls-unchained-g1-rfc9380: signature on G1, key on G2 (draw-spec D2.7, RFC 9380). */
import { bls12_381 } from '@noble/curves/bls12-381.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import { isDrandSignature, QUICKNET } from './drand.js';

/** That of RFC 9380 for G1; the deprecated scheme (fastnet) hashed to G1 with the tag of G2. */
const DOMAIN = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';
/** Of 8 bytes. */
const ROUND_DIGITS = 16;

export interface DrandSignatureInput {
  readonly round: number;
  /** 96 lower-case hex characters. */
  readonly signature: string;
}

/** True where the group of quicknet signed this round, and the signature is its one compressed encoding. */
export const isDrandSigned = ({ round, signature }: DrandSignatureInput): boolean => {
  if (!isDrandSignature(signature)) return false;
  const { G1, G2, shortSignatures } = bls12_381;
  try {
    const point = G1.Point.fromHex(signature);
    // Throws for a point outside the subgroup; a second encoding of a point would be a second value to choose.
    point.assertValidity();
    if (point.is0() || point.toHex(true) !== signature) return false;
    const message = sha256(hexToBytes(round.toString(16).padStart(ROUND_DIGITS, '0')));
    return shortSignatures.verify(point, shortSignatures.hash(message, DOMAIN), G2.Point.fromHex(QUICKNET.publicKey));
  } catch {
    return false;
  }
};
