/** How many visits each person of an agency got. @zh 人员任务量 */
import type { AgencyCode, InspectorId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import type { RosterRow } from '../plan/roster.js';
import type { AssignmentRow } from '../record/round-schemas.js';
import { agencyOf } from '../registry/canonical-id.js';

export interface PersonLoad {
  readonly id: InspectorId;
  readonly name?: string | undefined;
  readonly visits: number;
  /** Visits the person can take in this batch. */
  readonly capacity: number;
}

export interface PersonLoadsInput {
  readonly agency: AgencyCode;
  readonly roster: readonly RosterRow[];
  /** Borrowed people and the agency that borrowed them. */
  readonly lentTo: ReadonlyMap<InspectorId, AgencyCode>;
  readonly assignments: readonly AssignmentRow[];
  readonly names: ReadonlyMap<InspectorId, string>;
}

/** Everybody who can be drawn, those without a visit included, ascending by id. */
export const personLoads = ({ agency, roster, lentTo, assignments, names }: PersonLoadsInput): readonly PersonLoad[] => {
  const visits = new Map<InspectorId, number>();
  for (const row of assignments) {
    if (row.agency === agency) for (const id of row.inspectors) visits.set(id, (visits.get(id) ?? 0) + 1);
  }
  const able = roster.filter(({ id, capacity }) => capacity > 0 && (lentTo.get(id) ?? agencyOf(id)) === agency);
  return sortedBy(able, ({ id }) => id).map(({ id, capacity }) => ({ id, name: names.get(id), visits: visits.get(id) ?? 0, capacity }));
};
