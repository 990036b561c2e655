/** The people a draw can send (draw-spec D5.5). @zh 参加抽取人员 */
import { z } from 'zod';
import type { PlainDate } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import { type Inspector, inspectorIdSchema, textSchema } from '../registry/schemas.js';
import { gradeSchema } from './composition.js';
import type { Visit } from './visit.js';

export const NOT_DRAWN_REASONS = ['off-duty', 'licence-missing', 'licence-lapsed', 'capacity-zero'] as const;
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
  })
  .readonly();
/** Visits the person can take in this batch; 0 with the reason. */
export type RosterRow = z.infer<typeof rosterRowSchema>;

export interface RosterInput {
  readonly inspectors: readonly Inspector[];
  readonly visits: readonly Visit[];
  /** A licence must be valid on it. */
  readonly lastDay: PlainDate;
  /** Where the registry says nothing. */
  readonly defaultCapacity: number;
}

/** Everybody of the agencies that visit, ascending by id. */
export const rosterOf = ({ inspectors, visits, lastDay, defaultCapacity }: RosterInput): readonly RosterRow[] => {
  const agencies = new Set(visits.flatMap(({ needs }) => needs.map(({ agency }) => agency)));
  return sortedBy(inspectors.filter(({ agency }) => agencies.has(agency)), ({ id }) => id).map((inspector) => {
    const capacity = inspector.capacity ?? defaultCapacity;
    const reason = notDrawnReason(inspector, lastDay) ?? (capacity === 0 ? 'capacity-zero' : undefined);
    return {
      id: inspector.id,
      capacity: reason === undefined ? capacity : 0,
      qualifications: inspector.qualifications,
      reason,
      mayLead: inspector.mayLead,
    };
  });
};

const notDrawnReason = ({ isOnDuty, licences }: Inspector, lastDay: PlainDate): NotDrawnReason | undefined => {
  if (!isOnDuty) return 'off-duty';
  if (licences.length === 0) return 'licence-missing';
  return licences.some(({ validUntil }) => validUntil >= lastDay) ? undefined : 'licence-lapsed';
};
