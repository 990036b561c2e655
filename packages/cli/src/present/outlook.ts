/** The forecast agency by agency: how much each can carry, how often it is short, and of whom. */
import type { AgencyOutlook } from '@shuangsuiji/core';
import { groupName } from '../messages/group-names.js';
import type { NamesOf } from './infeasible.js';
import { tableLines } from './table.js';
import { wrap } from './wrap.js';

export interface OutlookInput {
  readonly outlooks: readonly AgencyOutlook[];
  readonly names: NamesOf;
  readonly columns: number;
}

/** People and groups that are named; `--json` has all. */
const SHOWN = 3;

export const outlookLines = async ({ outlooks, names, columns }: OutlookInput): Promise<readonly string[]> => {
  const nameOf = (agency: string): string => names.agency(agency) ?? agency;
  const table = await tableLines({
    head: ['部门', '最多承载(户)', '无法匹配的次数'],
    rows: outlooks.map(({ agency, carries, isWholePool, infeasible }) => [nameOf(agency), isWholePool ? `${String(carries)}（全库）` : carries, infeasible]),
    columns,
  });
  const short = outlooks.filter(({ infeasible }) => infeasible > 0);
  return [
    ...table,
    ...wrap({ text: '最多承载：按本批次的分类比例随机抽这么多户，20 次模拟中至少 19 次派得出人。', columns }),
    ...short.flatMap((one) => wrap({ text: `${nameOf(one.agency)}最缺的是${lackingWords(one, names)}。`, columns })),
  ];
};

const lackingWords = ({ people, groups }: AgencyOutlook, names: NamesOf): string => {
  const all = [
    ...groups.slice(0, SHOWN).map(({ group, times }) => `${groupName(group)}（${String(times)} 次）`),
    ...people.slice(0, SHOWN).map(({ inspector, times }) => `${names.inspector(inspector) ?? ''} ${inspector}（任务已满，${String(times)} 次）`.trim()),
  ];
  return all.length === 0 ? '人：没有人能去，增加任务量没有用' : all.join('、');
};
