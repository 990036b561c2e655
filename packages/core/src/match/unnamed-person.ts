/** Somebody nobody has named yet, who could go to every visit (match-spec M7.4): in no group of the rules, or in one of them. */
import type { InspectorId } from '../base/brand.js';
import { compareUtf8 } from '../base/text.js';
import { belongsTo, type PeopleGroup } from '../plan/composition.js';
import type { Eligibility } from './eligibility.js';
import type { RowGroups } from './group-tree.js';
import type { Instance } from './pair-graph.js';

/** @zh 待物色的人员 */
export interface UnnamedPerson {
  /** `undefined`: in no group of the rules. */
  readonly group: PeopleGroup | undefined;
  /** Who the person is like, as to groups: the one of the group in the fewest groups. Nobody where the group has nobody: then the person is in it alone. */
  readonly like: InspectorId | undefined;
}

const IN_NO_GROUP: UnnamedPerson = { group: undefined, like: undefined };

/** Everybody worth a trial: in no group, then by group ascending. */
export const unnamedPersons = ({ visits, roster }: Pick<Eligibility, 'visits' | 'roster'>): readonly UnnamedPerson[] => {
  const groups = [...new Set(visits.flatMap(({ composition = [] }) => composition.map(({ group }) => group)))].sort(compareUtf8);
  const counts = roster.map((person) => groups.filter((group) => belongsTo(person, group)).length);
  const plainest = (group: PeopleGroup): InspectorId | undefined =>
    [...roster.keys()].filter((i) => belongsTo(roster[i] ?? { qualifications: [] }, group)).sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0)).map((i) => roster[i]?.id)[0];
  return [IN_NO_GROUP, ...groups.map((group) => ({ group, like: plainest(group) }))];
};

export interface WithUnnamedInput {
  readonly setting: Eligibility;
  readonly persons: readonly UnnamedPerson[];
  /** By person: visits they can take. */
  readonly capacities: readonly number[];
}

/** The instance with these persons in every row, after everybody else. */
export const withUnnamed = ({ setting: { roster, instance }, persons, capacities }: WithUnnamedInput): Instance => ({
  wanted: instance.wanted,
  capacity: [...instance.capacity, ...capacities],
  eligible: instance.eligible.map((row) => [...row, ...persons.map((_, at) => roster.length + at)]),
  groups: instance.groups?.map((row) => row && holding(row, persons.map((person) => placeOf(person, row, roster)))),
});

/** The smallest group of a need the person belongs to, −1 for none. */
const placeOf = ({ group, like }: UnnamedPerson, { tree }: RowGroups, roster: Eligibility['roster']): number =>
  like === undefined ? tree.rules.findIndex((rules) => rules.some((rule) => rule.group === group)) : (tree.holder[roster.findIndex(({ id }) => id === like)] ?? -1);

const holding = (row: RowGroups, places: readonly number[]): RowGroups => ({ ...row, tree: { ...row.tree, holder: Int32Array.from([...row.tree.holder, ...places]) } });
