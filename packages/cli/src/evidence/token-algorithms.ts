/** Algorithms that are checked here; tokens with others (SM2 and SM3, SHA-1) are named, not judged. */
import { ECNamedCurves, type PublicKeyInfo } from 'pkijs';
import { ObjectIdentifier } from 'asn1js';

/** By OID, as Node names them. */
const HASHES: ReadonlyMap<string, string> = new Map([
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);
export const SHA256_OID = '2.16.840.1.101.3.4.2.1';
const SIGNATURES: ReadonlySet<string> = new Set([
  // rsaEncryption, sha256/384/512WithRSAEncryption, id-RSASSA-PSS
  '1.2.840.113549.1.1.1', '1.2.840.113549.1.1.11', '1.2.840.113549.1.1.12', '1.2.840.113549.1.1.13', '1.2.840.113549.1.1.10',
  // ecdsa-with-SHA256/384/512
  '1.2.840.10045.4.3.2', '1.2.840.10045.4.3.3', '1.2.840.10045.4.3.4',
]);
const RSA_KEYS: ReadonlySet<string> = new Set(['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.10']);
const EC_KEY = '1.2.840.10045.2.1';

/** Node's name of a hash, or `undefined` where it is none of SHA-256, SHA-384, SHA-512. */
export const hashNameOf = (oid: string): string | undefined => HASHES.get(oid);

export const isKnownSignature = (oid: string): boolean => SIGNATURES.has(oid);

/** RSA, or ECDSA on a curve of NIST. */
export const isKnownKey = ({ algorithm: { algorithmId, algorithmParams } }: PublicKeyInfo): boolean => {
  if (RSA_KEYS.has(algorithmId)) return true;
  return algorithmId === EC_KEY && algorithmParams instanceof ObjectIdentifier && ECNamedCurves.find(algorithmParams.getValue()) !== null;
};
