/** Revealing the secret after the last visit (draw-spec D2.5, record-format R9). @zh 揭示密钥 */
import type { Digest, PlainDate } from '../base/brand.js';
import { digestOf, type HashText } from '../base/digest.js';
import { toJsonDocument } from '../base/json-lines.js';
import type { Moment } from './common-schemas.js';
import type { LedgerEvent } from './ledger.js';
import { PATHS, type RecordTexts } from './paths.js';
import type { RevealDocument } from './round-schemas.js';
import type { Sealed } from './sealed.js';

export interface RevealInput {
  readonly sealed: Sealed;
  readonly secret: Digest;
  /** What the office states. */
  readonly visitsFinishedOn: PlainDate;
  readonly now: Moment;
  readonly hash: HashText;
}

export interface Revelation {
  readonly texts: RecordTexts;
  readonly event: LedgerEvent;
}

/** The document and the ledger's event; whether the secret is the sealed one is for the caller to have checked. */
export const reveal = ({ sealed: { drawId }, secret, visitsFinishedOn, now, hash }: RevealInput): Revelation => {
  const document: RevealDocument = { format: 'ssj-reveal/1', drawId, secret, revealedAt: now.at, clock: now.clock, visitsFinishedOn };
  const text = toJsonDocument(document);
  return { texts: new Map([[PATHS.reveal, text]]), event: { type: 'revealed', body: { drawId, document: digestOf(text, hash) } } };
};
