/** Cells of 起止时间 as offices write them. */
import { err, ok, type Result } from '../base/result.js';
import { periodEnds } from '../registry/period-ends.js';
import type { Period } from '../registry/schemas.js';
import type { PlanRowFault } from './problems.js';

export interface PeriodInput {
  readonly raw: string;
  /** Of the plan, for cells that name no year. */
  readonly year: number;
}

/** Reads `2026年2月24日-2026年11月30日`, `1月—12月`, `2025年9月`, `2025年9月—10月`; months run to their last day. */
export const parsePeriod = ({ raw, year }: PeriodInput): Result<Period, PlanRowFault> => {
  const ends = periodEnds({ raw, year });
  if (ends?.from === undefined || ends.to === undefined) return err({ code: 'period-unreadable', fields: { raw } });
  const { from, to } = ends;
  return from > to ? err({ code: 'period-backwards', fields: { from, to } }) : ok({ from, to });
};
