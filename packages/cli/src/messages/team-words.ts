/** Joint groups and what stands against them, in words (match-spec M11). */
import type { TeamBarTold, TeamOutcome, ToldTeam } from '@shuangsuiji/core';
import { oneLine } from './one-line.js';
import { percentWords } from './share-words.js';
import { pairBarsWords } from './told-change.js';

/** `检查组 3`, or the name of a fixed one. */
export const teamName = ({ group, name }: Pick<ToldTeam, 'group' | 'name'>): string => (name === undefined ? `检查组 ${String(group)}` : oneLine(name));

/** What became of a group at a target, in two cells. */
export const teamOutcomeWords = (outcome: TeamOutcome): readonly [string, string] => {
  switch (outcome.kind) {
    case 'assigned':
      return ['派出', percentWords(outcome.chance)];
    case 'not-assigned':
      return ['没有派出', percentWords(outcome.chance)];
    case 'barred':
      return ['不可派', outcome.bars.map(teamBarWords).join('；')];
    default:
      return outcome satisfies never;
  }
};

const teamBarWords = (bar: TeamBarTold): string => {
  switch (bar.kind) {
    case 'member':
      return `${bar.inspector} ${pairBarsWords(bar.bars)}`;
    case 'too-few':
      return `${bar.agency} 只有 ${String(bar.people)} 人，须 ${String(bar.needed)} 人`;
    case 'composition':
      return `${bar.agency} 的人员组成不合要求`;
    default:
      return bar satisfies never;
  }
};
