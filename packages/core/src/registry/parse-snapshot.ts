/** Reads a snapshot back and believes nothing it has not checked: shape, canonical text, order, counts, digests. */
import type { z } from 'zod';
import type { Digest } from '../base/brand.js';
import type { JsonValue } from '../base/canonical-json.js';
import { digestOf, type HashText } from '../base/digest.js';
import type { DocumentProblem } from '../base/document-problems.js';
import { readJsonDocument, readJsonLines } from '../base/read-json-lines.js';
import { err, ok, type Result } from '../base/result.js';
import { appointmentKey } from './appointment-key.js';
import { importReportSchema } from './import-report.js';
import { recusalKey } from './recusal-key.js';
import { agencySchema, appointmentSchema, type FixedTeam, fixedTeamSchema, inspectorNameSchema, type Inspector, inspectorSchema, itemSchema, recusalSchema, targetSchema } from './schemas.js';
import { snapshotDigest } from './snapshot.js';
import { MANIFEST_FILE, type OptionalPart, type SnapshotContent, type SnapshotFiles, type SnapshotManifest, snapshotManifestSchema, type SnapshotPart, type SnapshotTable } from './snapshot-files.js';

export interface ParseSnapshotInput {
  /** Texts by file name. `names.jsonl` may be left out, as archives do; other names are ignored. */
  readonly files: Readonly<Partial<SnapshotFiles>>;
  readonly hash: HashText;
}

/** Without `names` where the file was left out. */
export interface ParsedSnapshot extends Omit<SnapshotContent, 'names'> {
  readonly names?: SnapshotContent['names'];
  readonly manifest: SnapshotManifest;
  /** sha256 of the text of `snapshot.json` without its final LF; the caller knows which one it expects. */
  readonly digest: Digest;
}

type Reading<T> = Result<T, readonly DocumentProblem[]>;

/**
 * Parses and checks all files.
 *
 * @returns the content, or every problem of every file
 */
export const parseSnapshot = ({ files, hash }: ParseSnapshotInput): Reading<ParsedSnapshot> => {
  const manifestText = files[MANIFEST_FILE];
  if (manifestText === undefined) return err([missing(MANIFEST_FILE)]);
  const manifest = readJsonDocument({ file: MANIFEST_FILE, text: manifestText, schema: snapshotManifestSchema });
  if (!manifest.ok) return manifest;
  const source: Source = { files, hash, manifest: manifest.value };
  const report = readPart(source, 'report.json', (file, text) => readJsonDocument({ file, text, schema: importReportSchema }));
  const agencies = readTable(source, 'agencies', agencySchema, ({ code }) => code);
  const targets = readTable(source, 'targets', targetSchema, ({ id }) => id);
  const inspectors = readTable(source, 'inspectors', inspectorSchema, ({ id }) => id);
  const names = files['names.jsonl'] === undefined ? undefined : readTable(source, 'names', inspectorNameSchema, ({ id }) => id);
  const items = readTable(source, 'items', itemSchema, ({ id }) => id);
  const recusals = readTable(source, 'recusals', recusalSchema, recusalKey);
  const has = (file: OptionalPart): boolean => manifest.value.files[file] !== undefined || files[file] !== undefined;
  const appointments = has('appointments.jsonl') ? readTable(source, 'appointments', appointmentSchema, appointmentKey) : undefined;
  const teams = has('teams.jsonl') ? teamsOf(readTable(source, 'teams', fixedTeamSchema, ({ group }) => group), inspectors) : undefined;
  if (!report.ok || !agencies.ok || !targets.ok || !inspectors.ok || names?.ok === false || !items.ok || !recusals.ok || appointments?.ok === false || teams?.ok === false) {
    return err([report, agencies, targets, inspectors, names, items, recusals, appointments, teams].flatMap((part) => (part?.ok === false ? part.error : [])));
  }
  return ok({
    agencies: agencies.value,
    targets: targets.value,
    inspectors: inspectors.value,
    ...(names === undefined ? {} : { names: names.value }),
    items: items.value,
    recusals: recusals.value,
    ...(appointments === undefined ? {} : { appointments: appointments.value }),
    ...(teams === undefined ? {} : { teams: teams.value }),
    report: report.value,
    manifest: manifest.value,
    digest: snapshotDigest(manifestText, hash),
  });
};

interface Source extends ParseSnapshotInput {
  readonly manifest: SnapshotManifest;
}

const missing = (file: string): DocumentProblem => ({ code: 'document-missing', severity: 'error', where: { file }, fields: {} });

/** Nobody stands in two fixed teams, and everybody in the registry (record-format R5). */
const teamsOf = (teams: Reading<readonly FixedTeam[]>, inspectors: Reading<readonly Inspector[]>): Reading<readonly FixedTeam[]> => {
  if (!teams.ok || !inspectors.ok) return teams;
  const free = new Set(inspectors.value.map(({ id }) => id));
  const problems = teams.value.flatMap(({ inspectors: members }, index) =>
    members.flatMap((id, at): readonly DocumentProblem[] => {
      // Whoever is taken out for one team is not there for the next.
      if (free.delete(id)) return [];
      return [{ code: 'document-invalid', severity: 'error', where: { file: 'teams.jsonl', row: index + 1 }, fields: { path: `inspectors.${at}`, reason: 'not-free' } }];
    }),
  );
  return problems.length === 0 ? teams : err(problems);
};

/** The digest is checked first: of a changed file one wants to know that as well as what is wrong in it. */
const readPart = <T>({ files, hash, manifest }: Source, file: SnapshotPart, read: (file: string, text: string) => Reading<T>): Reading<T> => {
  const text = files[file];
  if (text === undefined) return err([missing(file)]);
  const expected = manifest.files[file] ?? '';
  const found = digestOf(text, hash);
  const reading = read(file, text);
  if (found === expected) return reading;
  const problem: DocumentProblem = { code: 'digest-differs', severity: 'error', where: { file }, fields: { expected, found } };
  return err(reading.ok ? [problem] : [problem, ...reading.error]);
};

const readTable = <Row extends JsonValue>(source: Source, table: SnapshotTable, schema: z.ZodType<Row>, keyOf: (row: Row) => string): Reading<readonly Row[]> =>
  readPart(source, `${table}.jsonl`, (file, text) => {
    const rows = readJsonLines({ file, text, schema, keyOf });
    const expected = source.manifest.counts[table] ?? 0;
    if (!rows.ok || rows.value.length === expected) return rows;
    return err([{ code: 'count-differs', severity: 'error', where: { file }, fields: { expected, found: rows.value.length } }]);
  });
