/** What a batch takes for granted, shown so that nobody is surprised: defaults in force, people who are not drawn. */
import { agencyOf } from '../registry/canonical-id.js';
import type { Frame } from './frame.js';
import type { BatchProblem, PlanBatchInput } from './batch-input.js';
import { NOT_DRAWN_REASONS, type RosterRow } from './roster.js';

export interface BatchNoticesInput extends PlanBatchInput {
  readonly frame: Frame;
  readonly roster: readonly RosterRow[];
}

export const batchNotices = ({ planned: { batch }, settings: { defaults, rules }, targets, inspectors, roster }: BatchNoticesInput): readonly BatchProblem[] => {
  const agencies = new Set(roster.map(({ id }) => agencyOf(id)));
  const used = [
    ['status', defaults.status, targets.filter(({ status }) => status === undefined).length],
    ['riskClass', defaults.riskClass, targets.filter(({ riskClass }) => riskClass === undefined).length],
    ['capacity', String(rules.capacityPerBatch.value), inspectors.filter(({ agency, capacity }) => agencies.has(agency) && capacity === undefined).length],
  ] as const;
  return [
    ...used.flatMap(([field, value, count]): readonly BatchProblem[] =>
      value === undefined || count === 0 ? [] : [{ code: 'default-used', severity: 'warning', fields: { batch: batch.number, field, value, count } }],
    ),
    ...NOT_DRAWN_REASONS.flatMap((reason): readonly BatchProblem[] => {
      const people = roster.filter((row) => row.reason === reason).map(({ id }) => id);
      return people.length === 0 ? [] : [{ code: 'inspectors-not-drawn', severity: 'warning', fields: { batch: batch.number, reason, inspectors: people } }];
    }),
  ];
};
