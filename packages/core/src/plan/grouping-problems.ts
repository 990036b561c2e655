/** What forbids sending a batch out in teams as planned (match-spec M11.9). */
import type { AgencyCode } from '../base/brand.js';
import { compareUtf8, sortedBy } from '../base/text.js';
import { agencyOf } from '../registry/canonical-id.js';
import type { FixedTeam } from '../registry/schemas.js';
import type { BatchProblem } from './batch-input.js';
import type { Batch } from './batch.js';
import { belongsTo } from './composition.js';
import type { RosterRow } from './roster.js';
import type { Visit } from './visit.js';

export interface GroupingProblemsInput {
  readonly batch: Pick<Batch, 'number' | 'grouping' | 'levelling'>;
  readonly visits: readonly Visit[];
  readonly roster: readonly RosterRow[];
  readonly teams: readonly FixedTeam[];
}

/** Nothing where people go one by one. */
export const groupingProblems = (input: GroupingProblemsInput): readonly BatchProblem[] => {
  const { batch: { number, grouping, levelling } } = input;
  if (grouping === undefined) return [];
  const agencies = agenciesOf(input);
  return [
    ...(levelling === true ? [error({ code: 'levelling-in-teams', fields: { batch: number } } as const)] : []),
    ...(grouping.kind === 'fixed' ? fixedProblems(number, agencies, input.teams) : agencies.flatMap((agency) => randomProblems(number, agency, grouping.size))),
  ];
};

/** One agency as its teams are made. */
interface TeamAgency {
  readonly agency: AgencyCode;
  readonly people: readonly RosterRow[];
  /** The most any visit asks for. */
  readonly needed: number;
  readonly leadersEach: number;
}

const agenciesOf = ({ visits, roster }: GroupingProblemsInput): readonly TeamAgency[] => {
  const needs = visits.flatMap((visit) => visit.needs);
  return [...new Set(needs.map(({ agency }) => agency))].sort(compareUtf8).map((agency) => {
    const own = needs.filter((need) => need.agency === agency);
    return {
      agency,
      people: roster.filter(({ id, capacity }) => capacity > 0 && agencyOf(id) === agency),
      needed: Math.max(...own.map(({ people }) => people)),
      leadersEach: Math.max(0, ...own.flatMap(({ composition = [] }) => composition.flatMap(({ group, atLeast = 0 }) => (group === 'leader' ? [atLeast] : [])))),
    };
  });
};

const problem = (severity: BatchProblem['severity']) => <Problem extends object>(fields: Problem): Problem & { readonly severity: BatchProblem['severity'] } => ({ ...fields, severity });
const error = problem('error');
const warning = problem('warning');

const randomProblems = (batch: string, { agency, people, needed, leadersEach }: TeamAgency, size: number): readonly BatchProblem[] => {
  const leaders = people.filter((person) => belongsTo(person, 'leader')).length;
  return [
    ...(size < needed ? [error({ code: 'team-size-below-need', fields: { batch, agency, size, needed } } as const)] : []),
    ...(people.length < size ? [error({ code: 'team-too-few-people', fields: { batch, agency, people: people.length, size } } as const)] : []),
    ...(leaders < leadersEach ? [error({ code: 'team-too-few-leaders', fields: { batch, agency, leaders, needed: leadersEach } } as const)] : []),
  ];
};

/** A group that lacks an agency does not take part; one that lacks people stays away from some targets. */
const fixedProblems = (batch: string, agencies: readonly TeamAgency[], teams: readonly FixedTeam[]): readonly BatchProblem[] => {
  const counted = sortedBy(teams, ({ group }) => group).map(({ group, inspectors }) => ({
    group,
    parts: agencies.map(({ agency, people, needed }) => ({ agency, needed, people: people.filter(({ id }) => inspectors.includes(id)).length })),
  }));
  // Groups of other agencies altogether are for other batches.
  const own = counted.filter(({ parts }) => parts.some(({ people }) => people > 0));
  const whole = own.filter(({ parts }) => parts.every(({ people }) => people > 0));
  return [
    ...(whole.length === 0 ? [error({ code: 'teams-missing', fields: { batch } } as const)] : []),
    ...own.flatMap(({ group, parts }) => parts.filter(({ people }) => people === 0).map(({ agency }) => warning({ code: 'team-without-agency', fields: { batch, group, agency } } as const))),
    ...whole.flatMap(({ group, parts }) => parts.filter(({ people, needed }) => people < needed).map(({ agency, people, needed }) => warning({ code: 'team-below-need', fields: { batch, group, agency, people, needed } } as const))),
  ];
};
