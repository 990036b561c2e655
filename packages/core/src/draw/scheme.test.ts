import { expect, test } from 'vitest';
import { isRehearsal, schemeSchema } from './scheme.js';

test('D1.8, D9.1 there are two schemes for draws, each with one for rehearsals, and no other is known', () => {
  expect(schemeSchema.options).toEqual(['ssj/1', 'ssj/1-rehearsal', 'ssj/2', 'ssj/2-rehearsal']);
  expect(schemeSchema.safeParse('ssj/3').success).toBe(false);
});
test('D9.1 only the schemes of rehearsals are some', () => {
  expect(schemeSchema.options.filter(isRehearsal)).toEqual(['ssj/1-rehearsal', 'ssj/2-rehearsal']);
});
