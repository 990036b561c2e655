import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { portableHash as hash } from '../base/digest.js';
import type { AgencyCode, DrawId, InspectorId, TargetId } from '../base/brand.js';
import { drawSetting } from '../match/draw-setting.js';
import { eligibility } from '../match/eligibility.js';
import { feasibility } from '../match/feasibility.js';
import { capsOf, levelled } from '../plan/level-cap.js';
import { simulatedRounds } from './simulated-rounds.js';
import { levelCaps, type LevelCapsInput, LEVELLING_DRAWS } from './level-caps.js';

const drawId = '652722-2026-0001' as DrawId;
const CODES = ['A', 'B'] as AgencyCode[];

const anyInput: fc.Arbitrary<LevelCapsInput> = fc
  .record({ targets: fc.integer({ min: 1, max: 6 }), quota: fc.integer({ min: 1, max: 6 }), people: fc.array(fc.tuple(fc.constantFrom('A', 'B'), fc.nat(7)), { minLength: 2, maxLength: 7 }), barred: fc.array(fc.tuple(fc.nat(5), fc.nat(6)), { maxLength: 4 }), places: fc.constantFrom(1, 2) })
  .map(({ targets, quota, people, barred, places }): LevelCapsInput => {
    const frame = Array.from({ length: targets }, (_, at) => ({ id: `local:${at}` as TargetId, stratum: 'ALL' as const, visit: 'V1' }));
    const roster = people.map(([agency, capacity], at) => ({ id: `${agency}/${at}` as InspectorId, capacity, qualifications: [] }));
    const count = Math.min(quota, targets);
    return {
      drawId, frame, roster, visits: [{ id: 'V1', needs: CODES.map((agency) => ({ agency, items: ['1'], people: places, qualifications: [] })) }], strata: [{ name: 'ALL', pool: targets, quota: count, rule: { kind: 'fixed', count } }],
      recusals: barred.flatMap(([target, at]) => (roster[at] === undefined ? [] : [{ target: `local:${target}` as TargetId, inspector: roster[at].id }])), areas: new Map(), bars: [], closesOwnAreas: false, hash,
    };
  });

/** Numbers of the simulated draws that an agency can be matched in, by agency. */
const feasibleDraws = (input: LevelCapsInput): Readonly<Record<string, readonly number[]>> => {
  const setting = drawSetting(input);
  const found: Record<string, number[]> = { A: [], B: [] };
  for (let index = 1; index <= LEVELLING_DRAWS; index += 1) for (const round of simulatedRounds(input, setting, index)) if (feasibility(eligibility(round).instance).ok) found[round.agency]!.push(index);
  return found;
};

test('D5.10 the caps cost no simulated draw its match, and any lower one would', () => {
  fc.assert(fc.property(anyInput, (input) => {
    const caps = levelCaps(input);
    expect(caps.map(({ agency }) => agency)).toEqual(CODES);
    const free = feasibleDraws(input);
    expect(feasibleDraws({ ...input, roster: levelled(input.roster, capsOf(caps)) })).toEqual(free);
    for (const { agency, cap } of caps) {
      expect(cap).toBeGreaterThanOrEqual(1);
      if (cap === 1) continue;
      const lower = feasibleDraws({ ...input, roster: levelled(input.roster, capsOf([{ agency, cap: cap - 1 }])) });
      expect(lower[agency]!.length).toBeLessThan(free[agency]!.length);
    }
  }), { numRuns: 25 });
});
test('D5.10 lets everybody take the same where the work can be shared out', () => {
  const frame = Array.from({ length: 6 }, (_, at) => ({ id: `local:${at}` as TargetId, stratum: 'ALL' as const, visit: 'V1' }));
  const roster = [9, 9, 9, 9].map((capacity, at) => ({ id: `A/${at}` as InspectorId, capacity, qualifications: [] }));
  const input: LevelCapsInput = { drawId, frame, roster, visits: [{ id: 'V1', needs: [{ agency: CODES[0]!, items: ['1'], people: 2, qualifications: [] }] }], strata: [{ name: 'ALL', pool: 6, quota: 6, rule: { kind: 'fixed', count: 6 } }], recusals: [], areas: new Map(), bars: [], closesOwnAreas: false, hash };
  expect(levelCaps(input)).toEqual([{ agency: 'A', cap: 3 }]);
  expect(levelCaps({ ...input, roster: roster.map((row, at) => ({ ...row, capacity: at === 0 ? 1 : 9 })) })).toEqual([{ agency: 'A', cap: 4 }]);
});
