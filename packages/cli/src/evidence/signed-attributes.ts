/** What the signer of a token signs beside its content (RFC 5652 11, RFC 5035, RFC 5816). */
import { type BaseBlock, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { id_eContentType_TSTInfo, type SignerInfo } from 'pkijs';
import { hashNameOf, SHA256_OID } from './token-algorithms.js';

const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

/** Which certificate the signer says is its own. */
export interface CertificateHash {
  /** As Node names it. */
  readonly algorithm: string;
  readonly digest: Uint8Array;
}

/** The certificates that the attributes name, or `undefined` where an attribute is missing, there twice, or not in form. */
export const signedAttributes = ({ signedAttrs }: SignerInfo): readonly CertificateHash[] | undefined => {
  const valuesOf = (type: string): readonly unknown[] => (signedAttrs?.attributes ?? []).flatMap((attribute): readonly unknown[] => (attribute.type === type ? attribute.values : []));
  const [type, ...otherTypes] = valuesOf(CONTENT_TYPE);
  const [digest, ...otherDigests] = valuesOf(MESSAGE_DIGEST);
  if (otherTypes.length + otherDigests.length > 0) return undefined;
  if (!(type instanceof ObjectIdentifier) || type.getValue() !== id_eContentType_TSTInfo || !(digest instanceof OctetString)) return undefined;
  const named = [...valuesOf(SIGNING_CERTIFICATE).map((value) => firstHash(value, 'sha1')), ...valuesOf(SIGNING_CERTIFICATE_V2).map((value) => firstHash(value, hashNameOf(SHA256_OID)))];
  const hashes = named.flatMap((hash) => hash ?? []);
  return hashes.length === 0 || hashes.length !== named.length ? undefined : hashes;
};

/** SigningCertificate ::= { certs: [ESSCertID …] }, the first of them the signer's; without an algorithm the attribute's own holds. */
const firstHash = (value: unknown, standard: string | undefined): CertificateHash | undefined => {
  const [first, second] = childrenOf(childrenOf(childrenOf(value)[0])[0]);
  if (first instanceof OctetString) return hashOf(standard, first);
  const [algorithm] = childrenOf(first);
  return algorithm instanceof ObjectIdentifier && second instanceof OctetString ? hashOf(hashNameOf(algorithm.getValue()), second) : undefined;
};

const hashOf = (algorithm: string | undefined, { valueBlock }: OctetString): CertificateHash | undefined =>
  algorithm === undefined ? undefined : { algorithm, digest: new Uint8Array(valueBlock.valueHexView) };

const childrenOf = (value: unknown): readonly BaseBlock[] => (value instanceof Sequence ? value.valueBlock.value : []);
