/** Documents of a round and of the revelation (record-format R6–R9). */
import { z } from 'zod';
import { REPAIR_KINDS } from '../match/repair-kinds.js';
import { groupSchema } from '../plan/composition.js';
import { agencyCodeSchema, inspectorIdSchema, plainDateSchema, targetIdSchema } from '../registry/schemas.js';
import { SEED_WARNINGS } from '../seed/problems.js';
import { clockSchema, digestSchema, drawIdSchema, publicLineSchema, roundSchema, timestampSchema, witnessesSchema } from './common-schemas.js';
import { jointFiguresSchema } from './team-schemas.js';

const places = z.int().min(0);
const pairSchema = z.strictObject({ target: targetIdSchema, inspector: inspectorIdSchema }).readonly();

/** 48 bytes of a beacon's signature in hex. */
export const signatureTextSchema = z.string().regex(/^[0-9a-f]{96}$/);

const seedLineSchema = z
  .strictObject({
    line: publicLineSchema,
    tenthBits: places,
    witnesses: witnessesSchema,
    sheet: digestSchema.optional(),
    signature: signatureTextSchema.optional(),
  })
  .readonly();

export const seedDocumentSchema = z
  .strictObject({
    format: z.literal('ssj-seed/1'),
    drawId: drawIdSchema,
    round: roundSchema,
    drawnAt: timestampSchema,
    clock: clockSchema,
    lines: z.array(seedLineSchema).min(1).readonly(),
    tenthBits: places,
    warnings: z.array(z.enum(SEED_WARNINGS)).readonly(),
  })
  .readonly();
/** @zh 公开种子 */
export type SeedDocument = z.infer<typeof seedDocumentSchema>;

export const drawnTargetSchema = z.strictObject({ stratum: z.string(), ticket: digestSchema, id: targetIdSchema }).readonly();
/** @zh 抽中的检查对象 */
export type DrawnTargetRow = z.infer<typeof drawnTargetSchema>;

export const oddsRowSchema = z
  .strictObject({ agency: agencyCodeSchema, target: targetIdSchema, odds: z.array(z.tuple([inspectorIdSchema, places]).readonly()).readonly() })
  .readonly();
/** Chances in units of 1/65536. @zh 概率表 */
export type OddsTableRow = z.infer<typeof oddsRowSchema>;

export const assignmentRowSchema = z
  .strictObject({ agency: agencyCodeSchema, target: targetIdSchema, inspectors: z.array(inspectorIdSchema).min(1).readonly() })
  .readonly();
/** @zh 派发 */
export type AssignmentRow = z.infer<typeof assignmentRowSchema>;

const matchedAgencySchema = z
  .strictObject({ agency: agencyCodeSchema, iterations: places, repairPhases: places, largestDifference: places, noChoice: z.array(pairSchema).readonly() })
  .readonly();

const ruleCauseSchema = z
  .strictObject({ group: groupSchema, bound: z.enum(['atLeast', 'atMost']), places, people: places, targets: z.array(targetIdSchema).readonly() })
  .readonly();

const visitsMore = places.min(1);
const combinedChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('capacity'), inspector: inspectorIdSchema, visits: visitsMore }).readonly(),
  z.strictObject({ kind: z.literal('borrow'), inspector: inspectorIdSchema.optional(), group: groupSchema.optional(), visits: visitsMore }).readonly(),
  z.strictObject({ kind: z.literal('release'), target: targetIdSchema, inspector: inspectorIdSchema }).readonly(),
  z.strictObject({ kind: z.literal('lower'), target: targetIdSchema }).readonly(),
  z.strictObject({ kind: z.literal('postpone'), target: targetIdSchema }).readonly(),
]);

const shortAgencySchema = z
  .strictObject({
    agency: agencyCodeSchema,
    shortage: places,
    targets: z.array(targetIdSchema).readonly().optional(),
    people: z.array(z.strictObject({ inspector: inspectorIdSchema, capacity: places, targets: places }).readonly()).readonly().optional(),
    repairs: z
      .array(
        z
          .strictObject({
            kind: z.enum(REPAIR_KINDS),
            inspector: inspectorIdSchema.optional(),
            target: targetIdSchema.optional(),
            group: groupSchema.optional(),
            lowersBy: places,
            isEnough: z.boolean(),
          })
          .readonly(),
      )
      .readonly()
      .optional(),
    needed: places.optional(),
    supplied: places.optional(),
    rules: z.array(ruleCauseSchema).readonly().optional(),
    contradictory: z.array(targetIdSchema).readonly().optional(),
    combination: z.strictObject({ changes: z.array(combinedChangeSchema).readonly(), isCheapest: z.boolean() }).readonly().optional(),
  })
  .readonly();
export type ShortAgency = z.infer<typeof shortAgencySchema>;

const matchHead = { format: z.literal('ssj-match/1'), drawId: drawIdSchema, round: roundSchema } as const;
export const matchDocumentSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ ...matchHead, outcome: z.literal('matched'), agencies: z.array(matchedAgencySchema).readonly(), joint: jointFiguresSchema.optional() }).readonly(),
  z.strictObject({ ...matchHead, outcome: z.literal('infeasible'), agencies: z.array(shortAgencySchema).readonly() }).readonly(),
  z.strictObject({ ...matchHead, outcome: z.literal('formations-exhausted'), formations: places.min(1) }).readonly(),
]);
/** @zh 匹配结果 */
export type MatchDocument = z.infer<typeof matchDocumentSchema>;

export const revealDocumentSchema = z
  .strictObject({
    format: z.literal('ssj-reveal/1'),
    drawId: drawIdSchema,
    secret: digestSchema,
    revealedAt: timestampSchema,
    clock: clockSchema,
    visitsFinishedOn: plainDateSchema,
  })
  .readonly();
/** @zh 密钥揭示 */
export type RevealDocument = z.infer<typeof revealDocumentSchema>;

export const saltDocumentSchema = z.strictObject({ format: z.literal('ssj-salt/1'), drawId: drawIdSchema, salt: digestSchema }).readonly();
/** Never published: with it the frame could be guessed from the public edition (R14). */
export type SaltDocument = z.infer<typeof saltDocumentSchema>;
