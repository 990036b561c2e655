/** Appointments with which a batch cannot be sealed (match-spec M10.1, M10.2). */
import { agencyOf } from '../registry/canonical-id.js';
import type { Appointment, Inspector } from '../registry/schemas.js';
import { type Appointed, appointedTo, askedBy, askedQualifications } from './appointed.js';
import type { BatchProblem } from './batch-input.js';
import { belongsTo, type CompositionRule } from './composition.js';
import { crowdedGroups } from './crowded-groups.js';
import { type AgencyMember, overlappingGroups } from './laminar.js';
import type { RosterRow } from './roster.js';
import type { AgencyNeed, Visit } from './visit.js';

export interface AppointmentProblemsInput {
  /** Number of the batch. */
  readonly batch: string;
  readonly visits: readonly Visit[];
  readonly inspectors: readonly Inspector[];
  readonly roster: readonly RosterRow[];
  readonly appointments: readonly Appointment[];
  /** The same, of those whom the registry has. */
  readonly appointed: readonly Appointed[];
}

/** Each once, however many visits ask for the same; nothing where no visit asks for anybody. */
export const appointmentProblems = (input: AppointmentProblemsInput): readonly BatchProblem[] => {
  if (input.appointments.length === 0) return [];
  const asking = input.visits.flatMap(({ needs }) => needs.filter((need) => askedBy(need, input.appointments).length > 0));
  const onDuty = new Set(input.inspectors.flatMap(({ id, isOnDuty }) => (isOnDuty ? [id] : [])));
  const problems = asking.flatMap((need) => [...notThere(input, need, onDuty), ...notNeeded(input, need), ...crowding(input, need)]);
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
};

const notThere = ({ batch, appointments }: AppointmentProblemsInput, need: AgencyNeed, onDuty: ReadonlySet<string>): readonly BatchProblem[] =>
  askedBy(need, appointments).filter(({ inspector }) => !onDuty.has(inspector)).map(({ agency, inspector }) => ({ code: 'appointment-person-not-there', severity: 'error', fields: { batch, agency, inspector } }));

const notNeeded = ({ batch, appointments, roster }: AppointmentProblemsInput, need: AgencyNeed): readonly BatchProblem[] => {
  const { agency } = need;
  const appointedFor = new Set(askedBy(need, appointments).map(({ qualification }) => qualification));
  return askedQualifications(need).filter((one) => appointedFor.has(one)).flatMap((qualification): readonly BatchProblem[] => {
    const able = roster.filter(({ id, capacity, qualifications }) => capacity > 0 && agencyOf(id) === agency && qualifications.includes(qualification)).map(({ id }) => id);
    return able.length === 0 ? [] : [{ code: 'appointment-not-needed', severity: 'error', fields: { batch, agency, qualification, inspectors: able } }];
  });
};

const crowding = ({ batch, appointments, appointed, roster }: AppointmentProblemsInput, need: AgencyNeed): readonly BatchProblem[] => {
  const { agency, people: places, composition = [] } = need;
  const sent = appointedTo(need, appointed);
  const place = { batch, agency };
  if (sent.length > places) {
    const qualifications = [...new Set(askedBy(need, appointments).map(({ qualification }) => qualification))];
    return [{ code: 'appointments-above-places', severity: 'error', fields: { ...place, qualifications, inspectors: idsOf(sent), people: places } }];
  }
  const above = composition.flatMap(({ group, atMost = places }): readonly BatchProblem[] => {
    const own = sent.filter((person) => belongsTo(person, group));
    return own.length <= atMost ? [] : [{ code: 'appointments-above-most', severity: 'error', fields: { ...place, group, inspectors: idsOf(own), atMost } }];
  });
  const people = roster.filter(({ id }) => agencyOf(id) === agency);
  // Of rules that cannot be kept anyhow, or by nobody, another problem tells.
  const isSound = above.length === 0 && overlappingGroups(composition.map(({ group }) => group), people).length === 0 && crowdedGroups(need, people).length === 0;
  const left = { people: places - sent.length, composition: composition.map((rule) => leftOf(places, rule, sent)) };
  const crowded = !isSound ? [] : crowdedGroups(left, people).map(({ within, groups, atLeast, atMost }): BatchProblem => ({
    code: 'appointments-leave-too-few', severity: 'error', fields: { ...place, ...(within === undefined ? {} : { within }), groups, inspectors: idsOf(sent), atLeast, atMost },
  }));
  return [...above, ...crowded];
};

/** Bounds once the appointed are there (M9.3). */
const leftOf = (places: number, { group, atLeast = 0, atMost = places }: CompositionRule, sent: readonly AgencyMember[]): CompositionRule => {
  const present = sent.filter((person) => belongsTo(person, group)).length;
  return { group, atLeast: Math.max(0, atLeast - present), atMost: Math.max(0, atMost - present) };
};

const idsOf = (people: readonly AgencyMember[]): readonly string[] => people.map(({ id }) => id);
