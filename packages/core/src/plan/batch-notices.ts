/** What a batch takes for granted, shown so that nobody is surprised: defaults in force, people who are not drawn. */
import { sortedBy } from '../base/text.js';
import { agencyOf } from '../registry/canonical-id.js';
import type { Frame } from './frame.js';
import { effectiveRiskClass } from './meets-filter.js';
import type { BatchProblem, PlanBatchInput } from './batch-input.js';
import { NOT_DRAWN_REASONS, type RosterRow, yearlyCapacity } from './roster.js';

export interface BatchNoticesInput extends PlanBatchInput {
  readonly frame: Frame;
  readonly roster: readonly RosterRow[];
}

export const batchNotices = (input: BatchNoticesInput): readonly BatchProblem[] => {
  const { planned: { batch }, settings: { defaults, rules }, targets, inspectors, agencies, roster } = input;
  const visiting = new Set(roster.map(({ id }) => agencyOf(id)));
  const ofAgency = new Map(agencies.map(({ code, capacity }) => [code, capacity]));
  const used = [
    ['status', defaults.status, targets.filter(({ status }) => status === undefined).length],
    ['riskClass', defaults.riskClass, targets.filter(({ riskClass }) => riskClass === undefined).length],
    ['capacity', String(rules.capacityPerBatch.value), inspectors.filter(({ agency, capacity }) => visiting.has(agency) && capacity === undefined && ofAgency.get(agency) === undefined).length],
  ] as const;
  return [
    ...used.flatMap(([field, value, count]): readonly BatchProblem[] =>
      value === undefined || count === 0 ? [] : [{ code: 'default-used', severity: 'warning', fields: { batch: batch.number, field, value, count } }],
    ),
    ...classNotices(input),
    ...statusNotices(input),
    ...yearNotices(input),
    ...NOT_DRAWN_REASONS.flatMap((reason): readonly BatchProblem[] => {
      const people = roster.filter((row) => row.reason === reason).map(({ id }) => id);
      return people.length === 0 ? [] : [{ code: 'inspectors-not-drawn', severity: 'warning', fields: { batch: batch.number, reason, inspectors: people } }];
    }),
  ];
};

/** A number that was lowered after the visits were made. */
const yearNotices = ({ planned: { batch }, settings: { rules }, inspectors, agencies, roster }: BatchNoticesInput): readonly BatchProblem[] => {
  const used = new Map(roster.map((row) => [row.id, row.used ?? 0]));
  const byCode = new Map(agencies.map((agency) => [agency.code, agency]));
  const above = inspectors.filter((one) => (used.get(one.id) ?? 0) > (yearlyCapacity(one, byCode.get(one.agency), rules) ?? Infinity)).map(({ id }) => id);
  return above.length === 0 ? [] : [{ code: 'year-cap-below-used', severity: 'warning', fields: { batch: batch.number, inspectors: sortedBy(above, (id) => id) } }];
};

/** Somebody who forgets a class leaves out all of it. */
const classNotices = ({ planned: { batch }, settings: { defaults }, targets, frame }: BatchNoticesInput): readonly BatchProblem[] => {
  const lone = new Set(frame.exclusions.filter(({ reasons }) => reasons.length === 1 && reasons[0] === 'no-ratio').map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const target of lone.size === 0 ? [] : targets) {
    const riskClass = effectiveRiskClass(target, defaults);
    if (riskClass !== undefined && lone.has(target.id)) counts.set(riskClass, (counts.get(riskClass) ?? 0) + 1);
  }
  return sortedBy(counts, ([riskClass]) => riskClass).map(([riskClass, count]) => ({
    code: 'risk-class-without-ratio', severity: 'warning', fields: { batch: batch.number, riskClass, count },
  }));
};

/** A wording that the settings do not know looks like a firm that is gone. */
const statusNotices = ({ planned: { batch }, settings: { activeStatuses }, targets }: BatchNoticesInput): readonly BatchProblem[] => {
  const counts = new Map<string, number>();
  for (const { status } of targets) if (status !== undefined && !activeStatuses.includes(status)) counts.set(status, (counts.get(status) ?? 0) + 1);
  const statuses = sortedBy(counts, ([status]) => status).map(([status, count]) => `${status} ${count}`);
  return statuses.length === 0 ? [] : [{ code: 'statuses-not-active', severity: 'warning', fields: { batch: batch.number, statuses } }];
};
