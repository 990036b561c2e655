/** Joint groups and what they may take: one match over all agencies (match-spec M11.5, M11.6). @zh 联合检查组 */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import { belongsTo, type Member } from '../plan/composition.js';
import { type AgencyRound, capacityLeft, type RosterEntry, type VisitNeed } from './agency-round.js';
import { eligibility } from './eligibility.js';
import type { TeamMembers } from './formation.js';
import type { Instance } from './pair-graph.js';

/** What one agency needs at one target. */
export interface JointNeed {
  readonly agency: AgencyCode;
  readonly need: VisitNeed;
  /** Against whom nothing stands there (M2.1). */
  readonly free: ReadonlySet<InspectorId>;
  readonly roster: ReadonlyMap<InspectorId, RosterEntry>;
}

/** The targets of all agencies with what is needed there: the same for every formation. */
export interface JointVisits {
  /** Ascending: the indices e. */
  readonly targets: readonly TargetId[];
  readonly needs: ReadonlyMap<TargetId, readonly JointNeed[]>;
  /** By agency, ascending. */
  readonly rosters: ReadonlyMap<AgencyCode, ReadonlyMap<InspectorId, RosterEntry>>;
}

export const jointVisits = (rounds: readonly AgencyRound[]): JointVisits => {
  const needs = new Map<TargetId, JointNeed[]>();
  const rosters = new Map<AgencyCode, ReadonlyMap<InspectorId, RosterEntry>>();
  for (const round of rounds) {
    const { visits, roster, instance } = eligibility(round);
    const byId = new Map(roster.map((person) => [person.id, person]));
    rosters.set(round.agency, byId);
    visits.forEach((need, e) => {
      const free = new Set((instance.eligible[e] ?? []).flatMap((i) => roster[i]?.id ?? []));
      needs.set(need.target, [...(needs.get(need.target) ?? []), { agency: round.agency, need, free, roster: byId }]);
    });
  }
  return { targets: sortedBy([...needs.keys()], (target) => target), needs, rosters };
};

/** What keeps a group from a target, need by need. @zh 不可派原因 */
export type TeamBar =
  /** Fewer people of the agency than places. */
  | { readonly kind: 'too-few'; readonly agency: AgencyCode; readonly people: number; readonly needed: number }
  /** People of the group against whom something stands (M2.1). */
  | { readonly kind: 'members'; readonly agency: AgencyCode; readonly inspectors: readonly InspectorId[] }
  /** With those who are there already it would break a rule on who goes together (M9.1). */
  | { readonly kind: 'composition'; readonly agency: AgencyCode };

/** Everything against a group at a target; empty where it may go. */
export const teamBars = (needs: readonly JointNeed[], members: TeamMembers): readonly TeamBar[] => needs.flatMap((need) => needBars(need, members.filter((id) => need.roster.has(id))));

/** `own` are the group's people of the agency. */
const needBars = ({ agency, need, free, roster }: JointNeed, own: TeamMembers): readonly TeamBar[] => {
  const barred = own.filter((id) => !free.has(id));
  return [
    ...(own.length < need.people ? [{ kind: 'too-few', agency, people: own.length, needed: need.people } as const] : []),
    ...(barred.length > 0 ? [{ kind: 'members', agency, inspectors: barred } as const] : []),
    ...(keepsComposition(need, [...own, ...need.present].flatMap((id) => need.appointed?.find((one) => one.id === id) ?? roster.get(id) ?? [])) ? [] : [{ kind: 'composition', agency } as const]),
  ];
};

const keepsComposition = ({ composition = [] }: VisitNeed, people: readonly Member[]): boolean =>
  composition.every(({ group, atLeast = 0, atMost = Infinity }) => {
    const count = people.filter((person) => belongsTo(person, group)).length;
    return count >= atLeast && count <= atMost;
  });

/** Groups as the "inspectors" of a match that wants one of them at every target. */
export const jointInstance = ({ targets, needs, rosters }: JointVisits, teams: readonly TeamMembers[]): Instance => {
  // Which agency somebody is of is asked once a formation, not once a target.
  const parts = teams.map((members) => new Map([...rosters].map(([agency, roster]) => [agency, members.filter((id) => roster.has(id))])));
  const mayTake = (target: TargetId, part: ReadonlyMap<AgencyCode, TeamMembers>): boolean => (needs.get(target) ?? []).every((need) => needBars(need, part.get(need.agency) ?? []).length === 0);
  return {
    wanted: targets.map(() => 1),
    capacity: parts.map((part) => leastCapacity([...part].flatMap(([agency, own]) => own.flatMap((id) => rosters.get(agency)?.get(id) ?? [])))),
    eligible: targets.map((target) => parts.flatMap((part, k) => (mayTake(target, part) ? [k] : []))),
  };
};

const leastCapacity = (people: readonly RosterEntry[]): number => (people.length === 0 ? 0 : Math.min(...people.map(capacityLeft)));
