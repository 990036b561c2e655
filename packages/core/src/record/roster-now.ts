/** The sealed roster with what was changed since: capacities, withdrawn people, borrowed ones. @zh 现有人员 */
import type { AgencyCode, InspectorId } from '../base/brand.js';
import type { RosterRow } from '../plan/roster.js';
import type { Change } from './changes.js';

export interface RosterNow {
  readonly roster: readonly RosterRow[];
  /** Borrowed people and the agency that borrowed them. */
  readonly lentTo: ReadonlyMap<InspectorId, AgencyCode>;
}

export const rosterNow = (sealed: readonly RosterRow[], changes: readonly Change[]): RosterNow => {
  const rows = new Map(sealed.map((row) => [row.id, row]));
  const lentTo = new Map<InspectorId, AgencyCode>();
  const update = (id: InspectorId, capacity: number): void => {
    const row = rows.get(id);
    if (row !== undefined) rows.set(id, { ...row, capacity });
  };
  for (const change of changes) {
    if (change.kind === 'borrowed') {
      rows.set(change.inspector, { id: change.inspector, capacity: change.capacity, qualifications: change.qualifications, mayLead: change.mayLead, grade: change.grade });
      lentTo.set(change.inspector, change.agency);
    }
    if (change.kind === 'capacity-set') update(change.inspector, change.capacity);
  }
  for (const change of changes) if (change.kind === 'inspector-withdrawn') update(change.inspector, 0);
  return { roster: [...rows.values()], lentTo };
};
