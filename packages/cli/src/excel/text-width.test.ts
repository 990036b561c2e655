import stringWidth from 'string-width';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineCount, textWidth } from './text-width.js';

it('counts a Chinese character as two and takes the longest line', () => {
  expect(textWidth('精河县A\n乙')).toBe(7);
  expect(textWidth('')).toBe(0);
  expect(lineCount('精河县\n\n精河县市场监督管理局', 10)).toBe(4);
});

it('counts fast what string-width counts slowly', () => {
  const characters = fc.constantFrom('a', '~', ' ', '精', '𠮷', '（', '、', '·', '“', '〔', '★', 'é', '々');
  fc.assert(fc.property(fc.string({ unit: characters }), (text) => textWidth(text) === stringWidth(text, { ambiguousIsNarrow: false })));
});
