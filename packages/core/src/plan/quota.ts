/** Integer quotas (draw-spec D6), worked out before sealing. @zh 抽取数量 */
import type { QuotaRule } from './batch.js';

/**
 * Targets to draw out of a pool. Integers only: no division leaves a fraction.
 *
 * @throws RangeError if `pool` is no integer from 0
 */
export const quotaOf = (pool: number, rule: QuotaRule): number => {
  if (!Number.isSafeInteger(pool) || pool < 0) throw new RangeError(`quotaOf: pool ${pool} is not an integer from 0`);
  if (rule.kind === 'fixed') return rule.count;
  const product = pool * rule.basisPoints;
  const remainder = product % 10000;
  const down = (product - remainder) / 10000;
  return rule.rounding === 'up' && remainder > 0 ? down + 1 : down;
};
