/** What the public may know of a draw, in one document (record-format R15.2). @zh 公开版 */
import { z } from 'zod';
import { schemeSchema } from '../draw/scheme.js';
import { batchSchema } from '../plan/batch.js';
import { authoritySchema } from '../plan/settings.js';
import { changeKindSchema } from '../record/changes.js';
import { clockSchema, digestSchema, drawIdSchema, ledgerHeadSchema, roundSchema, timestampSchema } from '../record/common-schemas.js';
import { type LedgerEntry, programSchema } from '../record/ledger.js';
import { isRecordPath } from '../record/paths.js';
import { publicationSchema, sealedSeedSchema, seedTermsShape } from '../record/sealed.js';
import { filterSchema } from '../registry/schemas.js';

const count = z.int().min(0);
export const neutralStratumSchema = z.string().regex(/^S[1-9]$/);

/** Without ratios, which stand by risk class, and without a filter by risk class. */
const publicBatchSchema = batchSchema.unwrap().omit({ sampling: true }).extend({ filter: filterSchema.unwrap().omit({ riskClasses: true }).readonly() }).readonly();

const stratumShape = {
  /** Neutral. */
  name: neutralStratumSchema,
  pool: count,
  quota: count,
  /** The largest ticket that was drawn; absent where none was. @zh 分界 */
  cutOff: digestSchema.optional(),
} as const;

const mainRoundSchema = z.strictObject({ round: z.literal(0), strata: z.array(z.strictObject(stratumShape).readonly()).readonly() }).readonly();
const laterRoundSchema = z
  .strictObject({
    round: roundSchema.min(1),
    /** C_k. */
    commitment: digestSchema,
    ledgerHead: ledgerHeadSchema,
    noticedAt: timestampSchema,
    clock: clockSchema,
    /** How many of each kind, ascending by kind; who and why stays in the archive. */
    changes: z.array(z.strictObject({ kind: changeKindSchema, count: z.int().min(1) }).readonly()).readonly(),
    seed: z.strictObject(seedTermsShape).readonly(),
    strata: z.array(z.strictObject({ ...stratumShape, withdrawn: count }).readonly()).readonly(),
  })
  .readonly();
export type LaterRound = z.infer<typeof laterRoundSchema>;
const publicRoundSchema = z.union([mainRoundSchema, laterRoundSchema]);
export type PublicRound = z.infer<typeof publicRoundSchema>;

const EVENT_TYPES = [
  'opened', 'imported', 'sealed', 'changed', 'announced', 'evidence', 'entered', 'committed', 'contributed', 'drawn', 'revealed', 'voided', 'published',
] as const satisfies readonly LedgerEntry['type'][];

const publicEventSchema = z.strictObject({ seq: z.int().min(1), at: timestampSchema, type: z.enum(EVENT_TYPES), digest: digestSchema }).readonly();
/** An entry of the ledger without its content; `digest` is that of its line without LF. */
export type PublicEvent = z.infer<typeof publicEventSchema>;

const withheldSchema = z.strictObject({ path: z.string().refine(isRecordPath), digest: digestSchema }).readonly();
/** A file of the archive that is not published, bound all the same. */
export type Withheld = z.infer<typeof withheldSchema>;

export const publicDocumentSchema = z
  .strictObject({
    format: z.literal('ssj-public/1'),
    scheme: schemeSchema,
    drawId: drawIdSchema,
    authority: authoritySchema,
    batch: publicBatchSchema,
    sealedAt: timestampSchema,
    clock: clockSchema,
    publication: publicationSchema,
    program: programSchema,
    snapshot: digestSchema,
    seed: sealedSeedSchema,
    redoes: z.array(drawIdSchema).min(1).readonly().optional(),
    /** Those that were drawn, in their order. */
    rounds: z.array(publicRoundSchema).readonly(),
    withheld: z.array(withheldSchema).readonly(),
    ledger: z.array(publicEventSchema).min(1).readonly(),
  })
  .refine(({ publication, seed }) => (publication === 'at-once') === (seed.secret === undefined), { path: ['seed', 'secret'] })
  .readonly();
export type PublicDocument = z.infer<typeof publicDocumentSchema>;
