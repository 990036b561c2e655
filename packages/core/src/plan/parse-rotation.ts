/** Cells of 轮换: `否`, `是`, `2`, `最近2次`. */
import { err, ok, type Result } from '../base/result.js';
import { toHalfWidth } from '../base/text.js';
import type { PlanRowFault } from './problems.js';

/** How many of the last visits to a target count (D5.9), 0 to 9. */
export const parseRotation = (raw: string): Result<number, PlanRowFault> => {
  const text = toHalfWidth(raw).replace(/\s+/gu, '');
  if (text === '否') return ok(0);
  if (text === '是') return ok(1);
  const [, digit] = /^(?:最近)?(\d)次?$/.exec(text) ?? [];
  return digit === undefined ? err({ code: 'rotation-unreadable', fields: { raw } }) : ok(Number(digit));
};
