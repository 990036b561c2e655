/** Who is on the visits that stand by appointment, as things stand (match-spec M10.2). @zh 现有委派 */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import { appointedPresent, appointedSetting } from '../match/appointed-present.js';
import { askedBy } from '../plan/appointed.js';
import type { RosterRow } from '../plan/roster.js';
import { agencyOf } from '../registry/canonical-id.js';
import { groupBy } from '../registry/group-by.js';
import type { DrawState } from './draw-state.js';
import type { AssignmentRow } from './round-schemas.js';
import type { SealedInputs } from './sealed-inputs.js';

/** One person at one visit, with the rows of the register that the visit asks for. */
export type AppointedAtVisit = {
  readonly agency: AgencyCode;
  readonly target: TargetId;
  readonly inspector: InspectorId;
  readonly appointments: readonly AppointmentGrounds[];
  /** False where a withdrawal or a recusal stands against the pair. */
  readonly goes: boolean;
};

/** For what, by whom and why. */
export type AppointmentGrounds = { readonly qualification: string; readonly by: string; readonly reason: string };

type Inputs = Pick<SealedInputs, 'sealed' | 'frame' | 'recusals' | 'appointed'>;

/** At every visit that stands and asks for somebody, targets ascending. */
export const appointedNow = ({ sealed: { visits }, frame, recusals, appointed }: Inputs, { live, standing }: Pick<DrawState, 'live' | 'standing'>): readonly AppointedAtVisit[] => {
  if (appointed.length === 0) return [];
  const setting = appointedSetting(visits, appointed);
  const present = appointedPresent({ appointed: setting, recusals: groupBy(recusals, ({ inspector }) => agencyOf(inspector)), standing });
  const needs = new Map(visits.map((visit) => [visit.id, visit.needs]));
  const visitOf = new Map(frame.map(({ id, visit }) => [id, visit]));
  return live.flatMap((target) =>
    (needs.get(visitOf.get(target) ?? '') ?? []).flatMap((need) => {
      const going = new Set(present(need, target).map(({ id }) => id));
      return (setting.ofNeed.get(need) ?? []).map(({ id }): AppointedAtVisit => ({
        agency: need.agency, target, inspector: id, appointments: askedBy(need, appointed).filter(({ inspector }) => inspector === id).map(({ qualification, by, reason }) => ({ qualification, by, reason })), goes: going.has(id),
      }));
    }),
  );
};

/** The appointed who are not on the roster, as rows of one: they count for who leads, and can be drawn nowhere. */
export const appointedRoster = ({ appointed }: Pick<Inputs, 'appointed'>, roster: readonly RosterRow[]): readonly RosterRow[] => {
  const known = new Set(roster.map(({ id }) => id));
  const others = appointed.filter(({ inspector }) => !known.has(inspector)).map(({ inspector, qualifications, mayLead, grade }) => [inspector, { id: inspector, capacity: 0, qualifications, mayLead, grade }] as const);
  return [...new Map(others).values()];
};

/** Assignments with the appointed people among them: who comes, however chosen. */
export const withAppointed = (assignments: readonly AssignmentRow[], appointed: readonly AppointedAtVisit[]): readonly AssignmentRow[] => {
  const rows = new Map(assignments.map((row) => [keyOf(row), row]));
  for (const { agency, target, inspector, goes } of appointed) {
    if (!goes) continue;
    const key = keyOf({ agency, target });
    const inspectors = new Set([...(rows.get(key)?.inspectors ?? []), inspector]);
    rows.set(key, { agency, target, inspectors: sortedBy(inspectors, (id) => id) });
  }
  return sortedBy(rows.values(), keyOf);
};

const keyOf = ({ agency, target }: Pick<AssignmentRow, 'agency' | 'target'>): string => `${agency}\n${target}`;
