/** A record with every document read once; what could not be read stays a list of problems. */
import type { HashText } from '../base/digest.js';
import { readJsonDocument, readJsonLines } from '../base/read-json-lines.js';
import { ok, type Result } from '../base/result.js';
import type { Exclusion } from '../plan/frame.js';
import { manifestSchema, type Manifest } from '../record/manifest.js';
import { type ParsedLedger, parseLedger } from '../record/parse-ledger.js';
import { PATHS, type RecordTexts } from '../record/paths.js';
import type { RecordProblem } from '../record/problems.js';
import type { SealedInputs } from '../record/draw-round.js';
import { missing, readExclusions, readFrame, readRegistry, readRoster, readSealed, type Reading } from '../record/read-sealed.js';
import {
  type AssignmentRow, assignmentRowSchema, drawnTargetSchema, type DrawnTargetRow, type MatchDocument, matchDocumentSchema, oddsRowSchema, type OddsTableRow,
  type RevealDocument, revealDocumentSchema, type SeedDocument, seedDocumentSchema,
} from '../record/round-schemas.js';
import type { Sealed } from '../record/sealed.js';
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
  readonly ledger: Reading<ParsedLedger>;
  readonly seed: Optional<SeedDocument>;
  readonly targets: Optional<readonly DrawnTargetRow[]>;
  readonly match: Optional<MatchDocument>;
  readonly odds: Optional<readonly OddsTableRow[]>;
  readonly assignments: Optional<readonly AssignmentRow[]>;
  readonly reveal: Optional<RevealDocument>;
}

export const openRecord = (texts: RecordTexts, hash: HashText): OpenedRecord => {
  const optional = <T>(path: string, read: (text: string) => Result<T, readonly RecordProblem[]>): Optional<T> => {
    const text = texts.get(path);
    return text === undefined ? ok(undefined) : read(text);
  };
  const byVisit = ({ agency, target }: { readonly agency: string; readonly target: string }): string => `${agency}\n${target}`;
  return {
    texts,
    hash,
    manifest: readManifest(texts),
    sealed: readSealed(texts),
    registry: readRegistry(texts, hash),
    frame: readFrame(texts),
    exclusions: readExclusions(texts),
    roster: readRoster(texts),
    ledger: readLedger(texts, hash),
    seed: optional(PATHS.seed, (text) => readJsonDocument({ file: PATHS.seed, text, schema: seedDocumentSchema })),
    targets: optional(PATHS.targets, (text) => readJsonLines({ file: PATHS.targets, text, schema: drawnTargetSchema, keyOf: (row) => `${row.stratum}\n${row.ticket}\n${row.id}` })),
    match: optional(PATHS.match, (text) => readJsonDocument({ file: PATHS.match, text, schema: matchDocumentSchema })),
    odds: optional(PATHS.odds, (text) => readJsonLines({ file: PATHS.odds, text, schema: oddsRowSchema, keyOf: byVisit })),
    assignments: optional(PATHS.assignments, (text) => readJsonLines({ file: PATHS.assignments, text, schema: assignmentRowSchema, keyOf: byVisit })),
    reveal: optional(PATHS.reveal, (text) => readJsonDocument({ file: PATHS.reveal, text, schema: revealDocumentSchema })),
  };
};

const readManifest = (texts: RecordTexts): Reading<Manifest> => {
  const text = texts.get(PATHS.manifest);
  return text === undefined ? { ok: false, error: [missing(PATHS.manifest)] } : readJsonDocument({ file: PATHS.manifest, text, schema: manifestSchema });
};

/** A ledger with warnings alone is a ledger. */
const readLedger = (texts: RecordTexts, hash: HashText): Reading<ParsedLedger> => {
  const text = texts.get(PATHS.ledger);
  if (text === undefined) return { ok: false, error: [missing(PATHS.ledger)] };
  const ledger = parseLedger({ file: PATHS.ledger, text, hash });
  const errors = ledger.problems.filter(({ severity }) => severity === 'error');
  return errors.length === 0 ? ok(ledger) : { ok: false, error: errors };
};
