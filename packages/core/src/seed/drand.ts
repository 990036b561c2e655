/** The public beacon drand, chain quicknet: when its rounds come and what they are worth (draw-spec D2.7). @zh 随机信标 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Digest } from '../base/brand.js';
import { isDigest } from '../base/digest.js';

/** As the League of Entropy publishes it: `https://api.drand.sh/<chain>/info`. */
export const QUICKNET = {
  chain: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  /** On G2, compressed. */
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  /** Seconds since 1970-01-01T00:00:00Z of round 1. */
  genesis: 1692803367,
  /** Seconds from one round to the next. */
  period: 3,
} as const;

/** Seconds between a seal and its round, at least: the notice has to be published before (D2.7). */
export const DRAND_LEAST_WAIT = 600;

/** The first round at or after a time in whole seconds since 1970-01-01T00:00:00Z. */
export const drandRoundAt = (epochSeconds: number): number => {
  const waited = Math.max(0, epochSeconds - QUICKNET.genesis);
  const beyond = waited % QUICKNET.period;
  return (waited - beyond) / QUICKNET.period + (beyond === 0 ? 1 : 2);
};

/** When a round comes, in whole seconds since 1970-01-01T00:00:00Z. */
export const drandRoundTime = (round: number): number => QUICKNET.genesis + (round - 1) * QUICKNET.period;

/** Where anybody can fetch a round. */
export const drandAddress = (round: number): string => `https://api.drand.sh/${QUICKNET.chain}/public/${round}`;

/** A signature on G1, compressed, as the beacon publishes it: 96 lower-case hex characters. */
export const isDrandSignature = (value: string): boolean => /^[0-9a-f]{96}$/.test(value);

/**
 * The randomness of a round: sha256 of the 48 bytes of its signature.
 *
 * @param signature - 96 hex characters
 */
export const drandRandomness = (signature: string): Digest => {
  const value = bytesToHex(sha256(hexToBytes(signature)));
  if (!isDigest(value)) throw new TypeError('drandRandomness: sha256 gave no digest');
  return value;
};
