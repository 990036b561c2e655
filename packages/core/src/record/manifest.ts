/** The list of a record's files with their digests (record-format R3). @zh 文件清单 */
import { z } from 'zod';
import type { DrawId } from '../base/brand.js';
import { digestOf, type HashText } from '../base/digest.js';
import { toJsonDocument } from '../base/json-lines.js';
import { sortedBy, utf8Length } from '../base/text.js';
import { digestSchema, drawIdSchema } from './common-schemas.js';
import { PATHS, type RecordTexts } from './paths.js';

const manifestOf = <const Edition extends 'archive' | 'public'>(edition: Edition) =>
  z
    .strictObject({
      drawId: drawIdSchema,
      edition: z.literal(edition),
      files: z.array(z.strictObject({ bytes: z.int().min(0), path: z.string().regex(/^[ -~]+$/), sha256: digestSchema }).readonly()).readonly(),
      format: z.literal('ssj-record/1'),
    })
    .readonly();
/** Of an archive. */
export const manifestSchema = manifestOf('archive');
export const publicManifestSchema = manifestOf('public');
export type Manifest = z.infer<typeof manifestSchema> | z.infer<typeof publicManifestSchema>;

export interface ManifestInput {
  readonly drawId: DrawId;
  /** All files but the manifest. */
  readonly texts: RecordTexts;
  readonly hash: HashText;
}

/** The same archive with its manifest, whatever order its files came in. */
export const withManifest = (input: ManifestInput): RecordTexts => manifested('archive', input);

/** The same public edition with its manifest. */
export const withPublicManifest = (input: ManifestInput): RecordTexts => manifested('public', input);

const manifested = (edition: Manifest['edition'], { drawId, texts, hash }: ManifestInput): RecordTexts => {
  const others = sortedBy([...texts].filter(([path]) => path !== PATHS.manifest), ([path]) => path);
  const files = others.map(([path, text]) => ({ bytes: utf8Length(text), path, sha256: digestOf(text, hash) }));
  const manifest: Manifest = { drawId, edition, files, format: 'ssj-record/1' };
  return new Map([...others, [PATHS.manifest, toJsonDocument(manifest)]]);
};
