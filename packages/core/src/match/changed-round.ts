/** A round as it would be after a change of M7.4, and which changes can be made at all. */
import type { AgencyRound, RosterEntry, VisitNeed } from './agency-round.js';
import { areLaminar } from './laminar.js';
import type { Change } from './repair-kinds.js';

/** 行政处罚法 第四十二条: not fewer than two (不得少于两人). */
const LEAST_PEOPLE = 2;

/** True where the visit keeps two people, those on it already included, with one fewer; at least one place stays to be filled. */
export const canGoLower = ({ people, present }: VisitNeed): boolean => people > 1 && people + present.length > LEAST_PEOPLE;

/** True where the rules stay laminar with the person on the roster (M9.2). */
export const joinsRules = ({ visits, roster }: AgencyRound, person: RosterEntry): boolean =>
  visits.every(({ composition = [] }) => areLaminar(composition, [...roster, person]));

export interface ChangedRoundInput {
  readonly round: AgencyRound;
  readonly change: Change;
  /** Of whom a borrowed person is one. */
  readonly candidates?: readonly RosterEntry[];
}

/** The round with the change made. Somebody unnamed who is borrowed is on no roster: that changes nothing here. */
export const changedRound = ({ round, change, candidates = [] }: ChangedRoundInput): AgencyRound => {
  switch (change.kind) {
    case 'capacity':
      return { ...round, roster: round.roster.map((entry) => (entry.id === change.inspector ? { ...entry, capacity: Math.max(entry.capacity, entry.load) + 1 } : entry)) };
    case 'borrow':
      return { ...round, roster: [...round.roster, ...candidates.filter(({ id }) => id === change.inspector)] };
    case 'release':
      return { ...round, recusals: round.recusals.filter(({ target, inspector }) => target !== change.target || inspector !== change.inspector) };
    case 'lower':
      return { ...round, visits: round.visits.map((visit) => (visit.target === change.target ? { ...visit, people: visit.people - 1 } : visit)) };
    case 'postpone':
      return { ...round, visits: round.visits.filter(({ target }) => target !== change.target) };
    default:
      return change satisfies never;
  }
};
