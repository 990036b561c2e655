import { expect, test } from 'vitest';
import { isRehearsal, schemeSchema } from './scheme.js';

test('D9.1 there is a scheme for draws and one for rehearsals, and no other is known', () => {
  expect(schemeSchema.options).toEqual(['ssj/1', 'ssj/1-rehearsal']);
  expect(schemeSchema.safeParse('ssj/2').success).toBe(false);
});
test('D9.1 only the scheme of rehearsals is one', () => {
  expect(schemeSchema.options.filter(isRehearsal)).toEqual(['ssj/1-rehearsal']);
});
