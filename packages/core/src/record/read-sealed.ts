/** Reads back from a record what the draw needs. */
import type { z } from 'zod';
import type { JsonValue } from '../base/canonical-json.js';
import type { HashText } from '../base/digest.js';
import { err, ok, type Result } from '../base/result.js';
import { exclusionSchema, type Exclusion, frameRowSchema } from '../plan/frame.js';
import { rosterRowSchema } from '../plan/roster.js';
import { readJsonDocument, readJsonLines } from '../base/read-json-lines.js';
import { type ParsedSnapshot, parseSnapshot } from '../registry/parse-snapshot.js';
import { type SealedInputs, sealedInputs } from './sealed-inputs.js';
import { PATHS, type RecordTexts } from './paths.js';
import type { RecordProblem } from './problems.js';
import { anySchemeSchema, type Sealed, sealedSchema } from './sealed.js';
import { schemeSchema } from '../draw/scheme.js';

export type Reading<T> = Result<T, readonly RecordProblem[]>;

/** The seal itself. */
export const readSealed = (texts: RecordTexts): Reading<Sealed> => readWithScheme(texts, PATHS.sealed, sealedSchema);

/** A document that names the scheme. One of a later version is told apart from a damaged one. */
export const readWithScheme = <T extends JsonValue>(texts: RecordTexts, file: string, schema: z.ZodType<T>): Reading<T> => {
  const text = texts.get(file);
  if (text === undefined) return err([missing(file)]);
  const reading = readJsonDocument({ file, text, schema });
  if (reading.ok) return reading;
  const scheme = schemeOf(text);
  if (scheme === undefined || schemeSchema.safeParse(scheme).success) return reading;
  return err([{ code: 'scheme-unknown', severity: 'error', where: { file }, fields: { scheme } }]);
};

const schemeOf = (text: string): string | undefined => {
  try {
    return anySchemeSchema.safeParse(JSON.parse(text)).data?.scheme;
  } catch {
    return undefined;
  }
};

export const missing = (file: string): RecordProblem => ({ code: 'document-missing', severity: 'error', where: { file }, fields: {} });

/** The registries of a record; places in problems are paths of the record. */
export const readRegistry = (texts: RecordTexts, hash: HashText): Reading<ParsedSnapshot> => {
  const inside = [...texts].filter(([path]) => path.startsWith(PATHS.registry)).map(([path, text]) => [path.slice(PATHS.registry.length), text] as const);
  const parsed = parseSnapshot({ files: Object.fromEntries(inside), hash });
  if (parsed.ok) return parsed;
  return err(parsed.error.map((problem) => ({ ...problem, where: { ...problem.where, file: `${PATHS.registry}${problem.where?.file ?? ''}` } })));
};

/** What the draw depends on, with the registries it was worked out from. */
export interface SealedReading {
  readonly inputs: SealedInputs;
  readonly registry: ParsedSnapshot;
}

/** Its documents, read. */
export interface SealedDocuments {
  readonly sealed: Reading<Sealed>;
  readonly frame: Reading<SealedInputs['frame']>;
  readonly roster: Reading<SealedInputs['roster']>;
  readonly registry: Reading<ParsedSnapshot>;
}

/** Everything the draw depends on, or every problem of every document. */
export const readSealedInputs = (texts: RecordTexts, hash: HashText): Reading<SealedReading> =>
  sealedReading({ sealed: readSealed(texts), frame: readFrame(texts), roster: readRoster(texts), registry: readRegistry(texts, hash) });

/** The same of documents that are read already. */
export const sealedReading = ({ sealed, frame, roster, registry }: SealedDocuments): Reading<SealedReading> => {
  if (!sealed.ok || !frame.ok || !roster.ok || !registry.ok) return err([sealed, frame, roster, registry].flatMap((part) => (part.ok ? [] : part.error)));
  const inputs = sealedInputs({ sealed: sealed.value, frame: frame.value, roster: roster.value, registry: registry.value });
  return ok({ inputs, registry: registry.value });
};

export const readFrame = (texts: RecordTexts): Reading<SealedInputs['frame']> => {
  const text = texts.get(PATHS.frame);
  return text === undefined ? err([missing(PATHS.frame)]) : readJsonLines({ file: PATHS.frame, text, schema: frameRowSchema, keyOf: ({ id }) => id });
};

export const readRoster = (texts: RecordTexts): Reading<SealedInputs['roster']> => {
  const text = texts.get(PATHS.roster);
  return text === undefined ? err([missing(PATHS.roster)]) : readJsonLines({ file: PATHS.roster, text, schema: rosterRowSchema, keyOf: ({ id }) => id });
};

export const readExclusions = (texts: RecordTexts): Reading<readonly Exclusion[]> => {
  const text = texts.get(PATHS.exclusions);
  return text === undefined ? err([missing(PATHS.exclusions)]) : readJsonLines({ file: PATHS.exclusions, text, schema: exclusionSchema, keyOf: ({ id }) => id });
};
