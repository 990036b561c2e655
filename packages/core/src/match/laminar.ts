/** Do groups of rules lie apart or one within the other? (match-spec M9.2) */
import { belongsTo, type CompositionRule, type Member } from '../plan/composition.js';

/** True where the groups of one need's rules are laminar over these people. */
export const areLaminar = (rules: readonly CompositionRule[], people: readonly Member[]): boolean =>
  rules.every((one, at) => rules.slice(at + 1).every((other) => {
    const kinds = new Set(people.map((person) => `${belongsTo(person, one.group) ? 1 : 0}${belongsTo(person, other.group) ? 1 : 0}`));
    return !(kinds.has('11') && kinds.has('10') && kinds.has('01'));
  }));
