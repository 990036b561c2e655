import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type County, day, code as agency, sampleCounty } from './county.properties.js';
import type { Agency, InspectionItem, Inspector, Target } from '../registry/schemas.js';
import type { Batch } from './batch.js';
import type { BatchProblem } from './batch-input.js';
import { EXCLUSION_REASONS, type ExclusionReason } from './frame.js';
import { NO_PAST, type PastVisits } from './past-visits.js';
import { type BatchPlan, planBatch } from './plan-batch.js';
import type { PlannedBatch } from './planned-batch.js';
import { quotaOf } from './quota.js';
import type { Defaults, Rules } from './settings.js';

const COUNTY = sampleCounty({ number: 1, sampling: 'flat', isFeasible: true });
const BATCH: Batch = { ...COUNTY.planned.batch, filter: {}, sampling: { kind: 'flat', rule: { kind: 'ratio', basisPoints: 5000, rounding: 'up' } } };
const target = (name: string, more: Partial<Target> = {}): Target => ({ id: `local:${name}` as Target['id'], name: `${name}店`, status: '在业', riskClass: 'A', tags: [], ...more });
const item = (id: string, agencies: readonly string[], more: Partial<InspectionItem> = {}): InspectionItem => ({ id, name: id, agencies: agencies.map(agency), appliesTo: {}, qualifications: [], ...more });
const inspector = (id: string, more: Partial<Inspector> = {}): Inspector => ({ id: id as Inspector['id'], agency: agency(id.slice(0, id.indexOf('/'))), qualifications: [], licences: [{ number: '1', validUntil: day('2026-11-30') }], isOnDuty: true, ...more });

interface Given {
  readonly batch?: Partial<Batch>;
  readonly stated?: PlannedBatch['stated'];
  readonly targets?: readonly Target[];
  readonly items?: readonly InspectionItem[];
  readonly inspectors?: readonly Inspector[];
  readonly defaults?: Defaults;
  readonly capacity?: number;
  readonly people?: number;
  readonly agencies?: readonly Agency[];
  readonly past?: Partial<PastVisits>;
  readonly rules?: Partial<Rules>;
}
const ONE = { batch: { lead: agency('A'), cooperating: [], items: ['1'] }, items: [item('1', ['A'])], inspectors: [inspector('A/1'), inspector('A/2')] };
const plan = ({ batch = {}, stated = new Map(), targets = [target('X'), target('Y')], items = ONE.items, inspectors = ONE.inspectors, defaults = {}, capacity = 9, people = 2, agencies = [], past = {}, rules: moreRules = {} }: Given): BatchPlan => {
  const { rules, activeStatuses } = COUNTY.settings;
  return planBatch({
    planned: { batch: { ...BATCH, ...ONE.batch, ...batch }, stated }, targets, items, inspectors, agencies, past: { ...NO_PAST, ...past },
    settings: { rules: { ...rules, capacityPerBatch: { ...rules.capacityPerBatch, value: capacity }, inspectorsPerVisit: { ...rules.inspectorsPerVisit, value: people }, ...moreRules }, defaults, activeStatuses },
  });
};
const reasons = (one: Target, given: Given = {}): readonly ExclusionReason[] => plan({ ...given, targets: [one] }).exclusions[0]?.reasons ?? [];

describe('D5.1 reasons against a target', () => {
  test('a target with nothing against it is in the frame', () => {
    expect(plan({})).toMatchObject({ rows: [{ id: 'local:X', stratum: 'ALL', visit: 'V1' }, { id: 'local:Y', stratum: 'ALL', visit: 'V1' }], exclusions: [] });
  });
  test('status: another one, or none and no default', () => {
    expect(reasons(target('X', { status: '注销' }))).toEqual(['status']);
    expect(reasons(target('X', { status: undefined }))).toEqual(['status']);
    expect(reasons(target('X', { status: undefined }), { defaults: { status: '存续' } })).toEqual([]);
    expect(reasons(target('X', { status: '注销' }), { defaults: { status: '存续' } })).toEqual(['status']);
  });
  test.each<[ExclusionReason, Batch['filter'], Partial<Target>, Partial<Target>]>([
    ['area', { areas: ['甲镇', '乙镇'] }, { area: '乙镇' }, { area: '丙镇' }],
    ['entity-type', { entityTypes: ['企业'] }, { entityType: '企业' }, { entityType: '企业 ' }],
    ['industry', { industries: ['餐饮'] }, { industry: '餐饮' }, { industry: '餐饮业' }],
    ['tag', { tags: ['食品', '药品'] }, { tags: ['酒', '药品'] }, { tags: ['酒'] }],
    ['risk-class', { riskClasses: ['C', 'D'] }, { riskClass: 'D' }, { riskClass: 'A' }],
  ])('%s: a condition is met character for character, and never by nothing', (reason, filter, met, unmet) => {
    const given = { batch: { filter }, targets: [target('X', met)] };
    expect(reasons(target('X', met), given)).toEqual([]);
    expect(reasons(target('X', unmet), given)).toEqual([reason]);
    expect(reasons(target('X', { area: undefined, entityType: undefined, industry: undefined, riskClass: undefined, tags: [] }), given)).toEqual([reason]);
  });
  test('risk-class: the default stands in for a target without one', () => {
    expect(reasons(target('X', { riskClass: undefined }), { batch: { filter: { riskClasses: ['D'] } }, defaults: { riskClass: 'D' } })).toEqual([]);
  });
  test('no-ratio: the class has no rule, or there is no class', () => {
    const sampling: Batch['sampling'] = { kind: 'by-risk', rules: { B: { kind: 'fixed', count: 1 } } };
    expect(reasons(target('X', { riskClass: 'A' }), { batch: { sampling } })).toEqual(['no-ratio']);
    expect(reasons(target('X', { riskClass: undefined }), { batch: { sampling } })).toEqual(['no-ratio']);
    expect(plan({ batch: { sampling }, defaults: { riskClass: 'B' }, targets: [target('X', { riskClass: undefined })] }).rows).toMatchObject([{ stratum: 'B' }]);
  });
  test('no-item: no item of the batch applies, or none belongs to its agencies', () => {
    expect(reasons(target('X'), { items: [item('1', ['A'], { appliesTo: { tags: ['食品'] } }), item('2', ['A'])] })).toEqual(['no-item']);
    expect(reasons(target('X'), { items: [item('1', ['B'])] })).toEqual(['no-item']);
  });
  test('all of them are named, in order', () => {
    const given: Given = {
      batch: { filter: { areas: ['甲'], entityTypes: ['甲'], industries: ['甲'], tags: ['甲'], riskClasses: ['D'] }, sampling: { kind: 'by-risk', rules: {} } },
      items: [item('1', ['A'], { appliesTo: { areas: ['乙'] } })],
    };
    expect(reasons(target('X', { status: '注销' }), given)).toEqual([...EXCLUSION_REASONS]);
  });
});

describe('D5.3, D5.4 visits', () => {
  const items = [
    item('2', ['A', 'B', 'Z'], { people: 3, qualifications: ['食品', '电梯'] }),
    item('1', ['A'], { qualifications: ['食品'] }),
    item('10', ['A-2', 'B'], { appliesTo: { tags: ['餐饮'] }, people: 5 }),
    item('3', ['A'], { people: 9, qualifications: ['特种'] }),
  ];
  const batch = { lead: agency('B'), cooperating: [agency('A'), agency('A-2'), agency('C')], items: ['1', '10', '2'] };
  const V = { plain: [{ agency: 'A', items: ['1', '2'], people: 3, qualifications: ['电梯', '食品'].sort() }, { agency: 'B', items: ['2'], people: 3, qualifications: ['电梯', '食品'].sort() }] };
  test('an agency of the batch has the items that apply and are its own, the most people and all qualifications', () => {
    const { visits } = plan({ items, batch, targets: [target('X')] });
    expect(visits.map(({ id }) => id)).toEqual(['V1']);
    expect(visits[0]!.needs.map((need) => ({ ...need, qualifications: [...need.qualifications].sort() }))).toEqual(V.plain);
  });
  test('visits are numbered as they first occur going through the frame by id', () => {
    const targets = [target('Z'), target('Y', { tags: ['餐饮'] }), target('X', { status: '注销', tags: ['餐饮'] }), target('W')];
    const { rows, visits } = plan({ items, batch, targets });
    expect(rows.map(({ id, visit }) => [id, visit])).toEqual([['local:W', 'V1'], ['local:Y', 'V2'], ['local:Z', 'V1']]);
    expect(visits[1]!.needs.map(({ agency: who, items: ids, people }) => [who, ids, people])).toEqual([['A', ['1', '2'], 3], ['A-2', ['10'], 5], ['B', ['10', '2'], 5]]);
  });
  test('without another number an agency sends as many as the rule says', () => {
    expect(plan({}).visits[0]!.needs[0]!.people).toBe(2);
    expect(plan({ people: 3 }).visits[0]!.needs[0]!.people).toBe(3);
    expect(plan({ people: 3, items: [item('1', ['A'], { people: 2 })] }).visits[0]!.needs[0]!.people).toBe(3);
    expect(plan({ people: 3, items: [item('1', ['A'], { people: 4 })] }).visits[0]!.needs[0]!.people).toBe(4);
  });
});

describe('D5.5 the roster', () => {
  const roster = (more: Partial<Inspector>, capacity = 9) => plan({ inspectors: [inspector('A/1', more), inspector('A/9')], capacity }).roster[0];
  test.each<[string, Partial<Inspector>, object]>([
    ['off-duty', { isOnDuty: false, licences: [] }, { capacity: 0, reason: 'off-duty' }],
    ['licence-missing', { licences: [], capacity: 0 }, { capacity: 0, reason: 'licence-missing' }],
    ['licence-lapsed', { licences: [{ number: '1', validUntil: day('2026-11-29') }], capacity: 5 }, { capacity: 0, reason: 'licence-lapsed' }],
    ['capacity-zero', { capacity: 0 }, { capacity: 0, reason: 'capacity-zero' }],
  ])('%s', (_, more, expected) => {
    expect(roster(more)).toEqual({ id: 'A/1', qualifications: [], mayLead: undefined, ...expected });
  });
  test('a licence may end on the batch’s last day, and one valid one is enough', () => {
    expect(roster({ licences: [{ number: '1', validUntil: day('2020-01-01') }, { number: '2', validUntil: day('2026-11-30') }] })).toMatchObject({ capacity: 9, reason: undefined });
  });
  test('the person’s own capacity goes before the rule’s; a rule of 0 draws nobody else', () => {
    expect(roster({ capacity: 4, mayLead: true, qualifications: ['食品'] })).toEqual({ id: 'A/1', capacity: 4, qualifications: ['食品'], mayLead: true, reason: undefined });
    expect(roster({}, 0)).toMatchObject({ capacity: 0, reason: 'capacity-zero' });
  });
  test('only people of agencies that visit, ascending by id in bytes', () => {
    const inspectors = ['B/1', 'A/9', 'A/10', 'C/1'].map((id) => inspector(id));
    const { roster: rows } = plan({ inspectors, items: [item('1', ['A', 'B'])], batch: { cooperating: [agency('B'), agency('C')] } });
    expect(rows.map(({ id }) => id)).toEqual(['A/10', 'A/9', 'B/1']);
  });
});

describe('D6 quotas', () => {
  test.each<[number, number, 'up' | 'down', number]>(JSON.parse(readFileSync(new URL('../../../../test/vectors/ssj-1.json', import.meta.url), 'utf8')).quotas)('D6.1 %i targets, %i basis points, rounded %s: %i', (pool, basisPoints, rounding, expected) => {
    expect(quotaOf(pool, { kind: 'ratio', basisPoints, rounding })).toBe(expected);
  });
  test('D6.1 is exact for any pool', () => {
    fc.assert(
      fc.property(fc.nat(100_000_000), fc.integer({ min: 1, max: 10000 }), (pool, basisPoints) => {
        const exact = BigInt(pool) * BigInt(basisPoints);
        expect(BigInt(quotaOf(pool, { kind: 'ratio', basisPoints, rounding: 'down' }))).toBe(exact / 10000n);
        expect(BigInt(quotaOf(pool, { kind: 'ratio', basisPoints, rounding: 'up' }))).toBe((exact + 9999n) / 10000n);
      }),
    );
  });
  test('D6.1 a fixed count is the quota, and a pool is a number of targets', () => {
    expect(quotaOf(3, { kind: 'fixed', count: 5 })).toBe(5);
    for (const pool of [-1, 0.5, Number.NaN]) expect(() => quotaOf(pool, { kind: 'fixed', count: 5 })).toThrow(RangeError);
  });
  test('R4 strata: every class that has a rule, also with nobody in it, ascending', () => {
    const sampling: Batch['sampling'] = { kind: 'by-risk', rules: { D: { kind: 'ratio', basisPoints: 10000, rounding: 'up' }, A: { kind: 'ratio', basisPoints: 5000, rounding: 'down' } } };
    expect(plan({ batch: { sampling }, targets: ['U', 'V', 'W'].map((name) => target(name)) }).strata.map(({ name, pool, quota }) => [name, pool, quota])).toEqual([['A', 3, 1], ['D', 0, 0]]);
  });
});

describe('what forbids sealing, and what is only shown', () => {
  const fields = { batch: BATCH.number };
  const fixed = (count: number): Partial<Batch> => ({ sampling: { kind: 'flat', rule: { kind: 'fixed', count } } });
  const gone = [target('X', { status: '注销' })];
  test.each<[Given, Omit<BatchProblem, 'severity'>]>([
    [{ batch: { filter: { areas: ['精合镇'] } }, targets: [target('X', { area: '精河镇' })] }, { code: 'filter-value-unknown', fields: { ...fields, filter: 'areas', value: '精合镇', nearest: '精河镇' } }],
    [{ batch: { filter: { tags: ['餐饮'] } } }, { code: 'filter-value-unknown', fields: { ...fields, filter: 'tags', value: '餐饮' } }],
    [{ targets: gone }, { code: 'pool-empty', fields }],
    [{ batch: { sampling: { kind: 'flat', rule: { kind: 'ratio', basisPoints: 1, rounding: 'down' } } } }, { code: 'quota-zero', fields }],
    [{ batch: fixed(3) }, { code: 'quota-above-pool', fields: { ...fields, stratum: 'ALL', quota: 3, pool: 2 } }],
    [{ stated: new Map([['ALL', 2]]) }, { code: 'quota-disagrees', fields: { ...fields, stratum: 'ALL', stated: 2, computed: 1 } }],
    [{ batch: { sampling: { kind: 'by-risk', rules: { A: { kind: 'fixed', count: 1 } } } }, targets: [target('X'), target('Y', { riskClass: undefined })] }, { code: 'risk-class-missing', fields: { ...fields, count: 1, example: 'Y店' } }],
    [{ batch: { cooperating: [agency('B')] } }, { code: 'agency-without-item', fields: { ...fields, agency: 'B' } }],
    [{ batch: { items: ['1', '2'] }, items: [item('1', ['A']), item('2', ['B'])] }, { code: 'item-without-batch-agency', fields: { ...fields, item: '2' } }],
    [{ inspectors: [inspector('A/1', { isOnDuty: false }), inspector('B/1')] }, { code: 'agency-without-people', fields: { ...fields, agency: 'A' } }],
  ])('%j', (given, { code, fields: told }) => {
    const errors = plan(given).problems.filter(({ severity }) => severity === 'error');
    expect(errors).toContainEqual({ code, severity: 'error', fields: told });
  });
  test('a sound batch has no errors, and a stated count that agrees is none', () => {
    expect(plan({ stated: new Map([['ALL', 1]]) }).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
  test('a class without a ratio is nobody’s fault where the target has a class', () => {
    const sampling: Batch['sampling'] = { kind: 'by-risk', rules: { A: { kind: 'fixed', count: 1 } } };
    expect(plan({ batch: { sampling }, targets: [target('X'), target('Y', { riskClass: 'B' })] }).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
  test('a class that the plan forgot, and statuses the settings do not know, are shown with their counts', () => {
    const sampling: Batch['sampling'] = { kind: 'by-risk', rules: { A: { kind: 'fixed', count: 1 } } };
    const { problems } = plan({ batch: { sampling }, targets: [target('X'), target('Y', { riskClass: 'D' }), target('Z', { status: '在营中' })] });
    expect(problems).toContainEqual({ code: 'risk-class-without-ratio', severity: 'warning', fields: { ...fields, riskClass: 'D', count: 1 } });
    expect(problems).toContainEqual({ code: 'statuses-not-active', severity: 'warning', fields: { ...fields, statuses: ['在营中 1'] } });
  });
  test('defaults in force and people who are not drawn are shown', () => {
    const { problems } = plan({ defaults: { status: '在业', riskClass: 'B' }, targets: [target('X', { status: undefined }), target('Y', { status: undefined, riskClass: undefined })], inspectors: [inspector('A/1', { isOnDuty: false }), inspector('A/2', { capacity: 3 }), inspector('B/1')] });
    expect(problems).toEqual([
      { code: 'default-used', severity: 'warning', fields: { ...fields, field: 'status', value: '在业', count: 2 } },
      { code: 'default-used', severity: 'warning', fields: { ...fields, field: 'riskClass', value: 'B', count: 1 } },
      { code: 'default-used', severity: 'warning', fields: { ...fields, field: 'capacity', value: '9', count: 1 } },
      { code: 'inspectors-not-drawn', severity: 'warning', fields: { ...fields, inspectors: ['A/1'], reason: 'off-duty' } },
    ]);
  });
});

describe('D5 laws of the frame', () => {
  const anyCounty = fc.record({ number: fc.nat(2000), sampling: fc.constantFrom('flat', 'by-risk'), isFeasible: fc.boolean() }).map(sampleCounty);
  const planOf = ({ planned, settings, agencies, targets, items, inspectors }: County): BatchPlan => planBatch({ planned, settings, agencies, targets, items, inspectors, past: NO_PAST });
  test('every target is in the frame or in the exclusions, with reasons in order, and never in both', () => {
    fc.assert(fc.property(anyCounty, (county) => {
      const { rows, exclusions } = planOf(county);
      const ids = [...rows, ...exclusions].map(({ id }) => id);
      expect([...ids].sort()).toEqual(county.targets.map(({ id }) => id).sort());
      for (const { reasons: against } of exclusions) {
        expect(against.length).toBeGreaterThan(0);
        expect(EXCLUSION_REASONS.filter((reason) => against.includes(reason))).toEqual(against);
      }
    }), { numRuns: 60 });
  });
  test('the pool of the ratio and the pool of the draw are the same pool', () => {
    fc.assert(fc.property(anyCounty, (county) => {
      const { rows, strata } = planOf(county);
      for (const { name, pool } of strata) expect(rows.filter(({ stratum }) => stratum === name).length).toBe(pool);
      expect(strata.reduce((sum, { pool }) => sum + pool, 0)).toBe(rows.length);
    }), { numRuns: 60 });
  });
  test('the order of the registries never matters', () => {
    fc.assert(fc.property(anyCounty, (county) => {
      const { targets, items, inspectors } = county;
      const { problems: _, ...one } = planOf(county);
      const { problems: __, ...other } = planOf({ ...county, targets: [...targets].reverse(), items: [...items].reverse(), inspectors: [...inspectors].reverse() });
      expect(other).toEqual(one);
    }), { numRuns: 60 });
  });
});
