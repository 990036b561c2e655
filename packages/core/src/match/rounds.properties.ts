/** Rounds of tiny instances with rules, and what stays open of a round by trying everything. */
import * as fc from 'fast-check';
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import { qualifiedFor } from '../plan/composition.js';
import type { AgencyRound, RosterEntry } from './agency-round.js';
import { changedRound } from './changed-round.js';
import type { CombinedChange } from './combination.js';
import { eligibility } from './eligibility.js';
import { anyLaminar, leastOpen } from './laminar.properties.js';
import type { Change } from './repair-kinds.js';
import { unnamedPersons } from './unnamed-person.js';

export const targetAt = (e: number) => `local:T${e}` as TargetId;
export const inspectorAt = (i: number) => `A/${i}` as InspectorId;

/** A round in which every pair that is not eligible is recused, on one ground or two. */
export const anyRuledRound = (most: Parameters<typeof anyLaminar>[0]): fc.Arbitrary<AgencyRound> =>
  fc.tuple(anyLaminar(most), fc.nat(2)).map(([{ members, rules, instance: { wanted, capacity, eligible } }, more]) => ({
    agency: 'A' as AgencyCode,
    visits: wanted.map((people, e) => ({ target: targetAt(e), people: people + (e === 0 ? more : 0), qualifications: [], present: [], ...(rules[e]!.length === 0 ? {} : { composition: [...rules[e]!].sort((a, b) => (a.group < b.group ? -1 : 1)) }) })),
    roster: capacity.map((c, i) => ({ id: inspectorAt(i), capacity: c, load: 0, qualifications: members[i]!.qualifications, isWithdrawn: false })),
    recusals: eligible.flatMap((row, e) => capacity.flatMap((_, i) => (row.includes(i) ? [] : [{ target: targetAt(e), inspector: inspectorAt(i) }]))),
    withdrawals: [],
  }));

/** By brute force; `undefined` where rules contradict each other. */
export const openOf = (round: AgencyRound): number | undefined => {
  const { visits, roster, instance } = eligibility(round);
  return leastOpen({ members: roster, rules: visits.map(({ composition = [] }) => composition), instance });
};

/** Somebody unnamed as an entry of the roster, at the place `at` of those who join. */
export const unnamedEntry = (round: AgencyRound, group: string | undefined, capacity: number, at = 0): RosterEntry => {
  const like = unnamedPersons(round).find((person) => person.group === group)?.like;
  const alone = group === undefined ? [] : [group.slice(qualifiedFor('').length)];
  return { id: inspectorAt(90 + at), capacity, load: 0, isWithdrawn: false, qualifications: round.roster.find(({ id }) => id === like)?.qualifications ?? alone };
};

/** With one repair made. */
export const repaired = (round: AgencyRound, change: Change, candidates: readonly RosterEntry[]): AgencyRound =>
  change.kind === 'borrow' && change.inspector === undefined ? { ...round, roster: [...round.roster, unnamedEntry(round, change.group, 99)] } : changedRound({ round, change, candidates });

/** With a whole combination made. */
export const combined = (round: AgencyRound, changes: readonly CombinedChange[], candidates: readonly RosterEntry[]): AgencyRound =>
  changes.reduce((before, change, at) => {
    if (change.kind === 'capacity') return { ...before, roster: before.roster.map((entry) => (entry.id === change.inspector ? { ...entry, capacity: entry.capacity + change.visits } : entry)) };
    if (change.kind === 'borrow' && change.inspector === undefined) return { ...before, roster: [...before.roster, unnamedEntry(round, change.group, change.visits, at)] };
    return changedRound({ round: before, change, candidates });
  }, round);
