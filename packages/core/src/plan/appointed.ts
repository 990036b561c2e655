/** Appointed specialists and the visits that ask for them (match-spec M10.1). @zh 委派 */
import type { InspectorId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import { sortedTexts } from '../registry/merge-rows.js';
import type { Appointment, Inspector } from '../registry/schemas.js';
import { type Member, qualificationOf } from './composition.js';
import type { AgencyMember } from './laminar.js';
import type { AgencyNeed, Visit } from './visit.js';

/** An appointment with what the registry says of the person. @zh 委派人员 */
export type Appointed = Appointment & Member;

/** Whom the registry does not have is left out; such a snapshot cannot be sealed (M10.1). */
export const appointedOf = (appointments: readonly Appointment[], inspectors: readonly Inspector[]): readonly Appointed[] => {
  if (appointments.length === 0) return [];
  const byId = new Map(inspectors.map((person) => [person.id, person]));
  return appointments.flatMap((row) => {
    const person = byId.get(row.inspector);
    return person === undefined ? [] : [{ ...row, qualifications: person.qualifications, mayLead: person.mayLead, grade: person.grade }];
  });
};

type Asking = Pick<AgencyNeed, 'agency' | 'qualifications' | 'composition'>;

/** What a need asks for, ascending: of everybody, or of one person at least. */
export const askedQualifications = ({ qualifications, composition = [] }: Omit<Asking, 'agency'>): readonly string[] =>
  sortedTexts([...qualifications, ...composition.flatMap(({ group, atLeast = 0 }) => (atLeast >= 1 ? (qualificationOf(group) ?? []) : []))]);

/** The appointments that a need asks for. */
export const askedBy = <Row extends Pick<Appointment, 'agency' | 'qualification'>>(need: Asking, appointments: readonly Row[]): readonly Row[] => {
  const own = appointments.filter(({ agency }) => agency === need.agency);
  if (own.length === 0) return own;
  const asked = askedQualifications(need);
  return own.filter(({ qualification }) => asked.includes(qualification));
};

/** True where any visit asks for an appointment. */
export const isAnyAsked = (visits: readonly Visit[], appointments: readonly Pick<Appointment, 'agency' | 'qualification'>[]): boolean =>
  appointments.length > 0 && visits.some(({ needs }) => needs.some((need) => askedBy(need, appointments).length > 0));

/** Who is appointed to a need, ascending by id: each with what the registry says and whatever the appointments add (M10.2). */
export const appointedTo = (need: Asking, appointed: readonly Appointed[]): readonly AgencyMember[] => {
  const members = new Map<InspectorId, AgencyMember>();
  for (const { inspector, qualification, qualifications, mayLead, grade } of askedBy(need, appointed)) {
    const known = members.get(inspector)?.qualifications ?? qualifications;
    members.set(inspector, { id: inspector, qualifications: [...known, qualification], mayLead, grade });
  }
  return sortedBy(members.values(), ({ id }) => id);
};
