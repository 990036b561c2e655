/** What can be wrong with the annual plan, the settings and a batch. */
import type { FaultOf, FieldProblemFields } from '../registry/field-problems.js';
import type { ProblemOf } from '../base/problem.js';

type Nothing = Record<string, never>;
type Raw = { readonly raw: string };
type Batch = { readonly batch: string };

/** What a row of the annual plan can have. */
export interface PlanRowProblemFields extends FieldProblemFields {
  readonly 'plan-empty': Nothing;
  readonly 'batch-number-missing': Nothing;
  readonly 'batch-twice': Batch & { readonly otherRow: number };
  readonly 'batch-name-missing': Nothing;
  readonly 'batch-kind-unknown': Raw;
  readonly 'batch-items-missing': Nothing;
  readonly 'batch-item-unknown': Raw;
  /** Several items have this name; their numbers tell them apart. */
  readonly 'batch-item-ambiguous': Raw & { readonly numbers: readonly string[] };
  readonly 'batch-lead-missing': Nothing;
  readonly 'batch-lead-several': Raw;
  readonly 'batch-agency-unknown': Raw & { readonly nearest?: string };
  readonly 'ratio-missing': Nothing;
  readonly 'ratio-unreadable': Raw;
  /** A number without a unit. */
  readonly 'ratio-ambiguous': Raw;
  readonly 'ratio-undecided': Raw;
  /** Above 100 %, or nothing at all. */
  readonly 'ratio-out-of-range': Raw;
  /** More than two decimals of a per cent. */
  readonly 'ratio-too-fine': Raw;
  readonly 'risk-ratio-twice': Raw & { readonly riskClass: string };
  readonly 'period-missing': Nothing;
  readonly 'period-unreadable': Raw;
  readonly 'period-backwards': { readonly from: string; readonly to: string };
  readonly 'risk-class-unknown': Raw;
  /** `part` is what could not be read of the cell. */
  readonly 'composition-unreadable': Raw & { readonly part: string };
  readonly 'composition-twice': Raw & { readonly group: string };
  readonly 'rotation-unreadable': Raw;
  readonly 'grouping-unreadable': Raw;
  /** Random teams without their number of people. */
  readonly 'team-size-missing': Nothing;
  readonly 'team-size-bad': Raw;
  /** A number of people where no teams are dealt. */
  readonly 'team-size-alone': { readonly size: number };
  readonly 'team-size-disagrees': { readonly inside: number; readonly beside: number };
}
export type PlanRowFault = FaultOf<PlanRowProblemFields>;

/** What shows only when a batch meets the registries. */
export interface BatchProblemFields {
  readonly 'batch-unknown': Batch & { readonly known: readonly string[] };
  readonly 'filter-value-unknown': Batch & { readonly filter: string; readonly value: string; readonly nearest?: string };
  readonly 'pool-empty': Batch;
  readonly 'quota-zero': Batch;
  readonly 'quota-above-pool': Batch & { readonly stratum: string; readonly quota: number; readonly pool: number };
  /** `10%(20户)`: the ratio gives another number. */
  readonly 'quota-disagrees': Batch & { readonly stratum: string; readonly stated: number; readonly computed: number };
  readonly 'risk-class-missing': Batch & { readonly count: number; readonly example: string };
  readonly 'agency-without-item': Batch & { readonly agency: string };
  readonly 'item-without-batch-agency': Batch & { readonly item: string };
  readonly 'agency-without-people': Batch & { readonly agency: string };
  /** Nobody in the registry has it. */
  readonly 'composition-qualification-unknown': Batch & { readonly qualification: string; readonly nearest?: string };
  /** `groups` are two that share `people` while each has others of its own (M9.2). */
  readonly 'composition-overlaps': Batch & { readonly agency: string; readonly groups: readonly string[]; readonly people: readonly string[] };
  /** More at least than at most, or than go at all (`people`). */
  readonly 'composition-contradicts': Batch & { readonly agency: string; readonly group: string; readonly atLeast: number; readonly atMost: number; readonly people: number };
  /** Groups apart that ask for more together than what holds them may have; `within` is left out for the whole visit. */
  readonly 'composition-crowded': Batch & { readonly agency: string; readonly within?: string; readonly groups: readonly string[]; readonly atLeast: number; readonly atMost: number };
  /** The agency has only `able` people of the group who take part. */
  readonly 'composition-too-few': Batch & { readonly agency: string; readonly group: string; readonly atLeast: number; readonly able: number };
  /** Somebody of the agency's own can be sent and has the qualification (M10.1). */
  readonly 'appointment-not-needed': Batch & { readonly agency: string; readonly qualification: string; readonly inspectors: readonly string[] };
  /** Asked for, and not in the registry or not on duty (M10.1). */
  readonly 'appointment-person-not-there': Batch & { readonly agency: string; readonly inspector: string };
  /** More are appointed than the visit has places (M10.2). */
  readonly 'appointments-above-places': Batch & { readonly agency: string; readonly qualifications: readonly string[]; readonly inspectors: readonly string[]; readonly people: number };
  /** More of the appointed belong to the group than may (M10.2). */
  readonly 'appointments-above-most': Batch & { readonly agency: string; readonly group: string; readonly inspectors: readonly string[]; readonly atMost: number };
  /** What the appointed leave open cannot hold whom the rules still ask for (M10.2); `within` is left out for the whole visit. */
  readonly 'appointments-leave-too-few': Batch & { readonly agency: string; readonly within?: string; readonly groups: readonly string[]; readonly inspectors: readonly string[]; readonly atLeast: number; readonly atMost: number };
  /** People whose number for the year is below what they have done already. */
  readonly 'year-cap-below-used': Batch & { readonly inspectors: readonly string[] };
  /** A default stands in for a column that is empty: shown, no fault. */
  readonly 'default-used': Batch & { readonly field: string; readonly value: string; readonly count: number };
  /** A class of which nobody can be drawn, since the plan names no ratio for it; `count` targets are out for that alone. */
  readonly 'risk-class-without-ratio': Batch & { readonly riskClass: string; readonly count: number };
  /** What the registry says of targets that may not be drawn, with counts: `注销 300`. */
  readonly 'statuses-not-active': Batch & { readonly statuses: readonly string[] };
  /** `inspectors` are all of them, ascending. */
  readonly 'inspectors-not-drawn': Batch & { readonly reason: string; readonly inspectors: readonly string[] };
  /** Levelling and teams were both asked for. */
  readonly 'levelling-in-teams': Batch;
  /** A random team smaller than the `needed` people of some visit. */
  readonly 'team-size-below-need': Batch & { readonly agency: string; readonly size: number; readonly needed: number };
  /** Not even one team. */
  readonly 'team-too-few-people': Batch & { readonly agency: string; readonly people: number; readonly size: number };
  readonly 'team-too-few-leaders': Batch & { readonly agency: string; readonly leaders: number; readonly needed: number };
  /** No fixed team has people of every agency. */
  readonly 'teams-missing': Batch;
  /** Such a team does not take part. Warning. */
  readonly 'team-without-agency': Batch & { readonly group: string; readonly agency: string };
  /** Such a team cannot go everywhere. Warning. */
  readonly 'team-below-need': Batch & { readonly group: string; readonly agency: string; readonly people: number; readonly needed: number };
}

/** What can be wrong with ssj.json. */
export interface SettingsProblemFields {
  readonly 'settings-unreadable': { readonly reason: string };
  readonly 'settings-invalid': { readonly path: string; readonly reason: string };
}

export type PlanProblem = ProblemOf<PlanRowProblemFields & BatchProblemFields & SettingsProblemFields>;
