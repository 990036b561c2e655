import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import type { AgencyRound, RosterEntry, VisitNeed } from './agency-round.js';
import { eligibility, eligibilityBesideCapacity, pairReasons } from './eligibility.js';

const person = (number: string, more: Partial<RosterEntry> = {}): RosterEntry => ({ id: `A/${number}` as InspectorId, capacity: 3, load: 0, qualifications: [], isWithdrawn: false, ...more });
const visit = (code: string, more: Partial<VisitNeed> = {}): VisitNeed => ({ target: `local:${code}` as TargetId, people: 2, qualifications: [], present: [], ...more });
const pair = (code: string, number: string) => ({ target: `local:${code}` as TargetId, inspector: `A/${number}` as InspectorId });
const round = (more: Partial<AgencyRound>): AgencyRound => ({ agency: 'A' as AgencyCode, visits: [], roster: [], recusals: [], withdrawals: [], ...more });

test('M1.3, M1.4 indices follow the bytes of the ids, and nobody is left out of the numbering', () => {
  const { roster, instance } = eligibility(round({ visits: [visit('T')], roster: [person('9'), person('10', { capacity: 0 }), person('2')] }));
  expect(roster.map(({ id }) => id)).toEqual(['A/10', 'A/2', 'A/9']);
  expect(instance).toEqual({ wanted: [2], capacity: [0, 3, 3], eligible: [[1, 2]] });
});
test('M1.2 a visit without open places is no target of the match', () => {
  expect(eligibility(round({ visits: [visit('T', { people: 0 }), visit('S', { people: 1 })] })).instance.wanted).toEqual([1]);
});
test('M2.1 each reason bars the pair', () => {
  const all = round({
    visits: [visit('T', { qualifications: ['特种设备', '计量'], present: [pair('T', '4').inspector] })],
    roster: ['1', '2', '3', '4', '5', '6', '7'].map((number) => person(number, { qualifications: ['计量', '特种设备'] }))
      .map((entry) => ({ ...entry, ...({ 'A/3': { qualifications: ['计量'] }, 'A/5': { load: 3 }, 'A/6': { isWithdrawn: true } } as Record<string, Partial<RosterEntry>>)[entry.id] })),
    recusals: [pair('T', '1'), pair('S', '7')],
    withdrawals: [pair('T', '2')],
  });
  expect(eligibility(all).instance.eligible).toEqual([[6]]);
  expect(['1', '2', '3', '4', '5', '6', '7'].map((number) => pairReasons(all, pair('T', number)))).toEqual([
    ['recused'], ['withdrawn'], ['unqualified'], ['already-on-visit'], ['no-capacity'], ['withdrawn', 'no-capacity'], [],
  ]);
});
test('M2.1 own area, region and rotation bar the pair, and only there', () => {
  const all = round({
    visits: [visit('S', { area: '乙镇' }), visit('T', { area: '甲镇' }), visit('U')],
    roster: [person('1', { closedAreas: ['甲镇'] }), person('2', { regions: ['乙镇', '丙镇'] }), person('3'), person('4', { closedAreas: [], regions: ['甲镇'] })],
    lastVisits: [pair('T', '3'), pair('S', '9')],
  });
  expect(eligibility(all).instance.eligible).toEqual([[0, 1, 2], [3], [0, 2]]);
  expect(['1', '2', '3', '4'].map((number) => pairReasons(all, pair('T', number)))).toEqual([['own-area'], ['out-of-region'], ['last-visit'], []]);
  expect(['1', '2'].map((number) => pairReasons(all, pair('U', number)))).toEqual([[], ['out-of-region']]);
});
test('M2.2 several reasons are named in the order of the clause', () => {
  const all = round({
    visits: [visit('T', { area: '甲镇', qualifications: ['计量'], present: [pair('T', '1').inspector] })], roster: [person('1', { isWithdrawn: true, closedAreas: ['甲镇'], regions: ['乙镇'] })],
    recusals: [pair('T', '1')], lastVisits: [pair('T', '1')],
  });
  expect(pairReasons(all, pair('T', '1'))).toEqual(['withdrawn', 'recused', 'own-area', 'out-of-region', 'last-visit', 'unqualified', 'already-on-visit', 'no-capacity']);
});
test('M2.1 reasons are those of the visit and the person asked for', () => {
  const all = round({ visits: [visit('S'), visit('T', { qualifications: ['计量'] })], roster: [person('1'), person('2', { qualifications: ['计量'] })] });
  expect([pairReasons(all, pair('S', '1')), pairReasons(all, pair('T', '1')), pairReasons(all, pair('T', '2'))]).toEqual([[], ['unqualified'], []]);
});
test('M8.3 the present load is taken off the capacity, never below 0', () => {
  expect(eligibility(round({ visits: [visit('T')], roster: [person('1', { load: 1 }), person('2', { load: 5 })] })).instance).toEqual({ wanted: [2], capacity: [2, 0], eligible: [[0]] });
});
test('M7.3 whoever only lacks capacity is listed for the explanation', () => {
  const all = round({ visits: [visit('T')], roster: [person('1', { capacity: 0 }), person('2', { isWithdrawn: true }), person('3')] });
  expect(eligibilityBesideCapacity(all).instance.eligible).toEqual([[0, 2]]);
});
test('M1.4 the order of the lists never matters', () => {
  const base = round({ visits: ['C', 'A', 'B'].map((code) => visit(code)), roster: ['9', '10', '1'].map((number) => person(number)), recusals: [pair('A', '9'), pair('B', '1')] });
  const expected = eligibility(base);
  const whole = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
  fc.assert(fc.property(whole(base.visits), whole(base.roster), whole(base.recusals), (visits, roster, recusals) => {
    expect(eligibility({ ...base, visits, roster, recusals })).toEqual(expected);
  }));
});
test.each<[string, Partial<AgencyRound>]>([
  ['visits', { visits: [visit('T'), visit('T')] }],
  ['roster', { roster: [person('1'), person('1')] }],
  ['roster', { roster: [person('1', { capacity: -1 })] }],
  ['roster', { roster: [person('1', { load: 0.5 })] }],
  ['roster', { roster: [person('1', { load: -1 })] }],
])('M1.5 a RangeError names %s', (name, more) => {
  expect(() => eligibility(round(more))).toThrow(RangeError);
  expect(() => eligibility(round(more))).toThrow(new RegExp(`^${name}: `));
});
test('reasons are only given for who and what is in the round', () => {
  expect(() => pairReasons(round({ roster: [person('1')] }), pair('T', '1'))).toThrow(/^pairReasons: target local:T /);
  expect(() => pairReasons(round({ visits: [visit('T')] }), pair('T', '1'))).toThrow(/^pairReasons: inspector A\/1 /);
});
