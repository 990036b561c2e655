/** Cells of 人员组成: `组长≥1；见习≤1；电梯≥1`. */
import { err, ok, type Result } from '../base/result.js';
import { sortedBy, stripEdges, toHalfWidth } from '../base/text.js';
import { type CompositionRule, type PeopleGroup, qualifiedFor } from './composition.js';
import type { PlanRowFault } from './problems.js';

const AT_LEAST = '>=|≥|至少|不少于';
const AT_MOST = '<=|≤|至多|不超过';
const RULE = new RegExp(`^(.+?)\\s*(${AT_LEAST}|${AT_MOST}|=)\\s*(\\d{1,4})\\s*(?:人|名)?$`);
const GROUP_WORDS: ReadonlyMap<string, PeopleGroup> = new Map([['组长', 'leader'], ['见习', 'trainee']]);
const LARGEST = 8191;

/**
 * Reads rules, parted by `；` `;` `，` `,` or a new line. A word that is neither 组长 nor 见习 is a qualification; `=` sets
 * both bounds, and one group may stand once for each of its bounds.
 *
 * @returns one rule for a group, ascending by group
 */
export const parseComposition = (raw: string): Result<readonly CompositionRule[], PlanRowFault> => {
  const parts = raw.split(/[；;，,、\n\r]/).map(stripEdges).filter((part) => part !== '');
  if (parts.length === 0) return err({ code: 'composition-unreadable', fields: { raw, part: raw } });
  const rules = new Map<PeopleGroup, CompositionRule>();
  for (const part of parts) {
    const rule = ruleOf(part);
    if (rule === undefined) return err({ code: 'composition-unreadable', fields: { raw, part } });
    const known = rules.get(rule.group);
    const isTwice = known !== undefined && ((known.atLeast !== undefined && rule.atLeast !== undefined) || (known.atMost !== undefined && rule.atMost !== undefined));
    if (isTwice) return err({ code: 'composition-twice', fields: { raw, group: part } });
    rules.set(rule.group, { ...known, ...rule });
  }
  return ok(sortedBy(rules.values(), ({ group }) => group));
};

const ruleOf = (part: string): CompositionRule | undefined => {
  // Character for character, so that the office's own spelling of a qualification can be cut out.
  const [, word = '', sign = '', digits = ''] = RULE.exec(toHalfWidth(part)) ?? [];
  const count = Number(digits);
  if (word === '' || count > LARGEST) return undefined;
  const group = GROUP_WORDS.get(word) ?? qualifiedFor(part.slice(0, word.length));
  if (sign === '=') return count === 0 ? { group, atMost: 0 } : { group, atLeast: count, atMost: count };
  if (new RegExp(`^(?:${AT_MOST})$`).test(sign)) return { group, atMost: count };
  return count === 0 ? undefined : { group, atLeast: count };
};
