/** The notice of a later round: the changes it answers to, and where its seed will come from (protocol §8). @zh 补抽公告 */
import type { Timestamp } from '../base/brand.js';
import type { HashText } from '../base/digest.js';
import { toJsonDocument } from '../base/json-lines.js';
import type { Moment } from './common-schemas.js';
import type { LedgerEvent, LedgerHead } from './ledger.js';
import { type NoticedChange, noticeDigest, type RoundNotice } from './notice.js';
import { type RecordTexts, roundPaths } from './paths.js';
import type { LaterStart } from './round-start.js';
import type { Sealed, WrittenSeedTerms } from './sealed.js';

export interface AnnounceInput {
  readonly sealed: Pick<Sealed, 'scheme' | 'drawId'>;
  readonly start: LaterStart;
  readonly changes: readonly NoticedChange[];
  readonly seed: WrittenSeedTerms;
  /** Before the entry of the notice. */
  readonly ledgerHead: LedgerHead;
  readonly now: Moment;
  readonly hash: HashText;
}

export interface Announced {
  readonly notice: RoundNotice;
  readonly texts: RecordTexts;
  readonly event: LedgerEvent;
}

/** The document of C_k and its event. */
export const announce = ({ sealed: { scheme, drawId }, start: { round, strata }, changes, seed, ledgerHead, now, hash }: AnnounceInput): Announced => {
  const noticedAt: Timestamp = now.at;
  const notice: RoundNotice = { format: 'ssj-notice/1', scheme, drawId, round, ledgerHead, noticedAt, clock: now.clock, changes, strata, seed };
  return { notice, texts: new Map([[roundPaths(round).notice, toJsonDocument(notice)]]), event: { type: 'announced', body: { drawId, round, commitment: noticeDigest(notice, hash) } } };
};
