import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { shownText } from './shown-text.js';
import { isSoundText } from './text.js';

it('shows sound text as it is and unsound text as an escape', () => {
  expect(shownText('甲😀乙')).toBe('甲😀乙');
  expect(shownText('A\ud800B\ufffd')).toBe('A\\uD800B\\uFFFD');
});
it('cuts long text at a whole character', () => {
  expect(shownText('😀'.repeat(120))).toBe('😀'.repeat(120));
  expect(shownText('😀'.repeat(121))).toBe(`${'😀'.repeat(120)}…`);
  expect(shownText('甲'.repeat(32767))).toBe(`${'甲'.repeat(120)}…`);
});
it('is always sound', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)), (text) => {
    expect(isSoundText(shownText(text))).toBe(true);
  }));
});
