/** Joint groups and what they may take: one match over all agencies (match-spec M11.5, M11.6). @zh 联合检查组 */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import { err, ok, type Result } from '../base/result.js';
import { sortedBy } from '../base/text.js';
import { belongsTo, type Member } from '../plan/composition.js';
import { type AgencyRound, capacityLeft, type RosterEntry, type VisitNeed } from './agency-round.js';
import { eligibility } from './eligibility.js';
import { feasibility, type Shortage } from './feasibility.js';
import type { TeamMembers } from './formation.js';
import { ODDS_BITS, oddsTable, type OddsTable } from './odds.js';
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
export const teamBars = (needs: readonly JointNeed[], members: TeamMembers): readonly TeamBar[] =>
  needs.flatMap(({ agency, need, free, roster }): readonly TeamBar[] => {
    const own = members.filter((id) => roster.has(id));
    const barred = own.filter((id) => !free.has(id));
    return [
      ...(own.length < need.people ? [{ kind: 'too-few', agency, people: own.length, needed: need.people } as const] : []),
      ...(barred.length > 0 ? [{ kind: 'members', agency, inspectors: barred } as const] : []),
      ...(keepsComposition(need, [...own, ...need.present].flatMap((id) => need.appointed?.find((one) => one.id === id) ?? roster.get(id) ?? [])) ? [] : [{ kind: 'composition', agency } as const]),
    ];
  });

const keepsComposition = ({ composition = [] }: VisitNeed, people: readonly Member[]): boolean =>
  composition.every(({ group, atLeast = 0, atMost = Infinity }) => {
    const count = people.filter((person) => belongsTo(person, group)).length;
    return count >= atLeast && count <= atMost;
  });

/** Groups as the "inspectors" of a match that wants one of them at every target. */
export const jointInstance = ({ targets, needs, rosters }: JointVisits, teams: readonly TeamMembers[]): Instance => ({
  wanted: targets.map(() => 1),
  capacity: teams.map((members) => {
    const people = [...rosters.values()].flatMap((roster) => members.flatMap((id) => roster.get(id) ?? []));
    return people.length === 0 ? 0 : Math.min(...people.map(capacityLeft));
  }),
  eligible: targets.map((target) => [...teams.keys()].filter((k) => teamBars(needs.get(target) ?? [], teams[k] ?? []).length === 0)),
});

/** The odds of one formation, or how many targets stay without a group however one assigns. */
export const jointOdds = (visits: JointVisits, teams: readonly TeamMembers[]): Result<{ readonly instance: Instance; readonly table: OddsTable }, Shortage> => {
  const instance = jointInstance(visits, teams);
  const flow = feasibility(instance);
  return flow.ok ? ok({ instance, table: oddsTable({ flow: flow.value, bits: ODDS_BITS }) }) : err(flow.error);
};
