import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../base/runs.properties.js';
import type { AgencyRound } from './agency-round.js';
import { eligibilityBesideCapacity } from './eligibility.js';
import { explainInfeasible } from './explain-infeasible.js';
import { maximumFlow } from './feasibility.js';
import { withoutTargets } from './minimal-shortage.js';
import { pairGraph } from './pair-graph.js';
import type { Change } from './repair-kinds.js';
import { anyRuledRound, inspectorAt, openOf, repaired, targetAt } from './rounds.properties.js';

const rounds = anyRuledRound({ targets: 3, inspectors: 4, places: 2, capacity: 2 });
const lent = [{ id: inspectorAt(8), capacity: 1, load: 0, qualifications: ['特种'], isWithdrawn: false }];
const only = (round: AgencyRound, targets: readonly string[]): AgencyRound => ({ ...round, visits: round.visits.filter(({ target }) => targets.includes(target)) });
/** Explanations of rounds whose rules do not contradict each other. */
const explained = (count: number, check: (round: AgencyRound, found: NonNullable<ReturnType<typeof explainInfeasible>>, asks: boolean) => void): number => {
  let times = 0;
  fc.assert(fc.property(rounds, fc.boolean(), (round, asks) => {
    const open = openOf(round);
    if (open === undefined) return;
    const found = explainInfeasible({ round, candidates: asks ? lent : [] });
    expect(found?.shortage ?? 0).toBe(open);
    if (found === undefined) return;
    times += 1;
    check(round, found, asks);
  }), { numRuns: runs(count) });
  return times;
};

test('M7.2, M9.12 with rules, too, the set of targets is short, and fillable without any one of them', () => {
  const times = explained(600, (round, found) => {
    const ids = found.targets.map(({ target }) => target);
    expect(found.isMinimal).toBe(true);
    expect(openOf(only(round, ids))).toBe(found.targetsShortage);
    for (const out of ids) expect(openOf(only(round, ids.filter((id) => id !== out)))).toBe(0);
  });
  expect(times).toBeGreaterThan(runs(600) / 4);
});
test('M7.4, M9.12 with rules, too, every repair lowers the shortage by what it says', () => {
  const kinds = new Set<string>();
  explained(1000, (round, found, asks) => {
    for (const repair of found.repairs) {
      const after = openOf(repaired(round, repair, asks ? lent : []));
      if (after === undefined) continue;
      expect([repair, after]).toEqual([repair, found.shortage - repair.lowersBy]);
      expect(repair.isEnough).toBe(after === 0);
      kinds.add(repair.kind === 'borrow' && repair.group !== undefined ? 'borrow of a group' : repair.kind);
    }
  });
  expect([...kinds].sort()).toEqual(['borrow', 'borrow of a group', 'capacity', 'lower', 'postpone', 'release']);
});
test('M7.4, M9.12 with rules, too, no repair of people or targets of the set that would help is left out', () => {
  explained(600, (round, found) => {
    const inSet = (id: string): boolean => found.targets.some(({ target }) => target === id);
    const all: Change[] = [
      ...found.people.map(({ inspector }): Change => ({ kind: 'capacity', inspector })),
      ...round.recusals.filter(({ target }) => inSet(target)).map((pair): Change => ({ kind: 'release', ...pair })),
      ...round.visits.filter(({ target, people }) => inSet(target) && people > 2).map(({ target }): Change => ({ kind: 'lower', target })),
      ...found.targets.map(({ target }): Change => ({ kind: 'postpone', target })),
    ];
    const after = all.map((change) => openOf(repaired(round, change, [])));
    if (after.includes(undefined)) return;
    expect(found.repairs.filter(({ kind }) => kind !== 'borrow')).toEqual(all.filter((_, at) => after[at]! < found.shortage).map((change) => expect.objectContaining(change)));
  });
});
test('M7.4 no trial leaves anything behind for the next one', () => {
  fc.assert(fc.property(anyRuledRound({ targets: 6, inspectors: 12, places: 4, capacity: 2 }), (round) => {
    const { instance } = eligibilityBesideCapacity(round);
    const flow = maximumFlow(pairGraph(instance), instance);
    const before = [flow.share, flow.sum, flow.groups?.sum].map(String);
    instance.wanted.forEach((_, e) => withoutTargets(flow, [e]));
    expect([flow.share, flow.sum, flow.groups?.sum].map(String)).toEqual(before);
  }), { numRuns: 800 });
});
test('M7.4 the person who is missing is of the group that helps most, in none where that helps as much', () => {
  explained(600, (round, found, asks) => {
    if (asks) return;
    const groups = [undefined, ...new Set(round.visits.flatMap(({ composition = [] }) => composition.map(({ group }) => group)).sort())];
    const after = groups.map((group) => openOf(repaired(round, { kind: 'borrow', inspector: undefined, group }, [])) ?? Infinity);
    const least = Math.min(...after);
    const borrow = found.repairs.find(({ kind }) => kind === 'borrow');
    if (least < found.shortage) expect(borrow).toMatchObject({ lowersBy: found.shortage - least, group: groups[after.indexOf(least)] });
    else expect(borrow).toBeUndefined();
  });
});
test('M7.6 need and supply differ by what stays open of the set, and are those of M7.2 where no rule is a cause', () => {
  const causes = new Set<string>();
  explained(1000, (round, { targets, people, targetsShortage, balance: { needed, supplied, rules } }) => {
    expect(needed - supplied).toBe(targetsShortage);
    expect(supplied).toBeGreaterThanOrEqual(0);
    const places = targets.reduce((sum, { wanted }) => sum + wanted, 0);
    const able = people.reduce((sum, person) => sum + Math.min(person.capacity, person.targets), 0);
    if (rules.length === 0) expect([needed, supplied]).toEqual([places, able]);
    else expect(able).toBeGreaterThanOrEqual(supplied);
    for (const rule of rules) {
      causes.add(rule.bound);
      for (const target of rule.targets) expect(round.visits.find((visit) => visit.target === target)!.composition!.some(({ group }) => group === rule.group)).toBe(true);
    }
  });
  expect([...causes].sort()).toEqual(['atLeast', 'atMost']);
});

const person = (i: number, qualifications: readonly string[], capacity = 2) => ({ id: inspectorAt(i), capacity, load: 0, qualifications, isWithdrawn: false });
const ruled = (composition: AgencyRound['visits'][number]['composition'], roster: AgencyRound['roster'], targets = 2): AgencyRound => ({
  agency: 'A' as AgencyRound['agency'],
  visits: Array.from({ length: targets }, (_, e) => ({ target: targetAt(e), people: 2, qualifications: [], present: [], composition })),
  roster, recusals: [], withdrawals: [],
});
test('M7.6 a rule that lacks people is named with need, supply and targets', () => {
  const round = ruled([{ group: 'qualification:电梯', atLeast: 1 }], [person(0, ['电梯'], 1), person(1, []), person(2, [])]);
  expect(explainInfeasible({ round, candidates: [] })).toMatchObject({
    shortage: 1,
    balance: { needed: 2, supplied: 1, rules: [{ group: 'qualification:电梯', bound: 'atLeast', places: 2, people: 1, targets: [targetAt(0), targetAt(1)] }], contradictory: [] },
    repairs: [{ kind: 'capacity', inspector: inspectorAt(0) }, { kind: 'borrow', group: 'qualification:电梯' }, { kind: 'postpone' }, { kind: 'postpone' }],
  });
});
test('M7.6 a rule that lets no more go is named', () => {
  const round = ruled([{ group: 'qualification:电梯', atMost: 1 }], [person(0, ['电梯']), person(1, ['电梯']), person(2, [], 1)]);
  expect(explainInfeasible({ round, candidates: [] })).toMatchObject({
    balance: { needed: 2, supplied: 1, rules: [{ group: 'qualification:电梯', bound: 'atMost', places: 2, people: 4 }] },
    repairs: [{ kind: 'capacity', inspector: inspectorAt(2) }, { kind: 'borrow', group: undefined }, { kind: 'postpone' }, { kind: 'postpone' }],
  });
});
test('M7.6 rules that contradict each other are said to, and nobody is asked for more', () => {
  const round = ruled([{ group: 'qualification:电梯', atLeast: 2 }, { group: 'qualification:食品', atLeast: 1 }], [person(0, ['电梯']), person(1, ['电梯']), person(2, ['食品']), person(3, [])], 1);
  expect(explainInfeasible({ round, candidates: [] })).toMatchObject({ balance: { needed: 2, supplied: 0, rules: [], contradictory: [targetAt(0)] }, repairs: [{ kind: 'postpone', target: targetAt(0) }] });
});
