/** What would help a match that cannot be done, and which rules are the cause, in sentences. */
import type { PeopleGroup, ShortAgency } from '@shuangsuiji/core';
import { groupName } from './group-names.js';

export type Repair = NonNullable<ShortAgency['repairs']>[number];
export type CombinedChange = NonNullable<ShortAgency['combination']>['changes'][number];
export type RuleCause = NonNullable<ShortAgency['rules']>[number];

interface Named {
  /** The person as people know them; absent for `borrow` of anybody. */
  readonly inspector?: string | undefined;
  readonly target?: string | undefined;
  /** False while everything is only simulated: then the numbers of people can still be changed. */
  readonly isDrawn: boolean;
}

export interface RepairInput extends Named {
  readonly repair: Repair;
}

/** What to do, and its effect taken alone. */
export const repairSentence = (input: RepairInput): string => `${repairWords(input)}：${effectWords(input.repair)}。`;

/** What to do. */
export const repairWords = ({ repair: { kind, group }, ...named }: RepairInput): string => actionOf({ kind, group, ...named });

/** What it does taken alone. */
export const effectWords = ({ lowersBy, isEnough }: Repair): string => (isEnough ? '缺口全部消除' : `缺口减少 ${String(lowersBy)} 人次`);

export interface CombinedInput extends Named {
  readonly change: CombinedChange;
}

/** One part of a combination. */
export const combinedWords = ({ change, ...named }: CombinedInput): string =>
  actionOf({ kind: change.kind, group: change.kind === 'borrow' ? change.group : undefined, visits: 'visits' in change ? change.visits : undefined, ...named });

interface Action extends Named {
  readonly kind: Repair['kind'];
  readonly group: PeopleGroup | undefined;
  /** Absent: one more, or as many as are needed. */
  readonly visits?: number | undefined;
}

const actionOf = ({ kind, group, visits, inspector, target = '这一户', isDrawn }: Action): string => {
  switch (kind) {
    case 'capacity':
      return `请 ${inspector ?? '其中一人'} 多承担 ${String(visits ?? 1)} 户`;
    case 'borrow':
      return `借调 ${inspector ?? unnamedWords(group)}${visits === undefined ? '' : `，承担 ${String(visits)} 户`}`;
    case 'release':
      return `由负责人决定是否解除 ${inspector ?? '有关人员'} 对 ${target} 的回避`;
    case 'lower':
      return `${target} 少派 1 人${isDrawn ? '（人数已封存，须报批作废后重新封存）' : ''}`;
    case 'postpone':
      return `推迟检查 ${target}`;
    default:
      return kind satisfies never;
  }
};

const unnamedWords = (group: PeopleGroup | undefined): string =>
  group === undefined ? '一名能去以上各户的执法人员' : `一名能去以上各户的执法人员（属于“${groupName(group)}”）`;

/** Where a rule on who goes together lacks people. */
export const ruleSentence = ({ group, bound, places, people, targets }: RuleCause): string =>
  bound === 'atLeast'
    ? `${groupName(group)}：其中 ${String(targets.length)} 户按规定共需 ${String(places)} 人次，这些人最多能去 ${String(people)} 人次。`
    : `${groupName(group)}：其中 ${String(targets.length)} 户按规定最多共去 ${String(places)} 人次，其余要由别人去。`;
