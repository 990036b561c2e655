/** Does a combination make a match feasible? Asked of what a record says, however it was found (match-spec M7.5). */
import type { AgencyRound } from './agency-round.js';
import { canGoLower, changedRound } from './changed-round.js';
import type { CombinedChange } from './combination.js';
import { eligibility } from './eligibility.js';
import { feasibility } from './feasibility.js';
import { CEILING } from './pair-graph.js';
import { unnamedPersons, withUnnamed } from './unnamed-person.js';

export interface FeasibleWithInput {
  readonly round: AgencyRound;
  /** None that borrows a named person, whom the round does not know. */
  readonly changes: readonly CombinedChange[];
}

/** True where the match is feasible with all of the changes made, and each of them can be made. */
export const feasibleWith = ({ round, changes }: FeasibleWithInput): boolean => {
  const borrowed = changes.flatMap((change) => (change.kind === 'borrow' ? [change] : []));
  let changed = round;
  for (const change of changes) {
    const next = withChange(changed, change);
    if (next === undefined) return false;
    changed = next;
  }
  const known = unnamedPersons(round);
  const persons = borrowed.flatMap(({ group }) => known.filter((person) => person.group === group));
  if (persons.length !== borrowed.length || round.roster.length + persons.length >= CEILING) return false;
  return feasibility(withUnnamed({ setting: eligibility(changed), persons, capacities: borrowed.map(({ visits }) => Math.min(visits, CEILING - 1)) })).ok;
};

/** `undefined` where fewer people cannot go. */
const withChange = (round: AgencyRound, change: CombinedChange): AgencyRound | undefined => {
  if (change.kind === 'lower' && !round.visits.some((visit) => visit.target === change.target && canGoLower(visit))) return undefined;
  if (change.kind !== 'capacity') return changedRound({ round, change });
  const more = (capacity: number, load: number): number => Math.min(load + CEILING - 1, Math.max(capacity, load) + change.visits);
  return { ...round, roster: round.roster.map((entry) => (entry.id === change.inspector ? { ...entry, capacity: more(entry.capacity, entry.load) } : entry)) };
};
