import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgencyCode, DrawId, InspectorId, TargetId } from '../base/brand.js';
import { runs } from '../base/runs.properties.js';
import { eligibility } from '../match/eligibility.js';
import { feasibility } from '../match/feasibility.js';
import { drawSetting } from '../match/draw-setting.js';
import { roundsOfDraw } from '../match/rounds-of-draw.js';
import { forecast, type ForecastInput } from './forecast.js';
import { outlook } from './outlook.js';
import { simulatedOrder } from './simulated-rounds.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const A = 'A' as AgencyCode;
const B = 'B' as AgencyCode;

/** Two agencies, two kinds of visits, two strata. */
const anyInput: fc.Arbitrary<ForecastInput> = fc
  .record({
    targets: fc.array(fc.record({ visit: fc.constantFrom('V1', 'V2'), stratum: fc.constantFrom('A', 'B') }), { minLength: 1, maxLength: 12 }),
    people: fc.array(fc.record({ agency: fc.constantFrom(A, B), capacity: fc.nat(4), mayLead: fc.boolean() }), { maxLength: 8 }),
    wanted: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
    barred: fc.array(fc.tuple(fc.nat(11), fc.nat(7)), { maxLength: 4 }),
    share: fc.constantFrom(1, 2, 3),
    isRuled: fc.boolean(),
  })
  .map(({ targets, people, wanted, barred, share, isRuled }) => {
    const frame = targets.map(({ visit, stratum }, at) => ({ id: `local:${at}` as TargetId, visit, stratum: stratum as 'A' }));
    const roster = people.map(({ agency, capacity, mayLead }, at) => ({ id: `${agency}/${at}` as InspectorId, capacity, mayLead, qualifications: [] }));
    const rules = isRuled ? { composition: [{ group: 'leader' as const, atLeast: 1 }] } : {};
    const pool = (name: string): number => frame.filter(({ stratum }) => stratum === name).length;
    return {
      frame, roster, hash, draws: 10, drawId: '652722-2026-0001' as DrawId,
      visits: [{ id: 'V1', needs: [{ agency: A, items: ['1'], people: wanted[0], qualifications: [], ...rules }] }, { id: 'V2', needs: [A, B].map((agency) => ({ agency, items: ['1'], people: wanted[1], qualifications: [] })) }],
      areas: new Map(), bars: [], closesOwnAreas: false,
      recusals: barred.flatMap(([target, at]) => (roster[at] === undefined ? [] : [{ target: `local:${target}` as TargetId, inspector: roster[at].id }])),
      strata: (['A', 'B'] as const).map((name) => ({ name, pool: pool(name), quota: Math.ceil(pool(name) / share), rule: { kind: 'fixed', count: 1 } as const })),
    };
  });

describe('the order of a forecast', () => {
  test('holds every target of the strata drawn from once, and begins with a draw of the batch', () => {
    fc.assert(fc.property(anyInput, fc.integer({ min: 1, max: 20 }), (input, index) => {
      const order = simulatedOrder(input, index);
      expect([...order].sort()).toEqual(input.frame.map(({ id }) => id).sort());
      const size = input.strata.reduce((sum, { quota }) => sum + quota, 0);
      for (const { name, quota } of input.strata) expect(order.slice(0, size).filter((id) => input.frame.some((row) => row.id === id && row.stratum === name))).toHaveLength(quota);
    }), { numRuns: runs(200) });
  });
  test('keeps the proportion of the strata at every length', () => {
    const frame = Array.from({ length: 40 }, (_, at) => ({ id: `local:${at}` as TargetId, visit: 'V1', stratum: at < 10 ? ('A' as const) : ('B' as const) }));
    const rule = { kind: 'fixed', count: 1 } as const;
    const order = simulatedOrder({ frame, hash, drawId: '652722-2026-0001' as DrawId, strata: [{ name: 'A', pool: 10, quota: 1, rule }, { name: 'B', pool: 30, quota: 3, rule }] }, 1);
    for (let n = 4; n <= 40; n += 4) expect(order.slice(0, n).filter((id) => Number(id.slice(6)) < 10)).toHaveLength(n / 4);
  });
});

describe('the outlook of an agency', () => {
  test('carries the most targets for which 19 of 20 orders can be matched, as counting one by one finds', () => {
    let limited = 0;
    fc.assert(fc.property(anyInput, (input) => {
      const setting = drawSetting(input);
      const orders = Array.from({ length: 20 }, (_, at) => simulatedOrder(input, at + 1));
      const isPossible = (agency: AgencyCode, targets: readonly TargetId[]): boolean => roundsOfDraw(setting, targets).every((round) => round.agency !== agency || feasibility(eligibility(round).instance).ok);
      for (const { agency, carries, isWholePool } of outlook(input)) {
        const lengths = [...Array(input.frame.length + 1).keys()].filter((n) => orders.filter((order) => isPossible(agency, order.slice(0, n))).length >= 19);
        expect(carries).toBe(Math.max(...lengths));
        expect(isWholePool).toBe(carries === input.frame.length);
        if (!isWholePool) limited += 1;
      }
    }), { numRuns: runs(60) });
    expect(limited).toBeGreaterThan(0);
  });
  test('counts the draws that could not be matched as the forecast does', () => {
    fc.assert(fc.property(anyInput, (input) => {
      expect(outlook(input).map(({ agency, infeasible }) => ({ agency, infeasible }))).toEqual(forecast(input).agencies);
    }), { numRuns: runs(60) });
  });
  test('names who is short, the most often first: people by their time, groups by their number', () => {
    const base = {
      frame: Array.from({ length: 6 }, (_, at) => ({ id: `local:${at}` as TargetId, visit: 'V1', stratum: 'ALL' as const })),
      strata: [{ name: 'ALL' as const, pool: 6, quota: 4, rule: { kind: 'fixed', count: 4 } as const }], recusals: [], areas: new Map(), bars: [], closesOwnAreas: false, hash, draws: 10, drawId: '652722-2026-0001' as DrawId,
    };
    const need = { agency: A, items: ['1'], people: 2, qualifications: [] };
    const person = (id: string, capacity: number, mayLead = false) => ({ id: id as InspectorId, capacity, mayLead, qualifications: [] });
    const plain = { ...base, visits: [{ id: 'V1', needs: [need] }], roster: [person('A/1', 3), person('A/2', 3)] };
    expect(outlook(plain)).toEqual([{ agency: A, carries: 3, isWholePool: false, infeasible: 10, people: [{ inspector: 'A/1', times: 10 }, { inspector: 'A/2', times: 10 }], groups: [] }]);
    const ruled = { ...plain, visits: [{ id: 'V1', needs: [{ ...need, composition: [{ group: 'leader' as const, atLeast: 1 }] }] }], roster: [person('A/1', 2, true), person('A/2', 9), person('A/3', 9)] };
    expect(outlook(ruled)).toEqual([{ agency: A, carries: 2, isWholePool: false, infeasible: 10, people: [{ inspector: 'A/1', times: 10 }], groups: [{ group: 'leader', times: 10 }] }]);
    const qualified = { ...plain, visits: [{ id: 'V1', needs: [{ ...need, qualifications: ['电梯'] }] }] };
    expect(outlook(qualified)).toEqual([{ agency: A, carries: 0, isWholePool: false, infeasible: 10, people: [], groups: [{ group: 'qualification:电梯', times: 10 }] }]);
  });
});

test('M9 rules on who goes together are never passed over by the proof that no draw can fail', () => {
  const input = {
    frame: [{ id: 'local:0' as TargetId, visit: 'V1', stratum: 'ALL' as const }], strata: [{ name: 'ALL' as const, pool: 1, quota: 1, rule: { kind: 'fixed', count: 1 } as const }],
    visits: [{ id: 'V1', needs: [{ agency: A, items: ['1'], people: 1, qualifications: [], composition: [{ group: 'leader' as const, atLeast: 1 }] }] }],
    roster: [{ id: 'A/1' as InspectorId, capacity: 9, qualifications: [] }], recusals: [], areas: new Map(), bars: [], closesOwnAreas: false, hash, draws: 5, drawId: '652722-2026-0001' as DrawId,
  };
  expect(forecast(input)).toMatchObject({ proven: false, infeasible: 5 });
});
