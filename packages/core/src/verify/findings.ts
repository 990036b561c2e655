/** What a verification finds at a point (record-format R11). @zh 核验发现 */
import type { ProblemOf } from '../base/problem.js';
import type { ChangeProblemFields } from '../record/change-problems.js';
import type { BatchProblem } from '../plan/batch-input.js';
import type { RecordProblemFields } from '../record/problems.js';
import type { SeedEventProblem } from '../record/seed-event-problems.js';
import type { SeedProblemFields } from '../seed/problems.js';

type Nothing = Record<string, never>;

export interface VerifyProblemFields {
  /** `recorded` stands in the record, `replayed` is what follows from its other parts; `where` names the file and the line. */
  readonly 'value-differs': { readonly field: string; readonly recorded: string; readonly replayed: string };
  /** More lines of the same file differ than are listed. */
  readonly 'more-differ': { readonly count: number };
  readonly 'file-missing': Nothing;
  readonly 'file-extra': Nothing;
  readonly 'not-drawn': Nothing;
  readonly 'not-revealed': { readonly revealBy: string };
  /** Another file has to be mended before this point can be looked at. */
  readonly 'depends-on': { readonly files: readonly string[] };
  /** The recorded values cannot belong together at all. */
  readonly 'replay-impossible': { readonly reason: string };
  readonly 'seed-too-early': { readonly drawnAt: string; readonly notBefore: string };
  /** A seed that may be older than the seal. */
  readonly 'not-before-seal': { readonly notBefore: string; readonly sealedAt: string };
  readonly 'revealed-late': { readonly revealedAt: string; readonly revealBy: string };
  readonly 'event-missing': { readonly type: string };
  readonly 'event-repeated': { readonly type: string; readonly row: number };
  readonly 'event-order': { readonly type: string; readonly row: number };
  readonly 'batch-drawn-twice': { readonly batch: string; readonly other: string };
  /** The public lines of an earlier round. */
  readonly 'seed-used-before': { readonly round: number };
  readonly 'not-of-county-ledger': { readonly row: number };
  /** Evidence that names another draw. */
  readonly 'evidence-of-other-draw': { readonly drawId: string; readonly other: string };
  /** Not over the statement of this draw and round, as recomputed. */
  readonly 'statement-differs': { readonly found: string; readonly expected: string };
  /** Evidence of a round that the ledger never sealed or announced. */
  readonly 'round-not-announced': { readonly round: number };
  /** Not the card's key, or not over this document. */
  readonly 'signature-wrong': Nothing;
  /** Signed outside the days of the key's card. */
  readonly 'key-not-valid-then': { readonly signedAt: string; readonly validFrom: string; readonly validUntil: string };
  /** `reason` is a TokenFault. */
  readonly 'token-wrong': { readonly reason: string };
  /** Nobody read the token (`reason` empty), or nobody could. */
  readonly 'token-unread': { readonly reason: string };
  /** The archive that a public edition is held against gives no public edition: the codes say why. */
  readonly 'archive-unusable': { readonly codes: readonly string[] };
}

export type Finding = ProblemOf<VerifyProblemFields> | BatchProblem | ProblemOf<ChangeProblemFields> | ProblemOf<RecordProblemFields> | ProblemOf<SeedProblemFields> | SeedEventProblem;

/** 一致, 不一致, 无法核验. */
export type PointVerdict = 'identical' | 'different' | 'unverifiable';

/** What a missing thing leaves open; every other finding contradicts the record. */
const OPEN: ReadonlySet<Finding['code']> = new Set(['file-missing', 'document-missing', 'not-drawn', 'not-revealed', 'depends-on', 'scheme-unknown', 'token-unread', 'archive-unusable']);

/** One contradiction outweighs all that is merely open. */
export const verdictOf = (findings: readonly Finding[]): PointVerdict => {
  if (findings.length === 0) return 'identical';
  return findings.every(({ code }) => OPEN.has(code)) ? 'unverifiable' : 'different';
};

/** The verdict on several points. */
export const worstVerdict = (verdicts: readonly PointVerdict[]): PointVerdict => {
  if (verdicts.includes('different')) return 'different';
  return verdicts.includes('unverifiable') ? 'unverifiable' : 'identical';
};
