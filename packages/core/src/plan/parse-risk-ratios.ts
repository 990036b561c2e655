/** Cells of 信用风险分类要求: `A:1%;B:3%;C:10%;D:100%`, `A类≤5%，B类5%`. */
import { err, ok, type Result } from '../base/result.js';
import { asciiUpper, toHalfWidth } from '../base/text.js';
import { type RiskClass, riskClassSchema } from '../registry/schemas.js';
import { parseRatio, type RatioCell } from './parse-ratio.js';
import type { PlanRowFault } from './problems.js';

/** The rule of each class that is named; a class without one is not in the pool. */
export const parseRiskRatios = (raw: string): Result<ReadonlyMap<RiskClass, RatioCell>, PlanRowFault> => {
  const ratios = new Map<RiskClass, RatioCell>();
  const parts = asciiUpper(toHalfWidth(raw)).split(/[;；,，、\n]/).map((part) => part.replace(/\s+/g, '')).filter((part) => part !== '');
  for (const part of parts) {
    const [, letter, amount] = /^([A-Z])类?(?:企业)?[::]?(.+)$/.exec(part) ?? [];
    const riskClass = riskClassSchema.safeParse(letter);
    if (!riskClass.success || amount === undefined) return err({ code: 'ratio-unreadable', fields: { raw } });
    const ratio = parseRatio(amount);
    if (!ratio.ok) return ratio;
    if (ratios.has(riskClass.data)) return err({ code: 'risk-ratio-twice', fields: { raw, riskClass: riskClass.data } });
    ratios.set(riskClass.data, ratio.value);
  }
  return ratios.size === 0 ? err({ code: 'ratio-unreadable', fields: { raw } }) : ok(ratios);
};
