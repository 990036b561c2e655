/** From the certificate of a signer to a root that somebody vouches for (RFC 5280 6). */
import type { X509Certificate } from 'node:crypto';
import { BasicConstraints, Certificate, CertificateChainValidationEngine, id_BasicConstraints } from 'pkijs';
import { engine } from './crypto-engine.js';

/** No authority has more levels. */
const LONGEST = 8;

export interface TrustChainInput {
  readonly signer: X509Certificate;
  /** What came with the token. */
  readonly others: readonly X509Certificate[];
  readonly roots: readonly X509Certificate[];
  /** All must be valid then. */
  readonly at: Date;
}

/** True where a chain of valid authorities leads from a root to the signer. Revocation cannot be looked up here. */
export const isChainTrusted = async ({ signer, others, roots, at }: TrustChainInput): Promise<boolean> => {
  const path = shortestPath(signer, others, roots);
  const root = path?.at(-1);
  if (path === undefined || root === undefined) return false;
  const certificates = path.map((certificate) => Certificate.fromBER(certificate.raw));
  if (!certificates.every((certificate) => isValidAt(certificate, at) && hasNoUnknownDemand(certificate)) || !keepsPathLengths(certificates)) return false;
  // A root that signs tokens itself needs no chain.
  if (certificates.length === 1) return true;
  // The library is given this one path and no circle to go round in. It takes the last certificate for the one in question.
  const chain = new CertificateChainValidationEngine({ trustedCerts: certificates.slice(-1), certs: certificates.slice(0, -1).reverse(), checkDate: at });
  const { result } = await chain.verify({}, engine);
  return result;
};

/** From the signer to a root, the issuer of each behind it. */
const shortestPath = (signer: X509Certificate, others: readonly X509Certificate[], roots: readonly X509Certificate[]): readonly X509Certificate[] | undefined => {
  const isRoot = (certificate: X509Certificate): boolean => roots.some(({ raw }) => raw.equals(certificate.raw));
  const seen = new Set<string>();
  let paths: readonly (readonly X509Certificate[])[] = [[signer]];
  for (let length = 1; length <= LONGEST; length += 1) {
    const found = paths.find((path) => path.slice(-1).every(isRoot));
    if (found !== undefined) return found;
    paths = paths.flatMap((path) => [...roots, ...others].flatMap((issuer) => (path.slice(-1).every((last) => isNextIssuer(last, issuer, seen)) ? [[...path, issuer]] : [])));
  }
  return undefined;
};

/** None is tried twice: whoever wrote the token may have put certificates into it that issue each other. */
const isNextIssuer = (certificate: X509Certificate, issuer: X509Certificate, seen: Set<string>): boolean => {
  if (seen.has(issuer.fingerprint256) || !issuer.ca || !certificate.checkIssued(issuer) || !certificate.verify(issuer.publicKey)) return false;
  seen.add(issuer.fingerprint256);
  return true;
};

export const isValidAt = ({ notBefore, notAfter }: Certificate, at: Date): boolean => notBefore.value <= at && at <= notAfter.value;

/** A critical extension that nobody here knows forbids to go on (RFC 5280 4.2); the library asks this of authorities only. */
const hasNoUnknownDemand = ({ extensions = [] }: Certificate): boolean => extensions.every(({ critical, parsedValue }) => !critical || parsedValue !== undefined);

/** The library does not look at pathLenConstraint (RFC 5280 4.2.1.9): how many authorities may stand between one and the signer. */
const keepsPathLengths = (path: readonly Certificate[]): boolean =>
  path.every(({ extensions = [] }, index) =>
    extensions.every(({ extnID, parsedValue }) => {
      const limit = extnID === id_BasicConstraints && parsedValue instanceof BasicConstraints ? parsedValue.pathLenConstraint : undefined;
      return typeof limit !== 'number' || index - 1 <= limit;
    }),
  );
