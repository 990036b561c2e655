import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgencyCode, InspectorId } from '../base/brand.js';
import type { Agency, Inspector } from '../registry/schemas.js';
import { code, day, sampleCounty } from './county.properties.js';
import { capsOf, levelled } from './level-cap.js';
import { type RosterInput, rosterOf } from './roster.js';
import type { Rules } from './settings.js';

const { rules: RULES } = sampleCounty({ number: 1, sampling: 'flat', isFeasible: true }).settings;
const rule = (value: number) => ({ value, source: '县局规定' });
const inspector = (more: Partial<Inspector> = {}): Inspector => ({ id: 'A/1' as InspectorId, agency: code('A'), qualifications: [], licences: [{ number: '1', validUntil: day('9999-09-09') }], isOnDuty: true, ...more });
const agency = (more: Partial<Agency> = {}): Agency => ({ code: code('A'), name: 'A局', aliases: [], ...more });
/** Ten days. */
const PERIOD = { from: day('2026-03-01'), to: day('2026-03-10') };
const rows = (more: Partial<RosterInput> & { readonly more?: Partial<Rules> }) =>
  rosterOf({ inspectors: [inspector()], agencies: [agency()], visits: [{ id: 'V1', needs: [{ agency: code('A'), items: ['1'], people: 2, qualifications: [] }] }], period: PERIOD, used: new Map(), caps: new Map(), ...more, rules: { ...RULES, capacityPerBatch: rule(9), ...more.more } });
const row = (...[more]: Parameters<typeof rows>) => JSON.parse(JSON.stringify(rows(more)[0])) as unknown;
const used = (count: number) => new Map([['A/1' as InspectorId, count]]);

describe('D5.5 capacity', () => {
  test.each<[string, Partial<Inspector>, Partial<Agency>, Partial<Rules>, number, object]>([
    ['the office’s number', {}, {}, {}, 0, { capacity: 9 }],
    ['the agency’s before the office’s', {}, { capacity: 4 }, {}, 0, { capacity: 4 }],
    ['the person’s before the agency’s', { capacity: 5 }, { capacity: 4 }, {}, 0, { capacity: 5 }],
    ['what the year leaves, by the office', {}, {}, { capacityPerYear: rule(10) }, 7, { capacity: 3, used: 7 }],
    ['by the agency', {}, { capacityPerYear: 8 }, { capacityPerYear: rule(10) }, 7, { capacity: 1, used: 7 }],
    ['by the person', { capacityPerYear: 12 }, { capacityPerYear: 8 }, { capacityPerYear: rule(10) }, 7, { capacity: 5, used: 7 }],
    ['the batch where it is less', { capacity: 2 }, {}, { capacityPerYear: rule(10) }, 7, { capacity: 2, used: 7 }],
    ['a year that is used up', {}, {}, { capacityPerYear: rule(7) }, 7, { capacity: 0, used: 7, reason: 'year-used-up' }],
    ['a year that was used beyond', {}, {}, { capacityPerYear: rule(3) }, 7, { capacity: 0, used: 7, reason: 'year-used-up' }],
    ['nothing in the batch, whatever the year', { capacity: 0 }, {}, { capacityPerYear: rule(3) }, 7, { capacity: 0, used: 7, reason: 'capacity-zero' }],
    ['visits that nobody counts', {}, {}, {}, 7, { capacity: 9 }],
  ])('is %s', (_, own, ofAgency, more, before, expected) => {
    expect(row({ inspectors: [inspector(own)], agencies: [agency(ofAgency)], more, used: used(before) })).toEqual({ id: 'A/1', qualifications: [], ...expected });
  });
  test('grade and areas are carried over', () => {
    expect(row({ inspectors: [inspector({ grade: 'trainee', mayLead: false, ownAreas: ['甲镇'], regions: ['乙镇'] })] })).toEqual({ id: 'A/1', capacity: 9, qualifications: [], grade: 'trainee', mayLead: false, ownAreas: ['甲镇'], regions: ['乙镇'] });
  });
  test('D5.10 a cap of the agency bounds whoever is above it, the same before and after', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(12), fc.option(fc.nat(12), { nil: undefined }), fc.nat(12), (cap, own, ofYear, before) => {
      const input = { inspectors: [inspector({ capacity: own, capacityPerYear: ofYear })], used: used(before) };
      const caps = capsOf([{ agency: 'A' as AgencyCode, cap }]);
      expect(rows({ ...input, caps })).toEqual(levelled(rows(input), caps));
      expect(rows({ ...input, caps })[0]!.capacity).toBe(Math.min(rows(input)[0]!.capacity, cap));
    }));
  });
});

describe('D5.5 a licence that holds on every day', () => {
  const reason = (...licences: Inspector['licences']) => rows({ inspectors: [inspector({ licences })] })[0]!.reason;
  test.each<[Inspector['licences'], string | undefined]>([
    [[], 'licence-missing'],
    [[{ number: '1', validUntil: PERIOD.to }], undefined],
    [[{ number: '1', validUntil: day('2026-03-09') }], 'licence-lapsed'],
    [[{ number: '1', validFrom: PERIOD.from, validUntil: PERIOD.to }], undefined],
    [[{ number: '1', validFrom: day('2026-03-02'), validUntil: day('9999-09-09') }], 'licence-lapsed'],
    [[{ number: '1', validUntil: day('2026-03-05') }, { number: '2', validFrom: day('2026-03-06'), validUntil: day('2027-01-01') }], 'licence-lapsed'],
    [[{ number: '1', validUntil: day('2026-03-05') }, { number: '2', validFrom: day('2025-01-01'), validUntil: day('2027-01-01') }], undefined],
  ])('%o: %s', (licences, expected) => expect(reason(...licences)).toBe(expected));
});

describe('D5.7 leave', () => {
  const away = (...periods: readonly (readonly [string, string])[]) => periods.map(([from, to]) => ({ from: day(from), to: day(to) }));
  const reason = (periods: Inspector['away'], freeDays?: number) => rows({ inspectors: [inspector({ away: periods })], more: freeDays === undefined ? {} : { freeDays: rule(freeDays) } })[0]!.reason;
  test('without a rule no day may be missing', () => {
    expect(reason(away(['2026-03-10', '2026-03-20']))).toBe('on-leave');
    expect(reason(away(['2026-03-11', '2026-03-20'], ['2025-01-01', '2026-02-28']))).toBeUndefined();
  });
  test.each([
    [5000, ['2026-03-01', '2026-03-05'], undefined],
    [5000, ['2026-03-01', '2026-03-06'], 'on-leave'],
    [4100, ['2026-03-01', '2026-03-05'], undefined],
    [4100, ['2026-03-01', '2026-03-06'], 'on-leave'],
    [4000, ['2026-02-01', '2026-03-06'], undefined],
    [0, ['2026-01-01', '2026-12-31'], undefined],
    [1, ['2026-01-01', '2026-12-31'], 'on-leave'],
  ] as const)('of ten days %i basis points must be free: %o', (basisPoints, [from, to], expected) => expect(reason(away([from, to]), basisPoints)).toBe(expected));
  test('days in several periods count once', () => {
    const days = Array.from({ length: 14 }, (_, at) => `2026-0${at < 2 ? 2 : 3}-${String(at < 2 ? 27 + at : at - 1).padStart(2, '0')}`);
    const period = fc.tuple(fc.nat(13), fc.nat(13)).map(([a, b]) => [days[Math.min(a, b)]!, days[Math.max(a, b)]!] as const);
    fc.assert(fc.property(fc.array(period, { maxLength: 4 }), fc.integer({ min: 0, max: 10000 }), (periods, basisPoints) => {
      const inside = days.filter((one) => one >= PERIOD.from && one <= PERIOD.to);
      const free = inside.filter((one) => !periods.some(([from, to]) => one >= from && one <= to)).length;
      expect(reason(away(...periods), basisPoints)).toBe(free < Math.ceil((inside.length * basisPoints) / 10000) ? 'on-leave' : undefined);
    }));
  });
  test('who is off duty or without a licence is told as that', () => {
    expect(rows({ inspectors: [inspector({ isOnDuty: false, away: away(['2026-01-01', '2026-12-31']) })] })[0]!.reason).toBe('off-duty');
    expect(rows({ inspectors: [inspector({ licences: [], away: away(['2026-01-01', '2026-12-31']), capacity: 0 })] })[0]!.reason).toBe('licence-missing');
    expect(rows({ inspectors: [inspector({ away: away(['2026-01-01', '2026-12-31']), capacity: 0 })] })[0]!.reason).toBe('on-leave');
  });
});
