/** Groups of people that are apart or one within the other (match-spec M9.2). */
import type { InspectorId } from '../base/brand.js';
import { belongsTo, type Member, type PeopleGroup } from './composition.js';

/** Somebody of an agency. */
export interface AgencyMember extends Member {
  readonly id: InspectorId;
}

/** Two groups that share people while each has others of its own. */
export interface Overlap {
  readonly groups: readonly [PeopleGroup, PeopleGroup];
  /** In both, in the order given. */
  readonly people: readonly InspectorId[];
}

/**
 * The pairs of groups that are not laminar.
 *
 * @param people - all of the agency, whatever their capacity
 */
export const overlappingGroups = (groups: readonly PeopleGroup[], people: readonly AgencyMember[]): readonly Overlap[] =>
  groups.flatMap((a, at) =>
    groups.slice(at + 1).flatMap((b): readonly Overlap[] => {
      const inBoth = people.filter((person) => belongsTo(person, a) && belongsTo(person, b));
      const isWithin = (inner: PeopleGroup): boolean => people.filter((person) => belongsTo(person, inner)).length === inBoth.length;
      return inBoth.length === 0 || isWithin(a) || isWithin(b) ? [] : [{ groups: [a, b], people: inBoth.map(({ id }) => id) }];
    }),
  );
