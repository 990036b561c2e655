/** A time-stamp token taken apart (RFC 3161 2.4.2, RFC 5652 5). */
import { OctetString } from 'asn1js';
import { ContentInfo, id_ContentType_SignedData, id_eContentType_TSTInfo, SignedData, type SignerInfo, TSTInfo } from 'pkijs';
import { wholeSequence } from './token-bytes.js';

export interface ParsedToken {
  readonly signedData: SignedData;
  readonly signer: SignerInfo;
  readonly info: TSTInfo;
  /** What was stamped, hashed. */
  readonly imprint: { readonly algorithm: string; readonly digest: Uint8Array };
}

/** `undefined` for what is no token with exactly one signer. */
export const parseToken = (bytes: Uint8Array): ParsedToken | undefined => {
  try {
    const schema = wholeSequence(bytes);
    if (schema === undefined) return undefined;
    const content = new ContentInfo({ schema });
    if (content.contentType !== id_ContentType_SignedData) return undefined;
    const signedData = new SignedData({ schema: content.content });
    const { eContentType, eContent } = signedData.encapContentInfo;
    const [signer] = signedData.signerInfos;
    if (eContentType !== id_eContentType_TSTInfo || !(eContent instanceof OctetString) || signer === undefined || signedData.signerInfos.length !== 1) return undefined;
    const encoded = wholeSequence(new Uint8Array(eContent.getValue()));
    if (encoded === undefined) return undefined;
    const info = new TSTInfo({ schema: encoded });
    const { hashAlgorithm, hashedMessage } = info.messageImprint;
    if (info.version !== 1 || Number.isNaN(info.genTime.getTime())) return undefined;
    return { signedData, signer, info, imprint: { algorithm: hashAlgorithm.algorithmId, digest: new Uint8Array(hashedMessage.valueBlock.valueHexView) } };
  } catch {
    return undefined;
  }
};
