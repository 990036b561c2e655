/** Inspectors who are legal representative or shareholder of a target, found by comparing (draw-spec D5.6). @zh 同一人 */
import type { InspectorId, TargetId } from '../base/brand.js';
import type { Where } from '../base/problem.js';
import { groupBy } from './group-by.js';
import { type IdentifiedPerson, samePerson } from './identity.js';
import type { RegistryProblem } from './problems.js';
import type { Recusal } from './schemas.js';

/** The ground of such a recusal. */
export const SAME_PERSON_GROUND = '同一人(法定代表人或股东)';

/** A legal representative or shareholder, and the cell that says so. */
export interface RelatedPerson extends IdentifiedPerson {
  readonly target: TargetId;
  readonly where: Where;
}

/** An inspector with the number of the identity card. */
export interface KnownInspector extends IdentifiedPerson {
  readonly inspector: InspectorId;
}

export interface SamePersonInput {
  readonly related: readonly RelatedPerson[];
  readonly inspectors: readonly KnownInspector[];
}

export interface SamePersons {
  readonly recusals: readonly Recusal[];
  readonly problems: readonly RegistryProblem[];
}

/** Every pair of the same person is a recusal and is told; a pair of which nobody can be sure is only told. */
export const samePersons = ({ related, inspectors }: SamePersonInput): SamePersons => {
  const byNumber = groupBy(inspectors, ({ identity }) => identity.masked);
  const recusals = new Map<string, Recusal>();
  const problems: RegistryProblem[] = [];
  for (const person of related) {
    for (const known of byNumber.get(person.identity.masked) ?? []) {
      const likeness = samePerson(person, known);
      if (likeness === undefined) continue;
      const fields = { target: person.target, inspector: known.inspector };
      problems.push({ code: likeness === 'same' ? 'same-person-recused' : 'same-person-unsure', severity: 'warning', where: person.where, fields });
      if (likeness === 'same') recusals.set(`${person.target} ${known.inspector}`, { ...fields, ground: SAME_PERSON_GROUND });
    }
  }
  return { recusals: [...recusals.values()], problems };
};
