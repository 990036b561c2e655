import { expect, test } from 'vitest';
import type { AgencyCode, InspectorId } from '../base/brand.js';
import type { RosterRow } from '../plan/roster.js';
import type { Change } from './changes.js';
import { rosterNow } from './roster-now.js';

const person = (number: number): InspectorId => `A/${number}` as InspectorId;
const SEALED: readonly RosterRow[] = [
  { id: person(1), capacity: 3, qualifications: ['电梯'], mayLead: true, regions: ['城关镇'] },
  { id: person(2), capacity: 0, reason: 'capacity-zero', qualifications: [] },
];
const capacity = (number: number, visits: number): Change => ({ kind: 'capacity-set', inspector: person(number), capacity: visits });
const out = (number: number): Change => ({ kind: 'inspector-withdrawn', inspector: person(number) });
const BORROWED: Change = { kind: 'borrowed', agency: 'B' as AgencyCode, inspector: person(9), capacity: 2, qualifications: ['食品'], mayLead: true, grade: 'senior' };
const capacities = (...changes: readonly Change[]) => rosterNow(SEALED, changes).roster.map(({ id, capacity: visits }) => [id, visits]);

test('R12.3 without changes the roster is the sealed one, and nobody is lent', () => {
  expect(rosterNow(SEALED, [])).toEqual({ roster: SEALED, lentTo: new Map() });
  expect(rosterNow(SEALED, [{ kind: 'target-withdrawn', target: 'local:X' as never }, { kind: 'pair-withdrawn', target: 'local:X' as never, inspector: person(1), ground: '近亲属' }])).toEqual({ roster: SEALED, lentTo: new Map() });
});
test('R12.3 a capacity stands in the place of the sealed one, and the last one counts; nothing else of the row changes', () => {
  expect(capacities(capacity(1, 7), capacity(2, 1), capacity(1, 5))).toEqual([['A/1', 5], ['A/2', 1]]);
  expect(rosterNow(SEALED, [capacity(1, 5)]).roster[0]).toEqual({ ...SEALED[0], capacity: 5 });
});
test('R12.3 whoever is withdrawn has no visits, whenever a capacity was set', () => {
  expect(capacities(out(1), capacity(1, 7))).toEqual([['A/1', 0], ['A/2', 0]]);
  expect(capacities(BORROWED, capacity(9, 4), out(9))).toEqual([['A/1', 3], ['A/2', 0], ['A/9', 0]]);
});
test('R12.3 a borrowed person is one more, with what the change says, lent to its agency', () => {
  const { roster, lentTo } = rosterNow(SEALED, [BORROWED]);
  expect(roster).toEqual([...SEALED, { id: 'A/9', capacity: 2, qualifications: ['食品'], mayLead: true, grade: 'senior' }]);
  expect([...lentTo]).toEqual([['A/9', 'B']]);
  expect(capacities(BORROWED, capacity(9, 4))).toEqual([['A/1', 3], ['A/2', 0], ['A/9', 4]]);
});
test('R12.3 a change of somebody who is not there adds nobody', () => {
  expect(capacities(capacity(8, 4), out(7))).toEqual([['A/1', 3], ['A/2', 0]]);
});
