import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgencyCode, DrawId, InspectorId, TargetId } from '../base/brand.js';
import { eligibility } from '../match/eligibility.js';
import { feasibility } from '../match/feasibility.js';
import { drawSetting, type DrawSettingInput } from '../match/draw-setting.js';
import { roundsOfDraw } from '../match/rounds-of-draw.js';
import type { Stratum } from '../plan/strata.js';
import { alwaysFeasible } from './always-feasible.js';
import { forecast, forecastBasisPoints, forecastExample } from './forecast.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const drawId = '652722-2026-0001' as DrawId;
const A = 'A' as AgencyCode;

interface Case extends DrawSettingInput {
  readonly strata: readonly Stratum[];
}
/** One agency, few targets and people: all selections can be gone through. */
const anyCase: fc.Arbitrary<Case> = fc
  .record({
    targets: fc.array(fc.record({ visit: fc.constantFrom('V1', 'V2'), stratum: fc.constantFrom('A', 'B') }), { minLength: 1, maxLength: 6 }),
    needs: fc.tuple(...['V1', 'V2'].map((id) => fc.record({ id: fc.constant(id), people: fc.integer({ min: 1, max: 3 }), qualifications: fc.subarray(['食品', '电梯']) }))),
    people: fc.array(
      fc.record({
        capacity: fc.nat(4), qualifications: fc.subarray(['食品', '电梯'], { minLength: 1 }),
        ownAreas: fc.option(fc.constantFrom(['甲镇'], ['乙镇']), { nil: undefined, freq: 4 }), regions: fc.option(fc.constantFrom(['甲镇'], ['甲镇', '乙镇']), { nil: undefined, freq: 4 }),
      }),
      { maxLength: 6 },
    ),
    areas: fc.array(fc.option(fc.constantFrom('甲镇', '乙镇'), { freq: 6 }), { minLength: 6, maxLength: 6 }),
    lately: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 1 }),
    closesOwnAreas: fc.boolean(),
    barred: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 3 }),
    share: fc.constantFrom(1, 2, 3),
  })
  .map(({ targets, needs, people, areas, lately, closesOwnAreas, barred, share }) => {
    const frame = targets.map(({ visit, stratum }, at) => ({ id: `local:${at}` as TargetId, visit, stratum: stratum as 'A' }));
    const pool = (name: string): number => frame.filter(({ stratum }) => stratum === name).length;
    return {
      frame,
      visits: needs.map(({ id, people: wanted, qualifications }) => ({ id, needs: [{ agency: A, items: ['1'], people: wanted, qualifications }] })),
      roster: people.map((person, at) => ({ id: `A/${at}` as InspectorId, ...person })),
      areas: new Map(areas.flatMap((area, at) => (area === null ? [] : [[`local:${at}` as TargetId, area]]))),
      bars: lately.map(([target, inspector]) => ({ target: `local:${target}` as TargetId, inspector: `A/${inspector}` as InspectorId })),
      closesOwnAreas,
      recusals: barred.map(([target, inspector]) => ({ target: `local:${target}` as TargetId, inspector: `A/${inspector}` as InspectorId })),
      strata: (['A', 'B'] as const).map((name) => ({ name, pool: pool(name), quota: Math.floor(pool(name) / share), rule: { kind: 'fixed', count: 1 } as const })),
    };
  });

/** Every way to draw the quotas. */
const selections = ({ frame, strata }: Case): readonly (readonly TargetId[])[] => {
  const subsets = frame.reduce<readonly (readonly TargetId[])[]>((all, { id }) => [...all, ...all.map((set) => [...set, id])], [[]]);
  return subsets.filter((set) => strata.every(({ name, quota }) => frame.filter(({ id, stratum }) => stratum === name && set.includes(id)).length === quota));
};
const isFeasible = (input: Case, drawn: readonly TargetId[]): boolean => roundsOfDraw(drawSetting(input), drawn).every((round) => feasibility(eligibility(round).instance).ok);

test('a proof that no selection can fail is never wrong', () => {
  let proofs = 0;
  fc.assert(
    fc.property(anyCase, (input) => {
      const isProven = alwaysFeasible({ ...input, agency: A, setting: drawSetting(input) });
      if (!isProven) return;
      proofs += 1;
      for (const drawn of selections(input)) expect([drawn, isFeasible(input, drawn)]).toEqual([drawn, true]);
    }),
    { numRuns: 400 },
  );
  expect(proofs).toBeGreaterThan(20);
});
test('with people who may go anywhere the proof is found exactly where it holds', () => {
  const of = (capacities: readonly number[], people: number, quota: number): Case => ({
    frame: Array.from({ length: 6 }, (_, at) => ({ id: `local:${at}` as TargetId, visit: 'V1', stratum: 'ALL' })),
    visits: [{ id: 'V1', needs: [{ agency: A, items: ['1'], people, qualifications: [] }] }],
    roster: capacities.map((capacity, at) => ({ id: `A/${at}` as InspectorId, capacity, qualifications: [] })),
    recusals: [], areas: new Map(), bars: [], closesOwnAreas: false,
    strata: [{ name: 'ALL', pool: 6, quota, rule: { kind: 'fixed', count: quota } }],
  });
  for (const capacities of [[], [1], [1, 1], [6, 6], [3, 3, 3], [9, 1, 1], [2, 2, 1, 1], [6, 5, 1]]) {
    for (const people of [1, 2, 3]) {
      for (const quota of [1, 2, 3, 6]) {
        const input = of(capacities, people, quota);
        expect(alwaysFeasible({ ...input, agency: A, setting: drawSetting(input) })).toBe(selections(input).every((drawn) => isFeasible(input, drawn)));
      }
    }
  }
});

describe('the figures of a forecast', () => {
  test('count simulated draws that could not be matched, by agency and in all', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const told: number[] = [];
        const result = forecast({ ...input, drawId, draws: 20, hash, onDraw: (done) => told.push(done) });
        const all = selections(input).map((drawn) => isFeasible(input, drawn));
        if (result.proven) expect(result).toEqual({ agencies: [{ agency: 'A', infeasible: 0 }], draws: 0, infeasible: 0, proven: true });
        else {
          expect(result.draws).toBe(20);
          expect(told).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
          expect(result.agencies).toEqual([{ agency: 'A', infeasible: result.infeasible }]);
          if (!all.includes(false)) expect(result.infeasible).toBe(0);
          if (!all.includes(true)) expect(result.infeasible).toBe(20);
        }
      }),
      { numRuns: 60 },
    );
  });
  test('are the same every time, and another draw’s are others', () => {
    const input: Case = {
      frame: Array.from({ length: 8 }, (_, at) => ({ id: `local:${at}` as TargetId, visit: at === 0 ? 'V1' : 'V2', stratum: 'ALL' })),
      visits: [{ id: 'V1', needs: [{ agency: A, items: ['1'], people: 9, qualifications: [] }] }, { id: 'V2', needs: [{ agency: A, items: ['1'], people: 1, qualifications: [] }] }],
      roster: [{ id: 'A/1' as InspectorId, capacity: 9, qualifications: [] }],
      recusals: [], areas: new Map(), bars: [], closesOwnAreas: false,
      strata: [{ name: 'ALL', pool: 8, quota: 2, rule: { kind: 'fixed', count: 2 } }],
    };
    const one = forecast({ ...input, drawId, draws: 200, hash });
    expect(forecast({ ...input, drawId, draws: 200, hash })).toEqual(one);
    expect(one.infeasible).toBeGreaterThan(25);
    expect(one.infeasible).toBeLessThan(80);
    const others = [2, 3, 4, 5].map((serial) => forecast({ ...input, drawId: `652722-2026-000${serial}` as DrawId, draws: 200, hash }).infeasible);
    expect(new Set(others).size).toBeGreaterThan(1);
    expect(() => forecast({ ...input, drawId, draws: 0, hash })).toThrow(RangeError);
  });
  test.each([[0, 0, 0], [300, 0, 0], [300, 1, 34], [300, 3, 100], [300, 300, 10000], [7, 1, 1429]])('%i draws, %i failed: %i basis points, rounded up', (draws, infeasible, basisPoints) => {
    expect(forecastBasisPoints({ agencies: [], draws, infeasible, proven: draws === 0 })).toBe(basisPoints);
  });
});

describe('M11 the forecast of a batch in teams', () => {
  const shops = (count: number, capacity: number) => ({
    frame: Array.from({ length: 6 }, (_, at) => ({ id: `local:${at}` as TargetId, visit: 'V1', stratum: 'ALL' as const })),
    visits: [{ id: 'V1', needs: [{ agency: A, items: ['1'], people: 2, qualifications: [] }] }],
    roster: Array.from({ length: count }, (_, at) => ({ id: `A/${at}` as InspectorId, capacity, qualifications: [] })),
    strata: [{ name: 'ALL', pool: 6, quota: 2, rule: { kind: 'fixed', count: 2 } } as const],
    drawId, hash,
  });
  const recusals = [0, 1, 2, 3].map((person) => ({ target: `local:${person}` as TargetId, inspector: `A/${person}` as InspectorId }));
  test('counts draws of which no formation can be matched, is no one agency’s, and proves nothing', () => {
    const told: number[] = [];
    const free = forecast({ ...shops(4, 1), recusals: [], areas: new Map(), bars: [], closesOwnAreas: false, draws: 20, teams: { kind: 'random', size: 2, formations: 3 }, onDraw: (done) => told.push(done) });
    expect(free).toEqual({ agencies: [], draws: 20, infeasible: 0, proven: false });
    expect(told).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(forecast({ ...shops(3, 1), recusals: [], areas: new Map(), bars: [], closesOwnAreas: false, draws: 20, teams: { kind: 'random', size: 2, formations: 3 } })).toMatchObject({ infeasible: 20 });
  });
  test('more formations fail less often', () => {
    const failed = (formations: number): number => forecast({ ...shops(4, 1), recusals, areas: new Map(), bars: [], closesOwnAreas: false, draws: 200, teams: { kind: 'random', size: 2, formations } }).infeasible;
    expect(failed(1)).toBeGreaterThan(failed(2));
    expect(failed(2)).toBeGreaterThan(failed(20));
    expect(forecastExample({ ...shops(4, 1), recusals, areas: new Map(), bars: [], closesOwnAreas: false, draws: 200, teams: { kind: 'random', size: 2, formations: 1 } })).toBeUndefined();
  });
});
