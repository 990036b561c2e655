import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import { runs } from '../base/runs.properties.js';
import type { AgencyRound } from './agency-round.js';
import { eligibility } from './eligibility.js';
import { explainInfeasible } from './explain-infeasible.js';
import type { Instance } from './pair-graph.js';
import type { Repair } from './repair-kinds.js';
import { anyInstance, shortageOf } from './tiny-instance.properties.js';

const target = (e: number) => `local:T${e}` as TargetId;
const inspector = (i: number) => `A/${i}` as InspectorId;

/** A round in which every pair that is not eligible is recused. */
const roundOf = ({ wanted, capacity, eligible }: Instance): AgencyRound => ({
  agency: 'A' as AgencyCode,
  visits: wanted.map((people, e) => ({ target: target(e), people, qualifications: [], present: [] })),
  roster: capacity.map((c, i) => ({ id: inspector(i), capacity: c, load: 0, qualifications: [], isWithdrawn: false })),
  recusals: eligible.flatMap((row, e) => capacity.flatMap((_, i) => (row.includes(i) ? [] : [{ target: target(e), inspector: inspector(i) }]))),
  withdrawals: [],
});
const shortage = (round: AgencyRound): number => shortageOf(eligibility(round).instance);
const withRepair = (round: AgencyRound, repair: Repair, lent: AgencyRound['roster']): AgencyRound => {
  switch (repair.kind) {
    case 'capacity': return { ...round, roster: round.roster.map((entry) => (entry.id === repair.inspector ? { ...entry, capacity: entry.capacity + 1 } : entry)) };
    case 'borrow': return { ...round, roster: [...round.roster, ...lent.filter(({ id }) => id === (repair.inspector ?? inspector(9)))] };
    case 'release': return { ...round, recusals: round.recusals.filter((pair) => pair.target !== repair.target || pair.inspector !== repair.inspector) };
    case 'lower': return { ...round, visits: round.visits.map((visit) => (visit.target === repair.target ? { ...visit, people: visit.people - 1 } : visit)) };
    case 'postpone': return { ...round, visits: round.visits.filter((visit) => visit.target !== repair.target) };
    default: return repair satisfies never;
  }
};
const instances = anyInstance({ targets: 5, inspectors: 3, places: 2, capacity: 3 });
const lent = [{ id: inspector(8), capacity: 1, load: 0, qualifications: [], isWithdrawn: false }];
const anybody = [{ id: inspector(9), capacity: 99, load: 0, qualifications: [], isWithdrawn: false }];

test('M7.1, M7.2 there is an explanation exactly where there is a shortage', () => {
  fc.assert(fc.property(instances, (instance) => {
    const found = explainInfeasible({ round: roundOf(instance), candidates: [] });
    expect(found?.shortage ?? 0).toBe(shortageOf(instance));
  }), { numRuns: runs(300) });
});
test('M7.2 the set of targets is short, and fillable without any one of them', () => {
  fc.assert(fc.property(instances, (instance) => {
    const round = roundOf(instance);
    const found = explainInfeasible({ round, candidates: [] });
    if (found === undefined) return;
    const only = (out: string | undefined) => ({ ...round, visits: round.visits.filter((visit) => visit.target !== out && found.targets.some((short) => short.target === visit.target)) });
    expect(found.isMinimal).toBe(true);
    expect(shortage(only(undefined))).toBe(found.targetsShortage);
    expect(found.targetsShortage).toBeGreaterThan(0);
    for (const short of found.targets) expect(shortage(only(short.target))).toBe(0);
    const places = found.targets.reduce((sum, short) => sum + short.wanted, 0);
    const able = found.people.reduce((sum, person) => sum + Math.min(person.capacity, person.targets), 0);
    expect(places - able).toBe(found.targetsShortage);
  }), { numRuns: runs(300) });
});
test('M7.4 every repair lowers the shortage by what it says', () => {
  fc.assert(fc.property(instances, fc.boolean(), (instance, asks) => {
    const round = roundOf(instance);
    const found = explainInfeasible({ round, candidates: asks ? lent : [] });
    for (const repair of found?.repairs ?? []) {
      const after = shortage(withRepair(round, repair, asks ? lent : anybody));
      expect(after).toBe(found!.shortage - repair.lowersBy);
      expect(repair.lowersBy).toBeGreaterThan(0);
      expect(repair.isEnough).toBe(after === 0);
    }
  }), { numRuns: runs(300) });
});
test('M7.4 no repair of people or targets of the set that would help is left out', () => {
  fc.assert(fc.property(instances, (instance) => {
    const round = roundOf(instance);
    const found = explainInfeasible({ round, candidates: lent });
    if (found === undefined) return;
    const all: Repair[] = [
      ...found.people.map((person) => ({ kind: 'capacity', inspector: person.inspector }) as Repair),
      { kind: 'borrow', inspector: inspector(8) } as Repair,
      ...round.recusals.filter((pair) => found.targets.some((short) => short.target === pair.target)).map((pair) => ({ kind: 'release', ...pair }) as Repair),
      ...found.targets.map((short) => ({ kind: 'postpone', target: short.target }) as Repair),
    ];
    const helpful = all.filter((repair) => shortage(withRepair(round, repair, lent)) < found.shortage);
    expect(found.repairs).toEqual(helpful.map((repair) => expect.objectContaining(repair)));
  }), { numRuns: runs(300) });
});
test('M7 names the targets, the people, and what would do', () => {
  const round = roundOf({ wanted: [2, 1, 1], capacity: [1, 1, 5], eligible: [[0, 1], [0], [2]] });
  expect(explainInfeasible({ round, candidates: [] })).toEqual({
    agency: 'A',
    shortage: 1,
    targets: [{ target: 'local:T0', wanted: 2 }, { target: 'local:T1', wanted: 1 }],
    targetsShortage: 1,
    isMinimal: true,
    people: [{ inspector: 'A/0', capacity: 1, targets: 2 }, { inspector: 'A/1', capacity: 1, targets: 1 }],
    balance: { needed: 3, supplied: 2, rules: [], contradictory: [] },
    repairs: [
      { kind: 'capacity', inspector: 'A/0' },
      { kind: 'borrow', inspector: undefined },
      { kind: 'release', target: 'local:T0', inspector: 'A/2' },
      { kind: 'release', target: 'local:T1', inspector: 'A/2' },
      { kind: 'postpone', target: 'local:T0' },
      { kind: 'postpone', target: 'local:T1' },
    ].map((change) => ({ ...change, lowersBy: 1, isEnough: true })),
  });
});
test('M7.2 a bound on the work is said', () => {
  const round = roundOf({ wanted: [2, 2, 2], capacity: [1, 1], eligible: [[0, 1], [0, 1], [0, 1]] });
  expect(explainInfeasible({ round, candidates: [], effort: 0 })).toMatchObject({ isMinimal: false, shortage: 4, targetsShortage: 4 });
});
test('M7.2 a target that no open place can be moved to costs no work, and one open place none at all', () => {
  // Two places stay open at T0 to T2, none at the others; two trials leave one of them.
  const round = roundOf({ wanted: [1, 1, 1, 1, 1], capacity: [1, 1, 5], eligible: [[0], [0], [0], [1], [2]] });
  const pairs = 5;
  const explain = (effort: number) => explainInfeasible({ round, candidates: [], effort });
  expect(explain(pairs)).toMatchObject({ isMinimal: true, shortage: 2, targetsShortage: 1, targets: [{ target: target(1), wanted: 1 }, { target: target(2), wanted: 1 }] });
  expect(explain(pairs - 1)).toMatchObject({ isMinimal: false, shortage: 2, targetsShortage: 2 });
  const one = roundOf({ wanted: [1, 1], capacity: [1], eligible: [[0], [0]] });
  expect(explainInfeasible({ round: one, candidates: [], effort: 0 })).toMatchObject({ isMinimal: true, targetsShortage: 1 });
});
test('M7.2 the bound on the work limits how many repairs of each kind are tried', () => {
  const instance = { wanted: [1, 1, 1, 1], capacity: [0, 0, 0, 3, 3, 3], eligible: [[0, 1, 2], [0, 1, 2], [0, 1, 2], [0, 1, 2]] };
  const candidates = [6, 7, 8].map((i) => ({ ...lent[0]!, id: inspector(i) }));
  const kinds = (effort: number): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { kind } of explainInfeasible({ round: roundOf(instance), candidates, effort })!.repairs) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  };
  const pairs = 12;
  expect(kinds(2 * pairs)).toEqual({ capacity: 2, borrow: 2, release: 2, postpone: 2 });
  expect(kinds(0)).toEqual({ capacity: 1, borrow: 1, release: 1, postpone: 1 });
  expect(kinds(100 * pairs)).toMatchObject({ capacity: 3, borrow: 3 });
});
test('M7.4 to release a recusal is no repair where something else stands against the pair, or the person is not of the agency', () => {
  const base = roundOf({ wanted: [1], capacity: [0, 1, 1], eligible: [[0]] });
  const round = {
    ...base,
    visits: base.visits.map((visit) => ({ ...visit, qualifications: ['计量'] })),
    roster: base.roster.map((entry, i) => ({ ...entry, qualifications: i === 1 ? [] : ['计量'] })),
    recusals: [...base.recusals, { target: target(0), inspector: 'B/1' as InspectorId }],
  };
  expect(explainInfeasible({ round, candidates: [] })!.repairs.filter(({ kind }) => kind === 'release')).toEqual([{ kind: 'release', target: target(0), inspector: inspector(2), lowersBy: 1, isEnough: true }]);
});
test('M7.4 a pair recused on two grounds is one repair', () => {
  const base = roundOf({ wanted: [1], capacity: [0, 1], eligible: [[0]] });
  const round = { ...base, recusals: [...base.recusals, ...base.recusals] };
  expect(explainInfeasible({ round, candidates: [] })!.repairs.filter(({ kind }) => kind === 'release')).toHaveLength(1);
});
