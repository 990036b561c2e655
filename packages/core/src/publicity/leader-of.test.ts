import { expect, test } from 'vitest';
import type { InspectorId } from '../base/brand.js';
import { leaderOf } from './leader-of.js';

const id = (text: string): InspectorId => text as InspectorId;
const ids = (...texts: string[]): InspectorId[] => texts.map(id);

test('the marked person with the lowest id leads, in byte order', () => {
  const leader = leaderOf([{ id: id('A/1') }, { id: id('A/9'), mayLead: true }, { id: id('A/10'), mayLead: true }]);
  expect(leader(ids('A/9', 'A/10', 'A/1'))).toEqual({ id: 'A/10', leadNotMarked: false });
});

test('where nobody at the visit is marked the lowest id leads, and it is flagged', () => {
  const leader = leaderOf([{ id: id('A/1') }, { id: id('A/2'), mayLead: false }, { id: id('A/3'), mayLead: true }]);
  expect(leader(ids('A/2', 'A/1'))).toEqual({ id: 'A/1', leadNotMarked: true });
});

test('an agency that marks nobody has the lowest id lead without a flag, whatever others mark', () => {
  const leader = leaderOf([{ id: id('A/1') }, { id: id('A/2'), mayLead: false }, { id: id('AB/3'), mayLead: true }]);
  expect(leader(ids('A/2', 'A/1'))).toEqual({ id: 'A/1', leadNotMarked: false });
});

test('a visit without people is a mistake of the program', () => {
  expect(leaderOf([{ id: id('A/1') }, { id: id('A/2'), grade: 'senior' }, { id: id('A/3'), grade: 'trainee' }])([id('A/1'), id('A/2')])).toEqual({ id: 'A/2', leadNotMarked: false });
  expect(() => leaderOf([])([])).toThrow(RangeError);
});
