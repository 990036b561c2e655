/** What would help a match that cannot be done, in sentences. */
import type { ShortAgency } from '@shuangsuiji/core';

type Repair = NonNullable<ShortAgency['repairs']>[number];

export interface RepairInput {
  readonly repair: Repair;
  /** The person as people know them; absent for `borrow` of anybody. */
  readonly inspector?: string | undefined;
  readonly target?: string | undefined;
}

/** What to do, and its effect taken alone. */
export const repairSentence = (input: RepairInput): string => {
  const { lowersBy, isEnough } = input.repair;
  return `${actionOf(input)}：${isEnough ? '缺口全部消除' : `缺口减少 ${String(lowersBy)} 人次`}。`;
};

const actionOf = ({ repair: { kind }, inspector, target = '这一户' }: RepairInput): string => {
  switch (kind) {
    case 'capacity':
      return `请 ${inspector ?? '其中一人'} 多承担 1 户`;
    case 'borrow':
      return `借调 ${inspector ?? '一名能去以上各户的执法人员'}`;
    case 'release':
      return `由负责人决定是否解除 ${inspector ?? '有关人员'} 对 ${target} 的回避`;
    case 'postpone':
      return `推迟检查 ${target}`;
    default:
      return kind satisfies never;
  }
};
