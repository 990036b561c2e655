import { expect, test } from 'vitest';
import type { TargetId } from '../base/brand.js';
import { sharedTargets, sharesSeed } from './overlap.js';

const DICE = ['dice:d10x20'];

test('protocol §9: drawn from the same line two draws share a seed, from another rolling of dice they do not', () => {
  expect(sharesSeed({ sources: DICE, lines: ['dice:d10x20=1'] }, { sources: DICE, lines: ['dice:d10x20=1'] })).toBe(true);
  expect(sharesSeed({ sources: DICE, lines: ['dice:d10x20=1'] }, { sources: DICE, lines: ['dice:d10x20=2'] })).toBe(false);
  expect(sharesSeed({ sources: [], lines: ['a=1', 'b=2'] }, { sources: [], lines: ['b=2', 'c=3'] })).toBe(true);
  expect(sharesSeed({ sources: [], lines: [] }, { sources: [], lines: [] })).toBe(false);
});
test('protocol §9: as long as one of two draws waits for its seed, their sources decide', () => {
  const drawn = { sources: ['lottery:kl8:2026033'], lines: ['lottery:kl8:2026033=01'] };
  const waiting = { sources: ['lottery:ssq:2026012', 'lottery:kl8:2026033'] };
  for (const [a, b] of [[drawn, waiting], [waiting, drawn], [waiting, waiting]] as const) expect(sharesSeed(a, b)).toBe(true);
  expect(sharesSeed({ sources: DICE }, waiting)).toBe(false);
});
test('targets in both frames are counted', () => {
  const frame = (...codes: string[]) => codes.map((code) => ({ id: `local:${code}` as TargetId }));
  expect(sharedTargets(frame('A', 'B', 'C'), frame('C', 'D', 'A'))).toBe(2);
  expect(sharedTargets(frame('A'), frame('B'))).toBe(0);
});
