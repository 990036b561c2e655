import { describe, expect, it } from 'vitest';
import type { InspectorId, TargetId } from '../base/brand.js';
import { agencyResolver } from './agency-resolver.js';
import { readAgencies } from './read-agencies.js';
import { readRecusals } from './read-recusals.js';
import { agencyTable, GROUNDS, recusalTable, uscc } from './tables.properties.js';

const agencies = agencyResolver({ agencies: readAgencies({ table: agencyTable({ code: 'SCJG', name: '市监局' }) }).entities });
const inspectorIds = new Set(['SCJG/1'] as InspectorId[]);
const targetIds = new Set([`uscc:${uscc(1)}`, 'local:330600400012345', 'local:A-17'] as TargetId[]);
const read = (...rows: Parameters<typeof recusalTable>) => readRecusals({ table: recusalTable(...rows), agencies, inspectorIds, targetIds, grounds: GROUNDS });
const codes = (...rows: Parameters<typeof recusalTable>): unknown => read(...rows).problems.map(({ code, severity, where }) => [code, severity, where?.row]);
const sound = { agency: '市监局', number: 1, code: uscc(1), ground: '近亲属' };

describe('readRecusals', () => {
  it('reads every column; a register without rows is fine', () => {
    expect(read({ ...sound, declaredOn: '2026.1.5' })).toEqual({ problems: [], entities: [{ target: `uscc:${uscc(1)}`, inspector: 'SCJG/1', ground: '近亲属', declaredOn: '2026-01-05' }] });
    expect(read()).toEqual({ problems: [], entities: [] });
  });
  it('finds the target by whichever kind the registry holds', () => {
    expect(read({ ...sound, code: 330600400012345 }, { ...sound, code: 'a-17' }).entities.map(({ target }) => target)).toEqual(['local:330600400012345', 'local:A-17']);
  });
  it('refuses whom the registries do not hold', () => {
    expect(codes({ ...sound, number: 2 }, { ...sound, code: uscc(2) }, { ...sound, agency: '应急局' })).toEqual([['recusal-unknown-inspector', 'error', 3], ['recusal-unknown-target', 'error', 4], ['agency-unknown', 'error', 5]]);
  });
  it('finds every problem of a row', () => {
    expect(codes({ ground: '私事', declaredOn: '昨天' }, { ...sound, ground: ' ' })).toEqual([
      ['agency-missing', 'error', 3], ['inspector-number-missing', 'error', 3], ['code-missing', 'error', 3], ['recusal-ground-unknown', 'error', 3], ['date-unreadable', 'error', 3], ['recusal-ground-unknown', 'error', 4],
    ]);
  });
  it('warns of a recusal written twice and keeps its earliest day; another ground is another recusal', () => {
    const rows = [sound, { ...sound, declaredOn: '2026-02-01' }, { ...sound, declaredOn: '2026-01-01' }, { ...sound, ground: '其他' }];
    expect(codes(...rows)).toEqual([['recusal-duplicate', 'warning', 4], ['recusal-duplicate', 'warning', 5]]);
    expect(read(...rows).entities.map(({ ground, declaredOn }) => [ground, declaredOn])).toEqual([['其他', undefined], ['近亲属', '2026-01-01']].toSorted());
  });
});
