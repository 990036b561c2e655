import { expect, test } from 'vitest';
import { type Finding, type PointVerdict, verdictOf, worstVerdict } from './findings.js';

const of = (...codes: readonly Finding['code'][]): PointVerdict => verdictOf(codes.map((code) => ({ code, severity: 'error', fields: {} }) as unknown as Finding));

test('R11.1 what is missing leaves a point open', () => {
  expect(of()).toBe('identical');
  for (const code of ['file-missing', 'document-missing', 'not-drawn', 'not-revealed', 'depends-on', 'scheme-unknown', 'token-unread', 'archive-unusable'] as const) expect([code, of(code)]).toEqual([code, 'unverifiable']);
});
test('R11.1 whatever else is found is a difference, whatever is missing beside it', () => {
  for (const code of ['value-differs', 'more-differ', 'file-extra', 'document-invalid', 'ledger-chain', 'event-missing', 'replay-impossible', 'seed-order', 'joint-overdue', 'token-wrong', 'change-repeated'] as const) {
    expect([code, of(code), of('file-missing', code, 'not-drawn')]).toEqual([code, 'different', 'different']);
  }
});
test('R11.1 of several points any difference outweighs what is open, and that what is identical', () => {
  expect([worstVerdict([]), worstVerdict(['identical', 'identical'])]).toEqual(['identical', 'identical']);
  expect(worstVerdict(['identical', 'unverifiable', 'identical'])).toBe('unverifiable');
  for (const verdicts of [['different', 'unverifiable'], ['unverifiable', 'identical', 'different']] as const) expect(worstVerdict(verdicts)).toBe('different');
});
