import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgencyCode, Digest, InspectorId, TargetId } from '../base/brand.js';
import { belongsTo } from '../plan/composition.js';
import { type AgencyRound, capacityLeft } from './agency-round.js';
import { pairReasons } from './eligibility.js';
import { jointInstance, jointVisits, teamBars } from './joint-match.js';
import { matchTeams } from './match-teams.js';
import { inspectorStream, type Stream, streamSeed } from './stream.js';
import type { TeamMode } from './team-mode.js';
import { anyTeamRounds, permutations, person, round, streamsOf, target, visit } from './team-rounds.properties.js';
import { shortageOf } from './tiny-instance.properties.js';
import type { MatchTeamsInput } from './try-formations.js';

const N = 65536;
const random = (size: number, formations = 5): TeamMode => ({ kind: 'random', size, formations });

/** By the words of M11.5 alone. */
const mayTake = (rounds: readonly AgencyRound[], at: TargetId, members: readonly InspectorId[]): boolean =>
  rounds.every((one) => {
    const need = one.visits.find((each) => each.target === at);
    if (need === undefined) return true;
    const own = one.roster.filter(({ id }) => members.includes(id));
    const isKept = (need.composition ?? []).every(({ group, atLeast = 0, atMost = 99 }) => {
      const count = own.filter((each) => belongsTo(each, group)).length;
      return count >= atLeast && count <= atMost;
    });
    return own.length >= need.people && isKept && own.every(({ id }) => pairReasons(one, { target: at, inspector: id }).length === 0);
  });

test('M11.5–M11.7 the first formation that can be matched goes; every target gets one group, all its people who are needed there, within capacity', () => {
  const seen = { matched: 0, 'formations-exhausted': 0, later: 0 };
  fc.assert(
    fc.property(anyTeamRounds, fc.integer({ min: 2, max: 3 }), fc.integer(), (rounds, size, seed) => {
      const mode = random(size);
      const asked: string[] = [];
      const result = matchTeams({ rounds, mode, streams: (name) => (asked.push(name), streamsOf(seed)(name)) });
      expect(asked.filter((name) => name.startsWith('*'))).toEqual(result.kind === 'matched' ? [`*#${result.formations.length - 1}`] : []);
      seen[result.kind] += 1;
      const visits = jointVisits(rounds);
      const targets = [...new Set(rounds.flatMap((one) => one.visits.map((each) => each.target)))].sort();
      expect(visits.targets).toEqual(targets);
      const people = rounds.flatMap(({ roster }) => roster);
      result.formations.forEach(({ groups, shortage }, f) => {
        const teams = groups.map(({ inspectors }) => inspectors);
        expect(new Set(teams.flat()).size).toBe(teams.flat().length);
        const instance = {
          wanted: targets.map(() => 1),
          capacity: teams.map((members) => Math.min(...people.filter(({ id }) => members.includes(id)).map(capacityLeft))),
          eligible: targets.map((at) => [...teams.keys()].filter((k) => mayTake(rounds, at, teams[k]!))),
        };
        expect(jointInstance(visits, teams)).toEqual(instance);
        expect(shortage).toBe(shortageOf(instance));
        expect(shortage === 0).toBe(result.kind === 'matched' && f === result.formations.length - 1);
      });
      const tried = result.formations.length;
      if (result.kind === 'formations-exhausted') {
        expect(tried).toBe(result.formations[0]!.groups.length === 0 ? 1 : 5);
        return;
      }
      if (tried > 1) seen.later += 1;
      const { groups } = result.formations.at(-1)!;
      for (const { odds } of result.odds.rows) expect(odds.reduce((sum, [, units]) => sum + units, 0)).toBe(N);
      const goes = new Map(targets.map((at) => [at, groups.findIndex(({ inspectors }) => result.assignments!.some((row) => row.target === at && inspectors.includes(row.inspectors[0]!)))]));
      expect(result.assignments).toEqual(rounds.flatMap(({ agency, visits: own, roster }) =>
        targets.filter((at) => own.some((each) => each.target === at)).map((at) => ({ agency, target: at, inspectors: groups[goes.get(at)!]!.inspectors.filter((id) => roster.some((each) => each.id === id)) }))));
      for (const one of people) expect(result.assignments!.filter(({ inspectors }) => inspectors.includes(one.id)).length).toBeLessThanOrEqual(capacityLeft(one));
      expect(targets.every((at) => result.odds.rows.find((row) => row.target === at)!.odds.some(([group, units]) => group === goes.get(at)! + 1 && units > 0))).toBe(true);
    }),
    { numRuns: 600 },
  );
  expect(seen.matched).toBeGreaterThan(40);
  expect(seen.later).toBeGreaterThan(10);
  expect(seen['formations-exhausted']).toBeGreaterThan(40);
});

test('M11.6 what was formed gives the same odds without the streams, and nobody is assigned', () => {
  fc.assert(
    fc.property(anyTeamRounds, fc.integer(), (rounds, seed) => {
      const drawn = matchTeams({ rounds, mode: random(2), streams: streamsOf(seed) });
      const formed = drawn.formations.map(({ groups }) => groups.map(({ inspectors }) => inspectors));
      expect(matchTeams({ rounds, mode: random(2), formed })).toEqual(drawn.kind === 'matched' ? { ...drawn, assignments: undefined } : drawn);
    }),
    { numRuns: 200 },
  );
});

test('M11.3 every stream is used once, under its own name', () => {
  const names: string[] = [];
  const rounds = [round('A', [visit('X', 2)], [{}, {}, {}, {}]), round('B', [visit('X', 2), visit('Y', 2)], [{}, {}, {}, {}], ['B/1', 'B/2', 'B/3', 'B/4'].map((id) => ({ target: target('Y'), inspector: person(id) })))];
  matchTeams({ rounds, mode: random(2, 3), streams: (name) => (names.push(name), streamsOf(1)(name)) });
  expect(names).toEqual(['A#0', 'B#0', 'A#1', 'B#1', 'A#2', 'B#2']);
  names.length = 0;
  matchTeams({ rounds: rounds.slice(0, 1), mode: random(2, 3), streams: (name) => (names.push(name), streamsOf(1)(name)) });
  expect(names).toEqual(['A#0', '*#0']);
});

test('M11.3 where not one team can be filled a second formation would be the same', () => {
  const rounds = [round('A', [visit('X', 2)], [{}, {}])];
  expect(matchTeams({ rounds, mode: random(3), streams: streamsOf(1) })).toEqual({ kind: 'formations-exhausted', formations: [{ groups: [], shortage: 1 }] });
});

test('M11.5 everything against a group is named, need by need', () => {
  const rounds = [
    round('A', [visit('X', 2, { composition: [{ group: 'leader', atLeast: 1 }] })], [{}, {}, { mayLead: true }], [{ target: target('X'), inspector: person('A/2') }]),
    round('B', [visit('X', 2)], [{}, {}]),
  ];
  const needs = jointVisits(rounds).needs.get(target('X'))!;
  expect(teamBars(needs, [person('A/1'), person('A/2'), person('B/1')])).toEqual([
    { kind: 'members', agency: 'A', inspectors: ['A/2'] },
    { kind: 'composition', agency: 'A' },
    { kind: 'too-few', agency: 'B', people: 1, needed: 2 },
  ]);
  expect(teamBars(needs, [person('A/1'), person('A/3'), person('B/1'), person('B/2')])).toEqual([]);
});

test('M11.5 people who are there already count for the rules on who goes together', () => {
  const there = [round('A', [visit('X', 1, { present: [person('A/3')], composition: [{ group: 'leader', atLeast: 1, atMost: 1 }] })], [{}, { mayLead: true }, { mayLead: true, capacity: 0 }])];
  const needs = jointVisits(there).needs.get(target('X'))!;
  expect(teamBars(needs, [person('A/1')])).toEqual([]);
  expect(teamBars(needs, [person('A/2')])).toEqual([{ kind: 'composition', agency: 'A' }]);
});

describe('M11.6 the chances are exact', () => {
  /** Four people, two teams, two targets: one visit each, so every chance is one half. */
  const rounds = [round('A', [visit('X', 2), visit('Y', 2)], [{ capacity: 1 }, { capacity: 1 }, { capacity: 1 }, { capacity: 1 }])];
  const scripted = (order: readonly number[], bits: readonly (0 | 1)[], used: { count: number }): MatchTeamsInput['streams'] => (name) => {
    const unused = (): never => {
      throw new TypeError('not scripted');
    };
    const bit = (): 0 | 1 => {
      used.count += 1;
      return bits[used.count - 1] ?? 0;
    };
    const shuffled: Stream['shuffled'] = (list) => (name.startsWith('A#') ? order.map((at) => list[at]!) : list);
    return { word: unused, below: unused, bit, shuffled };
  };
  test('over all orders and all coins everybody is sent to every target equally often', () => {
    const counts = new Map<string, number>();
    for (const order of permutations([0, 1, 2, 3])) {
      for (const bits of [[0, 0], [0, 1], [1, 0], [1, 1]] as const) {
        const used = { count: 0 };
        const result = matchTeams({ rounds, mode: random(2), streams: scripted(order, bits, used) });
        expect(used.count).toBeLessThanOrEqual(2);
        if (result.kind !== 'matched') throw new TypeError('not matched');
        expect(result.odds.rows.map(({ odds }) => odds)).toEqual([[[1, N / 2], [2, N / 2]], [[1, N / 2], [2, N / 2]]]);
        for (const row of result.assignments!) for (const id of row.inspectors) counts.set(`${row.target} ${id}`, (counts.get(`${row.target} ${id}`) ?? 0) + 1);
      }
    }
    expect(counts.size).toBe(8);
    expect(new Set(counts.values())).toEqual(new Set([24 * 4 / 2]));
  });
});

test('M11.3, M11.6 a worked case should not change its output', () => {
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  const key = '7049d631e5f50094257a8c68599866ba46cd6d80c203bab045593306097ed582' as Digest;
  const isLeader = [true, false, false, true, false, false, true];
  const people = isLeader.map((mayLead) => ({ mayLead, capacity: 3 }));
  const led = { composition: [{ group: 'leader' as const, atLeast: 1 }] };
  const rounds = [
    round('A', [visit('X', 2), visit('Y', 2), visit('Z', 2)], people, [{ target: target('X'), inspector: person('A/2') }]),
    round('B', [visit('X', 2, led), visit('Z', 2, led)], people, [{ target: target('X'), inspector: person('B/6') }, { target: target('Z'), inspector: person('B/5') }]),
  ];
  expect(streamSeed({ scheme: 'ssj/2', key, agency: `${'A' as AgencyCode}#0`, hash })).toBe('d6b4e1342d55e79ba434245479b7409246f07c17780f235e6061f720a26259e3');
  expect(streamSeed({ scheme: 'ssj/2', key, agency: '*#0', hash })).toBe('622c2c650738c36adcf3f51521ac4466f82074fbf172308f234076f7aa352838');
  const result = matchTeams({ rounds, mode: random(3, 20), streams: (agency) => inspectorStream({ scheme: 'ssj/2', key, agency, hash }) });
  expect(result.formations.map(({ groups, shortage }) => `${shortage}: ${groups.map(({ inspectors }) => inspectors.join(' ')).join(', ')}`)).toMatchInlineSnapshot(`
    [
      "1: A/3 A/4 A/6 B/1 B/4 B/6, A/2 A/5 A/7 B/2 B/5 B/7",
      "0: A/4 A/5 A/6 B/2 B/3 B/4, A/2 A/3 A/7 B/1 B/6 B/7",
    ]
  `);
  if (result.kind !== 'matched') throw new TypeError('not matched');
  expect(result.odds.rows.map(({ target: at, odds }) => `${at} ${JSON.stringify(odds)}`)).toMatchInlineSnapshot(`
    [
      "local:X [[1,65536]]",
      "local:Y [[1,32768],[2,32768]]",
      "local:Z [[1,32768],[2,32768]]",
    ]
  `);
  expect(result.assignments!.map(({ agency, target: at, inspectors }) => `${agency} ${at} ${inspectors.join(' ')}`)).toMatchInlineSnapshot(`
    [
      "A local:X A/4 A/5 A/6",
      "A local:Y A/2 A/3 A/7",
      "A local:Z A/4 A/5 A/6",
      "B local:X B/2 B/3 B/4",
      "B local:Z B/2 B/3 B/4",
    ]
  `);
});
