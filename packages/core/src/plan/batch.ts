/** One batch of the annual plan. @zh 抽查批次 */
import { z } from 'zod';
import { agencyCodeSchema, filterSchema, periodSchema, riskClassSchema, textSchema } from '../registry/schemas.js';
import { compositionRuleSchema } from './composition.js';
import { groupingSchema } from './grouping.js';

export const quotaRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ratio'), basisPoints: z.int().min(1).max(10000), rounding: z.enum(['up', 'down']) }).readonly(),
  z.strictObject({ kind: z.literal('fixed'), count: z.int().min(1) }).readonly(),
]);
/** How many targets of a stratum: a ratio in basis points rounded up (“at least”) or down (“at most”), or a count. @zh 抽查比例(数量) */
export type QuotaRule = z.infer<typeof quotaRuleSchema>;

export const samplingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flat'), rule: quotaRuleSchema }).readonly(),
  z.strictObject({ kind: z.literal('by-risk'), rules: z.partialRecord(riskClassSchema, quotaRuleSchema).readonly() }).readonly(),
]);
/** One rule for all, or one for each risk class (信用风险分类). */
export type Sampling = z.infer<typeof samplingSchema>;

export const batchSchema = z
  .strictObject({
    number: textSchema.min(1),
    name: textSchema.min(1),
    kind: z.enum(['定向', '不定向']).optional(),
    items: z.array(textSchema).min(1).readonly(),
    targets: textSchema.optional(),
    method: textSchema.optional(),
    lead: agencyCodeSchema,
    cooperating: z.array(agencyCodeSchema).readonly(),
    period: periodSchema,
    filter: filterSchema,
    sampling: samplingSchema,
    /** 频次 of the ratio cell (`2次/年`), recorded. */
    timesPerYear: z.int().min(1).optional(),
    /** Who goes together, instead of the office's rules (D5.11), one for a group, ascending by group. @zh 人员组成 */
    composition: z.array(compositionRuleSchema).min(1).readonly().optional(),
    /** Whoever was on one of the last n visits to a target stays away, instead of the office's number (D5.9). @zh 轮换 */
    rotation: z.int().min(0).max(9).optional(),
    /** Instead of the office's rule (D5.10). @zh 均衡 */
    levelling: z.boolean().optional(),
    /** In teams; absent: person by person. */
    grouping: groupingSchema.optional(),
  })
  .readonly();
export type Batch = z.infer<typeof batchSchema>;

/** All agencies of a batch, the lead one first. */
export const batchAgencies = ({ lead, cooperating }: Batch): Batch['cooperating'] => [lead, ...cooperating.filter((code) => code !== lead)];
