import { expect, test } from 'vitest';
import type { DrawId } from '../base/brand.js';
import type { LedgerEntry } from '../record/ledger.js';
import type { Sealed } from '../record/sealed.js';
import { historyClaims } from './history-claims.js';

const drawId = '652722-2026-0001' as DrawId;
const entries = (...bodies: readonly (readonly [type: string, body?: object])[]): readonly LedgerEntry[] => bodies.map(([type, body], index) => ({ seq: index + 1, type, body: { drawId, ...body } }) as unknown as LedgerEntry);
const changed = (kind: string, reason = '病假', by = '办公室') => ['changed', { change: { kind }, reason, by, evidence: '假条' }] as const;
const claims = (own: readonly LedgerEntry[], redoes?: Sealed['redoes']) => historyClaims({ drawId, redoes } as Sealed, own);

test('R12.6 a draw that stands and was never changed has no history', () => {
  expect(claims(entries(['sealed'], ['drawn', { round: 0 }], ['revealed']))).toEqual([]);
});
test('R12.6 a void draw says why, and one sealed again names all void ones', () => {
  const redoes = [{ drawId: '652722-2026-0000' as DrawId, reason: '录错' }];
  expect(claims(entries(['sealed'], ['voided', { reason: '录错', by: '双随机办', evidence: '会议纪要' }]), redoes)).toEqual([{ code: 'draw-void', reason: '录错', by: '双随机办', evidence: '会议纪要' }, { code: 'draw-redone', redoes }]);
});
test('R12.3 changes are counted by kind, reason and who decided, ascending', () => {
  const own = entries(['sealed'], changed('target-withdrawn'), changed('inspector-withdrawn'), changed('target-withdrawn'), changed('target-withdrawn', '注销'), changed('target-withdrawn', '病假', '局长'));
  const group = (kind: string, count: number, reason = '病假', by = '办公室') => ({ kind, reason, by, count, late: 0 });
  expect(claims(own)).toEqual([{ code: 'changed-after-seal', groups: [group('inspector-withdrawn', 1), group('target-withdrawn', 1, '注销'), group('target-withdrawn', 2), group('target-withdrawn', 1, '病假', '局长')] }]);
});
test('R12.3 a pair withdrawn after the draw of round 0 is 抽取后申报, one before it is not, and nothing else is', () => {
  const own = entries(['sealed'], changed('pair-withdrawn'), ['drawn', { round: 0 }], changed('pair-withdrawn'), changed('pair-withdrawn'), changed('inspector-withdrawn'));
  expect(claims(own)).toMatchObject([{ groups: [{ kind: 'inspector-withdrawn', count: 1, late: 0 }, { kind: 'pair-withdrawn', count: 3, late: 2 }] }]);
});
test('another draw’s changes are not told of this one', () => {
  expect(claims(entries(['sealed'], ['changed', { ...changed('target-withdrawn')[1], drawId: '652722-2026-0002' }], ['voided', { drawId: '652722-2026-0002' }]))).toEqual([]);
});
