/** What the commands about keys, signatures and evidence can refuse or warn of. */

type File = { readonly file: string };
type Holder = { readonly holder: string };

/** Fields by code. Codes are stable and never reused. */
export interface EvidenceProblemFields {
  /** No key of the kind that is wanted: `public` or `private`. */
  readonly 'key-file-bad': File & { readonly wanted: 'public' | 'private' };
  /** A private key where the public one belongs. */
  readonly 'key-file-private': File;
  readonly 'key-expired': Holder & { readonly validUntil: string };
  readonly 'key-not-yet-valid': Holder & { readonly validFrom: string };
  readonly 'valid-until-passed': { readonly validUntil: string };
  /** Warning: the county's folder knows no such key. */
  readonly 'signer-not-listed': Holder & { readonly fingerprint: string };
  readonly 'statement-file-bad': File;
  /** The record of the draw has no notice of the round, so there is nothing to sign. */
  readonly 'notice-missing': { readonly drawId: string; readonly round: number };
  /** `last` is the last round that was sealed or announced. */
  readonly 'round-unknown': { readonly raw: string; readonly last: number };
  /** Neither a signature nor a token, and no words that say what it is. */
  readonly 'evidence-words-needed': File;
  /** The authority answered without a token. */
  readonly 'token-not-granted': File;
  readonly 'evidence-there': File & { readonly path: string };
  readonly 'trust-file-bad': File;
  readonly 'trust-key-bad': { readonly raw: string };
}
