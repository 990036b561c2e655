/** A record with every document read once; what could not be read stays a list of problems. */
import type { z } from 'zod';
import type { JsonValue } from '../base/canonical-json.js';
import type { HashText } from '../base/digest.js';
import { readJsonDocument, readJsonLines } from '../base/read-json-lines.js';
import { ok, type Result } from '../base/result.js';
import type { Exclusion } from '../plan/frame.js';
import { type EvidenceDocument, readEvidence } from '../record/evidence.js';
import { manifestSchema, type Manifest } from '../record/manifest.js';
import { type ParsedLedger, parseLedger } from '../record/parse-ledger.js';
import { type Notice, roundNoticeSchema, sealingNoticeSchema } from '../record/notice.js';
import { isEvidencePath, PATHS, type RecordTexts, roundPaths, roundsIn } from '../record/paths.js';
import type { RecordProblem } from '../record/problems.js';
import type { SealedInputs } from '../record/sealed-inputs.js';
import { missing, readBars, readExclusions, readFrame, readRegistry, readRoster, readSealed, type Reading } from '../record/read-sealed.js';
import {
  type AssignmentRow, assignmentRowSchema, drawnTargetSchema, type DrawnTargetRow, type MatchDocument, matchDocumentSchema, oddsRowSchema, type OddsTableRow,
  type RevealDocument, revealDocumentSchema, type SaltDocument, saltDocumentSchema, type SeedDocument, seedDocumentSchema,
} from '../record/round-schemas.js';
import type { Sealed } from '../record/sealed.js';
import { teamOddsRowSchema, type TeamOddsTableRow, type TeamsDocument, teamsDocumentSchema } from '../record/team-schemas.js';
import type { ParsedSnapshot } from '../registry/parse-snapshot.js';

/** A document that this stage of a draw need not have. */
export type Optional<T> = Result<T | undefined, readonly RecordProblem[]>;

export interface OpenedRecord {
  readonly texts: RecordTexts;
  readonly hash: HashText;
  readonly manifest: Reading<Manifest>;
  readonly sealed: Reading<Sealed>;
  readonly registry: Reading<ParsedSnapshot>;
  readonly frame: Reading<SealedInputs['frame']>;
  readonly exclusions: Reading<readonly Exclusion[]>;
  readonly roster: Reading<SealedInputs['roster']>;
  readonly bars: Reading<SealedInputs['bars']>;
  readonly ledger: Reading<ParsedLedger>;
  readonly salt: Reading<SaltDocument>;
  /** The main draw, whether it was made or not, then every later round of which there is a file. */
  readonly rounds: readonly [OpenedRound, ...OpenedRound[]];
  readonly reveal: Optional<RevealDocument>;
  /** Ascending by number. */
  readonly evidence: readonly OpenedEvidence[];
}

export interface OpenedEvidence {
  readonly path: string;
  readonly reading: Reading<EvidenceDocument>;
}

/** One round; `notice` of the main draw is that of the seal. */
export interface OpenedRound {
  readonly round: number;
  readonly notice: Optional<Notice>;
  readonly seed: Optional<SeedDocument>;
  readonly targets: Optional<readonly DrawnTargetRow[]>;
  readonly match: Optional<MatchDocument>;
  readonly odds: Optional<readonly OddsTableRow[]>;
  readonly assignments: Optional<readonly AssignmentRow[]>;
  readonly teams: Optional<TeamsDocument>;
  readonly teamOdds: Optional<readonly TeamOddsTableRow[]>;
}

export const openRecord = (texts: RecordTexts, hash: HashText): OpenedRecord => {
  const [, ...later] = Array.from({ length: Math.max(0, ...roundsIn(texts)) + 1 }, (_, round) => round);
  const sealed = readSealed(texts);
  return {
    texts,
    hash,
    manifest: readOne(texts, PATHS.manifest, manifestSchema),
    sealed,
    registry: readRegistry(texts, hash),
    frame: readFrame(texts),
    exclusions: readExclusions(texts),
    roster: readRoster(texts),
    bars: readBars(texts, sealed),
    ledger: readLedger(texts, hash),
    salt: readOne(texts, PATHS.salt, saltDocumentSchema),
    rounds: [openRound(texts, 0), ...later.map((round) => openRound(texts, round))],
    reveal: optional(texts, PATHS.reveal, (text) => readJsonDocument({ file: PATHS.reveal, text, schema: revealDocumentSchema })),
    evidence: [...texts].filter(([path]) => isEvidencePath(path)).sort(([a], [b]) => evidenceNumber(a) - evidenceNumber(b)).map(([path, text]) => ({ path, reading: readEvidence(path, text) })),
  };
};

const evidenceNumber = (path: string): number => Number(/\d+/.exec(path)?.[0]);

export const optional = <T>(texts: RecordTexts, path: string, read: (text: string) => Result<T, readonly RecordProblem[]>): Optional<T> => {
  const text = texts.get(path);
  return text === undefined ? ok(undefined) : read(text);
};

const byVisit = ({ agency, target }: { readonly agency: string; readonly target: string }): string => `${agency}\n${target}`;

const openRound = (texts: RecordTexts, round: number): OpenedRound => {
  const { notice, seed, targets, match, odds, assignments, teams, teamOdds } = roundPaths(round);
  return {
    round,
    notice: optional<Notice>(texts, notice, (text) => (round === 0 ? readJsonDocument({ file: notice, text, schema: sealingNoticeSchema }) : readJsonDocument({ file: notice, text, schema: roundNoticeSchema }))),
    seed: optional(texts, seed, (text) => readJsonDocument({ file: seed, text, schema: seedDocumentSchema })),
    targets: optional(texts, targets, (text) => readDrawnTargets(targets, text)),
    match: optional(texts, match, (text) => readJsonDocument({ file: match, text, schema: matchDocumentSchema })),
    odds: optional(texts, odds, (text) => readJsonLines({ file: odds, text, schema: oddsRowSchema, keyOf: byVisit })),
    assignments: optional(texts, assignments, (text) => readJsonLines({ file: assignments, text, schema: assignmentRowSchema, keyOf: byVisit })),
    teams: optional(texts, teams, (text) => readJsonDocument({ file: teams, text, schema: teamsDocumentSchema })),
    teamOdds: optional(texts, teamOdds, (text) => readJsonLines({ file: teamOdds, text, schema: teamOddsRowSchema, keyOf: ({ target }) => target })),
  };
};

/** Drawn targets, ascending by stratum, ticket, identifier (R7). */
export const readDrawnTargets = (file: string, text: string): Reading<readonly DrawnTargetRow[]> =>
  readJsonLines({ file, text, schema: drawnTargetSchema, keyOf: (row) => `${row.stratum}\n${row.ticket}\n${row.id}` });

/** A document that must be there. */
export const readOne = <T extends JsonValue>(texts: RecordTexts, file: string, schema: z.ZodType<T>): Reading<T> => {
  const text = texts.get(file);
  return text === undefined ? { ok: false, error: [missing(file)] } : readJsonDocument({ file, text, schema });
};

/** A ledger with warnings alone is a ledger. */
const readLedger = (texts: RecordTexts, hash: HashText): Reading<ParsedLedger> => {
  const text = texts.get(PATHS.ledger);
  if (text === undefined) return { ok: false, error: [missing(PATHS.ledger)] };
  const ledger = parseLedger({ file: PATHS.ledger, text, hash });
  const errors = ledger.problems.filter(({ severity }) => severity === 'error');
  return errors.length === 0 ? ok(ledger) : { ok: false, error: errors };
};
