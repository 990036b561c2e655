import { parseComposition } from '@shuangsuiji/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compositionWords } from './composition-words.js';

const bound = fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined });
const rule = fc.record({ group: fc.constantFrom('leader', 'trainee', 'qualification:电梯', 'qualification:特种设备（压力容器）'), atLeast: bound, atMost: bound }).filter(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined);

test('rules on who goes together are told in the words a plan is read from', () => {
  expect(compositionWords([{ group: 'leader', atLeast: 1 }, { group: 'qualification:电梯', atLeast: 1, atMost: 2 }, { group: 'trainee', atMost: 0 }])).toBe('组长≥1；电梯≥1；电梯≤2；见习≤0');
  fc.assert(fc.property(fc.uniqueArray(rule, { selector: ({ group }) => group, minLength: 1 }), (rules) => {
    const sorted = rules.toSorted((a, b) => (a.group < b.group ? -1 : 1)) as Parameters<typeof compositionWords>[0];
    expect(parseComposition(compositionWords(sorted))).toEqual({ ok: true, value: JSON.parse(JSON.stringify(sorted)) });
  }));
});
