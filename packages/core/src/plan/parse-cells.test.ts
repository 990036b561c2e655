import { describe, expect, test } from 'vitest';
import type { QuotaRule } from './batch.js';
import { parsePeriod } from './parse-period.js';
import { parseRatio } from './parse-ratio.js';
import { parseRiskRatios } from './parse-risk-ratios.js';

const up = (basisPoints: number): QuotaRule => ({ kind: 'ratio', basisPoints, rounding: 'up' });
const down = (basisPoints: number): QuotaRule => ({ kind: 'ratio', basisPoints, rounding: 'down' });
const fixed = (count: number): QuotaRule => ({ kind: 'fixed', count });

describe('比例 cells', () => {
  test.each<[string, QuotaRule]>([
    ['5%', up(500)], ['≥20%', up(2000)], ['>=20%', up(2000)], ['不少于1%', up(100)], ['不低于3%', up(300)], ['至少3%', up(300)], ['100%', up(10000)], ['3.25%', up(325)], ['0.01%', up(1)], ['3.50%', up(350)], ['3.500%', up(350)],
    ['5％', up(500)], ['５%', up(500)], [' 5 % ', up(500)], ['＞＝20％', up(2000)], ['≤5%', down(500)], ['<=5%', down(500)], ['不超过5%', down(500)], ['不高于5%', down(500)], ['至多5%', down(500)],
    ['20户', fixed(20)], ['20家', fixed(20)], ['20个', fixed(20)], ['1户', fixed(1)], ['=1', fixed(1)], ['>=1', fixed(1)], ['≥1户', fixed(1)], ['不少于20户', fixed(20)], ['= 1', fixed(1)],
  ])('%s', (raw, rule) => {
    expect(parseRatio(raw)).toEqual({ ok: true, value: { rule } });
  });
  test.each(['10% (20户)', '10%(20户)', '10%（20户）', '≥10%(20家)'])('%s states a count', (raw) => {
    expect(parseRatio(raw)).toEqual({ ok: true, value: { rule: up(1000), stated: 20 } });
  });
  test.each([['3%;2次/年', up(300), 2], ['≥20%;1次/年', up(2000), 1], ['3%；2次／年', up(300), 2], ['20户;12次/年', fixed(20), 12]] as const)('%s has a frequency', (raw, rule, timesPerYear) => {
    expect(parseRatio(raw)).toEqual({ ok: true, value: { rule, timesPerYear } });
  });
  test.each([
    ['待定', 'ratio-undecided'], ['未定', 'ratio-undecided'], ['视情况;1次/年', 'ratio-undecided'],
    ['5', 'ratio-ambiguous'], ['0.05', 'ratio-ambiguous'], ['５', 'ratio-ambiguous'], ['5;2次/年', 'ratio-ambiguous'],
    ['0%', 'ratio-out-of-range'], ['0.00%', 'ratio-out-of-range'], ['101%', 'ratio-out-of-range'], ['100.01%', 'ratio-out-of-range'], ['0户', 'ratio-out-of-range'], ['=0', 'ratio-out-of-range'],
    ['3.255%', 'ratio-too-fine'], ['0.001%', 'ratio-too-fine'],
    ['约5%', 'ratio-unreadable'], ['5%左右', 'ratio-unreadable'], ['5%-10%', 'ratio-unreadable'], ['-5%', 'ratio-unreadable'], ['5%(20)', 'ratio-unreadable'], ['不超过20户', 'ratio-unreadable'], ['2次/年', 'ratio-unreadable'], ['3%;每年', 'ratio-unreadable'], ['3%;0次/年', 'ratio-unreadable'],
    ['3%;1次/年;2次/年', 'ratio-unreadable'], [';', 'ratio-unreadable'], ['.5%', 'ratio-unreadable'], ['1e1%', 'ratio-unreadable'], ['五%', 'ratio-unreadable'], ['12345678901%', 'ratio-unreadable'],
  ])('%s is %s and never guessed', (raw, code) => {
    expect(parseRatio(raw)).toEqual({ ok: false, error: { code, fields: { raw } } });
  });
});

describe('信用风险分类要求 cells', () => {
  test.each(['A:1%;B:3%;C:10%;D:100%', 'A：1%；B：3%；C：10%；D：100%', 'A类1%，B类3%，C类10%，D类100%', 'a:1%、b:3%、c:10%、d:100%', 'A:1%\nB:3%\nC:10%\nD:100%', 'A类企业1%;B类企业3%;C类企业10%;D类企业100%;'])('%s', (raw) => {
    expect(parseRiskRatios(raw)).toEqual({ ok: true, value: new Map([['A', { rule: up(100) }], ['B', { rule: up(300) }], ['C', { rule: up(1000) }], ['D', { rule: up(10000) }]]) });
  });
  test('A类≤5%，B类5% names a class less, and what is at most', () => {
    expect(parseRiskRatios('A类≤5%，B类5%')).toEqual({ ok: true, value: new Map([['A', { rule: down(500) }], ['B', { rule: up(500) }]]) });
    expect(parseRiskRatios('D:3户')).toEqual({ ok: true, value: new Map([['D', { rule: fixed(3) }]]) });
  });
  test.each([
    ['A:1%;A:2%', { code: 'risk-ratio-twice', fields: { raw: 'A:1%;A:2%', riskClass: 'A' } }],
    ['E:1%', { code: 'ratio-unreadable', fields: { raw: 'E:1%' } }],
    ['低风险1%', { code: 'ratio-unreadable', fields: { raw: '低风险1%' } }],
    ['A', { code: 'ratio-unreadable', fields: { raw: 'A' } }],
    [';', { code: 'ratio-unreadable', fields: { raw: ';' } }],
    ['A:5', { code: 'ratio-ambiguous', fields: { raw: '5' } }],
    ['A:待定', { code: 'ratio-undecided', fields: { raw: '待定' } }],
  ])('%j is refused', (raw, error) => {
    expect(parseRiskRatios(raw)).toEqual({ ok: false, error });
  });
});

describe('起止时间 cells', () => {
  const year = 2026;
  test.each([
    ['2026年2月24日-2026年11月30日', '2026-02-24', '2026-11-30'], ['2026年2月24日 -2026年11月30日', '2026-02-24', '2026-11-30'], ['2026-02-24至2026-11-30', '2026-02-24', '2026-11-30'], ['2026-02-24-2026-11-30', '2026-02-24', '2026-11-30'],
    ['2026/2/24—2026/11/30', '2026-02-24', '2026-11-30'], ['2026.2.24～2026.11.30', '2026-02-24', '2026-11-30'], ['2026年2月24日至11月30日', '2026-02-24', '2026-11-30'], ['2月24日—11月30日', '2026-02-24', '2026-11-30'], ['２０２６年２月２４日到２０２６年１１月３０日', '2026-02-24', '2026-11-30'],
    ['2025年12月1日-2026年1月31日', '2025-12-01', '2026-01-31'], ['1月—12月', '2026-01-01', '2026-12-31'], ['1-12月', '2026-01-01', '2026-12-31'], ['1月－12月', '2026-01-01', '2026-12-31'], ['2025年9月', '2025-09-01', '2025-09-30'], ['9月', '2026-09-01', '2026-09-30'],
    ['2025年9月—10月', '2025-09-01', '2025-10-31'], ['2025年9月-2026年2月', '2025-09-01', '2026-02-28'], ['2024年2月', '2024-02-01', '2024-02-29'], ['2026年3月1日-2026年3月1日', '2026-03-01', '2026-03-01'],
  ])('%s', (raw, from, to) => {
    expect(parsePeriod({ raw, year })).toEqual({ ok: true, value: { from, to } });
  });
  test.each([['11月—2月', '2026-11-01', '2026-02-28'], ['2026-11-30至2026-02-24', '2026-11-30', '2026-02-24']])('%s runs backwards', (raw, from, to) => {
    expect(parsePeriod({ raw, year })).toEqual({ ok: false, error: { code: 'period-backwards', fields: { from, to } } });
  });
  test.each(['全年', '第三季度', '2026', '1-12', '2026年2月30日-2026年3月1日', '13月', '2026年0月', '2026-03-02', '3月1日-5日', '2026年2月24日起', '—'])('%s is not read', (raw) => {
    expect(parsePeriod({ raw, year })).toEqual({ ok: false, error: { code: 'period-unreadable', fields: { raw } } });
  });
});
