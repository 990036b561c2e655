/** The seal: everything both random events depend on; C is its digest (record-format R4). @zh 封存文书 */
import { z } from 'zod';
import type { Digest } from '../base/brand.js';
import { canonicalJson } from '../base/canonical-json.js';
import { digestOf, type HashText } from '../base/digest.js';
import { schemeSchema } from '../draw/scheme.js';
import { forecastSchema } from '../forecast/forecast.js';
import { levelCapSchema } from '../plan/level-cap.js';
import { batchSchema } from '../plan/batch.js';
import { authoritySchema, defaultsSchema, rulesSchema } from '../plan/settings.js';
import { stratumSchema } from '../plan/strata.js';
import { visitSchema } from '../plan/visit.js';
import { plainDateSchema, textSchema } from '../registry/schemas.js';
import { clockSchema, digestSchema, drawIdSchema, ledgerHeadSchema, timestampSchema } from './common-schemas.js';
import { programSchema } from './ledger.js';

export const publicationSchema = z.enum(['after-visits', 'at-once']);
/** When the list of drawn targets may be published. */
export type Publication = z.infer<typeof publicationSchema>;

/** Where a seed will come from: fixed before its value exists (draw-spec D2.1, D2.6). */
export const seedTermsShape = {
  lines: z.array(z.string().regex(/^[!-~]+$/)).min(1).readonly(),
  notBefore: timestampSchema,
  /** Only where a line is joint. */
  joint: z.strictObject({ revealBy: timestampSchema, otherwise: z.literal('void') }).readonly().optional(),
} as const;
/** Of a seal: with the commitment to the office's secret, absent where the list is published at once. */
export const sealedSeedSchema = z
  .strictObject({ ...seedTermsShape, secret: z.strictObject({ commitment: digestSchema, revealBy: plainDateSchema }).readonly().optional() })
  .readonly();
export type WrittenSeedTerms = Readonly<z.infer<z.ZodObject<typeof seedTermsShape>>>;

export const stratumNameSchema = stratumSchema.unwrap().shape.name;

const sealedShape = {
  format: z.literal('ssj-sealed/1'),
  drawId: drawIdSchema,
  authority: authoritySchema,
  sealedAt: timestampSchema,
  clock: clockSchema,
  ledgerHead: ledgerHeadSchema,
  batch: batchSchema,
  rules: rulesSchema,
  defaults: defaultsSchema,
  activeStatuses: z.array(textSchema).readonly(),
  snapshot: digestSchema,
  documents: z.strictObject({ 'exclusions.jsonl': digestSchema, 'frame.jsonl': digestSchema, 'roster.jsonl': digestSchema, 'bars.jsonl': digestSchema.optional() }).readonly(),
  /** Exactly where the seal levels. */
  levelling: z.array(levelCapSchema).readonly().optional(),
  strata: z.array(stratumSchema).readonly(),
  visits: z.array(visitSchema).readonly(),
  seed: sealedSeedSchema,
  publication: publicationSchema,
  /** Earlier draws of the batch, all of them void, in their order. @zh 重新抽取 */
  redoes: z.array(z.strictObject({ drawId: drawIdSchema, reason: textSchema }).readonly()).min(1).readonly().optional(),
  forecast: forecastSchema,
  program: programSchema,
} as const;

export const sealedSchema = z
  .strictObject({ ...sealedShape, scheme: schemeSchema })
  .refine(({ publication, seed }) => (publication === 'at-once') === (seed.secret === undefined), { path: ['seed', 'secret'] })
  .refine(({ seed }) => seed.lines.some((line) => line.startsWith('joint:')) === (seed.joint !== undefined), { path: ['seed', 'joint'] })
  .readonly();
export type Sealed = z.infer<typeof sealedSchema>;

/** Only the scheme, for telling a record of another program or a later version. */
export const anySchemeSchema = z.looseObject({ scheme: z.string() });

/** C: sha256 of the canonical line without its LF. @zh 封存摘要 */
export const commitmentOf = (sealed: Sealed, hash: HashText): Digest => digestOf(canonicalJson(sealed), hash);
