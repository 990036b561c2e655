/** What may change after a seal; it acts from the next round on (protocol §8, record-format R12). @zh 变更 */
import { z } from 'zod';
import { agencyCodeSchema, gradeSchema, inspectorIdSchema, targetIdSchema, textSchema } from '../registry/schemas.js';
import { digestSchema } from './common-schemas.js';

const visits = z.int().min(0).max(8191);
/** Something is said. */
const wordsSchema = textSchema.refine((text) => text.trim() !== '');
const pair = { target: targetIdSchema, inspector: inspectorIdSchema } as const;

const change = {
  /** 已注销, 迁出…: never drawn again in this draw; one that was drawn is replaced. */
  'target-withdrawn': z.strictObject({ kind: z.literal('target-withdrawn'), target: targetIdSchema }).readonly(),
  /** A drawn target waits for another batch: nobody is sent, and it is not replaced. */
  'target-postponed': z.strictObject({ kind: z.literal('target-postponed'), target: targetIdSchema }).readonly(),
  /** 病假, 离岗…: out of the whole draw. */
  'inspector-withdrawn': z.strictObject({ kind: z.literal('inspector-withdrawn'), inspector: inspectorIdSchema }).readonly(),
  /** 后申报回避: out of one visit. */
  'pair-withdrawn': z.strictObject({ kind: z.literal('pair-withdrawn'), ...pair, ground: wordsSchema }).readonly(),
  /** A sealed recusal is lifted, which is a person's decision. */
  'recusal-released': z.strictObject({ kind: z.literal('recusal-released'), ...pair }).readonly(),
  /** Visits in the whole draw, instead of the sealed number. */
  'capacity-set': z.strictObject({ kind: z.literal('capacity-set'), inspector: inspectorIdSchema, capacity: visits }).readonly(),
  /** Somebody who is not on the sealed roster joins an agency's people. */
  borrowed: z
    .strictObject({ kind: z.literal('borrowed'), agency: agencyCodeSchema, inspector: inspectorIdSchema, capacity: visits, qualifications: z.array(textSchema).readonly(), mayLead: z.boolean().optional(), grade: gradeSchema.optional() })
    .readonly(),
} as const;

export const changeSchema = z.discriminatedUnion('kind', [
  change['target-withdrawn'],
  change['target-postponed'],
  change['inspector-withdrawn'],
  change['pair-withdrawn'],
  change['recusal-released'],
  change['capacity-set'],
  change.borrowed,
]);
export type Change = z.infer<typeof changeSchema>;
export const changeKindSchema = z.enum(['target-withdrawn', 'target-postponed', 'inspector-withdrawn', 'pair-withdrawn', 'recusal-released', 'capacity-set', 'borrowed'] satisfies readonly Change['kind'][]);

/** Why something was changed or voided, who decided it, and what speaks for it. */
export const whySchema = z.strictObject({
  reason: wordsSchema,
  /** Name or office of whoever decided. */
  by: wordsSchema,
  /** What there is to show for it, in words: 文号, 注销通知书… */
  evidence: wordsSchema,
  /** Digest of a scan. */
  scan: digestSchema.optional(),
});
export type Why = z.infer<typeof whySchema>;
