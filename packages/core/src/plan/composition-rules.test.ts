import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InspectorId } from '../base/brand.js';
import type { InspectionItem, Inspector } from '../registry/schemas.js';
import { belongsTo, type CompositionRule, type PeopleGroup } from './composition.js';
import { code as agency, day, sampleCounty } from './county.properties.js';
import { crowdedGroups } from './crowded-groups.js';
import { overlappingGroups } from './laminar.js';
import { mergeRules } from './merge-rules.js';
import { parseComposition } from './parse-composition.js';
import { parseRotation } from './parse-rotation.js';
import { NO_PAST } from './past-visits.js';
import { planBatch } from './plan-batch.js';
import { compositionOf, isLevelled, rotationOf } from './rules-in-force.js';
import type { Rules } from './settings.js';

const COUNTY = sampleCounty({ number: 1, sampling: 'flat', isFeasible: true });
const rule = (value: number) => ({ value, source: '县局规定' });
const RULES = COUNTY.settings.rules;

describe('cells of 人员组成', () => {
  test.each<[string, readonly CompositionRule[]]>([
    ['组长≥1；见习≤1；电梯≥1', [{ group: 'leader', atLeast: 1 }, { group: 'qualification:电梯', atLeast: 1 }, { group: 'trainee', atMost: 1 }]],
    ['组长 至少 1 人, 组长不超过２名', [{ group: 'leader', atLeast: 1, atMost: 2 }]],
    ['特种设备（压力容器）>=2\n见习<=0', [{ group: 'qualification:特种设备（压力容器）', atLeast: 2 }, { group: 'trainee', atMost: 0 }]],
    ['见习=0', [{ group: 'trainee', atMost: 0 }]],
    ['食品＝1', [{ group: 'qualification:食品', atLeast: 1, atMost: 1 }]],
  ])('%s', (raw, rules) => expect(parseComposition(raw)).toEqual({ ok: true, value: rules }));
  test.each(['组长', '组长1人', '≥1', '组长≥0', '组长≥9999', '无', '；'])('%s cannot be read, and the part is named', (raw) =>
    expect(parseComposition(`${raw}`)).toMatchObject({ ok: false, error: { code: 'composition-unreadable', fields: { raw } } }));
  test('one bound of a group stands once', () => expect(parseComposition('组长≥1；组长≥2')).toEqual({ ok: false, error: { code: 'composition-twice', fields: { raw: '组长≥1；组长≥2', group: '组长≥2' } } }));
  test.each([['否', 0], ['是', 1], ['３', 3], ['最近 2 次', 2], ['0', 0]])('轮换 %s', (raw, value) => expect(parseRotation(raw)).toEqual({ ok: true, value }));
  test.each(['每年', '10', '-1'])('轮换 %s is refused', (raw) => expect(parseRotation(raw)).toMatchObject({ ok: false, error: { code: 'rotation-unreadable' } }));
});

test('D5.9–D5.11 what a batch says goes before what the office says', () => {
  const rules: Rules = { ...RULES, leadersPerVisit: rule(1), traineesPerVisit: rule(0), rotation: rule(2), levelling: rule(1) };
  expect(compositionOf({}, rules)).toEqual([{ group: 'leader', atLeast: 1 }, { group: 'trainee', atMost: 0 }]);
  expect(compositionOf({ composition: [{ group: 'trainee', atMost: 1 }] }, rules)).toEqual([{ group: 'trainee', atMost: 1 }]);
  expect([compositionOf({}, RULES), rotationOf({}, RULES), isLevelled({}, RULES)]).toEqual([[], 0, false]);
  expect([rotationOf({}, rules), rotationOf({ rotation: 0 }, rules), rotationOf({ rotation: 5 }, RULES)]).toEqual([2, 0, 5]);
  expect([isLevelled({}, rules), isLevelled({ levelling: false }, rules), isLevelled({ levelling: true }, RULES)]).toEqual([true, false, true]);
  expect(isLevelled({ grouping: { kind: 'fixed' } }, rules)).toBe(false);
});

test('D5.11 two rules for one group become one, with the greater lower and the lesser upper bound', () => {
  expect(mergeRules([{ group: 'trainee', atMost: 2 }, { group: 'leader', atLeast: 1 }, { group: 'trainee', atLeast: 1, atMost: 1 }, { group: 'leader', atLeast: 2 }])).toEqual([{ group: 'leader', atLeast: 2 }, { group: 'trainee', atLeast: 1, atMost: 1 }]);
});

const person = (id: string, more: Partial<Inspector> = {}) => ({ id: id as InspectorId, qualifications: [], ...more });
const GROUPS: readonly PeopleGroup[] = ['leader', 'qualification:电梯', 'qualification:食品', 'trainee'];
const anyPerson = fc.record({ qualifications: fc.subarray(['电梯', '食品']), mayLead: fc.boolean(), grade: fc.constantFrom(undefined, 'senior', 'trainee') });

describe('M9.2 laminar groups', () => {
  test('apart, one within the other and the same are; sharing people while each has others is not', () => {
    const both = [person('A/1', { mayLead: true, qualifications: ['电梯'] }), person('A/2', { mayLead: true })];
    expect(overlappingGroups(['leader', 'qualification:电梯'], both)).toEqual([]);
    expect(overlappingGroups(['leader', 'qualification:电梯'], [...both, person('A/3', { qualifications: ['电梯'] })])).toEqual([{ groups: ['leader', 'qualification:电梯'], people: ['A/1'] }]);
  });
  test('is what the clause says, over any people', () => {
    fc.assert(fc.property(fc.array(anyPerson, { maxLength: 5 }), (people) => {
      const members = people.map((one, at) => ({ ...one, id: `A/${at}` as InspectorId }));
      const sets = GROUPS.map((group) => new Set(members.filter((one) => belongsTo(one, group)).map(({ id }) => id)));
      const isLaminar = sets.every((a, i) => sets.every((b, j) => i >= j || [...a].every((id) => !b.has(id)) || [...a].every((id) => b.has(id)) || [...b].every((id) => a.has(id))));
      expect(overlappingGroups(GROUPS, members).length === 0).toBe(isLaminar);
    }));
  });
});

describe('D5.11 lower bounds of groups apart', () => {
  const need = (composition: readonly CompositionRule[], people = 2) => ({ composition, people });
  const apart = [person('A/1', { mayLead: true }), person('A/2', { qualifications: ['电梯'] })];
  const nested = [person('A/1', { mayLead: true, qualifications: ['电梯', '食品'] }), person('A/2', { mayLead: true, qualifications: ['食品'] }), person('A/3', { mayLead: true, qualifications: ['电梯'] })];
  test('add up against the places of the visit', () => {
    expect(crowdedGroups(need([{ group: 'leader', atLeast: 1 }, { group: 'qualification:电梯', atLeast: 1 }]), apart)).toEqual([]);
    expect(crowdedGroups(need([{ group: 'leader', atLeast: 2 }, { group: 'qualification:电梯', atLeast: 1 }]), apart)).toEqual([{ within: undefined, groups: ['leader', 'qualification:电梯'], atLeast: 3, atMost: 2 }]);
  });
  test('a group within another one counts once', () => {
    const elevators = nested.slice(2);
    expect(crowdedGroups(need([{ group: 'leader', atLeast: 2 }, { group: 'qualification:电梯', atLeast: 1 }]), elevators)).toEqual([]);
  });
  test('and against the group around them', () => {
    const people = [person('A/1', { mayLead: true, qualifications: ['电梯'] }), person('A/2', { mayLead: true, qualifications: ['食品'] }), person('A/3', { mayLead: true })];
    expect(crowdedGroups(need([{ group: 'leader', atMost: 1 }, { group: 'qualification:电梯', atLeast: 1 }, { group: 'qualification:食品', atLeast: 1 }], 3), people)).toEqual([{ within: 'leader', groups: ['qualification:电梯', 'qualification:食品'], atLeast: 2, atMost: 1 }]);
  });
  test('are crowded exactly where no set of people, however many there were of each kind, keeps them', () => {
    const bound = fc.record({ atLeast: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }), atMost: fc.option(fc.nat(3), { nil: undefined }) });
    fc.assert(fc.property(fc.array(anyPerson, { minLength: 1, maxLength: 4 }), fc.tuple(bound, bound, bound, bound), fc.integer({ min: 1, max: 4 }), (people, bounds, places) => {
      const members = people.map((one, at) => ({ ...one, id: `A/${at}` as InspectorId }));
      const rules = GROUPS.map((group, at) => ({ group, ...bounds[at]! })).filter(({ group, atLeast, atMost }) => (atLeast !== undefined || atMost !== undefined) && members.some((one) => belongsTo(one, group)));
      fc.pre(overlappingGroups(rules.map(({ group }) => group), members).length === 0);
      fc.pre(rules.every(({ atLeast = 0, atMost = places }) => atLeast <= Math.min(atMost, places)));
      // As many of each kind as one likes, and one who belongs to no group.
      const kinds = [...members, person('A/x')];
      const isKept = (left: number, counts: readonly number[]): boolean =>
        left === 0 ? rules.every(({ atLeast = 0, atMost = places }, at) => counts[at]! >= atLeast && counts[at]! <= atMost)
          : kinds.some((one) => isKept(left - 1, rules.map(({ group }, at) => counts[at]! + (belongsTo(one, group) ? 1 : 0))));
      expect(crowdedGroups({ composition: rules, people: places }, members).length === 0).toBe(isKept(places, rules.map(() => 0)));
    }), { numRuns: 300 });
  });
});

describe('D5.11 composition of needs', () => {
  const item = (id: string, more: Partial<InspectionItem> = {}): InspectionItem => ({ id, name: id, agencies: [agency('A')], appliesTo: {}, qualifications: [], ...more });
  const inspector = (id: string, more: Partial<Inspector> = {}): Inspector => ({ ...person(id), agency: agency(id.slice(0, id.indexOf('/'))), licences: [{ number: id, validUntil: day('9999-09-09') }], isOnDuty: true, ...more });
  const TEAM = [inspector('A/1', { mayLead: true }), inspector('A/2', { qualifications: ['电梯'] }), inspector('A/3', { grade: 'trainee' })];
  const plan = (items: readonly InspectionItem[], inspectors: readonly Inspector[], composition?: readonly CompositionRule[], rules: Partial<Rules> = {}) =>
    planBatch({
      planned: { batch: { ...COUNTY.planned.batch, lead: agency('A'), cooperating: [], items: items.map(({ id }) => id), filter: {}, composition }, stated: new Map() },
      settings: { ...COUNTY.settings, rules: { ...RULES, ...rules } }, targets: [{ id: 'local:X' as never, name: 'X店', status: '在业', riskClass: 'A', tags: [] }], items, inspectors, agencies: [], past: NO_PAST,
    });
  const errors = (...input: Parameters<typeof plan>) => plan(...input).problems.filter(({ severity }) => severity === 'error').map(({ code, fields }) => [code, fields]);
  const place = { batch: '〔2026〕1号', agency: 'A' };

  test('is that of the items, each qualification once, and of the batch or else the office', () => {
    const items = [item('1', { anyQualifications: ['电梯'] }), item('2', { anyQualifications: ['电梯'], agencies: [agency('A'), agency('B')] })];
    const composition = (ofBatch?: readonly CompositionRule[], rules?: Partial<Rules>) => plan(items, TEAM, ofBatch, rules).visits[0]!.needs[0]!.composition;
    expect(composition()).toEqual([{ group: 'qualification:电梯', atLeast: 1 }]);
    expect(composition(undefined, { leadersPerVisit: rule(1), traineesPerVisit: rule(0) })).toEqual([{ group: 'leader', atLeast: 1 }, { group: 'qualification:电梯', atLeast: 1 }, { group: 'trainee', atMost: 0 }]);
    expect(composition([{ group: 'qualification:电梯', atMost: 1 }], { leadersPerVisit: rule(1) })).toEqual([{ group: 'qualification:电梯', atLeast: 1, atMost: 1 }]);
  });
  test('is absent where there is no rule, so that old seals stand', () => expect(JSON.stringify(plan([item('1')], TEAM).visits)).not.toContain('composition'));
  test('is planned without a fault where it can be kept', () => expect(errors([item('1', { anyQualifications: ['电梯'] })], TEAM, [{ group: 'leader', atLeast: 1 }, { group: 'trainee', atMost: 1 }])).toEqual([]));
  test('with overlapping groups is refused, with both groups and the people', () => {
    const people = [...TEAM, inspector('A/4', { mayLead: true, qualifications: ['电梯'], capacity: 0 })];
    expect(errors([item('1', { anyQualifications: ['电梯'] })], people, [{ group: 'leader', atLeast: 1 }])).toEqual([['composition-overlaps', { ...place, groups: ['leader', 'qualification:电梯'], people: ['A/4'] }]]);
  });
  test.each<[readonly CompositionRule[], string, object]>([
    [[{ group: 'leader', atLeast: 2, atMost: 1 }], 'composition-contradicts', { group: 'leader', atLeast: 2, atMost: 1, people: 2 }],
    [[{ group: 'leader', atLeast: 3 }], 'composition-contradicts', { group: 'leader', atLeast: 3, atMost: 2, people: 2 }],
    [[{ group: 'leader', atLeast: 2 }], 'composition-too-few', { group: 'leader', atLeast: 2, able: 1 }],
  ])('%o is refused', (composition, problem, fields) => expect(errors([item('1')], TEAM, composition)).toEqual([[problem, { ...place, ...fields }]]));
  test('that asks for more than go is refused once, however many visits ask for it', () => {
    const people = [...TEAM, inspector('A/5', { mayLead: true }), inspector('A/6', { qualifications: ['电梯'] })];
    expect(errors([item('1')], people, [{ group: 'leader', atLeast: 2 }, { group: 'qualification:电梯', atLeast: 1 }])).toEqual([['composition-crowded', { ...place, groups: ['leader', 'qualification:电梯'], atLeast: 3, atMost: 2 }]]);
  });
  test('with a qualification nobody has names the nearest', () => {
    expect(errors([item('1')], TEAM, [{ group: 'qualification:电锑', atLeast: 1 }])).toEqual([['composition-qualification-unknown', { batch: place.batch, qualification: '电锑' }]]);
    expect(errors([item('1')], [...TEAM, inspector('A/7', { qualifications: ['特种设备'] })], [{ group: 'qualification:特种设被', atLeast: 1 }])).toEqual([['composition-qualification-unknown', { batch: place.batch, qualification: '特种设被', nearest: '特种设备' }]]);
  });
  test('D5.8 a yearly number below what was done is told', () => {
    const { problems } = planBatch({
      planned: COUNTY.planned, settings: { ...COUNTY.settings, rules: { ...RULES, capacityPerYear: rule(3) } }, targets: COUNTY.targets, items: COUNTY.items, inspectors: COUNTY.inspectors, agencies: COUNTY.agencies,
      past: { ...NO_PAST, used: new Map([['SCJG/4' as InspectorId, 4], ['SCJG/5' as InspectorId, 3]]) },
    });
    expect(problems.filter(({ code }) => code === 'year-cap-below-used')).toEqual([{ code: 'year-cap-below-used', severity: 'warning', fields: { batch: '〔2026〕1号', inspectors: ['SCJG/4'] } }]);
  });
});
