/** What the evidence of a record shows about when its notices were there (record-format R13.3). @zh 封存在先 */
import type { Digest, Timestamp } from '../base/brand.js';
import { canonicalJson } from '../base/canonical-json.js';
import { epochSecondsOf } from '../base/plain-date.js';
import type { EvidenceDocument, KeyCard, SignatureDocument } from '../record/evidence.js';
import { FINGERPRINT_LENGTH, keyDigest } from '../record/signature.js';
import { type EvidenceParts, faultsOf } from './check-evidence.js';
import type { OpenedRecord } from './opened-record.js';
import type { TokenReading, TrustedKey } from './token-reading.js';

/** One piece that nothing speaks against, and exactly what it says; `isBefore`: by its own time, before the seed could be known. */
export type EvidenceShown =
  | { readonly kind: 'signature'; readonly path: string; readonly keyDigest: string; readonly card: KeyCard; readonly signedAt: Timestamp; readonly clock: SignatureDocument['clock']; readonly isTrusted: boolean; readonly isBefore: boolean }
  | { readonly kind: 'timestamp'; readonly path: string; readonly token: Extract<TokenReading, { ok: true }>; readonly isBefore: boolean }
  | { readonly kind: 'written'; readonly path: string; readonly words: string; readonly scan?: Digest | undefined };

/** That a notice was there before its seed. */
export interface SealedBeforeSeed {
  readonly code: 'sealed-before-seed';
  /** 0: the seal itself. */
  readonly round: number;
  /** By the record's own words. */
  readonly sealedAt: Timestamp;
  readonly drawnAt?: Timestamp | undefined;
  /** From when on the seed may be known; `undefined` where the notice does not say. */
  readonly notBefore?: Timestamp | undefined;
  /** By a key or an authority that whoever verifies vouches for. */
  readonly isShown: boolean;
  readonly evidence: readonly EvidenceShown[];
}

export interface SealedBeforeSeedInput extends EvidenceParts {
  readonly trustedKeys: readonly TrustedKey[];
}

/** One claim a round, the seal's first. */
export const sealedBeforeSeed = (input: SealedBeforeSeedInput): readonly SealedBeforeSeed[] => {
  const { sealed, entries, record } = input;
  const later = entries.flatMap((entry) => (entry.type === 'announced' && entry.body.drawId === sealed.drawId ? [{ round: entry.body.round, sealedAt: entry.at, notBefore: notBeforeOf(record, entry.body.round) }] : []));
  const seal = { round: 0, sealedAt: sealed.sealedAt, notBefore: sealed.seed.notBefore };
  return [seal, ...later].map(({ round, sealedAt, notBefore }): SealedBeforeSeed => {
    const evidence = evidenceOf(input, round, notBefore);
    return { code: 'sealed-before-seed', round, sealedAt, drawnAt: drawnAt(input, round), notBefore, isShown: evidence.some(isProof), evidence };
  });
};

/** A signature by a clock that somebody set shows nothing about time. */
const isProof = (one: EvidenceShown): boolean => {
  switch (one.kind) {
    case 'signature':
      return one.isTrusted && one.isBefore && one.clock === 'system';
    case 'timestamp':
      return one.token.trust === 'trusted' && one.isBefore;
    case 'written':
      return false;
    default:
      return one satisfies never;
  }
};

const drawnAt = ({ sealed, entries, record: { rounds } }: EvidenceParts, round: number): Timestamp | undefined => {
  const seed = rounds[round]?.seed;
  if (seed?.ok === true && seed.value !== undefined) return seed.value.drawnAt;
  return entries.find((entry) => entry.type === 'drawn' && entry.body.drawId === sealed.drawId && entry.body.round === round)?.at;
};

const notBeforeOf = ({ rounds }: OpenedRecord, round: number): Timestamp | undefined => {
  const notice = rounds[round]?.notice;
  return notice?.ok === true ? notice.value?.seed.notBefore : undefined;
};

const evidenceOf = (input: SealedBeforeSeedInput, round: number, notBefore: Timestamp | undefined): readonly EvidenceShown[] =>
  input.record.evidence.flatMap((one): readonly EvidenceShown[] => {
    if (!one.reading.ok || one.reading.value.round !== round || faultsOf(one, input).length > 0) return [];
    return shown(one.path, one.reading.value, notBefore, input);
  });

const shown = (path: string, document: EvidenceDocument, notBefore: Timestamp | undefined, { tokens, trustedKeys }: SealedBeforeSeedInput): readonly EvidenceShown[] => {
  switch (document.format) {
    case 'ssj-signature/1': {
      const { card, signedAt, clock } = document;
      return [{ kind: 'signature', path, keyDigest: keyDigest(card.publicKey), card, signedAt, clock, isTrusted: isTrusted(card, trustedKeys), isBefore: isEarlier(signedAt, notBefore) }];
    }
    case 'ssj-timestamp/1': {
      const token = tokens.get(path);
      return token?.ok === true ? [{ kind: 'timestamp', path, token, isBefore: isEarlier(token.latest, notBefore) }] : [];
    }
    case 'ssj-written/1':
      return [{ kind: 'written', path, words: document.words, scan: document.scan }];
    default:
      return document satisfies never;
  }
};

const isEarlier = (at: Timestamp, notBefore: Timestamp | undefined): boolean => notBefore !== undefined && epochSecondsOf(at) < epochSecondsOf(notBefore);

/** Whoever gave a card knows the key by that card's words and no others. */
const isTrusted = (card: KeyCard, keys: readonly TrustedKey[]): boolean => {
  const own = keyDigest(card.publicKey);
  return keys.some(({ digest, card: given }) => digest.length >= FINGERPRINT_LENGTH && own.startsWith(digest) && (given === undefined || canonicalJson(given) === canonicalJson(card)));
};
