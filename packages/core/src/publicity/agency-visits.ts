/** Every visited target with what each agency does there and whom it sends. */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import { belongsTo } from '../plan/composition.js';
import type { FrameRow } from '../plan/frame.js';
import type { RosterRow } from '../plan/roster.js';
import type { AppointedAtVisit, AppointmentGrounds } from '../record/appointed-now.js';
import type { AssignmentRow } from '../record/round-schemas.js';
import type { Sealed } from '../record/sealed.js';
import { sortedTexts } from '../registry/merge-rows.js';
import type { Agency, InspectionItem, Target } from '../registry/schemas.js';
import { drawnTargets, type VisitedTarget } from './drawn-targets.js';
import { leaderOf } from './leader-of.js';
import { agencyNames } from './lookups.js';

export interface AssignedPerson {
  readonly id: InspectorId;
  /** Absent where nobody gave one. */
  readonly name?: string | undefined;
  readonly isLeader: boolean;
  /** Rows of the register of whoever goes by appointment. */
  readonly appointments: readonly AppointmentGrounds[];
}

/** One agency at one target. */
export interface AgencyVisit {
  readonly agency: AgencyCode;
  readonly agencyName: string;
  /** Ascending by id. */
  readonly items: readonly Pick<InspectionItem, 'id' | 'name' | 'basis'>[];
  /** The leader first, then ascending by id. */
  readonly people: readonly AssignedPerson[];
  /** The agency marks its leaders, and none of these people is marked. */
  readonly leadNotMarked: boolean;
}

export interface AgencyVisitsInput {
  readonly sealed: Sealed;
  readonly frame: readonly FrameRow[];
  readonly roster: readonly RosterRow[];
  readonly targets: readonly Target[];
  readonly agencies: readonly Agency[];
  readonly items: readonly InspectionItem[];
  /** Everybody who comes, the appointed among them. */
  readonly assignments: readonly AssignmentRow[];
  /** Who of them goes by appointment. */
  readonly appointed?: readonly AppointedAtVisit[] | undefined;
  /** Where a name is missing the id stands alone. */
  readonly names: ReadonlyMap<InspectorId, string>;
}

/** Ascending by target id, visits by agency; a visit nobody is assigned to is left out. */
export const agencyVisits = (input: AgencyVisitsInput): readonly (VisitedTarget & { readonly visits: readonly AgencyVisit[] })[] => {
  const { sealed, frame, targets, assignments } = input;
  const drawn = assignments.map(({ target }) => ({ id: target }));
  const people = new Map(assignments.map(({ agency, target, inspectors }) => [`${agency} ${target}`, inspectors]));
  const visitOf = visitMaker(input);
  return drawnTargets({ drawn, frame, visits: sealed.visits, targets }).map((visited) => ({
    ...visited,
    visits: visited.needs.flatMap((need) => {
      const inspectors = people.get(`${need.agency} ${visited.target.id}`);
      return inspectors === undefined ? [] : [visitOf({ agency: need.agency, target: visited.target.id, itemIds: need.items, inspectors })];
    }),
  }));
};

interface OneVisit {
  readonly agency: AgencyCode;
  readonly target: TargetId;
  readonly itemIds: readonly string[];
  readonly inspectors: readonly InspectorId[];
}

const visitMaker = ({ agencies, items, roster, names, appointed = [] }: AgencyVisitsInput) => {
  const nameOf = agencyNames(agencies);
  const byId = new Map(items.map((item) => [item.id, item]));
  const leader = leaderOf(roster);
  const mayLead = new Set(roster.filter((person) => belongsTo(person, 'leader')).map(({ id }) => id));
  const rows = new Map(appointed.map((one) => [`${one.agency} ${one.target} ${one.inspector}`, one.appointments]));
  return ({ agency, target, itemIds, inspectors }: OneVisit): AgencyVisit => {
    const appointmentsOf = (id: InspectorId): AgencyVisit['people'][number]['appointments'] => rows.get(`${agency} ${target} ${id}`) ?? [];
    // Whoever was drawn leads before whoever only joins them, unless none of the drawn may.
    const drawn = inspectors.filter((id) => appointmentsOf(id).length === 0);
    const ofDrawn = drawn.length === 0 ? undefined : leader(drawn);
    const joined = inspectors.find((id) => !drawn.includes(id) && mayLead.has(id));
    const { id: lead, leadNotMarked } = ofDrawn !== undefined && !(ofDrawn.leadNotMarked && joined !== undefined) ? ofDrawn : leader(inspectors);
    const ordered = [lead, ...sortedTexts(inspectors).filter((id) => id !== lead)];
    return {
      agency,
      agencyName: nameOf(agency),
      items: sortedTexts(itemIds).map((id) => ({ id, name: byId.get(id)?.name ?? id, basis: byId.get(id)?.basis })),
      people: ordered.map((id) => ({ id, name: names.get(id), isLeader: id === lead, appointments: appointmentsOf(id) })),
      leadNotMarked,
    };
  };
};
