/** Who may take which visit, and what stands against the others (match-spec M2). */
import { type AgencyRound, type BarredPair, capacityLeft, orderedRoster, orderedVisits, type RosterEntry, type VisitNeed } from './agency-round.js';
import type { Instance } from './pair-graph.js';
import { visitGroups } from './visit-groups.js';

/** What can stand against a pair, in the order in which it is named (M2.1). */
export const PAIR_REASONS = ['withdrawn', 'recused', 'own-area', 'out-of-region', 'last-visit', 'unqualified', 'already-on-visit', 'no-capacity'] as const;
/** @zh 不可派原因 */
export type PairReason = (typeof PAIR_REASONS)[number];

/** A round in indices: `visits` and `roster` ascending by id, one row and one column each. */
export interface Eligibility {
  readonly visits: readonly VisitNeed[];
  readonly roster: readonly RosterEntry[];
  readonly instance: Instance;
}

/**
 * The instance of a round: the rows hold whoever has nothing against the pair and a capacity of 1 or more.
 *
 * @throws RangeError if an id stands twice, or a capacity, a load or a number of people is no integer from 0
 */
export const eligibility = (round: AgencyRound): Eligibility => eligibilityBy(round, PAIR_REASONS);

/** The same with those who only lack capacity in the rows: who could go if asked to do more (M7.3). Whoever is appointed could not. */
export const eligibilityBesideCapacity = (round: AgencyRound): Eligibility =>
  eligibilityBy(round, PAIR_REASONS.filter((reason) => reason !== 'no-capacity'));

/** Everything that stands against a pair; empty where the person is eligible. */
export const pairReasons = (round: AgencyRound, { target, inspector }: BarredPair): readonly PairReason[] => {
  const visit = round.visits.find((need) => need.target === target);
  const person = round.roster.find(({ id }) => id === inspector);
  if (visit === undefined) throw new RangeError(`pairReasons: target ${target} is no visit of the round`);
  if (person === undefined) throw new RangeError(`pairReasons: inspector ${inspector} is not on the roster`);
  const bars = barsOf(round, visit);
  return PAIR_REASONS.filter((reason) => STANDS[reason](bars, visit, person));
};

const eligibilityBy = (round: AgencyRound, reasons: readonly PairReason[]): Eligibility => {
  const visits = orderedVisits(round.visits);
  const roster = orderedRoster(round.roster);
  for (const { capacity, load, id } of roster) {
    if (!Number.isSafeInteger(capacity) || capacity < 0) throw new RangeError(`roster: capacity ${capacity} of ${id} is not an integer from 0`);
    if (!Number.isSafeInteger(load) || load < 0) throw new RangeError(`roster: load ${load} of ${id} is not an integer from 0`);
  }
  const recused = byTarget(round.recusals);
  const withdrawn = byTarget(round.withdrawals);
  const lately = byTarget(round.lastVisits ?? []);
  const eligible = visits.map((visit) => {
    const bars = { recused: recused.get(visit.target) ?? NOBODY, withdrawn: withdrawn.get(visit.target) ?? NOBODY, lately: lately.get(visit.target) ?? NOBODY, present: new Set<string>(visit.present) };
    const row: number[] = [];
    roster.forEach((person, i) => {
      if (person.isAppointed !== true && !reasons.some((reason) => STANDS[reason](bars, visit, person))) row.push(i);
    });
    return row;
  });
  return { visits, roster, instance: { wanted: visits.map(({ people }) => people), capacity: roster.map(capacityLeft), eligible, groups: visitGroups(visits, roster) } };
};

const NOBODY: ReadonlySet<string> = new Set();

/** Persons barred from one visit. */
interface Bars {
  readonly recused: ReadonlySet<string>;
  readonly withdrawn: ReadonlySet<string>;
  readonly lately: ReadonlySet<string>;
  readonly present: ReadonlySet<string>;
}

const STANDS: Readonly<Record<PairReason, (bars: Bars, visit: VisitNeed, person: RosterEntry) => boolean>> = {
  withdrawn: ({ withdrawn }, _, { id, isWithdrawn }) => isWithdrawn || withdrawn.has(id),
  recused: ({ recused }, _, { id }) => recused.has(id),
  'own-area': (_, { area }, { closedAreas = [] }) => area !== undefined && closedAreas.includes(area),
  'out-of-region': (_, { area }, { regions }) => regions !== undefined && (area === undefined || !regions.includes(area)),
  'last-visit': ({ lately }, _, { id }) => lately.has(id),
  unqualified: (_, { qualifications }, person) => !qualifications.every((needed) => person.qualifications.includes(needed)),
  'already-on-visit': ({ present }, _, { id }) => present.has(id),
  'no-capacity': (_, __, person) => capacityLeft(person) === 0,
};

const barsOf = ({ recusals, withdrawals, lastVisits = [] }: AgencyRound, { target, present }: VisitNeed): Bars => ({
  recused: byTarget(recusals).get(target) ?? NOBODY,
  withdrawn: byTarget(withdrawals).get(target) ?? NOBODY,
  lately: byTarget(lastVisits).get(target) ?? NOBODY,
  present: new Set(present),
});

const byTarget = (pairs: readonly BarredPair[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const people = new Map<string, Set<string>>();
  for (const { target, inspector } of pairs) {
    const set = people.get(target);
    if (set === undefined) people.set(target, new Set([inspector]));
    else set.add(inspector);
  }
  return people;
};
