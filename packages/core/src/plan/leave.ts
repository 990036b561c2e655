/** Leave against the days of a batch (draw-spec D5.7). @zh 请假、不可用时段 */
import { daysFrom } from '../base/plain-date.js';
import { sortedBy } from '../base/text.js';
import type { Period } from '../registry/schemas.js';

/**
 * True where a person is there on too few days of a batch.
 *
 * @param basisPoints - of the batch's days somebody must be there
 */
export const isOnLeave = (away: readonly Period[], { from, to }: Period, basisPoints: number): boolean => {
  const days = daysFrom(from, to) + 1;
  const inside = away.filter((one) => one.from <= to && one.to >= from).map((one) => ({ from: one.from < from ? from : one.from, to: one.to > to ? to : one.to }));
  return (days - daysCovered(inside)) * 10000 < days * basisPoints;
};

/** Days in at least one of the periods, which may overlap. */
const daysCovered = (periods: readonly Period[]): number => {
  let covered = 0;
  let last: Period['to'] | undefined;
  for (const { from, to } of sortedBy(periods, (period) => period.from)) {
    if (last !== undefined && to <= last) continue;
    covered += last === undefined || from > last ? daysFrom(from, to) + 1 : daysFrom(last, to);
    last = to;
  }
  return covered;
};
