/** What is sent to a time-stamp authority (RFC 3161 2.4.1). */
import { createHash } from 'node:crypto';
import { Null, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';
import { SHA256_OID } from './token-algorithms.js';

/**
 * A request for a token over the text, with the authority's certificates in it.
 * Without a nonce: it would guard against an old answer, and an older token only shows more.
 *
 * @returns DER of a TimeStampReq
 */
export const tokenRequest = (text: string): Uint8Array => {
  const hashAlgorithm = new AlgorithmIdentifier({ algorithmId: SHA256_OID, algorithmParams: new Null() });
  const hashedMessage = new OctetString({ valueHex: new Uint8Array(createHash('sha256').update(text, 'utf8').digest()) });
  const request = new TimeStampReq({ version: 1, messageImprint: new MessageImprint({ hashAlgorithm, hashedMessage }), certReq: true });
  return new Uint8Array(request.toSchema().toBER());
};
