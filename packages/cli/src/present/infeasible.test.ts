import type { AgencyCode, InspectorId, ShortAgency, TargetId } from '@shuangsuiji/core';
import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { infeasibleLines } from './infeasible.js';
import { name, personId, targetId } from './realistic.properties.js';

const target = 'uscc:91330000668306747T' as TargetId;
const inspector = 'GA/0102' as InspectorId;
const short: ShortAgency = {
  agency: 'GA' as AgencyCode,
  shortage: 2,
  targets: [target],
  people: [{ inspector, capacity: 1, targets: 1 }],
  repairs: [
    { kind: 'capacity', inspector, lowersBy: 1, isEnough: false },
    { kind: 'borrow', lowersBy: 2, isEnough: true },
    { kind: 'release', inspector, target, lowersBy: 1, isEnough: false },
    { kind: 'postpone', target, lowersBy: 2, isEnough: true },
  ],
};
const names = { agency: () => '公安局', target: () => '红星商店', inspector: () => '张三' };

describe('infeasibleLines', () => {
  it('tells for each agency the shortage, the targets, the people and what would help', () => {
    const lines = infeasibleLines({ agencies: [short, { agency: 'SCJG' as AgencyCode, shortage: 0 }], names, columns: 80, isDrawn: true });
    expect(lines.slice(2)).toEqual([
      '公安局（GA）：缺口 2 人次',
      '  单是这 1 户，人手就已不够：',
      '    · 红星商店（91330000668306747T）',
      '  能去这几户的 1 人：',
      '    · 张三（GA/0102）：还能承担 1 户，其中 1 户可去',
      '  可以这样补救：',
      '    · 请 张三（GA/0102） 多承担 1 户：缺口减少 1 人次。',
      '    · 借调 一名能去以上各户的执法人员：缺口全部消除。',
      '    · 由负责人决定是否解除 张三（GA/0102） 对 红星商店（91330000668306747T） 的',
      '      回避：缺口减少 1 人次。',
      '    · 推迟检查 红星商店（91330000668306747T）：缺口全部消除。',
      '',
      '其余 1 个部门人手足够。',
    ]);
  });

  it('names need and supply, the rules that lack people, the group somebody has to be of, and what would do together', () => {
    const ruled: ShortAgency = {
      ...short, needed: 2, supplied: 0, rules: [{ group: 'leader', bound: 'atLeast', places: 2, people: 0, targets: [target, target] }, { group: 'qualification:电梯', bound: 'atMost', places: 1, people: 3, targets: [target] }],
      repairs: [{ kind: 'borrow', group: 'leader', lowersBy: 2, isEnough: true }, { kind: 'lower', target, lowersBy: 1, isEnough: false }],
      combination: { isCheapest: false, changes: [{ kind: 'capacity', inspector, visits: 3 }, { kind: 'borrow', group: 'leader', visits: 2 }, { kind: 'release', inspector, target }, { kind: 'postpone', target }] },
    };
    const told = (agency: ShortAgency, isDrawn: boolean): string => infeasibleLines({ agencies: [agency], names, columns: 200, isDrawn }).join('\n');
    for (const words of [
      '按规定只有部分人能去的共需 2 人次，现有人手最多能去 0 人次。',
      '可任组长的人员：其中 2 户按规定共需 2 人次，这些人最多能去 0 人次。',
      '有“电梯”资质的人员：其中 1 户按规定最多共去 1 人次，其余要由别人去。',
      '借调 一名能去以上各户的执法人员（属于“可任组长的人员”）：缺口全部消除。',
      '红星商店（91330000668306747T） 少派 1 人（人数已封存，须报批作废后重新封存）：缺口减少 1 人次。',
      '可行的组合（缺一项就不够，不保证最省），全部做到就能匹配：',
      '请 张三（GA/0102） 多承担 3 户', '承担 2 户', '推迟检查 红星商店',
    ]) expect(told(ruled, true)).toContain(words);
    expect(told(ruled, false)).not.toContain('作废');
    expect(told({ ...ruled, combination: { isCheapest: true, changes: [{ kind: 'capacity', inspector, visits: 3 }] } }, true)).toContain('最省的组合');
    expect(told({ ...ruled, combination: { isCheapest: false, changes: [] } }, true)).toContain('其他部门推迟的检查对象推迟后，本部门就能匹配。');
    expect(told({ ...ruled, combination: undefined }, true)).toContain('规模太大，没有算出全部做到就能匹配的组合。');
    expect(told(short, true)).not.toContain('组合。');
    expect(told({ ...short, contradictory: [target] }, true)).toContain('人员组成规定互相矛盾，派谁都不行：');
  });

  it('does with codes alone, and says so where nobody can go and nothing helps', () => {
    const nobody = { agency: () => undefined, target: () => undefined, inspector: () => undefined };
    const text = infeasibleLines({ agencies: [{ ...short, people: [], repairs: [] }], names: nobody, columns: 80, isDrawn: true }).join('\n');
    expect(text).toContain('GA：缺口 2 人次');
    expect(text).toContain('没有一个人能去这几户。');
    expect(text).toContain('没有找到单独一项就有用的办法。');
  });

  it('says whether it was drawn or only simulated', () => {
    expect(infeasibleLines({ agencies: [short], names, columns: 80, isDrawn: true })[0]).toMatch(/抽出的检查对象不变/);
    expect(infeasibleLines({ agencies: [short], names, columns: 80, isDrawn: false })[0]).toMatch(/^模拟抽取/);
  });

  it('is never wider than 80 columns', () => {
    const repair = fc.record({ kind: fc.constantFrom('capacity', 'borrow', 'release', 'lower', 'postpone'), inspector: personId, target: targetId, group: fc.constantFrom(undefined, 'leader', `qualification:${'特种设备'.repeat(30)}`), lowersBy: fc.integer({ min: 1, max: 999 }), isEnough: fc.boolean() });
    const agency = fc.record({
      agency: fc.constantFrom('SCJG', 'A'.repeat(32)),
      shortage: fc.integer({ min: 0, max: 9999 }),
      targets: fc.array(targetId, { maxLength: 30 }),
      people: fc.array(fc.record({ inspector: personId, capacity: fc.nat(8191), targets: fc.nat(8191) }), { maxLength: 30 }),
      repairs: fc.array(repair, { maxLength: 30 }),
      needed: fc.nat(9999), supplied: fc.nat(9999),
      rules: fc.array(fc.record({ group: fc.constantFrom('trainee', `qualification:${'特种设备'.repeat(30)}`), bound: fc.constantFrom('atLeast', 'atMost'), places: fc.nat(9999), people: fc.nat(9999), targets: fc.array(targetId, { maxLength: 3 }) }), { maxLength: 3 }),
      combination: fc.record({ isCheapest: fc.boolean(), changes: fc.array(fc.record({ kind: fc.constantFrom('capacity', 'borrow', 'release', 'lower', 'postpone'), inspector: personId, target: targetId, visits: fc.nat(8191) }), { maxLength: 30 }) }),
    });
    fc.assert(
      fc.property(fc.array(agency, { maxLength: 4 }), fc.option(name, { nil: undefined }), fc.boolean(), (agencies, known, isDrawn) => {
        const given = { agency: () => known, target: () => known, inspector: () => known };
        for (const line of infeasibleLines({ agencies: agencies as unknown as readonly ShortAgency[], names: given, columns: 80, isDrawn })) expect(stringWidth(line)).toBeLessThanOrEqual(80);
      }),
      { numRuns: 40 },
    );
  });
});
