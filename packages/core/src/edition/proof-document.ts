/** What one target of the frame is given, to see for itself that it was in the pool and why it was drawn or not (record-format R15.6). @zh 证明 */
import { z } from 'zod';
import { schemeSchema } from '../draw/scheme.js';
import { digestSchema, drawIdSchema, roundSchema } from '../record/common-schemas.js';
import { targetIdSchema } from '../registry/schemas.js';
import { neutralStratumSchema } from './public-document.js';

/** In the pool of this round: drawn exactly where (ticket, id) is not above the last that was drawn. */
const inPoolSchema = z.strictObject({ round: roundSchema, ticket: digestSchema, cutOff: digestSchema.optional(), isDrawn: z.boolean() }).readonly();
/** Not in the pool of this round: drawn in an earlier one, or withdrawn before, as the office states. */
const outSchema = z.strictObject({ round: roundSchema, out: z.enum(['drawn', 'withdrawn']) }).readonly();
const proofRoundSchema = z.union([inPoolSchema, outSchema]);
export type ProofRound = z.infer<typeof proofRoundSchema>;

export const proofSchema = z
  .strictObject({
    format: z.literal('ssj-proof/1'),
    scheme: schemeSchema,
    drawId: drawIdSchema,
    id: targetIdSchema,
    stratum: neutralStratumSchema,
    salt: digestSchema,
    /** From the leaf up; at most so many as a tree of 2^53 leaves is high. */
    path: z.array(z.strictObject({ side: z.enum(['left', 'right']), digest: digestSchema }).readonly()).max(53).readonly(),
    frameRoot: digestSchema,
    rounds: z.array(proofRoundSchema).readonly(),
  })
  .readonly();
export type Proof = z.infer<typeof proofSchema>;
