/** sha256 (FIPS 180-4). The host may hand in its own faster one; both give the same 64 characters. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Digest, unsafeBrand } from './brand.js';

/** Hashes the UTF-8 bytes of a text to 64 lower-case hex characters. */
export type HashText = (text: string) => string;

/** The portable hash, slower than a host's own. */
export const portableHash: HashText = (text) => bytesToHex(sha256(utf8ToBytes(text)));

/** Digest of a text by the given hash. */
export const digestOf = (text: string, hash: HashText): Digest => unsafeBrand<'Digest'>(hash(text));

/** True for 64 lower-case hex characters. */
export const isDigest = (value: unknown): value is Digest => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
