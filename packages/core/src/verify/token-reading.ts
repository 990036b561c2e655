/** What a host found in a time-stamp token: reading ASN.1 and certificates needs more than this core has. */
import type { Timestamp } from '../base/brand.js';
import type { KeyCard } from '../record/evidence.js';

/** Why a token shows nothing. `algorithm-unknown` (SM2, SM3, SHA-1 …) leaves it open; every other contradicts. */
export type TokenFault =
  /** No RFC 3161 token, or a part of it is missing or twice. */
  | 'malformed'
  /** It stamps something else than the statement. */
  | 'imprint-differs'
  | 'algorithm-unknown'
  /** It holds no certificate of its signer. */
  | 'certificate-missing'
  /** The signed attributes name another certificate (RFC 5035). */
  | 'certificate-differs'
  /** Not a critical extended key usage of time stamping alone (RFC 3161 2.3). */
  | 'certificate-not-for-time'
  /** Not valid at the token's own time. */
  | 'certificate-not-valid'
  | 'signature-wrong';

/** Whether the chain of certificates ends in a root that the auditor gave; without roots nobody looked. */
export type TokenTrust = 'trusted' | 'untrusted' | 'not-checked';

export type TokenReading =
  | {
      readonly ok: true;
      /** genTime, whole seconds. */
      readonly at: Timestamp;
      /** genTime and its accuracy, rounded up: what was stamped existed then. */
      readonly latest: Timestamp;
      readonly subject: string;
      readonly issuer: string;
      /** sha256 of the signer's certificate, 64 hex characters. */
      readonly fingerprint: string;
      /** OID. */
      readonly policy: string;
      /** Of the token, hex. */
      readonly serial: string;
      readonly trust: TokenTrust;
    }
  | { readonly ok: false; readonly reason: TokenFault };

/** By path within the record. */
export type TokenReadings = ReadonlyMap<string, TokenReading>;

/** A key that the auditor vouches for. */
export interface TrustedKey {
  /** The beginning, or all, of the sha256 of its 32 bytes. */
  readonly digest: string;
  /** Then the card in the record must be this one. */
  readonly card?: KeyCard | undefined;
}
