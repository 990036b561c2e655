/** Strata with their pools and quotas (draw-spec D6). @zh 分层 */
import { z } from 'zod';
import { type Batch, type QuotaRule, quotaRuleSchema, type Sampling } from './batch.js';
import type { FrameRow } from './frame.js';
import { quotaOf } from './quota.js';

export const stratumSchema = z
  .strictObject({ name: z.enum(['ALL', 'A', 'B', 'C', 'D']), pool: z.int().min(0), quota: z.int().min(0), rule: quotaRuleSchema })
  .readonly();
export type Stratum = z.infer<typeof stratumSchema>;

/** Every stratum that has a rule, ascending by name, also those without a target. */
export const strataOf = (batch: Batch, rows: readonly FrameRow[]): readonly Stratum[] => {
  const pools = new Map<string, number>();
  for (const { stratum } of rows) pools.set(stratum, (pools.get(stratum) ?? 0) + 1);
  return rulesOf(batch.sampling).map(([name, rule]) => {
    const pool = pools.get(name) ?? 0;
    return { name, pool, quota: quotaOf(pool, rule), rule };
  });
};

const CLASSES = ['A', 'B', 'C', 'D'] as const;

const rulesOf = (sampling: Sampling): readonly (readonly [Stratum['name'], QuotaRule])[] => {
  if (sampling.kind === 'flat') return [['ALL', sampling.rule]];
  return CLASSES.flatMap((name) => {
    const rule = sampling.rules[name];
    return rule === undefined ? [] : [[name, rule] as const];
  });
};

/** Quotas by stratum, as the draw takes them. */
export const quotasOf = (strata: readonly Stratum[]): ReadonlyMap<string, number> => new Map(strata.map(({ name, quota }) => [name, quota]));
