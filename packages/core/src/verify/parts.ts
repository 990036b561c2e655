/** Which documents a point needs, and what it says where they are not there. */
import type { Result } from '../base/result.js';
import type { SealedInputs } from '../record/draw-round.js';
import type { RecordProblem } from '../record/problems.js';
import type { DrawnTargetRow, MatchDocument } from '../record/round-schemas.js';
import { knownSecret, wholeSeed } from './check-seed.js';
import { PATHS } from '../record/paths.js';
import type { Finding } from './findings.js';
import type { OpenedRecord } from './opened-record.js';

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

/** What the points about the draw itself look at. */
export interface DrawParts {
  readonly inputs: SealedInputs;
  readonly rows: readonly DrawnTargetRow[];
  readonly document: MatchDocument;
  /** All lines, or `undefined` while the secret is not known. */
  readonly whole: string | undefined;
}

/** Not drawn yet, or drawn and then lost: the ledger and the other files of the round tell. */
export const notThere = ({ texts, ledger }: OpenedRecord): readonly Finding[] => {
  const missing = [PATHS.seed, PATHS.targets, PATHS.match].filter((path) => !texts.has(path));
  const isDrawn = missing.length < 3 || (ledger.ok && ledger.value.entries.at(-1)?.type !== 'sealed');
  return isDrawn ? missing.map((file): Finding => ({ code: 'file-missing', severity: 'error', where: { file }, fields: {} })) : NOT_DRAWN;
};

/** Runs a check of the draw, or says that nothing has been drawn yet. */
export const whenDrawn = (record: OpenedRecord, check: (parts: DrawParts) => readonly Finding[]): readonly Finding[] => {
  const { sealed, registry, frame, roster, seed, targets, match, reveal, hash } = record;
  return when({ sealed, registry, frame, roster, seed, targets, match, reveal }, (parts) => {
    if (parts.seed === undefined || parts.targets === undefined || parts.match === undefined) return notThere(record);
    const inputs = { sealed: parts.sealed, frame: parts.frame, roster: parts.roster, recusals: parts.registry.recusals };
    return check({ inputs, rows: parts.targets, document: parts.match, whole: wholeSeed(parts.seed, knownSecret(parts.sealed, parts.reveal, hash)) });
  });
};

/** The point waits for the secret. */
export const notRevealed = ({ inputs }: DrawParts): readonly Finding[] => [
  { code: 'not-revealed', severity: 'error', fields: { revealBy: inputs.sealed.seed.secret?.revealBy ?? '' } },
];
