import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InspectorId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import { capacityLeft } from './agency-round.js';
import { checkFormed, fixedTeams, formTeams } from './formation.js';
import type { Stream } from './stream.js';
import { isLeader, teamCount, teamPeople, type TeamPeople } from './team-people.js';
import { anyTeamRounds, permutations, person, round, streamsOf, visit } from './team-rounds.properties.js';

const asIs: Pick<Stream, 'shuffled'> = { shuffled: (list) => list };
const LEADERS = { composition: [{ group: 'leader', atLeast: 1 }] } as const;
const agencyOf = (people: Parameters<typeof round>[2], more = {}): TeamPeople => teamPeople([round('A', [visit('X', 2, more)], people)])[0]!;

test('M11.2, M11.3 everybody with a visit left is in one team at most, teams are whole, have their leaders and are as many as every agency can fill', () => {
  let formed = 0;
  fc.assert(
    fc.property(anyTeamRounds, fc.integer({ min: 2, max: 4 }), fc.integer(), (rounds, size, seed) => {
      const agencies = teamPeople(rounds);
      const teams = teamCount(agencies, size);
      agencies.forEach((agency, at) => {
        const free = rounds[at]!.roster.filter((one) => capacityLeft(one) > 0);
        expect(new Set(agency.people)).toEqual(new Set(free));
        if (agency.leadersEach > size) return;
        const dealt = formTeams({ agency, size, teams, stream: streamsOf(seed)(agency.agency) });
        expect(dealt.map((members) => members.length)).toEqual(Array.from({ length: teams }, () => size));
        expect(new Set(dealt.flat()).size).toBe(teams * size);
        for (const members of dealt) {
          expect(members).toEqual(sortedBy(members, (id) => id));
          expect(agency.people.filter((one) => members.includes(one.id)).length).toBe(size);
          expect(agency.people.filter((one) => isLeader(one) && members.includes(one.id)).length).toBeGreaterThanOrEqual(agency.leadersEach);
        }
        formed += teams;
      });
      const couldMore = agencies.every(({ people, leadersEach }) => people.length >= (teams + 1) * size && people.filter(isLeader).length >= (teams + 1) * leadersEach);
      expect(couldMore).toBe(false);
    }),
    { numRuns: 500 },
  );
  expect(formed).toBeGreaterThan(100);
});

test('M11.3 the list is dealt team by team, the leaders first where a rule asks for them', () => {
  const people = [{}, { mayLead: true }, { mayLead: true }, {}, {}, { grade: 'senior' as const }, {}];
  const ids = (teams: readonly (readonly InspectorId[])[]) => teams.map((members) => members.map((id) => id.slice(2)).join(''));
  expect(ids(formTeams({ agency: agencyOf(people), size: 3, teams: 2, stream: asIs }))).toEqual(['123', '456']);
  expect(ids(formTeams({ agency: agencyOf(people, LEADERS), size: 3, teams: 2, stream: asIs }))).toEqual(['124', '356']);
  const backwards: Pick<Stream, 'shuffled'> = { shuffled: (list) => [...list].reverse() };
  expect(ids(formTeams({ agency: agencyOf(people, LEADERS), size: 3, teams: 2, stream: backwards }))).toEqual(['567', '234']);
  expect(() => formTeams({ agency: agencyOf(people), size: 4, teams: 2, stream: asIs })).toThrow(RangeError);
});

test('M11.3 as many leaders are dealt as the strictest visit with a place asks for', () => {
  const rule = (atLeast: number) => ({ composition: [{ group: 'leader', atLeast }] }) as const;
  const eachOf = (...visits: readonly Parameters<typeof visit>[]) => teamPeople([round('A', visits.map((one) => visit(...one)), [{}])])[0]!.leadersEach;
  expect(eachOf(['X', 2], ['Y', 2, rule(1)], ['Z', 3, rule(2)])).toBe(2);
  expect(eachOf(['X', 2], ['Y', 0, rule(1)])).toBe(0);
});

describe('M11.3 over all orders everybody is equally often', () => {
  /** How often each person is in team k, over all orders of all that is shuffled. */
  const counts = (agency: TeamPeople, size: number, teams: number): ReadonlyMap<string, readonly number[]> => {
    const found = new Map<string, number[]>(agency.people.map(({ id }) => [id, Array.from({ length: teams }, () => 0)]));
    const leaders = agency.leadersEach === 0 ? [[]] : permutations([...agency.people.filter(isLeader).keys()]);
    const others = permutations([...Array(agency.people.length - agency.leadersEach * teams).keys()]);
    for (const first of leaders) {
      for (const second of others) {
        const orders = agency.leadersEach === 0 ? [second] : [first, second];
        let call = 0;
        const stream: Pick<Stream, 'shuffled'> = {
          shuffled: (list) => {
            const order = orders[call]!;
            call += 1;
            return order.map((at) => list[at]!);
          },
        };
        formTeams({ agency, size, teams, stream }).forEach((members, k) => members.forEach((id) => (found.get(id)![k]! += 1)));
      }
    }
    return found;
  };
  test('in every team without a rule', () => {
    const found = counts(agencyOf(Array.from({ length: 5 }, () => ({}))), 2, 2);
    expect(new Set([...found.values()].map(String))).toEqual(new Set(['48,48']));
  });
  test('in every team among the leaders, and among the others, with a rule on leaders', () => {
    const found = counts(agencyOf([{ mayLead: true }, { mayLead: true }, { mayLead: true }, {}, {}, {}], LEADERS), 2, 2);
    const of = (serials: readonly number[]) => new Set(serials.map((serial) => String(found.get(`A/${serial}`))));
    expect(of([1, 2, 3]).size).toBe(1);
    expect(of([4, 5, 6]).size).toBe(1);
    const sum = [...found.values()].flat().reduce((total, count) => total + count, 0);
    expect(sum).toBe(6 * 24 * 4);
  });
});

test('M11.4 fixed groups ascend by name, need people of every agency, and go without those who have no visit left', () => {
  const agencies = teamPeople([round('A', [visit('X', 1)], [{}, { capacity: 0 }, {}]), round('B', [visit('X', 1)], [{}, { isWithdrawn: true }])]);
  const ids = (...list: readonly string[]) => list.map(person);
  expect(fixedTeams(agencies, [
    { group: '乙组', inspectors: ids('A/1', 'A/2', 'B/1', 'C/1') },
    { group: '甲组', inspectors: ids('A/3', 'B/2') },
    { group: '丙组', inspectors: ids('B/1', 'A/3') },
  ])).toEqual([{ name: '丙组', inspectors: ids('A/3', 'B/1') }, { name: '乙组', inspectors: ids('A/1', 'B/1') }]);
});

describe('M11.3 a recorded formation that nobody could have formed is refused', () => {
  const agencies = teamPeople([round('A', [visit('X', 1, LEADERS)], [{ mayLead: true }, { mayLead: true }, {}, {}, { capacity: 0 }])]);
  const formed = [['A/1', 'A/3'], ['A/2', 'A/4']].map((members) => members.map(person));
  const check = (teams: readonly (readonly string[])[] | undefined) => checkFormed({ agencies, size: 2, teams: 2, formed: teams?.map((members) => members.map(person)) });
  test('and one that could is taken', () => expect(check(formed)).toEqual(formed));
  test.each<[string, readonly (readonly string[])[] | undefined]>([
    ['none at all', undefined],
    ['a team too few', [['A/1', 'A/3']]],
    ['somebody twice', [['A/1', 'A/3'], ['A/2', 'A/3']]],
    ['a team too large', [['A/1', 'A/3', 'A/4'], ['A/2']]],
    ['somebody without a visit left', [['A/1', 'A/3'], ['A/2', 'A/5']]],
    ['a stranger', [['A/1', 'A/3'], ['A/2', 'B/1']]],
    ['a team without its leader', [['A/1', 'A/2'], ['A/3', 'A/4']]],
    ['another order', [['A/3', 'A/1'], ['A/2', 'A/4']]],
  ])('%s', (_, teams) => expect(() => check(teams)).toThrow(RangeError));
});
