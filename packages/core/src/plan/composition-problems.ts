/** Rules on who goes together that cannot be kept, told while the plan can still be changed (draw-spec D5.11). */
import type { AgencyCode } from '../base/brand.js';
import { agencyOf } from '../registry/canonical-id.js';
import { nearestName } from '../registry/nearest-name.js';
import type { Inspector } from '../registry/schemas.js';
import { type Appointed, appointedTo } from './appointed.js';
import type { BatchProblem } from './batch-input.js';
import { belongsTo, type CompositionRule, qualificationOf } from './composition.js';
import { type AgencyMember, overlappingGroups } from './laminar.js';
import type { RosterRow } from './roster.js';
import { crowdedGroups } from './crowded-groups.js';
import type { AgencyNeed, Visit } from './visit.js';

export interface CompositionProblemsInput {
  /** Number of the batch. */
  readonly batch: string;
  readonly visits: readonly Visit[];
  readonly inspectors: readonly Inspector[];
  readonly roster: readonly RosterRow[];
  /** Of the registry. */
  readonly appointed: readonly Appointed[];
}

/** Each once, however many visits ask for the same. */
export const compositionProblems = (input: CompositionProblemsInput): readonly BatchProblem[] => {
  const known = new Set([...input.inspectors.flatMap(({ qualifications }) => qualifications), ...input.appointed.map(({ qualification }) => qualification)]);
  const needs = input.visits.flatMap((visit) => visit.needs).filter(({ composition }) => composition !== undefined);
  const people = peopleByAgency(input.roster);
  const problems = [...unknownQualifications(input, needs, known), ...needs.flatMap((need) => needProblems(input, need, people.get(need.agency) ?? [], known))];
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
};

const peopleByAgency = (roster: readonly RosterRow[]): ReadonlyMap<AgencyCode, readonly RosterRow[]> => {
  const people = new Map<AgencyCode, RosterRow[]>();
  for (const row of roster) {
    const agency = agencyOf(row.id);
    const rows = people.get(agency);
    if (rows === undefined) people.set(agency, [row]);
    else rows.push(row);
  }
  return people;
};

/** A word nobody has is a typing error rather than a want of people. */
const unknownQualifications = ({ batch }: CompositionProblemsInput, needs: readonly AgencyNeed[], known: ReadonlySet<string>): readonly BatchProblem[] =>
  needs.flatMap(({ composition = [] }) => composition.flatMap(({ group }) => qualificationOf(group) ?? [])).filter((qualification) => !known.has(qualification)).map((qualification): BatchProblem => {
    const nearest = nearestName(qualification, [...known]);
    return { code: 'composition-qualification-unknown', severity: 'error', fields: { batch, qualification, ...(nearest === undefined ? {} : { nearest }) } };
  });

const needProblems = ({ batch, appointed }: CompositionProblemsInput, need: AgencyNeed, people: readonly RosterRow[], known: ReadonlySet<string>): readonly BatchProblem[] => {
  const { agency, composition = [] } = need;
  const place = { batch, agency };
  const sent = appointedTo(need, appointed);
  const overlaps = overlappingGroups(composition.map(({ group }) => group), people).map(({ groups, people: both }): BatchProblem => ({
    code: 'composition-overlaps', severity: 'error', fields: { ...place, groups, people: both },
  }));
  const ofRules = composition.flatMap((rule) => ruleProblems({ place, need, rule, people, sent, known }));
  // Where one rule cannot be kept by itself, no more is to be said of several.
  const isSound = overlaps.length === 0 && !ofRules.some(({ code }) => code === 'composition-contradicts');
  const crowded = !isSound ? [] : crowdedGroups(need, people).map(({ within, groups, atLeast, atMost }): BatchProblem => ({
    code: 'composition-crowded', severity: 'error', fields: { ...place, ...(within === undefined ? {} : { within }), groups, atLeast, atMost },
  }));
  return [...overlaps, ...ofRules, ...crowded];
};

interface RuleProblemsInput {
  readonly place: { readonly batch: string; readonly agency: string };
  readonly need: AgencyNeed;
  readonly rule: CompositionRule;
  readonly people: readonly RosterRow[];
  /** Who is appointed to the need. */
  readonly sent: readonly AgencyMember[];
  readonly known: ReadonlySet<string>;
}

const ruleProblems = ({ place, need, rule: { group, atLeast = 0, atMost = need.people }, people, sent, known }: RuleProblemsInput): readonly BatchProblem[] => {
  const most = Math.min(atMost, need.people);
  if (atLeast > most) return [{ code: 'composition-contradicts', severity: 'error', fields: { ...place, group, atLeast, atMost: most, people: need.people } }];
  const qualification = qualificationOf(group);
  if (qualification !== undefined && !known.has(qualification)) return [];
  const able = new Set([...people.filter(({ capacity }) => capacity > 0), ...sent].filter((person) => belongsTo(person, group)).map(({ id }) => id)).size;
  return able >= atLeast ? [] : [{ code: 'composition-too-few', severity: 'error', fields: { ...place, group, atLeast, able } }];
};
