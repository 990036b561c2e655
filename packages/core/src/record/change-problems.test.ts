import { describe, expect, test } from 'vitest';
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import { changeProblems } from './change-problems.js';
import type { Change } from './changes.js';
import type { SealedInputs } from './sealed-inputs.js';

const target = (code: string) => `local:${code}` as TargetId;
const person = (id: string) => id as InspectorId;
const inputs = {
  frame: ['X', 'Y'].map((code) => ({ id: target(code), stratum: 'ALL', visit: 'V1' })),
  roster: [
    { id: person('A/1'), capacity: 2, qualifications: [] },
    { id: person('A/2'), capacity: 0, reason: 'off-duty', qualifications: [] },
    { id: person('A/3'), capacity: 0, reason: 'capacity-zero', qualifications: [] },
    { id: person('A/4'), capacity: 0, reason: 'year-used-up', qualifications: [] },
    { id: person('A/5'), capacity: 0, reason: 'on-leave', qualifications: [] },
  ],
  recusals: [{ target: target('X'), inspector: person('A/1') }],
  appointed: [{ agency: 'A', qualification: '电梯', inspector: person('C/7'), by: '局', reason: '号', qualifications: [] }],
  sealed: { visits: [{ id: 'V1', needs: [{ agency: 'A', items: ['1'], people: 2, qualifications: [], composition: [{ group: 'leader', atLeast: 1 }, { group: 'trainee', atMost: 1 }] }] }] },
} as unknown as SealedInputs;

const withdrawn = (code: string): Change => ({ kind: 'target-withdrawn', target: target(code) });
const postponed = (code: string): Change => ({ kind: 'target-postponed', target: target(code) });
const out = (id: string): Change => ({ kind: 'inspector-withdrawn', inspector: person(id) });
const apart = (code: string, id: string): Change => ({ kind: 'pair-withdrawn', target: target(code), inspector: person(id), ground: '近亲属' });
const released = (code: string, id: string): Change => ({ kind: 'recusal-released', target: target(code), inspector: person(id) });
const capacity = (id: string): Change => ({ kind: 'capacity-set', inspector: person(id), capacity: 5 });
const borrowed = (id: string): Change => ({ kind: 'borrowed', agency: 'A' as AgencyCode, inspector: person(id), capacity: 1, qualifications: [] });
/** Of the targets X alone is drawn. */
const problems = (change: Change, ...earlier: readonly Change[]) => changeProblems({ inputs, drawn: new Set([target('X')]), earlier, change }).map(({ code, severity, fields }) => [code, severity, fields]);
const error = (code: string, fields: object) => [code, 'error', fields];

describe('R12.3 a change can be made where it makes sense', () => {
  test('a target of the frame is withdrawn, drawn or not, unless it went before', () => {
    expect([problems(withdrawn('X')), problems(withdrawn('Y')), problems(withdrawn('X'), withdrawn('Y'), postponed('Y'))]).toEqual([[], [], []]);
    expect(problems(withdrawn('Q'))).toEqual([error('change-target-not-in-frame', { target: 'local:Q' })]);
    for (const before of [withdrawn('X'), postponed('X')]) expect(problems(withdrawn('X'), before)).toEqual([error('change-target-gone', { target: 'local:X' })]);
  });
  test('a target is postponed once it is drawn', () => {
    expect(problems(postponed('X'))).toEqual([]);
    expect(problems(postponed('Y'))).toEqual([error('change-target-not-drawn', { target: 'local:Y' })]);
    for (const before of [withdrawn('X'), postponed('X')]) expect(problems(postponed('X'), before)).toEqual([error('change-target-gone', { target: 'local:X' })]);
  });
  test('somebody of the roster, or borrowed, is withdrawn once', () => {
    expect([problems(out('A/1')), problems(out('B/9'), borrowed('B/9')), problems(out('A/1'), out('A/2'))]).toEqual([[], [], []]);
    expect(problems(out('B/9'), borrowed('B/8'))).toEqual([error('change-person-unknown', { inspector: 'B/9' })]);
    expect(problems(out('A/1'), out('A/1'))).toEqual([error('change-person-gone', { inspector: 'A/1' })]);
  });
  test('M10 somebody appointed is withdrawn, from all visits or one, and gets no capacity', () => {
    expect([problems(out('C/7')), problems(apart('X', 'C/7')), problems(borrowed('C/7'))]).toEqual([[], [], []]);
    expect(problems(out('C/7'), out('C/7'))).toEqual([error('change-person-gone', { inspector: 'C/7' })]);
    expect(problems(capacity('C/7'))).toEqual([error('change-person-unknown', { inspector: 'C/7' })]);
  });
  test('a pair is withdrawn of a person and a target that are there, once', () => {
    expect([problems(apart('X', 'A/1')), problems(apart('Y', 'A/1'), apart('X', 'A/1')), problems(apart('X', 'A/2'), apart('X', 'A/1')), problems(apart('X', 'A/1'), released('X', 'A/1'))]).toEqual([[], [], [], []]);
    expect(problems(apart('X', 'A/1'), apart('X', 'A/1'))).toEqual([error('change-repeated', { kind: 'pair-withdrawn' })]);
    expect(problems(apart('Q', 'B/9'))).toEqual([error('change-person-unknown', { inspector: 'B/9' }), error('change-target-not-in-frame', { target: 'local:Q' })]);
    expect(problems(apart('X', 'A/1'), out('A/1'), postponed('X'))).toEqual([error('change-person-gone', { inspector: 'A/1' }), error('change-target-gone', { target: 'local:X' })]);
  });
  test('a sealed recusal is released, once', () => {
    expect([problems(released('X', 'A/1')), problems(released('X', 'A/1'), apart('X', 'A/1'))]).toEqual([[], []]);
    for (const [code, id] of [['Y', 'A/1'], ['X', 'A/2']] as const) expect(problems(released(code, id))).toEqual([error('change-not-recused', { target: `local:${code}`, inspector: id })]);
    expect(problems(released('X', 'A/1'), released('X', 'A/1'))).toEqual([error('change-repeated', { kind: 'recusal-released' })]);
  });
  test('a capacity is given to whoever may inspect, also where it was none', () => {
    expect([problems(capacity('A/1'), capacity('A/1')), problems(capacity('A/3')), problems(capacity('B/9'), borrowed('B/9'))]).toEqual([[], [], []]);
    for (const [id, reason] of [['A/2', 'off-duty'], ['A/4', 'year-used-up'], ['A/5', 'on-leave']] as const) expect(problems(capacity(id))).toEqual([error('change-person-barred', { inspector: id, reason })]);
    expect(problems(capacity('B/9'))).toEqual([error('change-person-unknown', { inspector: 'B/9' })]);
    expect(problems(capacity('B/9'), out('B/9'))).toEqual([error('change-person-unknown', { inspector: 'B/9' }), error('change-person-gone', { inspector: 'B/9' })]);
    expect(problems(capacity('A/1'), out('A/1'))).toEqual([error('change-person-gone', { inspector: 'A/1' })]);
  });
  test('somebody is borrowed who is neither on the roster nor borrowed', () => {
    expect([problems(borrowed('B/9')), problems(borrowed('B/9'), borrowed('B/8'))]).toEqual([[], []]);
    for (const [id, ...earlier] of [['A/1'], ['B/9', borrowed('B/9')]] as const) expect(problems(borrowed(id), ...earlier)).toEqual([error('change-person-known', { inspector: id })]);
  });
});

test('M9.2 nobody is borrowed with whom two groups of rules would overlap', () => {
  const joins = (id: string, more: object, agency = 'A'): Change => ({ ...borrowed(id), agency: agency as AgencyCode, ...more }) as Change;
  const leader = joins('B/1', { mayLead: true });
  const trainee = joins('B/2', { grade: 'trainee' });
  const both = joins('B/3', { mayLead: true, grade: 'trainee' });
  expect(problems(both, leader)).toEqual([]);
  expect(problems(both, leader, trainee)).toEqual([error('change-borrowed-overlaps', { inspector: 'B/3', groups: ['leader', 'trainee'], people: ['B/3'] })]);
  expect(problems(leader, trainee, both)).toEqual([error('change-borrowed-overlaps', { inspector: 'B/1', groups: ['leader', 'trainee'], people: ['B/3'] })]);
  expect(problems(joins('B/3', { mayLead: true, grade: 'trainee' }, 'C'), leader, trainee)).toEqual([]);
});
