/** The people a draw can send (draw-spec D5.5). @zh 参加抽取人员 */
import { z } from 'zod';
import type { AgencyCode, InspectorId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import { type Agency, gradeSchema, type Inspector, inspectorIdSchema, type Period, textSchema } from '../registry/schemas.js';
import { isOnLeave } from './leave.js';
import type { Rules } from './settings.js';
import type { Visit } from './visit.js';

export const NOT_DRAWN_REASONS = ['off-duty', 'licence-missing', 'licence-lapsed', 'on-leave', 'capacity-zero', 'year-used-up'] as const;
/** @zh 不参加抽取原因 */
export type NotDrawnReason = (typeof NOT_DRAWN_REASONS)[number];

export const rosterRowSchema = z
  .strictObject({
    id: inspectorIdSchema,
    capacity: z.int().min(0).max(8191),
    qualifications: z.array(textSchema).readonly(),
    reason: z.enum(NOT_DRAWN_REASONS).optional(),
    mayLead: z.boolean().optional(),
    grade: gradeSchema.optional(),
    ownAreas: z.array(textSchema).min(1).readonly().optional(),
    regions: z.array(textSchema).min(1).readonly().optional(),
    /** Visits of the year before this batch, where a yearly number holds (D5.8). */
    used: z.int().min(0).optional(),
  })
  .readonly();
/** Visits the person can take in this batch; 0 with the reason. */
export type RosterRow = z.infer<typeof rosterRowSchema>;

/** Visits of the year so far, by person; somebody who is not named has none (D5.8). */
export type UsedVisits = ReadonlyMap<InspectorId, number>;

export interface RosterInput {
  readonly inspectors: readonly Inspector[];
  readonly agencies: readonly Agency[];
  readonly visits: readonly Visit[];
  /** Of the batch. */
  readonly period: Period;
  readonly rules: Rules;
  readonly used: UsedVisits;
  /** Of the levelling, by agency (D5.10); none where nothing is levelled. */
  readonly caps: ReadonlyMap<AgencyCode, number>;
}

/** Everybody of the agencies that visit, ascending by id. */
export const rosterOf = (input: RosterInput): readonly RosterRow[] => {
  const visiting = new Set(input.visits.flatMap(({ needs }) => needs.map(({ agency }) => agency)));
  const agencies = new Map(input.agencies.map((agency) => [agency.code, agency]));
  return sortedBy(input.inspectors.filter(({ agency }) => visiting.has(agency)), ({ id }) => id).map((inspector) => rowOf(inspector, agencies.get(inspector.agency), input));
};

const rowOf = (inspector: Inspector, agency: Agency | undefined, { period, rules, used, caps }: RosterInput): RosterRow => {
  const { id, qualifications, mayLead, grade, ownAreas, regions } = inspector;
  const ofBatch = inspector.capacity ?? agency?.capacity ?? rules.capacityPerBatch.value;
  const ofYear = yearlyCapacity(inspector, agency, rules);
  const before = used.get(id) ?? 0;
  const capacity = Math.min(ofBatch, ofYear === undefined ? ofBatch : Math.max(0, ofYear - before), caps.get(inspector.agency) ?? ofBatch);
  const spent = ofBatch === 0 ? 'capacity-zero' : 'year-used-up';
  const reason = notThereReason(inspector, period, rules) ?? (capacity === 0 ? spent : undefined);
  return { id, capacity: reason === undefined ? capacity : 0, qualifications, reason, mayLead, grade, ownAreas, regions, used: ofYear === undefined ? undefined : before };
};

/** Visits of a calendar year, where anybody has set a number. @zh 每年上限 */
export const yearlyCapacity = ({ capacityPerYear }: Inspector, agency: Agency | undefined, rules: Rules): number | undefined =>
  capacityPerYear ?? agency?.capacityPerYear ?? rules.capacityPerYear?.value;

/** Why somebody cannot be sent on the days of a batch, whatever the numbers say. */
export const notThereReason = ({ isOnDuty, licences, away = [] }: Inspector, period: Period, { freeDays }: Rules): NotDrawnReason | undefined => {
  if (!isOnDuty) return 'off-duty';
  if (licences.length === 0) return 'licence-missing';
  if (!licences.some(({ validFrom = period.from, validUntil }) => validFrom <= period.from && validUntil >= period.to)) return 'licence-lapsed';
  return isOnLeave(away, period, freeDays?.value ?? ALL_DAYS) ? 'on-leave' : undefined;
};

/** Basis points of a batch's days somebody must be there, where the office has set nothing (D5.7). */
const ALL_DAYS = 10000;
