/** The notice of a later round for publication: how much was changed and why, and where the fresh seed will come from; no target, nobody. @zh 补抽公告 */
import type { Digest, Timestamp } from '../base/brand.js';
import type { HashText } from '../base/digest.js';
import type { LedgerHead } from '../record/ledger.js';
import { noticeDigest, type RoundNotice } from '../record/notice.js';
import type { Sealed } from '../record/sealed.js';
import { statementDigest } from '../record/statement.js';
import type { Agency } from '../registry/schemas.js';
import { type ChangeCounts, changeCounts, type CountedChange } from './change-counts.js';
import { drawHead, type DrawHead } from './draw-head.js';
import { sourceWords } from './source-words.js';

export interface RoundNoticePageInput {
  readonly sealed: Sealed;
  readonly agencies: readonly Agency[];
  readonly notice: RoundNotice;
  /** Of this notice. */
  readonly changes: readonly CountedChange[];
  /** After the entry of the notice. */
  readonly ledgerHead: LedgerHead;
  readonly hash: HashText;
}

export interface RoundNoticePage {
  readonly head: DrawHead;
  readonly round: number;
  /** C_k. */
  readonly commitment: Digest;
  readonly noticedAt: Timestamp;
  readonly clock: RoundNotice['clock'];
  readonly changes: ChangeCounts;
  /** Targets to be drawn, and those that were withdrawn; more withdrawn than drawn: too few were left. */
  readonly quota: number;
  readonly withdrawn: number;
  readonly seedLines: readonly { readonly line: string; readonly words: string }[];
  readonly notBefore: Timestamp;
  readonly ledgerBefore: LedgerHead;
  readonly ledgerAfter: LedgerHead;
  /** Digest of what others sign or stamp (record-format R13.1). */
  readonly statement: Digest;
}

export const roundNoticePage = ({ sealed, agencies, notice, changes, ledgerHead, hash }: RoundNoticePageInput): RoundNoticePage => ({
  head: drawHead({ sealed, agencies, hash }),
  round: notice.round,
  commitment: noticeDigest(notice, hash),
  noticedAt: notice.noticedAt,
  clock: notice.clock,
  changes: changeCounts(changes),
  quota: notice.strata.reduce((sum, { quota }) => sum + quota, 0),
  withdrawn: notice.strata.reduce((sum, { withdrawn }) => sum + withdrawn, 0),
  seedLines: notice.seed.lines.map((line) => ({ line, words: sourceWords(line) })),
  notBefore: notice.seed.notBefore,
  ledgerBefore: notice.ledgerHead,
  ledgerAfter: ledgerHead,
  statement: statementDigest({ scheme: sealed.scheme, drawId: sealed.drawId, round: notice.round, notice: noticeDigest(notice, hash), head: ledgerHead, hash }),
});
