/** Rules on who goes together, as the plan's column 人员组成 has them. */
import type { CompositionRule } from '@shuangsuiji/core';
import { groupName } from './names.js';
import { oneLine } from './one-line.js';

/** `组长≥1；见习≤1；电梯≥1` */
export const compositionWords = (rules: readonly CompositionRule[]): string =>
  rules.flatMap(({ group, atLeast, atMost }) => {
    const name = oneLine(groupName(group));
    return [...(atLeast === undefined ? [] : [`${name}≥${String(atLeast)}`]), ...(atMost === undefined ? [] : [`${name}≤${String(atMost)}`])];
  }).join('；');
