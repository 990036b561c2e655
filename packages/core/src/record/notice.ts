/** What is published before a seed exists: of the seal, or of a later round (record-format R12). @zh 公告 */
import { z } from 'zod';
import type { Digest } from '../base/brand.js';
import { canonicalJson } from '../base/canonical-json.js';
import { digestOf, type HashText } from '../base/digest.js';
import { schemeSchema } from '../draw/scheme.js';
import { changeSchema, whySchema } from './changes.js';
import { clockSchema, digestSchema, drawIdSchema, ledgerHeadSchema, timestampSchema } from './common-schemas.js';
import { sealedSeedSchema, seedTermsShape, stratumNameSchema } from './sealed.js';

const head = { format: z.literal('ssj-notice/1'), scheme: schemeSchema, drawId: drawIdSchema, ledgerHead: ledgerHeadSchema } as const;

/** Of the seal: C, and the frame as one number. */
export const sealingNoticeSchema = z
  .strictObject({ ...head, round: z.literal(0), commitment: digestSchema, frameRoot: digestSchema, seed: sealedSeedSchema })
  .readonly();
export type SealingNotice = z.infer<typeof sealingNoticeSchema>;

const count = z.int().min(0);
const entryOfChange = z.strictObject({ seq: z.int().min(1), change: changeSchema, ...whySchema.shape }).readonly();
/** A change with its line of the ledger. */
export type NoticedChange = z.infer<typeof entryOfChange>;

/** What a later round draws, stratum by stratum: `withdrawn` since the last round, `pool` left, `quota` to draw. */
export const laterStratumSchema = z.strictObject({ name: stratumNameSchema, withdrawn: count, pool: count, quota: count }).readonly();
export type LaterStratum = z.infer<typeof laterStratumSchema>;

/** Of a later round; its digest is C_k. */
export const roundNoticeSchema = z
  .strictObject({
    ...head,
    round: z.int().min(1).max(9999),
    noticedAt: timestampSchema,
    clock: clockSchema,
    changes: z.array(entryOfChange).readonly(),
    strata: z.array(laterStratumSchema).readonly(),
    seed: z.strictObject(seedTermsShape).readonly(),
  })
  .readonly();
export type RoundNotice = z.infer<typeof roundNoticeSchema>;

export type Notice = SealingNotice | RoundNotice;

/** sha256 of the line without its LF; of a later round this is C_k. @zh 公告摘要 */
export const noticeDigest = (notice: Notice, hash: HashText): Digest => digestOf(canonicalJson(notice), hash);
