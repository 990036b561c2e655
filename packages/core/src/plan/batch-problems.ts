/** What forbids sealing a batch. */
import { agencyOf } from '../registry/canonical-id.js';
import { nearestName } from '../registry/nearest-name.js';
import type { Appointment, FixedTeam, Inspector, Target } from '../registry/schemas.js';
import { appointedOf, appointedTo } from './appointed.js';
import { appointmentProblems } from './appointment-problems.js';
import { batchAgencies } from './batch.js';
import type { Frame } from './frame.js';
import { groupingProblems, type GroupingProblemsInput } from './grouping-problems.js';
import { effectiveRiskClass } from './meets-filter.js';
import type { BatchProblem, PlanBatchInput } from './batch-input.js';
import { compositionProblems } from './composition-problems.js';
import type { RosterRow } from './roster.js';
import type { Stratum } from './strata.js';
import type { Visit } from './visit.js';

export interface BatchProblemsInput extends PlanBatchInput {
  readonly frame: Frame;
  readonly strata: readonly Stratum[];
  readonly roster: readonly RosterRow[];
}

export const batchProblems = (input: BatchProblemsInput): readonly BatchProblem[] => [
  ...filterProblems(input),
  ...itemProblems(input),
  ...riskProblems(input),
  ...quotaProblems(input),
  ...peopleProblems(input),
  ...peopleRuleProblems({ ...input, batch: input.planned.batch, visits: input.frame.visits }),
];

export interface PeopleRulesInput {
  readonly batch: GroupingProblemsInput['batch'];
  readonly visits: readonly Visit[];
  readonly inspectors: readonly Inspector[];
  readonly roster: readonly RosterRow[];
  readonly appointments?: readonly Appointment[] | undefined;
  /** Fixed ones, of the registry. */
  readonly teams?: readonly FixedTeam[] | undefined;
}

/** Rules on who goes together, appointments and teams that cannot be sealed (draw-spec D5.11, match-spec M10, M11.9); of a record as of a plan. */
export const peopleRuleProblems = ({ appointments = [], teams = [], ...input }: PeopleRulesInput): readonly BatchProblem[] => {
  const people = { ...input, batch: input.batch.number, appointed: appointedOf(appointments, input.inspectors) };
  return [...compositionProblems(people), ...appointmentProblems({ ...people, appointments }), ...groupingProblems({ ...input, teams })];
};

/** A word in a filter that no target has is a typing error, or a registry without the column. */
const filterProblems = ({ planned: { batch }, targets, settings: { defaults } }: BatchProblemsInput): readonly BatchProblem[] => {
  const conditions = [
    ['areas', (target: Target) => [target.area]],
    ['entityTypes', (target: Target) => [target.entityType]],
    ['industries', (target: Target) => [target.industry]],
    ['tags', (target: Target) => target.tags],
    ['riskClasses', (target: Target) => [effectiveRiskClass(target, defaults)]],
  ] as const;
  return conditions.flatMap(([filter, valuesOf]) => {
    const wanted: readonly string[] = batch.filter[filter] ?? [];
    if (wanted.length === 0) return [];
    const known = new Set<string>(targets.flatMap(valuesOf).filter((value) => value !== undefined));
    return wanted.filter((value) => !known.has(value)).map((value): BatchProblem => {
      const nearest = nearestName(value, [...known]);
      return { code: 'filter-value-unknown', severity: 'error', fields: { batch: batch.number, filter, value, ...(nearest === undefined ? {} : { nearest }) } };
    });
  });
};

const itemProblems = ({ planned: { batch }, items }: BatchProblemsInput): readonly BatchProblem[] => {
  const agencies = batchAgencies(batch);
  const own = items.filter(({ id }) => batch.items.includes(id));
  const idle = agencies.filter((agency) => !own.some((item) => item.agencies.includes(agency)));
  const lone = own.filter((item) => !item.agencies.some((agency) => agencies.includes(agency)));
  return [
    ...idle.map((agency): BatchProblem => ({ code: 'agency-without-item', severity: 'error', fields: { batch: batch.number, agency } })),
    ...lone.map(({ id }): BatchProblem => ({ code: 'item-without-batch-agency', severity: 'error', fields: { batch: batch.number, item: id } })),
  ];
};

/** Without a class nobody can say which ratio holds: such targets would silently never be drawn. */
const riskProblems = ({ planned: { batch }, targets, frame, settings: { defaults } }: BatchProblemsInput): readonly BatchProblem[] => {
  if (batch.sampling.kind === 'flat') return [];
  const unrated = new Set(frame.exclusions.filter(({ reasons }) => reasons.length === 1 && reasons[0] === 'no-ratio').map(({ id }) => id));
  const missing = targets.filter((target) => unrated.has(target.id) && effectiveRiskClass(target, defaults) === undefined);
  const [first] = missing;
  return first === undefined ? [] : [{ code: 'risk-class-missing', severity: 'error', fields: { batch: batch.number, count: missing.length, example: first.name } }];
};

const quotaProblems = ({ planned: { batch, stated }, frame, strata }: BatchProblemsInput): readonly BatchProblem[] => {
  if (frame.rows.length === 0) return [{ code: 'pool-empty', severity: 'error', fields: { batch: batch.number } }];
  const problems = strata.flatMap(({ name, pool, quota }): readonly BatchProblem[] => {
    const place = { batch: batch.number, stratum: name };
    const count = stated.get(name);
    return [
      ...(quota > pool ? [{ code: 'quota-above-pool', severity: 'error', fields: { ...place, quota, pool } } as const] : []),
      ...(count !== undefined && count !== quota ? [{ code: 'quota-disagrees', severity: 'error', fields: { ...place, stated: count, computed: quota } } as const] : []),
    ];
  });
  const total = strata.reduce((sum, { quota }) => sum + quota, 0);
  return total > 0 ? problems : [...problems, { code: 'quota-zero', severity: 'error', fields: { batch: batch.number } }];
};

/** An agency nobody can be sent from is a plan that cannot be; fewer people than needed is for the forecast to say. */
const peopleProblems = ({ planned: { batch }, frame, roster, inspectors, appointments = [] }: BatchProblemsInput): readonly BatchProblem[] => {
  const appointed = appointedOf(appointments, inspectors);
  // Where all places are taken by appointed people nobody else is needed.
  const agencies = new Set(frame.visits.flatMap(({ needs }) => needs.filter((need) => appointedTo(need, appointed).length < need.people).map(({ agency }) => agency)));
  return [...agencies]
    .filter((agency) => !roster.some(({ id, capacity }) => capacity > 0 && agencyOf(id) === agency))
    .map((agency): BatchProblem => ({ code: 'agency-without-people', severity: 'error', fields: { batch: batch.number, agency } }));
};
