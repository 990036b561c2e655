/** Who leads the people an agency sends to a visit. @zh 组长 */
import type { InspectorId } from '../base/brand.js';
import { belongsTo, type Member } from '../plan/composition.js';
import { sortedTexts } from '../registry/merge-rows.js';
import { agencyOf } from '../registry/canonical-id.js';
import type { RosterRow } from '../plan/roster.js';

export interface Leader {
  readonly id: InspectorId;
  /** The agency marks who may lead (可任组长, or 资深), and none of these people is marked. */
  readonly leadNotMarked: boolean;
}

/**
 * Of the people at a visit the marked one with the lowest id leads; where none of them is marked, the lowest id.
 *
 * @param roster - of the draw: whether an agency marks its leaders follows from all its people on it
 * @returns a function of one agency's people at one visit, which throws RangeError where there are none
 */
export const leaderOf = (roster: readonly (Pick<RosterRow, 'id'> & Omit<Member, 'qualifications'>)[]): ((people: readonly InspectorId[]) => Leader) => {
  const marked = new Set(roster.filter((person) => belongsTo({ qualifications: [], ...person }, 'leader')).map(({ id }) => id));
  const marking = new Set([...marked].map(agencyOf));
  return (people) => {
    const ascending = sortedTexts(people);
    const [lowest] = ascending;
    if (lowest === undefined) throw new RangeError('leaderOf: people is empty');
    const leader = ascending.find((id) => marked.has(id));
    return { id: leader ?? lowest, leadNotMarked: leader === undefined && marking.has(agencyOf(lowest)) };
  };
};
