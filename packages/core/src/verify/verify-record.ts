/** Replays a record and answers point by point (record-format R11). @zh 核验 */
import type { DrawId, PlainDate } from '../base/brand.js';
import type { HashText } from '../base/digest.js';
import type { Scheme } from '../draw/scheme.js';
import type { PastVisits } from '../plan/past-visits.js';
import type { RoundMatch } from '../record/match-round.js';
import { PATHS, type RecordTexts, roundPaths } from '../record/paths.js';
import { sealedInputs } from '../record/sealed-inputs.js';
import { checkAssignments, checkOdds, checkTargets, lacksTeams, replayMatch } from './check-draw.js';
import { checkEvidence } from './check-evidence.js';
import { checkFiles, checkForm } from './check-files.js';
import { checkLedger } from './check-ledger.js';
import { checkFrame, checkQuotas, checkSnapshot } from './check-plan.js';
import { checkRoster } from './check-roster.js';
import { checkRoundNotices, checkSealingNotice } from './check-notices.js';
import { checkSecret } from './check-seed.js';
import { checkSeeds } from './check-seeds.js';
import { type Claim, claimsOf } from './claims.js';
import { checkCountyLedger } from './county-ledger.js';
import { type Finding, type PointVerdict, verdictOf, worstVerdict } from './findings.js';
import { openRecord, type OpenedRecord } from './opened-record.js';
import { notRevealed, type RoundParts, when, whenDrawn } from './parts.js';
import type { Overlap } from './overlap.js';
import type { TokenReadings, TrustedKey } from './token-reading.js';

export const POINTS = ['files', 'form', 'ledger', 'snapshot', 'frame', 'quotas', 'roster', 'notices', 'seed', 'secret', 'targets', 'odds', 'assignments', 'evidence'] as const;
type ArchivePointId = (typeof POINTS)[number];
/** `edition`: the public edition is that of an archive at hand. */
export type PointId = ArchivePointId | 'edition';

/** One thing that was recomputed. @zh 核验点 */
export interface Point {
  readonly id: PointId;
  readonly verdict: PointVerdict;
  readonly findings: readonly Finding[];
}

export interface VerifyInput {
  /** All files of the record, the manifest included. A file that is no sound UTF-8 comes with U+FFFD in it and is then never identical. */
  readonly texts: RecordTexts;
  /** The county's own ledger, where it is at hand: the record's must be its beginning. */
  readonly countyLedger?: string | undefined;
  /** What the host found in time-stamp tokens; one without a reading is `unverifiable`. */
  readonly evidence?: TokenReadings | undefined;
  /** Keys that whoever verifies vouches for. */
  readonly trustedKeys?: readonly TrustedKey[] | undefined;
  /** Other draws of the county on the same seed, where its records are at hand. */
  readonly overlaps?: readonly Overlap[] | undefined;
  /** Earlier visits by the county's own ledger and records, where all of them are at hand (D5.8, D5.9). */
  readonly past?: PastVisits | undefined;
  /** Tells whether a revelation is overdue; nothing that is recomputed depends on it. */
  readonly today?: PlainDate | undefined;
  readonly hash: HashText;
}

export interface Verification {
  readonly drawId?: DrawId | undefined;
  readonly scheme?: Scheme | undefined;
  readonly verdict: PointVerdict;
  readonly points: readonly Point[];
  readonly claims: readonly Claim[];
}

/** Never throws on any content: what does not fit is a finding. */
export const verifyRecord = ({ texts, countyLedger, evidence: tokens = new Map(), trustedKeys = [], overlaps = [], past, today, hash }: VerifyInput): Verification => {
  const record = openRecord(texts, hash);
  const checks = { ...replays(record, countyLedger, past), evidence: () => evidenceFindings(record, tokens) };
  const unknownScheme = unknownSchemeOf(record);
  const points = POINTS.map((id): Point => {
    const findings = id !== 'files' && unknownScheme !== undefined ? unknownScheme : guarded(checks[id]);
    return { id, verdict: verdictOf(findings), findings };
  });
  const sealed = record.sealed.ok ? record.sealed.value : undefined;
  return { drawId: sealed?.drawId, scheme: sealed?.scheme, verdict: worstVerdict(points.map(({ verdict }) => verdict)), points, claims: claimsOf({ record, tokens, trustedKeys, overlaps, past, today }) };
};

/** Of a scheme that this version does not know only the files can be looked at (R4). */
const unknownSchemeOf = ({ sealed }: OpenedRecord): readonly Finding[] | undefined =>
  !sealed.ok && sealed.error.some(({ code }) => code === 'scheme-unknown') ? sealed.error : undefined;

/** Values that pass every schema and yet cannot be drawn from, such as a quota above its pool. */
export const guarded = (check: () => readonly Finding[]): readonly Finding[] => {
  try {
    return check();
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return [{ code: 'replay-impossible', severity: 'error', fields: { reason: error.message } }];
    throw error;
  }
};

/** Each point asks only for the documents it needs; the match is drawn again once for both points that look at it. */
const replays = (record: OpenedRecord, countyLedger: string | undefined, past: PastVisits | undefined): Readonly<Record<Exclude<ArchivePointId, 'evidence'>, () => readonly Finding[]>> => {
  const { sealed, registry, frame, roster, bars, ledger, salt, reveal, hash } = record;
  const matches = new Map<number, RoundMatch>();
  const replayed = (parts: RoundParts): RoundMatch => {
    const match = matches.get(parts.start.round) ?? replayMatch(parts, hash);
    matches.set(parts.start.round, match);
    return match;
  };
  return {
    files: () => checkFiles(record),
    form: () => checkForm(record),
    ledger: () => [...when({ sealed, ledger }, (parts) => checkLedger(parts.sealed, parts.ledger, record)), ...ledgerProblems(record), ...checkCountyLedger(record, countyLedger)],
    snapshot: () => when({ sealed, registry }, (parts) => checkSnapshot(parts.sealed, parts.registry)),
    frame: () => when({ sealed, registry }, (parts) => checkFrame(parts.sealed, parts.registry, record)),
    quotas: () => when({ sealed, frame }, (parts) => checkQuotas(parts.sealed, parts.frame)),
    roster: () => when({ sealed, registry }, (parts) => checkRoster({ ...parts, past, record })),
    notices: () => [
      ...when({ sealed, frame, salt, ledger }, (parts) => checkSealingNotice(parts, parts.salt, parts.ledger.entries, record)),
      ...when({ sealed, frame, roster, bars, registry, ledger }, (parts) => checkRoundNotices(sealedInputs(parts), parts.ledger.entries, record)),
    ],
    seed: () => checkSeeds(record),
    secret: () => when({ sealed, reveal }, (parts) => checkSecret(PATHS.sealed, parts.sealed, parts.reveal, hash)),
    targets: () => whenDrawn(record, (parts) => (parts.whole === undefined ? notRevealed(parts) : checkTargets(parts, parts.whole, record))),
    odds: () => whenDrawn(record, (parts) => (lacksTeams(parts) ? [fileMissing(roundPaths(parts.start.round).teams)] : checkOdds(parts, replayed(parts), record))),
    assignments: () => whenDrawn(record, (parts) => (parts.whole === undefined ? notRevealed(parts) : checkAssignments(replayed(parts), record))),
  };
};

const fileMissing = (file: string): Finding => ({ code: 'file-missing', severity: 'error', where: { file }, fields: {} });

const evidenceFindings = (record: OpenedRecord, tokens: TokenReadings): readonly Finding[] =>
  when({ sealed: record.sealed, ledger: record.ledger }, ({ sealed, ledger }) => checkEvidence({ sealed, entries: ledger.entries, record, tokens }));

const ledgerProblems = ({ ledger }: OpenedRecord): readonly Finding[] => (ledger.ok ? [] : ledger.error);
