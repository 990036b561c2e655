/** What a time-stamp token shows, looked at without a network (RFC 3161 2.2, 2.3). @zh 时间戳核验 */
import { createHash, X509Certificate } from 'node:crypto';
import { isTimestamp, type TokenFault, type TokenReading, timestampAt } from '@shuangsuiji/core';
import { Certificate, ExtKeyUsage, id_ExtKeyUsage, SignedDataVerifyError } from 'pkijs';
import { engine } from './crypto-engine.js';
import { type ParsedToken, parseToken } from './parse-token.js';
import { type CertificateHash, signedAttributes } from './signed-attributes.js';
import { hashNameOf, isKnownKey, isKnownSignature } from './token-algorithms.js';
import { isChainTrusted, isValidAt } from './trust-chain.js';

export interface ReadTokenInput {
  /** DER of the ContentInfo. */
  readonly token: Uint8Array;
  /** What should have been stamped. */
  readonly text: string;
  /** Vouched for by whoever verifies. */
  readonly roots: readonly X509Certificate[];
  /** For showing its time, as `+08:00`. */
  readonly offset: string;
}

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const MILLISECONDS = 1000;

/** Never throws on any bytes: a certificate or a time that cannot be is no sound token. */
export const readToken = async (input: ReadTokenInput): Promise<TokenReading> => {
  try {
    return await judged(input);
  } catch {
    return fault('malformed');
  }
};

const judged = async ({ token, text, roots, offset }: ReadTokenInput): Promise<TokenReading> => {
  const parsed = parseToken(token);
  if (parsed === undefined) return fault('malformed');
  const hash = hashNameOf(parsed.imprint.algorithm);
  if (hash === undefined || hashNameOf(parsed.signer.digestAlgorithm.algorithmId) === undefined || !isKnownSignature(parsed.signer.signatureAlgorithm.algorithmId)) return fault('algorithm-unknown');
  if (!createHash(hash).update(text, 'utf8').digest().equals(parsed.imprint.digest)) return fault('imprint-differs');
  const named = signedAttributes(parsed.signer);
  if (named === undefined) return fault('malformed');
  const signer = await verifiedSigner(parsed, text);
  if (!(signer instanceof Certificate)) return fault(signer);
  const der = derOf(signer);
  const wrong = certificateFault(signer, der, named, parsed.info.genTime);
  return wrong === undefined ? shown({ parsed, der, roots, offset }) : fault(wrong);
};

const fault = (reason: TokenFault): TokenReading => ({ ok: false, reason });
const derOf = (certificate: Certificate): Buffer => Buffer.from(certificate.toSchema().toBER());

/** The certificate whose key has signed. */
const verifiedSigner = async ({ signedData }: ParsedToken, text: string): Promise<Certificate | TokenFault> => {
  try {
    const { signatureVerified, signerCertificate } = await signedData.verify({ signer: 0, data: new Uint8Array(Buffer.from(text, 'utf8')).buffer, extendedMode: true }, engine);
    return signatureVerified === true && signerCertificate instanceof Certificate ? signerCertificate : 'signature-wrong';
  } catch (error) {
    if (!(error instanceof SignedDataVerifyError)) return 'signature-wrong';
    if (error.code === 2 || error.code === 3) return 'certificate-missing';
    return error.signerCertificate instanceof Certificate && !isKnownKey(error.signerCertificate.subjectPublicKeyInfo) ? 'algorithm-unknown' : 'signature-wrong';
  }
};

const certificateFault = (certificate: Certificate, der: Buffer, named: readonly CertificateHash[], at: Date): TokenFault | undefined => {
  if (!named.every(({ algorithm, digest }) => createHash(algorithm).update(der).digest().equals(digest))) return 'certificate-differs';
  if (!isForTimeStamping(certificate)) return 'certificate-not-for-time';
  return isValidAt(certificate, at) ? undefined : 'certificate-not-valid';
};

/** Exactly one extended key usage, critical, and nothing but time stamping. */
const isForTimeStamping = ({ extensions = [] }: Certificate): boolean => {
  const usages = extensions.filter(({ extnID }) => extnID === id_ExtKeyUsage);
  return usages.length === 1 && usages.every(({ critical, parsedValue }) => critical && parsedValue instanceof ExtKeyUsage && parsedValue.keyPurposes.join() === TIME_STAMPING);
};

interface ShownInput extends Pick<ReadTokenInput, 'roots' | 'offset'> {
  readonly parsed: ParsedToken;
  readonly der: Buffer;
}

const shown = async ({ parsed: { info, signedData }, der, roots, offset }: ShownInput): Promise<TokenReading> => {
  const signer = new X509Certificate(der);
  const others = (signedData.certificates ?? []).flatMap((certificate) => (certificate instanceof Certificate ? [new X509Certificate(derOf(certificate))] : []));
  const milliseconds = info.genTime.getTime();
  const { seconds = 0, millis = 0, micros = 0 } = info.accuracy ?? {};
  const at = timestampAt(Math.floor(milliseconds / MILLISECONDS), offset);
  const latest = timestampAt(Math.ceil((milliseconds + seconds * MILLISECONDS + millis + micros / MILLISECONDS) / MILLISECONDS), offset);
  if (!isTimestamp(at) || !isTimestamp(latest)) return fault('malformed');
  const isTrusted = roots.length > 0 && (await isChainTrusted({ signer, others, roots, at: info.genTime }));
  return {
    ok: true,
    at,
    latest,
    subject: nameOf(signer.subject),
    issuer: nameOf(signer.issuer),
    fingerprint: signer.fingerprint256.replaceAll(':', '').toLowerCase(),
    policy: info.policy,
    serial: Buffer.from(info.serialNumber.valueBlock.valueHexView).toString('hex'),
    trust: isTrusted ? 'trusted' : roots.length > 0 ? 'untrusted' : 'not-checked',
  };
};

/** Node writes one part a line. */
const nameOf = (name: string): string => name.split('\n').join(', ');
