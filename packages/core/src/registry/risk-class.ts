/** 信用风险等级 as offices write it. */
import { asciiUpper, stripEdges, toHalfWidth } from '../base/text.js';
import { type RiskClass, riskClassSchema } from './schemas.js';

/** `A`, `a`, `A类`, `Ａ类` and the like; `undefined` for anything else. */
export const riskClassOf = (raw: string): RiskClass | undefined =>
  riskClassSchema.safeParse(asciiUpper(stripEdges(toHalfWidth(raw))).replace(/类$/, '')).data;
