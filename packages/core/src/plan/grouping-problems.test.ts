import { NO_PAST } from './past-visits.js';
import { expect, test } from 'vitest';
import type { InspectorId } from '../base/brand.js';
import { type County, sampleCounty } from './county.properties.js';
import type { Grouping } from './grouping.js';
import { groupingProblems, type GroupingProblemsInput } from './grouping-problems.js';
import { planBatch } from './plan-batch.js';
import type { RosterRow } from './roster.js';
import type { Visit } from './visit.js';

const county = (grouping: Grouping): County => sampleCounty({ number: 1, sampling: 'flat', isFeasible: true, grouping });
const person = (id: string, more: Partial<RosterRow> = {}): RosterRow => ({ id: id as InspectorId, capacity: 3, qualifications: [], ...more });
const need = (agency: string, people: number, leaders?: number): Visit['needs'][number] => ({ agency: agency as 'A' & Visit['needs'][number]['agency'], items: ['1'], people, qualifications: [], ...(leaders === undefined ? {} : { composition: [{ group: 'leader', atLeast: leaders }] }) });
const VISITS: readonly Visit[] = [{ id: 'V1', needs: [need('A', 2, 1), need('B', 2)] }, { id: 'V2', needs: [need('B', 3)] }];
const ROSTER = [person('A/1', { mayLead: true }), person('A/2'), person('A/3', { capacity: 0, mayLead: true }), person('B/1'), person('B/2'), person('B/3')];
const team = (group: string, ...ids: readonly string[]) => ({ group, inspectors: ids as readonly InspectorId[] });
const problems = (grouping: Grouping | undefined, more: Partial<GroupingProblemsInput> = {}) =>
  groupingProblems({ batch: { number: 'P-1', grouping }, visits: VISITS, roster: ROSTER, teams: [], ...more }).map(({ code, severity, fields }) => [code, severity, Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'batch'))]);

test('people one by one have none', () => expect(problems(undefined)).toEqual([]));
test('M11.3 a random team is as large as every visit needs, and every agency can fill one with its leaders', () => {
  expect(problems({ kind: 'random', size: 2 })).toEqual([['team-size-below-need', 'error', { agency: 'B', size: 2, needed: 3 }]]);
  expect(problems({ kind: 'random', size: 3 })).toEqual([['team-too-few-people', 'error', { agency: 'A', people: 2, size: 3 }]]);
  expect(problems({ kind: 'random', size: 3 }, { visits: [{ id: 'V1', needs: [need('A', 2, 2)] }] })).toEqual([
    ['team-too-few-people', 'error', { agency: 'A', people: 2, size: 3 }],
    ['team-too-few-leaders', 'error', { agency: 'A', leaders: 1, needed: 2 }],
  ]);
});
test('M11.4 some fixed team has people of every agency; one that lacks an agency or people is named', () => {
  expect(problems({ kind: 'fixed' })).toEqual([['teams-missing', 'error', {}]]);
  expect(problems({ kind: 'fixed' }, { teams: [team('甲', 'A/3', 'B/1'), team('丙', 'C/1')] })).toEqual([['teams-missing', 'error', {}], ['team-without-agency', 'warning', { group: '甲', agency: 'A' }]]);
  expect(problems({ kind: 'fixed' }, { teams: [team('乙', 'A/1', 'A/2', 'B/1', 'B/2', 'B/3')] })).toEqual([]);
  expect(problems({ kind: 'fixed' }, { teams: [team('乙', 'A/1', 'A/2', 'B/1', 'B/2'), team('甲', 'B/3')] })).toEqual([
    ['team-without-agency', 'warning', { group: '甲', agency: 'A' }],
    ['team-below-need', 'warning', { group: '乙', agency: 'B', people: 2, needed: 3 }],
  ]);
});
test('D5.10 who goes in teams is not levelled', () => {
  const batch = { number: 'P-1', levelling: true };
  expect(problems({ kind: 'random', size: 3 }, { batch: { ...batch, grouping: { kind: 'random', size: 3 } }, visits: [] })).toEqual([['levelling-in-teams', 'error', {}]]);
  expect(problems(undefined, { batch })).toEqual([]);
});
test('a batch is planned with them', () => {
  const codes = (grouping: Grouping, teams?: County['teams']) => planBatch({ ...county(grouping), teams, past: NO_PAST }).problems.flatMap(({ code, severity }) => (severity === 'error' ? [code] : []));
  expect(codes({ kind: 'random', size: 3 })).toEqual([]);
  expect(codes({ kind: 'random', size: 2 })).toContain('team-size-below-need');
  expect(codes({ kind: 'fixed' })).toEqual(['teams-missing']);
  expect(codes({ kind: 'fixed' }, county({ kind: 'fixed' }).teams)).toEqual([]);
});
