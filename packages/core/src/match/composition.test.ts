import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../base/runs.properties.js';
import { feasibility, maximumFlow } from './feasibility.js';
import { forced } from './forced.js';
import { groupTree, rowGroups } from './group-tree.js';
import { allLaminarAssignments, anyLaminar, countsOf, feasibleLaminar, type Laminar, leastOpen } from './laminar.properties.js';
import { type OddsTable, oddsTable } from './odds.js';
import { pairGraph } from './pair-graph.js';
import { roundOdds } from './rounding.js';
import { streamOf } from './stream.js';
import { testWords } from './tiny-instance.properties.js';
import { largestTwinDifference } from './twin-difference.js';

const tiny = { targets: 3, inspectors: 5, places: 2, capacity: 2 };
const medium = { targets: 25, inspectors: 14, places: 4, capacity: 3 };
const tableOf = ({ instance }: Laminar, bits = 16) => {
  const flow = feasibility(instance);
  if (!flow.ok) throw new Error('infeasible');
  return oddsTable({ flow: flow.value, bits });
};
const member = (...qualifications: readonly string[]) => ({ qualifications });

/** Every way the coins can fall for one order of the edges, with 2 to the number of coins. */
const outcomesOf = (table: OddsTable, seed: number): readonly { readonly chance: readonly number[]; readonly bits: number }[] => {
  const found: { readonly chance: readonly number[]; readonly bits: number }[] = [];
  for (let coins: number[] | undefined = []; coins !== undefined; ) {
    const fallen: readonly number[] = coins;
    const drawn: number[] = [];
    const stream = { ...streamOf(testWords(seed)), bit: () => { drawn.push(fallen[drawn.length] ?? 0); return drawn.at(-1)! as 0 | 1; } };
    const people = roundOdds({ table, stream });
    found.push({ chance: [...table.graph.targetOf].map((e, pair) => (people[e]!.includes(table.graph.inspectorOf[pair]!) ? 1 : 0)), bits: 2 ** drawn.length });
    const last = drawn.lastIndexOf(0);
    coins = last < 0 ? undefined : [...drawn.slice(0, last), 1];
  }
  return found;
};

describe('M9.3 the tree of a need', () => {
  test('a group stands under the smallest one that holds all its people, one without people under the target', () => {
    const roster = [member('特种', '电梯'), member('特种'), member('食品'), member()];
    const { parent, holder, rules } = groupTree(['电梯', '特种', '药品', '食品'].map((name) => ({ group: `qualification:${name}` as const, atLeast: 1 })), roster);
    expect(rules.map(([rule]) => rule?.group)).toEqual(['qualification:电梯', 'qualification:特种', 'qualification:药品', 'qualification:食品']);
    expect(parent).toEqual([1, -1, -1, -1]);
    expect([...holder]).toEqual([0, 1, 3, -1]);
  });
  test('groups of the same people are one, with the greater lower and the lesser upper bound', () => {
    const tree = groupTree([{ group: 'leader', atLeast: 1, atMost: 3 }, { group: 'qualification:食品', atLeast: 2, atMost: 4 }], [{ ...member('食品'), mayLead: true }, { ...member('食品'), grade: 'senior' }, member()]);
    expect([tree.parent, [...tree.holder]]).toEqual([[-1], [0, 0, -1]]);
    expect(rowGroups(tree, [])).toEqual({ tree, low: [2], high: [3] });
  });
  test('people who are on the visit already count', () => {
    const tree = groupTree([{ group: 'leader', atLeast: 1 }, { group: 'trainee', atMost: 1 }], [{ ...member(), mayLead: true }, { ...member(), grade: 'trainee' }]);
    expect(rowGroups(tree, [{ ...member(), grade: 'senior' }, { ...member(), grade: 'trainee' }])).toEqual({ tree, low: [0, 0], high: [8191, 0] });
  });
  test('M9.2 groups that overlap otherwise are a RangeError', () => {
    expect(() => groupTree([{ group: 'leader', atLeast: 1 }, { group: 'qualification:食品', atLeast: 1 }], [{ ...member('食品'), mayLead: true }, { ...member(), mayLead: true }, member('食品')])).toThrow(/leader.*食品|食品.*leader/);
  });
});

test('M9.5 what can be done is exactly what trying every assignment finds', () => {
  let feasible = 0;
  fc.assert(fc.property(anyLaminar(tiny), (laminar) => {
    const isPossible = allLaminarAssignments(laminar).length > 0;
    expect(feasibility(laminar.instance).ok).toBe(isPossible);
    if (isPossible) feasible += 1;
  }), { numRuns: runs(3000) });
  expect(feasible).toBeGreaterThan(runs(3000) / 20);
});
test('M9.12 the shortage is the least number of open places that would make up every visit', () => {
  let short = 0;
  fc.assert(fc.property(anyLaminar(tiny), (laminar) => {
    const open = leastOpen(laminar);
    if (open === undefined) return;
    expect(maximumFlow(pairGraph(laminar.instance), laminar.instance).shortage).toBe(open);
    if (open > 0) short += 1;
  }), { numRuns: runs(2000) });
  expect(short).toBeGreaterThan(runs(2000) / 20);
});
test('M9.6 forced are the pairs, and only such groups, that are the same in every assignment', () => {
  fc.assert(fc.property(feasibleLaminar(tiny), (laminar) => {
    const all = allLaminarAssignments(laminar);
    const flow = maximumFlow(pairGraph(laminar.instance), laminar.instance);
    const marks = forced(flow);
    const { graph } = flow;
    marks.pairs.forEach((mark, pair) => {
      const times = all.filter((people) => people[graph.targetOf[pair]!]!.includes(graph.inspectorOf[pair]!)).length;
      expect(mark === 1).toBe(times === 0 || times === all.length);
    });
    laminar.instance.groups!.forEach((row, e) => row?.tree.rules.forEach(([rule], at) => {
      const position = laminar.rules[e]!.findIndex(({ group }) => group === rule?.group);
      const counts = new Set(all.map((people) => countsOf(laminar, e, people[e]!)[position]));
      if (marks.groups[graph.groups!.start[e]! + at] === 1) expect(counts.size).toBe(1);
    }));
  }), { numRuns: runs(1500) });
});
test('M5.8, M9.5 rows, columns, pairs and groups of the table keep their laws', () => {
  fc.assert(fc.property(feasibleLaminar(medium), fc.constantFrom(3, 10, 16), (laminar, bits) => {
    const { graph, chance, sum } = tableOf(laminar, bits);
    const { instance, rules } = laminar;
    const N = 2 ** bits;
    const columns = instance.capacity.map(() => 0);
    instance.eligible.forEach((people, e) => {
      const row = [...chance.subarray(graph.rowStart[e], graph.rowStart[e + 1])];
      expect(row.reduce((a, b) => a + b, 0)).toBe(instance.wanted[e]! * N);
      expect(row.every((q) => Number.isInteger(q) && q >= 0 && q <= N)).toBe(true);
      people.forEach((i, at) => { columns[i]! += row[at]!; });
      const sums = rules[e]!.map((_, r) => people.reduce((units, i, at) => units + (countsOf(laminar, e, [i])[r]! * row[at]!), 0));
      rules[e]!.forEach(({ atLeast, atMost }, r) => {
        expect(sums[r]).toBeGreaterThanOrEqual((atLeast ?? 0) * N);
        expect(sums[r]).toBeLessThanOrEqual((atMost ?? 8191) * N);
      });
    });
    expect([...sum]).toEqual(columns);
    columns.forEach((x, i) => expect(x).toBeLessThanOrEqual(instance.capacity[i]! * N));
  }), { numRuns: runs(400) });
});
test('M9.10 every visit has its people, every group its number, every load its expectation rounded down or up', () => {
  fc.assert(fc.property(feasibleLaminar(medium), fc.integer(), (laminar, seed) => {
    const table = tableOf(laminar);
    const { instance, rules } = laminar;
    const people = roundOdds({ table, stream: streamOf(testWords(seed)) });
    const loads = instance.capacity.map(() => 0);
    people.forEach((row, e) => {
      expect(new Set(row).size).toBe(instance.wanted[e]);
      row.forEach((i) => {
        expect(instance.eligible[e]).toContain(i);
        loads[i]! += 1;
      });
      countsOf(laminar, e, row).forEach((count, r) => {
        expect(count).toBeGreaterThanOrEqual(rules[e]![r]!.atLeast ?? 0);
        expect(count).toBeLessThanOrEqual(rules[e]![r]!.atMost ?? 8191);
      });
    });
    loads.forEach((load, i) => {
      expect(load).toBeGreaterThanOrEqual(Math.floor(table.sum[i]! / 65536));
      expect(load).toBeLessThanOrEqual(Math.ceil(table.sum[i]! / 65536));
    });
  }), { numRuns: runs(400) });
});
test('M9.6 the table is the same for every feasible flow one starts from', () => {
  fc.assert(fc.property(feasibleLaminar(medium), fc.integer(), (laminar, seed) => {
    const { instance } = laminar;
    const table = tableOf(laminar);
    const people = roundOdds({ table, stream: streamOf(testWords(seed)) });
    const flow = maximumFlow(pairGraph(instance), instance);
    const isIn = (pair: number): boolean => people[flow.graph.targetOf[pair]!]!.includes(flow.graph.inspectorOf[pair]!);
    const share = flow.share.map((_, pair) => (isIn(pair) ? 1 : 0));
    const sum = flow.sum.map((_, i) => people.filter((row) => row.includes(i)).length);
    const { groups } = flow.graph;
    const groupSum = new Float64Array(flow.graph.nodes - flow.graph.targets);
    share.forEach((unit, pair) => {
      for (let g = (groups?.nodeOf[pair] ?? 0) - flow.graph.targets; g >= 0; g = groups!.parent[g]! - flow.graph.targets) groupSum[g]! += unit;
    });
    expect(oddsTable({ flow: { ...flow, share, sum, groups: flow.groups && { ...flow.groups, sum: groupSum } }, bits: 16 })).toEqual(table);
  }), { numRuns: runs(200) });
});
test('M9.10 over all coins every pair comes exactly as often as the table says', () => {
  fc.assert(fc.property(feasibleLaminar({ targets: 3, inspectors: 5, places: 3, capacity: 2 }), fc.integer(), (laminar, seed) => {
    const table = tableOf(laminar, 2);
    const times = table.chance.map(() => 0);
    let weight = 0;
    for (const { chance, bits } of outcomesOf(table, seed)) {
      weight += 1 / bits;
      chance.forEach((isIn, pair) => { times[pair]! += isIn / bits; });
    }
    expect(weight).toBe(1);
    expect([...times]).toEqual([...table.chance].map((q) => q / 4));
  }), { numRuns: runs(300) });
});
test('M9.11 the largest difference is that of trying every two people of the same capacity, eligible targets and groups', () => {
  fc.assert(fc.property(anyLaminar({ targets: 3, inspectors: 6, places: 1, capacity: 1 }), fc.infiniteStream(fc.nat(100)), (laminar, units) => {
    const { eligible, capacity } = laminar.instance;
    const graph = pairGraph(laminar.instance);
    const chance = Float64Array.from({ length: graph.pairs }, () => units.next().value);
    const rows = eligible.map((row, e) => new Map(row.map((i, at) => [i, { units: chance[graph.rowStart[e]! + at]!, counts: countsOf(laminar, e, [i]) }])));
    const standing = capacity.map((c, i) => `${c} ${rows.map((row) => (row.has(i) ? `(${row.get(i)!.counts})` : '-'))}`);
    const differences = rows.flatMap((row) => [...row].flatMap(([i, one]) => [...row].filter(([j]) => standing[i] === standing[j]).map(([, other]) => Math.abs(one.units - other.units))));
    expect(largestTwinDifference({ graph, chance }, capacity)).toBe(Math.max(0, ...differences));
  }), { numRuns: runs(1000) });
});
test('M9.7 one of two leaders must come: they share the place, the others share the other one with them', () => {
  const roster = [{ ...member(), mayLead: true }, { ...member(), mayLead: true }, member(), member(), member(), member()];
  const groups = [rowGroups(groupTree([{ group: 'leader', atLeast: 1 }], roster), [])];
  const { chance } = tableOf({ members: roster, rules: [], instance: { wanted: [2], capacity: [1, 1, 1, 1, 1, 1], eligible: [[0, 1, 2, 3, 4, 5]], groups } });
  // Two of six places would give the leaders two thirds of a place; the bound lifts them to one.
  expect([...chance]).toEqual([32768, 32768, 16384, 16384, 16384, 16384]);
});
