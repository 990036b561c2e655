import { expect, test } from 'vitest';
import type { AgencyCode, InspectorId } from '../base/brand.js';
import type { Appointment, Inspector } from '../registry/schemas.js';
import { peopleRuleProblems } from './batch-problems.js';
import type { CompositionRule } from './composition.js';
import { sampleCounty } from './county.properties.js';
import { NO_PAST } from './past-visits.js';
import { planBatch } from './plan-batch.js';
import type { RosterRow } from './roster.js';
import type { AgencyNeed } from './visit.js';

const appointment = (qualification: string, inspector: string, agency = 'A'): Appointment => ({ agency: agency as AgencyCode, qualification, inspector: inspector as InspectorId, by: '局', reason: '号' });
const person = (id: string, more: Partial<Inspector> = {}): Inspector => ({ id: id as InspectorId, agency: id.split('/')[0] as AgencyCode, qualifications: [], licences: [], isOnDuty: true, ...more });
const INSPECTORS = [person('A/1', { mayLead: true }), person('A/2', { qualifications: ['电梯'] }), person('A/3'), person('Z/1', { grade: 'trainee' }), person('Z/2', { mayLead: true }), person('Z/3', { isOnDuty: false })];
const ROSTER = INSPECTORS.filter(({ agency }) => agency === 'A').map(({ id, qualifications, mayLead }): RosterRow => ({ id, qualifications, mayLead, capacity: 3 }));
const BOILER: CompositionRule = { group: 'qualification:锅炉', atLeast: 1 };
const problems = (appointments: readonly Appointment[], need: Partial<AgencyNeed>, roster = ROSTER) =>
  peopleRuleProblems({ batch: { number: 'P-1' }, visits: ['V1', 'V2'].map((id) => ({ id, needs: [{ agency: 'A' as AgencyCode, items: ['1'], people: 2, qualifications: [], ...need }] })), inspectors: INSPECTORS, roster, appointments })
    .map(({ code, severity, fields }) => [code, severity, Object.fromEntries(Object.entries(fields).filter(([key]) => key !== 'batch'))]);

test('M10.1 an appointment that is asked, of somebody who is there, is no problem; one that nobody asks for is none either', () => {
  expect(problems([appointment('锅炉', 'Z/1')], { composition: [BOILER] })).toEqual([]);
  expect(problems([appointment('计量', 'Z/9'), appointment('锅炉', 'Z/9', 'B')], {})).toEqual([]);
});
test('M10.1 nobody is appointed for what somebody of the agency can do; who cannot be sent does not count', () => {
  const lift = [appointment('电梯', 'Z/1')];
  const asked = { composition: [{ group: 'qualification:电梯', atLeast: 1 } as const] };
  expect(problems(lift, asked)).toEqual([['appointment-not-needed', 'error', { agency: 'A', qualification: '电梯', inspectors: ['A/2'] }]]);
  expect(problems(lift, { qualifications: ['电梯'] })[0]?.[0]).toBe('appointment-not-needed');
  expect(problems(lift, asked, ROSTER.map((row) => (row.id === 'A/2' ? { ...row, capacity: 0 } : row)))).toEqual([]);
});
test('M10.1 whoever is appointed stands in the registry and is on duty', () => {
  const asked = { composition: [BOILER, { group: 'leader', atLeast: 1 } as const].sort((a, b) => (a.group < b.group ? -1 : 1)) };
  expect(problems([appointment('锅炉', 'Z/3')], asked)).toEqual([['appointment-person-not-there', 'error', { agency: 'A', inspector: 'Z/3' }]]);
  expect(problems([appointment('锅炉', 'Z/9')], asked)).toContainEqual(['appointment-person-not-there', 'error', { agency: 'A', inspector: 'Z/9' }]);
});
test('M10.2 no more are appointed than there are places, or than a group may have', () => {
  const three = ['A/3', 'Z/1', 'Z/2'].map((id) => appointment('锅炉', id));
  expect(problems(three, { qualifications: ['锅炉'] })).toEqual([['appointments-above-places', 'error', { agency: 'A', qualifications: ['锅炉'], inspectors: ['A/3', 'Z/1', 'Z/2'], people: 2 }]]);
  expect(problems(three.slice(0, 2), { qualifications: ['锅炉'] })).toEqual([]);
  expect(problems([appointment('锅炉', 'Z/1')], { composition: [BOILER, { group: 'trainee', atMost: 0 }] })).toEqual([['appointments-above-most', 'error', { agency: 'A', group: 'trainee', inspectors: ['Z/1'], atMost: 0 }]]);
});
test('M10.2 the places left hold whom the rules still ask for', () => {
  const rules = { composition: [{ group: 'leader', atLeast: 1 } as const, BOILER] };
  const two = [appointment('锅炉', 'A/3'), appointment('锅炉', 'Z/1')];
  expect(problems(two, rules)).toEqual([['appointments-leave-too-few', 'error', { agency: 'A', groups: ['leader'], inspectors: ['A/3', 'Z/1'], atLeast: 1, atMost: 0 }]]);
  expect(problems([appointment('锅炉', 'A/3'), appointment('锅炉', 'Z/2')], rules)).toEqual([]);
  expect(problems(two, { ...rules, people: 3 })).toEqual([]);
});
test('D5.11 a group may have its people by appointment, each counted once', () => {
  const boiler = (atLeast: number) => ({ composition: [{ group: 'qualification:锅炉', atLeast } as const] });
  expect(problems([appointment('锅炉', 'Z/1')], boiler(2))).toEqual([['composition-too-few', 'error', { agency: 'A', group: 'qualification:锅炉', atLeast: 2, able: 1 }]]);
  expect(problems([], boiler(1))).toEqual([['composition-qualification-unknown', 'error', { qualification: '锅炉' }]]);
  const leaders = { composition: [{ group: 'leader', atLeast: 2 } as const, BOILER] };
  expect(problems([appointment('锅炉', 'A/1')], leaders)).toContainEqual(['composition-too-few', 'error', { agency: 'A', group: 'leader', atLeast: 2, able: 1 }]);
});
test('a batch is planned with them, and an agency whose places are all taken so needs nobody of its own', () => {
  const county = sampleCounty({ number: 1, sampling: 'flat', isFeasible: true, isAppointing: true });
  const codes = (more: Partial<typeof county>) => [...new Set(planBatch({ ...county, ...more, past: NO_PAST }).problems.flatMap(({ code, severity }) => (severity === 'error' ? [code] : [])))];
  expect(codes({})).toEqual([]);
  expect(codes({ appointments: [] })).toEqual(['composition-qualification-unknown']);
  const items = county.items.map((item) => (item.id === 'J-3' ? { ...item, anyQualifications: undefined, qualifications: ['锅炉'] } : { ...item, anyQualifications: undefined }));
  const inspectors = county.inspectors.filter(({ agency }) => agency !== 'A-2');
  const two = ['7', '8'].map((number) => appointment('锅炉', `A-10/${number}`, 'A-2'));
  expect(codes({ items, inspectors, appointments: two })).toEqual([]);
  expect(codes({ items, inspectors, appointments: two.slice(1) })).toEqual(['agency-without-people']);
});
