/** The notice of a seal: one page, published before the seed exists, that later shows nothing was changed. @zh 封存公告 */
import type { Digest, PlainDate, Timestamp } from '../base/brand.js';
import type { HashText } from '../base/digest.js';
import { sortedBy } from '../base/text.js';
import type { Scheme } from '../draw/scheme.js';
import { batchAgencies } from '../plan/batch.js';
import { DEFAULT_FORMATIONS, type Grouping } from '../plan/grouping.js';
import type { RosterRow } from '../plan/roster.js';
import type { LedgerHead, Program } from '../record/ledger.js';
import type { Publication, Sealed } from '../record/sealed.js';
import { statementDigest } from '../record/statement.js';
import { agencyOf } from '../registry/canonical-id.js';
import type { Agency } from '../registry/schemas.js';
import type { JointTerms } from '../seed/terms.js';
import { drawHead, type DrawHead } from './draw-head.js';
import { agencyNames } from './lookups.js';
import { totalOf } from './plan-list.js';
import { sourceWords } from './source-words.js';

export interface SealNoticeInput {
  readonly sealed: Sealed;
  readonly roster: readonly RosterRow[];
  readonly agencies: readonly Agency[];
  /** After the entry of the seal. */
  readonly ledgerHead: LedgerHead;
  /** Digest of `notices/0.json`, its line. */
  readonly notice: Digest;
  readonly hash: HashText;
}

export interface SealNotice {
  readonly head: DrawHead;
  readonly scheme: Scheme;
  readonly ledgerBefore: LedgerHead;
  readonly ledgerAfter: LedgerHead;
  /** Left sides with their words, in the seal's order. */
  readonly seedLines: readonly { readonly line: string; readonly words: string }[];
  readonly notBefore: Timestamp;
  /** Where a line is joint. */
  readonly joint?: JointTerms | undefined;
  /** Absent: nothing is secret and the list is published at once. */
  readonly secret?: { readonly commitment: Digest; readonly revealBy: PlainDate } | undefined;
  readonly publication: Publication;
  /** How teams are made; absent where people go one by one. */
  readonly teams?: { readonly grouping: Grouping; readonly formations: number } | undefined;
  /** In all, never by risk class. */
  readonly pool: number;
  readonly quota: number;
  /** People who can be drawn, by agency, ascending by code. */
  readonly people: readonly { readonly agency: string; readonly count: number }[];
  readonly snapshot: Digest;
  /** Void draws of the same batch. */
  readonly redoes: NonNullable<Sealed['redoes']>;
  readonly program: Program;
  /** Digest of what others sign or stamp (record-format R13.1). */
  readonly statement: Digest;
}

/** Everything the notice says. */
export const sealNotice = ({ sealed, roster, agencies, ledgerHead, notice, hash }: SealNoticeInput): SealNotice => {
  const nameOf = agencyNames(agencies);
  const able = roster.filter(({ capacity }) => capacity > 0);
  const people = sortedBy(batchAgencies(sealed.batch), (code) => code).map((code) => ({
    agency: nameOf(code),
    count: able.filter(({ id }) => agencyOf(id) === code).length,
  }));
  return {
    head: drawHead({ sealed, agencies, hash }),
    scheme: sealed.scheme,
    ledgerBefore: sealed.ledgerHead,
    ledgerAfter: ledgerHead,
    seedLines: sealed.seed.lines.map((line) => ({ line, words: sourceWords(line) })),
    notBefore: sealed.seed.notBefore,
    joint: sealed.seed.joint,
    secret: sealed.seed.secret,
    publication: sealed.publication,
    teams: sealed.batch.grouping === undefined ? undefined : { grouping: sealed.batch.grouping, formations: sealed.rules.formations?.value ?? DEFAULT_FORMATIONS },
    pool: totalOf(sealed.strata, 'pool'),
    quota: totalOf(sealed.strata, 'quota'),
    people,
    snapshot: sealed.snapshot,
    redoes: sealed.redoes ?? [],
    program: sealed.program,
    statement: statementDigest({ scheme: sealed.scheme, drawId: sealed.drawId, round: 0, notice, head: ledgerHead, hash }),
  };
};
