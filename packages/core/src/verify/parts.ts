/** Which documents a point needs, and what it says where they are not there. */
import type { Result } from '../base/result.js';
import { type SealedInputs, sealedInputs } from '../record/sealed-inputs.js';
import type { RecordProblem } from '../record/problems.js';
import type { DrawnTargetRow, MatchDocument } from '../record/round-schemas.js';
import { knownSecret, wholeSeed } from './check-seed.js';
import type { Change } from '../record/changes.js';
import type { PastRound } from '../record/draw-state.js';
import type { Notice } from '../record/notice.js';
import type { ParsedLedger } from '../record/parse-ledger.js';
import { roundPaths } from '../record/paths.js';
import { missing } from '../record/read-sealed.js';
import { groupsThatWent, type TeamsDocument } from '../record/team-schemas.js';
import { laterStart, mainStart, type RoundStart } from '../record/round-start.js';
import type { Finding } from './findings.js';
import type { OpenedRecord, OpenedRound } from './opened-record.js';

export const NOT_DRAWN: readonly Finding[] = [{ code: 'not-drawn', severity: 'error', fields: {} }];

type Readings<Parts> = { readonly [Name in keyof Parts]: Result<Parts[Name], readonly RecordProblem[]> };

/** Runs a check with its documents, or names the files it would need. */
export const when = <Parts extends Readonly<Record<string, unknown>>>(readings: Readings<Parts>, check: (parts: Parts) => readonly Finding[]): readonly Finding[] => {
  const values = valuesOf(readings);
  return values.ok ? check(values.value) : [dependsOn(values.error)];
};

const valuesOf = <Parts extends Readonly<Record<string, unknown>>>(readings: Readings<Parts>): Result<Parts, readonly RecordProblem[]> => {
  const entries = Object.entries<Result<unknown, readonly RecordProblem[]>>(readings);
  const problems = entries.flatMap(([, reading]) => (reading.ok ? [] : reading.error));
  const values = Object.fromEntries(entries.flatMap(([name, reading]) => (reading.ok ? [[name, reading.value]] : [])));
  return hasAll<Parts>(values, problems) ? { ok: true, value: values } : { ok: false, error: problems };
};

/** No reading failed, so every name of `Parts` has its value. */
const hasAll = <Parts>(_values: unknown, problems: readonly RecordProblem[]): _values is Parts => problems.length === 0;

const dependsOn = (problems: readonly RecordProblem[]): Finding => {
  const files = [...new Set(problems.map(({ where }) => where?.file ?? ''))];
  return { code: 'depends-on', severity: 'error', fields: { files } };
};

/** What the points about a round look at. */
export interface RoundParts {
  readonly inputs: SealedInputs;
  readonly start: RoundStart;
  readonly rows: readonly DrawnTargetRow[];
  readonly document: MatchDocument;
  /** Where the record has them. */
  readonly teams: TeamsDocument | undefined;
  /** All lines, or `undefined` while the secret is not known. */
  readonly whole: string | undefined;
}

/** Not drawn yet, or drawn and then lost: the ledger and the other files of the round tell. A void draw lacks nothing that was never drawn (R11.1). */
export const notThere = (record: OpenedRecord, round: number): readonly Finding[] => {
  const paths = roundPaths(round);
  const missing = [paths.seed, paths.targets, paths.match].filter((path) => !record.texts.has(path));
  const isDrawn = missing.length < 3 || record.rounds.length > round + 1 || (record.ledger.ok && drawnRounds(record.ledger.value, record).includes(round));
  if (isDrawn) return missing.map((file): Finding => ({ code: 'file-missing', severity: 'error', where: { file }, fields: {} }));
  return isVoid(record) ? [] : NOT_DRAWN;
};

const isVoid = ({ ledger, sealed }: OpenedRecord): boolean => ledger.ok && sealed.ok && ledger.value.entries.some((entry) => entry.type === 'voided' && entry.body.drawId === sealed.value.drawId);

const drawnRounds = ({ entries }: ParsedLedger, { sealed }: OpenedRecord): readonly number[] =>
  entries.flatMap((entry) => (entry.type === 'drawn' && sealed.ok && entry.body.drawId === sealed.value.drawId ? [entry.body.round] : []));

/** Runs a check on every round, or says that nothing has been drawn yet. */
export const whenDrawn = (record: OpenedRecord, check: (parts: RoundParts, round: OpenedRound) => readonly Finding[]): readonly Finding[] => {
  const { sealed, registry, frame, roster, bars, reveal, hash, rounds } = record;
  return rounds.flatMap((opened) => {
    const { seed, targets, match, teams, round, notice } = opened;
    const before = pastRounds(rounds.slice(0, round));
    return when({ sealed, registry, frame, roster, bars, seed, targets, match, teams, reveal, before, notice: round > 0 && notice.ok && notice.value === undefined ? { ok: false, error: [missing(roundPaths(round).notice)] } : notice }, (parts) => {
      if (parts.seed === undefined || parts.targets === undefined || parts.match === undefined) return notThere(record, round);
      const inputs = sealedInputs(parts);
      const whole = wholeSeed(parts.seed, knownSecret(parts.sealed, parts.reveal, hash));
      return check({ inputs, start: startOf(inputs, parts.before, parts.notice), rows: parts.targets, document: parts.match, teams: parts.teams, whole }, opened);
    });
  });
};

/** What the rounds before a later one recorded. */
export interface Before {
  readonly rounds: readonly PastRound[];
  readonly changes: readonly Change[];
}

/** Of the rounds before: what they recorded, or which of their files is in the way. */
export const pastRounds = (rounds: readonly OpenedRound[]): Result<Before, readonly RecordProblem[]> => {
  const past: PastRound[] = [];
  const changes: Change[] = [];
  const problems: RecordProblem[] = [];
  for (const { targets, assignments, notice, match, teams, round } of rounds) {
    for (const reading of [targets, assignments, notice, match, teams]) if (!reading.ok) problems.push(...reading.error);
    if (!targets.ok || !assignments.ok || !notice.ok || !match.ok || !teams.ok) continue;
    if (targets.value === undefined) problems.push(missing(roundPaths(round).targets));
    past.push({ targets: targets.value ?? [], assignments: assignments.value ?? [], teams: match.value?.outcome === 'matched' ? groupsThatWent(teams.value) : undefined });
    changes.push(...changesOf(notice.value));
  }
  return problems.length > 0 ? { ok: false, error: problems } : { ok: true, value: { rounds: past, changes } };
};

const changesOf = (notice: Notice | undefined): readonly Change[] => (notice !== undefined && 'changes' in notice ? notice.changes.map(({ change }) => change) : []);

/** What a round began with, from what the rounds before recorded. */
export const startOf = ({ sealed, frame }: SealedInputs, { rounds, changes }: Before, notice: Notice | undefined): RoundStart =>
  rounds.length === 0 ? mainStart({ sealed, frame }) : laterStart({ sealed, frame, rounds, before: changes, changes: changesOf(notice) });

/** The point waits for the secret. */
export const notRevealed = ({ inputs }: RoundParts): readonly Finding[] => [
  { code: 'not-revealed', severity: 'error', fields: { revealBy: inputs.sealed.seed.secret?.revealBy ?? '' } },
];
