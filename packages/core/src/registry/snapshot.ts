/** The immutable snapshot of all registries: canonical text, the same for the same content. @zh 名录库快照 */
import type { Digest } from '../base/brand.js';
import type { JsonValue } from '../base/canonical-json.js';
import { digestOf, type HashText } from '../base/digest.js';
import { toJsonDocument, toJsonLines } from '../base/json-lines.js';
import { sortedBy } from '../base/text.js';
import { appointmentKey } from './appointment-key.js';
import { recusalKey } from './recusal-key.js';
import { type OptionalPart, type SnapshotContent, type SnapshotFiles, type SnapshotManifest, type SnapshotPart } from './snapshot-files.js';

export interface MakeSnapshotInput extends SnapshotContent {
  readonly hash: HashText;
}

export interface Snapshot {
  readonly files: SnapshotFiles;
  /** sha256 of the text of `snapshot.json` without its final LF. */
  readonly digest: Digest;
}

/**
 * Writes a snapshot. Every table is sorted by its identifier in byte order, whatever order it came in.
 *
 * @returns the files by name, and the digest of the whole: sha256 of the text of `snapshot.json` without its final LF
 * @throws TypeError for content outside canonical JSON, which reading a workbook never gives
 */
export const makeSnapshot = ({ hash, ...content }: MakeSnapshotInput): Snapshot => {
  const parts: Parts = {
    'agencies.jsonl': tableText(content.agencies, ({ code }) => code),
    'targets.jsonl': tableText(content.targets, ({ id }) => id),
    'inspectors.jsonl': tableText(content.inspectors, ({ id }) => id),
    'names.jsonl': tableText(content.names, ({ id }) => id),
    'items.jsonl': tableText(content.items, ({ id }) => id),
    'recusals.jsonl': tableText(content.recusals, recusalKey),
    'report.json': toJsonDocument(content.report),
  };
  const optional = optionalParts(content);
  const manifest = toJsonDocument(manifestOf(parts, optional, content, hash));
  return { files: { ...parts, ...optional, 'snapshot.json': manifest }, digest: snapshotDigest(manifest, hash) };
};

/** Digest of a snapshot: sha256 of the text of `snapshot.json` without its final LF. */
export const snapshotDigest = (manifest: string, hash: HashText): Digest => digestOf(manifest.replace(/\n$/, ''), hash);

const tableText = <Row extends JsonValue>(rows: readonly Row[], keyOf: (row: Row) => string): string => toJsonLines(sortedBy(rows, keyOf));

type Parts = Readonly<Record<Exclude<SnapshotPart, OptionalPart>, string>>;
type OptionalParts = Readonly<Partial<Record<OptionalPart, string>>>;

/** Left out where they are empty, so that snapshots of offices without them keep their digests. */
const optionalParts = ({ appointments = [], teams = [] }: SnapshotContent): OptionalParts => ({
  ...(appointments.length === 0 ? {} : { 'appointments.jsonl': tableText(appointments, appointmentKey) }),
  ...(teams.length === 0 ? {} : { 'teams.jsonl': tableText(teams, ({ group }) => group) }),
});

const manifestOf = (parts: Parts, optional: OptionalParts, content: SnapshotContent, hash: HashText): SnapshotManifest => ({
  format: 'ssj-snapshot/1',
  files: {
    'agencies.jsonl': digestOf(parts['agencies.jsonl'], hash),
    'targets.jsonl': digestOf(parts['targets.jsonl'], hash),
    'inspectors.jsonl': digestOf(parts['inspectors.jsonl'], hash),
    'names.jsonl': digestOf(parts['names.jsonl'], hash),
    'items.jsonl': digestOf(parts['items.jsonl'], hash),
    'recusals.jsonl': digestOf(parts['recusals.jsonl'], hash),
    ...(optional['appointments.jsonl'] === undefined ? {} : { 'appointments.jsonl': digestOf(optional['appointments.jsonl'], hash) }),
    ...(optional['teams.jsonl'] === undefined ? {} : { 'teams.jsonl': digestOf(optional['teams.jsonl'], hash) }),
    'report.json': digestOf(parts['report.json'], hash),
  },
  counts: {
    agencies: content.agencies.length,
    targets: content.targets.length,
    inspectors: content.inspectors.length,
    names: content.names.length,
    items: content.items.length,
    recusals: content.recusals.length,
    ...(content.appointments === undefined || content.appointments.length === 0 ? {} : { appointments: content.appointments.length }),
    ...(content.teams === undefined || content.teams.length === 0 ? {} : { teams: content.teams.length }),
  },
});
