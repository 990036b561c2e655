/** The rules of all visits of a round as trees (match-spec M9.2, M9.3). */
import type { RosterEntry, VisitNeed } from './agency-round.js';
import { type GroupTree, groupTree, type RowGroups, rowGroups } from './group-tree.js';

/**
 * By visit, `undefined` where it has no rules; nothing where none has any. Visits with the same groups share one tree.
 *
 * @throws RangeError where the groups of a visit overlap (M9.2)
 */
export const visitGroups = (visits: readonly VisitNeed[], roster: readonly RosterEntry[]): readonly (RowGroups | undefined)[] | undefined => {
  if (visits.every(({ composition }) => composition === undefined)) return undefined;
  const trees = new Map<string, GroupTree>();
  const byId = new Map(roster.map((person) => [person.id, person]));
  return visits.map(({ composition, present, appointed = [] }) => {
    if (composition === undefined) return undefined;
    const key = JSON.stringify(composition);
    const tree = trees.get(key) ?? groupTree(composition, roster);
    trees.set(key, tree);
    return rowGroups(tree, present.flatMap((id) => appointed.find((one) => one.id === id) ?? byId.get(id) ?? []));
  });
};
