/** Who can be in a team, and how many teams there are (match-spec M11.2, M11.3). */
import type { AgencyCode } from '../base/brand.js';
import { belongsTo } from '../plan/composition.js';
import { type AgencyRound, capacityLeft, orderedRoster, type RosterEntry } from './agency-round.js';

/** One agency as teams are made of it. */
export interface TeamPeople {
  readonly agency: AgencyCode;
  /** Whoever has a visit left and is not appointed, ascending by id. */
  readonly people: readonly RosterEntry[];
  /** Leaders that every team needs; 0 where no rule asks for any. */
  readonly leadersEach: number;
}

/** Of every agency of a match. */
export const teamPeople = (rounds: readonly AgencyRound[]): readonly TeamPeople[] =>
  rounds.map(({ agency, roster, visits }) => ({
    agency,
    people: orderedRoster(roster).filter((person) => capacityLeft(person) > 0 && person.isInNoTeam !== true),
    leadersEach: Math.max(0, ...visits.flatMap(({ people, composition = [] }) => (people === 0 ? [] : composition).flatMap(({ group, atLeast = 0 }) => (group === 'leader' ? [atLeast] : [])))),
  }));

export const isLeader = (person: RosterEntry): boolean => belongsTo(person, 'leader');

/** T: as many teams as every agency can fill, the same for all formations. */
export const teamCount = (agencies: readonly TeamPeople[], size: number): number =>
  Math.min(...agencies.map(({ people, leadersEach }) => {
    const full = wholeParts(people.length, size);
    return leadersEach === 0 ? full : Math.min(full, wholeParts(people.filter(isLeader).length, leadersEach));
  }));

const wholeParts = (whole: number, part: number): number => (whole - (whole % part)) / part;
