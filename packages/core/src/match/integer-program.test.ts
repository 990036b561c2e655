import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../base/runs.properties.js';
import { brokenRules } from './broken-rules.properties.js';
import { solved } from './highs.properties.js';
import { assignmentProgram, openPlacesProgram, type RuledInstance } from './integer-program.properties.js';
import { anyRuledInstance, fewestOpen, isFeasible } from './ruled-instance.properties.js';

/** Two people to each of two visits; 0 and 1 may lead, 0 is an expert among them, 3 and 4 are trainees. */
const visits = { wanted: [2, 2], capacity: [1, 1, 2, 1, 1], eligible: [[0, 1, 2, 3, 4], [0, 1, 2, 3, 4]] };
const lead = (lo: number, hi = 9) => ({ members: [0, 1], lo, hi });
const expert = (lo: number, hi = 9) => ({ members: [0], lo, hi });
const trainee = (lo: number, hi = 9) => ({ members: [3, 4], lo, hi });
const nobody = (lo: number, hi = 9) => ({ members: [], lo, hi });

/** What one finds by hand: the places left open, or nothing where groups contradict each other. */
const cases: readonly (readonly [string, RuledInstance, number | undefined])[] = [
  ['no rules', visits, 0],
  ['rules of one target only', { ...visits, groups: [[lead(2)]] }, 0],
  ['a leader on each visit', { ...visits, groups: [[lead(1)], [lead(1)]] }, 0],
  ['two leaders on each visit, of whom there are two', { ...visits, groups: [[lead(2)], [lead(2)]] }, 2],
  ['an expert on each visit, who can go once', { ...visits, groups: [[expert(1)], [expert(1)]] }, 1],
  ['the expert within the leaders: one place open counts for both', { ...visits, groups: [[lead(1), expert(1)], [lead(1), expert(1)]] }, 1],
  ['the expert within the leaders, who are two: the other leader is no help', { ...visits, groups: [[lead(1, 1), expert(1)], [lead(1, 1), expert(1)]] }, 1],
  ['a leader and a trainee on each visit', { ...visits, groups: [[lead(1), trainee(1)], [lead(1), trainee(1)]] }, 0],
  ['no trainee: the three others can come four times in all', { ...visits, groups: [[trainee(0, 0)], [trainee(0, 0)]] }, 0],
  ['no trainee and no leader: one person may go to each', { ...visits, groups: [[trainee(0, 0), lead(0, 0)], [trainee(0, 0), lead(0, 0)]] }, 2],
  ['a group nobody is in', { ...visits, groups: [[nobody(1)], []] }, 1],
  ['a group nobody is in, with no minimum', { ...visits, groups: [[nobody(0, 0)], []] }, 0],
  ['a group nobody is in helps no other', { ...visits, groups: [[nobody(1), expert(1)], [expert(1)]] }, 2],
  ['more leaders than places', { ...visits, groups: [[lead(3)], []] }, undefined],
  ['a leader and two trainees in two places', { ...visits, groups: [[lead(1), trainee(2)], []] }, undefined],
  ['at least one and at most none', { ...visits, groups: [[lead(1, 0)], []] }, undefined],
];

test.each(cases)('M9.5, M9.12 %s', (_, instance, open) => {
  expect(fewestOpen(instance)).toBe(open);
  expect(isFeasible(instance)).toBe(open === 0);
  expect(solved(openPlacesProgram(instance))?.cost).toBe(open);
  expect(solved(assignmentProgram(instance)) !== undefined).toBe(open === 0);
});

test('M9.5, M9.12 the solver says of every tiny match with rules what trying everything says', () => {
  fc.assert(fc.property(anyRuledInstance, (instance) => {
    const found = solved(assignmentProgram(instance));
    expect(found !== undefined).toBe(isFeasible(instance));
    expect(solved(openPlacesProgram(instance))?.cost).toBe(fewestOpen(instance));
    let pair = -1;
    const people = instance.eligible.map((row) => row.filter(() => found?.values[(pair += 1)] === 1));
    if (found !== undefined) expect(brokenRules(instance, people)).toEqual([]);
  }), { numRuns: runs(200) });
});
