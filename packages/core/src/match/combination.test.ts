import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AgencyCode } from '../base/brand.js';
import { runs } from '../base/runs.properties.js';
import type { AgencyRound } from './agency-round.js';
import { batchCombination } from './batch-combination.js';
import { combination, type CombinedChange } from './combination.js';
import { eligibility } from './eligibility.js';
import { feasibility } from './feasibility.js';
import { partialMatching } from './partial-matching.js';
import { REPAIR_KINDS } from './repair-kinds.js';
import { anyRuledRound, combined, inspectorAt, openOf, targetAt } from './rounds.properties.js';

const rounds = anyRuledRound({ targets: 3, inspectors: 4, places: 2, capacity: 2 });
const lent = [{ id: inspectorAt(8), capacity: 1, load: 0, qualifications: ['特种'], isWithdrawn: false }, { id: inspectorAt(9), capacity: 2, load: 0, qualifications: [], isWithdrawn: false }];
const effort = 1e9;
const isFeasible = (round: AgencyRound): boolean => feasibility(eligibility(round).instance).ok;
const visitsOf = (changes: readonly CombinedChange[]): readonly number[] => changes.flatMap((change) => (change.kind === 'capacity' ? [change.visits] : []));
/** Every way to ask these people for so many visits more, in all. */
const waysToAsk = (people: number, visits: number): readonly (readonly number[])[] =>
  people === 0 ? (visits === 0 ? [[]] : []) : [...Array(visits + 1).keys()].flatMap((first) => waysToAsk(people - 1, visits - first).map((rest) => [first, ...rest]));
/** Visits asked of people who are to make none weigh more than any number of others. */
const weight = ({ roster }: AgencyRound, visits: readonly number[]): number => visits.reduce((sum, count, i) => sum + count * count + (roster[i]!.capacity === 0 ? 1000 * count : 0), 0);

test('M7.5 the combination makes the match feasible, and there is nothing in it where it was', () => {
  const kinds = new Set<string>();
  fc.assert(fc.property(rounds, fc.boolean(), (round, asks) => {
    const candidates = asks ? lent : [];
    const found = combination({ round, candidates, effort })!;
    expect(isFeasible(combined(round, found.changes, candidates))).toBe(true);
    expect(found.changes.length === 0).toBe(isFeasible(round));
    for (const { kind } of found.changes) kinds.add(kind);
  }), { numRuns: runs(1500) });
  expect([...kinds].sort()).toEqual([...REPAIR_KINDS].sort());
});
test('M7.5 every change of it is needed, and of the visits more every single one', () => {
  fc.assert(fc.property(rounds, fc.boolean(), (round, asks) => {
    const candidates = asks ? lent : [];
    const { changes } = combination({ round, candidates, effort })!;
    changes.forEach((change, at) => {
      const fewer = 'visits' in change && !(change.kind === 'borrow' && change.inspector !== undefined) && change.visits > 1 ? [{ ...change, visits: change.visits - 1 }] : [];
      expect([changes, change.kind, isFeasible(combined(round, [...changes.slice(0, at), ...fewer, ...changes.slice(at + 1)], candidates))]).toEqual([changes, change.kind, false]);
    });
  }), { numRuns: runs(800) });
});
test('M7.5 capacities alone are used wherever they are enough; then the visits more are the fewest, asked last of whoever is to make none, and spread most evenly', () => {
  let times = 0;
  fc.assert(fc.property(anyRuledRound({ targets: 3, inspectors: 5, places: 2, capacity: 1 }), (round) => {
    const open = openOf(round);
    if (open === undefined || open === 0) return;
    const ways = (visits: number) => waysToAsk(round.roster.length, visits).filter((more) => isFeasible({ ...round, roster: round.roster.map((entry, i) => ({ ...entry, capacity: entry.capacity + more[i]! })) }));
    const { changes, isCheapest } = combination({ round, candidates: [], effort })!;
    const all = ways(open);
    expect(isCheapest).toBe(all.length > 0);
    if (!isCheapest) return;
    times += 1;
    expect(changes.every(({ kind }) => kind === 'capacity')).toBe(true);
    expect(visitsOf(changes).reduce((sum, visits) => sum + visits, 0)).toBe(open);
    const asked = round.roster.map(({ id }) => changes.reduce((sum, change) => sum + (change.kind === 'capacity' && change.inspector === id ? change.visits : 0), 0));
    expect(weight(round, asked)).toBe(Math.min(...all.map((more) => weight(round, more))));
    expect(ways(open - 1)).toEqual([]);
  }), { numRuns: runs(800) });
  expect(times).toBeGreaterThan(runs(800) / 20);
});

const person = (i: number, qualifications: readonly string[], capacity = 2, agency = 'A') => ({ id: `${agency}/${i}` as ReturnType<typeof inspectorAt>, capacity, load: 0, qualifications, isWithdrawn: false });
const plain = (roster: AgencyRound['roster'], targets: readonly number[], agency = 'A'): AgencyRound => ({
  agency: agency as AgencyCode, visits: targets.map((people, e) => ({ target: targetAt(e), people, qualifications: [], present: [] })), roster, recusals: [], withdrawals: [],
});

test('M7.5 asks everybody for the same before anybody for more', () => {
  const round = plain([person(0, [], 1), person(1, [], 1), person(2, [], 1)], [2, 2, 2, 1]);
  expect(combination({ round, candidates: [], effort })).toEqual({ isCheapest: true, changes: [0, 1, 2].map((i) => ({ kind: 'capacity', inspector: inspectorAt(i), visits: i === 0 ? 2 : 1 })) });
});
test('M7.5 somebody to be found comes for the visits only such a person can make, and of the group that lacks people', () => {
  const base = plain([person(0, []), person(1, [])], [2, 2]);
  const round = { ...base, visits: base.visits.map((visit) => ({ ...visit, composition: [{ group: 'qualification:电梯' as const, atLeast: 1 }] })) };
  expect(combination({ round, candidates: [], effort })).toEqual({ isCheapest: false, changes: [{ kind: 'borrow', inspector: undefined, group: 'qualification:电梯', visits: 2 }] });
});
test('M7.5 a recusal is released only where candidates do not do, a target waits only where nothing else does', () => {
  const round = { ...plain([person(0, []), person(1, []), person(2, [])], [2, 4]), recusals: [1, 2].map((i) => ({ target: targetAt(0), inspector: inspectorAt(i) })) };
  const one = (roster: AgencyRound['roster']) => combination({ round, candidates: roster, effort })!.changes;
  expect(one([person(8, [])])).toEqual([{ kind: 'borrow', inspector: inspectorAt(8), visits: 2 }]);
  expect(one([{ ...person(8, []), isWithdrawn: true }])).toEqual([{ kind: 'release', target: targetAt(0), inspector: inspectorAt(1) }, { kind: 'lower', target: targetAt(1) }]);
  const few = { ...round, recusals: [...round.recusals, { target: targetAt(1), inspector: inspectorAt(0) }], withdrawals: round.recusals };
  expect(combination({ round: { ...few, visits: few.visits.map((visit) => ({ ...visit, people: 2 })) }, candidates: [{ ...person(8, []), isWithdrawn: true }], effort })!.changes).toEqual([{ kind: 'postpone', target: targetAt(0) }]);
});
test('M7.5 kinds that are not allowed are not used', () => {
  const round = plain([person(0, []), person(1, [])], [3]);
  const nobody = [{ ...person(8, []), isWithdrawn: true }];
  expect(combination({ round, candidates: nobody, effort })!.changes).toEqual([{ kind: 'lower', target: targetAt(0) }]);
  expect(combination({ round, candidates: nobody, kinds: ['capacity', 'borrow', 'release', 'postpone'], effort })!.changes).toEqual([{ kind: 'postpone', target: targetAt(0) }]);
});
test('M7.5 a bound on the work is said', () => {
  expect(combination({ round: plain([person(0, [])], [1, 1, 1]), candidates: [], effort: 1 })).toBeUndefined();
});

/** Two agencies at the same targets. */
const batches = fc.tuple(rounds, rounds).map(([one, other]): readonly AgencyRound[] => [one, { ...other, agency: 'B' as AgencyCode }]);
test('M7.5 the combinations of all agencies together make the whole batch feasible, and no target waits that could go', () => {
  let waiting = 0;
  fc.assert(fc.property(batches, fc.boolean(), (all, asks) => {
    const candidates = asks ? lent : [{ ...person(8, []), isWithdrawn: true }];
    const found = batchCombination({ rounds: all, candidates: () => candidates, effort })!;
    const postponed = found.flatMap(({ changes }) => changes.filter(({ kind }) => kind === 'postpone'));
    const without = (kept: readonly CombinedChange[]) => all.every((round) => {
      const own = found.find(({ agency }) => agency === round.agency)?.changes.filter(({ kind }) => kind !== 'postpone') ?? [];
      return isFeasible(combined(round, [...own, ...kept], candidates));
    });
    expect(without(postponed)).toBe(true);
    for (const one of postponed) expect(without(postponed.filter((other) => other !== one))).toBe(false);
    waiting += postponed.length;
    for (const { agency, changes } of found) {
      const round = all.find((one) => one.agency === agency)!;
      for (const change of changes) if (change.kind !== 'postpone') expect(isFeasible(combined(round, [...changes.filter((one) => one !== change && one.kind !== 'postpone'), ...postponed], candidates))).toBe(false);
    }
  }), { numRuns: runs(400) });
  expect(waiting).toBeGreaterThan(0);
});

test('M7.5 a target that one agency let wait goes after all where another’s waiting makes it possible', () => {
  const [first, second] = [targetAt(0), targetAt(1)];
  const a = { ...plain([person(0, [])], [1, 1]), withdrawals: [first, second].map((target) => ({ target, inspector: inspectorAt(0) })) };
  const b = { ...plain([person(0, [], 2, 'B')], [1, 1], 'B'), withdrawals: [{ target: second, inspector: person(0, [], 2, 'B').id }] };
  const candidates = (agency: AgencyCode) => (agency === 'A' ? [person(8, [], 1)] : [{ ...person(9, []), isWithdrawn: true }]);
  expect(batchCombination({ rounds: [a], candidates })).toMatchObject([{ changes: [{ kind: 'borrow' }, { kind: 'postpone', target: first }] }]);
  expect(batchCombination({ rounds: [a, b], candidates })).toMatchObject([{ agency: 'A', changes: [{ kind: 'borrow', inspector: inspectorAt(8) }] }, { agency: 'B', changes: [{ kind: 'postpone', target: second }] }]);
});

test('M7.5 an agency that another’s waiting target is enough for has no changes, and nothing is said to be cheapest', () => {
  const people = [person(0, [], 1), person(1, [], 1)];
  const a = { ...plain(people, [2]), withdrawals: people.map(({ id }) => ({ target: targetAt(0), inspector: id })) };
  const b = plain([person(0, [], 0, 'B')], [1], 'B');
  const nobody = () => [{ ...person(9, []), isWithdrawn: true }];
  expect(batchCombination({ rounds: [a, b], candidates: nobody })).toEqual([{ agency: 'A', changes: [{ kind: 'postpone', target: targetAt(0) }], isCheapest: false }, { agency: 'B', changes: [], isCheapest: false }]);
});

test('M7.7 the partial matching leaves open what must stay open and no more, and keeps everybody within capacity and recusal', () => {
  fc.assert(fc.property(rounds, (round) => {
    const open = openOf(round);
    if (open === undefined) return;
    const partial = partialMatching(round);
    const { visits, roster, instance } = eligibility(round);
    expect(partial.map(({ target }) => target)).toEqual(visits.map(({ target }) => target));
    expect(partial.reduce((sum, { wanted, inspectors }) => sum + wanted - inspectors.length, 0)).toBe(open);
    partial.forEach(({ inspectors }, e) => expect(instance.eligible[e]!.map((i) => roster[i]!.id)).toEqual(expect.arrayContaining([...inspectors])));
    for (const { id, capacity } of roster) expect(partial.filter(({ inspectors }) => inspectors.includes(id)).length).toBeLessThanOrEqual(capacity);
    for (const [e, { inspectors }] of partial.entries()) for (const { group, atMost } of visits[e]!.composition ?? []) {
      const held = inspectors.filter((id) => roster.find((entry) => entry.id === id)!.qualifications.some((name) => group === `qualification:${name}`)).length;
      expect(held).toBeLessThanOrEqual(atMost ?? Infinity);
    }
  }), { numRuns: runs(500) });
});
test('M7.7 visits that cannot be whole are left first, so that others are', () => {
  const partial = partialMatching(plain([person(0, [], 3), person(1, [], 3), person(2, [], 1)], [2, 2, 2, 2]));
  expect(partial.map(({ inspectors }) => inspectors.length)).toEqual([2, 2, 2, 1]);
});
