/** Why a person was sent where, and why not elsewhere. @zh 派发说明 */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import { isAnyAsked } from '../plan/appointed.js';
import type { NotDrawnReason } from '../plan/roster.js';
import { agencyOf } from '../registry/canonical-id.js';
import { type InspectorRound, inspectorRounds } from './inspector-rounds.js';
import type { RecordStory } from './record-story.js';
import type { ToldChange } from './told-changes.js';

/** How a person came to take part. */
export type InspectorOrigin =
  /** `capacity` as sealed; 0 with its reason. */
  | { readonly kind: 'roster'; readonly capacity: number; readonly reason?: NotDrawnReason | undefined }
  | { readonly kind: 'borrowed'; readonly capacity: number; readonly seq: number };

/** One row of the register that some visit asks for. @zh 委派 */
export type ToldAppointment = {
  /** For whom the person goes. */
  readonly agency: AgencyCode;
  readonly agencyName?: string | undefined;
  readonly qualification: string;
  readonly by: string;
  readonly reason: string;
  /** Where the person goes so as things stand, ascending. */
  readonly visits: readonly TargetId[];
  /** Drawn, and a recusal or a withdrawal stands against the person there. */
  readonly barred: readonly TargetId[];
};

export type InspectorExplanation =
  | { readonly kind: 'not-in-registry'; readonly id: InspectorId }
  /** The person's agency visits no target of this batch. */
  | { readonly kind: 'agency-without-visit'; readonly id: InspectorId; readonly agency: AgencyCode; readonly agencyName?: string | undefined }
  /** Not drawn, but appointed (M10); "agency" is the person's own. */
  | {
      readonly kind: 'appointed';
      readonly id: InspectorId;
      readonly agency: AgencyCode;
      readonly agencyName?: string | undefined;
      readonly isWithdrawn: boolean;
      readonly appointments: readonly ToldAppointment[];
      readonly changes: readonly ToldChange[];
    }
  | {
      readonly kind: 'participant';
      readonly id: InspectorId;
      /** For whom the person goes: of a borrowed one the agency that borrowed. */
      readonly agency: AgencyCode;
      readonly agencyName?: string | undefined;
      readonly origin: InspectorOrigin;
      readonly isWithdrawn: boolean;
      /** In the whole draw, as changed. */
      readonly capacity: number;
      /** Of somebody who goes by appointment, and then in no match of that agency. */
      readonly appointments: readonly ToldAppointment[];
      /** Where the person is sent by the draw as things stand, ascending; their number is the load. */
      readonly visits: readonly TargetId[];
      readonly rounds: readonly InspectorRound[];
      /** Every change that names the person. */
      readonly changes: readonly ToldChange[];
    };

export interface ExplainInspectorInput {
  readonly record: RecordStory;
  readonly id: InspectorId;
}

export const explainInspector = ({ record, id }: ExplainInspectorInput): InspectorExplanation => {
  const { registry, now, changes } = record;
  const own = changes.filter(({ change }) => 'inspector' in change && change.inspector === id);
  const appointments = appointmentsOf(record, id);
  const nameOf = (agency: AgencyCode): string | undefined => registry.agencies.find(({ code }) => code === agency)?.name;
  const origin = originOf(record, id);
  if (origin === undefined) {
    const person = registry.inspectors.find((one) => one.id === id);
    if (person !== undefined && appointments.length > 0) return { kind: 'appointed', id, agency: person.agency, agencyName: nameOf(person.agency), isWithdrawn: now.standing.out.has(id), appointments, changes: own };
    return person === undefined ? { kind: 'not-in-registry', id } : { kind: 'agency-without-visit', id, agency: person.agency, agencyName: nameOf(person.agency) };
  }
  const { agency } = origin;
  return {
    kind: 'participant',
    id,
    agency,
    agencyName: nameOf(agency),
    origin: origin.origin,
    isWithdrawn: now.standing.out.has(id),
    capacity: now.standing.capacities.get(id) ?? origin.origin.capacity,
    appointments,
    visits: sortedBy([...(now.standing.present.get(agency) ?? [])].flatMap(([target, people]) => (people.includes(id) ? [target] : [])), (target) => target),
    rounds: inspectorRounds(record, id, agency),
    changes: own,
  };
};

const appointmentsOf = ({ inputs: { sealed, appointed }, registry, appointedNow }: RecordStory, id: InspectorId): readonly ToldAppointment[] =>
  appointed.filter((row) => row.inspector === id && isAnyAsked(sealed.visits, [row])).map(({ agency, qualification, by, reason }) => {
    const here = appointedNow.filter((one) => one.inspector === id && one.agency === agency && one.appointments.some((row) => row.qualification === qualification));
    const targets = (goes: boolean): readonly TargetId[] => here.flatMap((one) => (one.goes === goes ? [one.target] : []));
    return { agency, agencyName: registry.agencies.find(({ code }) => code === agency)?.name, qualification, by, reason, visits: targets(true), barred: targets(false) };
  });

const originOf = ({ inputs: { roster }, changes }: RecordStory, id: InspectorId): { readonly agency: AgencyCode; readonly origin: InspectorOrigin } | undefined => {
  const row = roster.find((one) => one.id === id);
  if (row !== undefined) return { agency: agencyOf(id), origin: { kind: 'roster', capacity: row.capacity, reason: row.reason } };
  for (const { change, seq } of changes) {
    if (change.kind === 'borrowed' && change.inspector === id) return { agency: change.agency, origin: { kind: 'borrowed', capacity: change.capacity, seq } };
  }
  return undefined;
};
