/** The statements of a record, one for its seal and one for every later notice (record-format R13.1). */
import type { DrawId } from '../base/brand.js';
import { canonicalJson } from '../base/canonical-json.js';
import { digestOf, type HashText } from '../base/digest.js';
import type { Scheme } from '../draw/scheme.js';
import type { LedgerEntry } from './ledger.js';
import { roundPaths, type RecordTexts } from './paths.js';
import type { Statement } from './statement.js';

export interface StatementsInput {
  readonly texts: RecordTexts;
  readonly scheme: Scheme;
  readonly drawId: DrawId;
  /** Of the record's own ledger, or of the county's. */
  readonly entries: readonly LedgerEntry[];
  readonly hash: HashText;
}

/** A round that was announced, and its statement where the notice is there. */
export interface RoundStatement {
  readonly round: number;
  readonly noticeFile: string;
  readonly statement?: Statement | undefined;
}

/** Ascending by round; empty where the seal has no entry. */
export const statementsOf = ({ texts, scheme, drawId, entries, hash }: StatementsInput): readonly RoundStatement[] =>
  entries.flatMap((entry): readonly RoundStatement[] => {
    if ((entry.type !== 'sealed' && entry.type !== 'announced') || entry.body.drawId !== drawId) return [];
    const round = entry.type === 'sealed' ? 0 : entry.body.round;
    const noticeFile = roundPaths(round).notice;
    const notice = texts.get(noticeFile);
    if (notice === undefined) return [{ round, noticeFile }];
    const head = { seq: entry.seq, digest: digestOf(canonicalJson(entry), hash) };
    return [{ round, noticeFile, statement: { scheme, drawId, round, notice: digestOf(notice.replace(/\n$/, ''), hash), head } }];
  });
