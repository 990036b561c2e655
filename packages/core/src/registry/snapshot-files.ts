/** The files of a snapshot, and what each holds. @zh 快照 */
import { z } from 'zod';
import type { Digest } from '../base/brand.js';
import { isDigest } from '../base/digest.js';
import type { ImportReport } from './import-report.js';
import type { Agency, Appointment, FixedTeam, InspectionItem, Inspector, InspectorName, Recusal, Target } from './schemas.js';

/** Everything a snapshot freezes. */
export interface SnapshotContent {
  readonly agencies: readonly Agency[];
  readonly targets: readonly Target[];
  readonly inspectors: readonly Inspector[];
  /** The only place with names of persons. */
  readonly names: readonly InspectorName[];
  readonly items: readonly InspectionItem[];
  readonly recusals: readonly Recusal[];
  /** The file is there only where there are any; so is that of the teams. */
  readonly appointments?: readonly Appointment[] | undefined;
  readonly teams?: readonly FixedTeam[] | undefined;
  readonly report: ImportReport;
}

/** The parts that are tables; the other one is the report. */
export type SnapshotTable = Exclude<keyof SnapshotContent, 'report'>;

const digestSchema = z.custom<Digest>(isDigest);
const countSchema = z.int().min(0);

/** `snapshot.json`: its digest is the snapshot's own. */
export const snapshotManifestSchema = z
  .strictObject({
    format: z.literal('ssj-snapshot/1'),
    files: z
      .strictObject({
        'agencies.jsonl': digestSchema,
        'targets.jsonl': digestSchema,
        'inspectors.jsonl': digestSchema,
        'names.jsonl': digestSchema,
        'items.jsonl': digestSchema,
        'recusals.jsonl': digestSchema,
        'appointments.jsonl': digestSchema.optional(),
        'teams.jsonl': digestSchema.optional(),
        'report.json': digestSchema,
      })
      .readonly(),
    counts: z
      .strictObject({
        agencies: countSchema,
        targets: countSchema,
        inspectors: countSchema,
        names: countSchema,
        items: countSchema,
        recusals: countSchema,
        appointments: countSchema.min(1).optional(),
        teams: countSchema.min(1).optional(),
      })
      .readonly(),
  })
  .refine(({ files, counts }) => (files['appointments.jsonl'] === undefined) === (counts.appointments === undefined), { path: ['counts', 'appointments'] })
  .refine(({ files, counts }) => (files['teams.jsonl'] === undefined) === (counts.teams === undefined), { path: ['counts', 'teams'] })
  .readonly();
export type SnapshotManifest = z.infer<typeof snapshotManifestSchema>;

/** A file the manifest gives a digest of. */
export type SnapshotPart = keyof SnapshotManifest['files'];
export const MANIFEST_FILE = 'snapshot.json';

/** What an office need not have. */
export type OptionalPart = 'appointments.jsonl' | 'teams.jsonl';

/** File names to texts. */
export type SnapshotFiles = Readonly<Record<Exclude<SnapshotPart, OptionalPart> | typeof MANIFEST_FILE, string>> & Readonly<Partial<Record<OptionalPart, string>>>;
