/** A change after a seal, and what stands against a pair, in words. */
import type { PairBar, ToldChange, Voiding } from '@shuangsuiji/core';
import { changeName, codeIn, notDrawnReasons } from './names.js';
import { oneLine } from './one-line.js';

/** 0 is the main draw. */
export const roundName = (round: number): string => (round === 0 ? '抽取' : `第 ${String(round)} 轮补抽`);

const LATE = '，抽取后申报';

/** One sentence: what, why, by whom, on what evidence, from which round on. */
export const toldChangeWords = ({ seq, change, reason, by, evidence, round, isAfterDraw }: ToldChange): string => {
  const other = 'inspector' in change && 'target' in change ? `，人员 ${change.inspector}，检查对象 ${codeIn(change.target)}` : '';
  const detail = change.kind === 'capacity-set' ? `，上限改为 ${String(change.capacity)} 户` : change.kind === 'pair-withdrawn' ? `，回避事由 ${oneLine(change.ground)}${isAfterDraw ? LATE : ''}` : '';
  const since = round === undefined ? '尚未公告，自下一轮补抽起计入' : `自${roundName(round)}起计入`;
  return `${changeName(change.kind)}（台账第 ${String(seq)} 条）${other}${detail}；原因：${oneLine(reason)}；决定：${oneLine(by)}；依据：${oneLine(evidence)}；${since}。`;
};

/** A void draw binds nobody. */
export const voidingWords = ({ seq, reason, by, evidence }: Voiding): string =>
  `【注意】这次抽取已经作废（台账第 ${String(seq)} 条），下面的结果不执行；原因：${oneLine(reason)}；决定：${oneLine(by)}；依据：${oneLine(evidence)}。`;

/** Everything that stands against a pair. */
export const pairBarsWords = (bars: readonly PairBar[]): string => bars.map(pairBarWords).join('、');

/** Why a person cannot go to a target. */
const pairBarWords = (bar: PairBar): string => {
  switch (bar.kind) {
    case 'withdrawn':
      return `已退出本次抽取${bar.seq === undefined ? '' : `（台账第 ${String(bar.seq)} 条）`}`;
    case 'pair-withdrawn':
      return `回避（${oneLine(bar.ground)}${bar.isAfterDraw ? LATE : ''}，台账第 ${String(bar.seq)} 条）`;
    case 'recused':
      return `回避（${bar.grounds.map(oneLine).join('、')}）`;
    case 'own-area':
      return `工作或居住在本区域（${oneLine(bar.area)}）`;
    case 'out-of-region':
      return `不在可派区域（${bar.area === undefined ? '这一户没有区域' : oneLine(bar.area)}，可派 ${bar.regions.map(oneLine).join('、')}）`;
    case 'last-visit':
      return `轮换（${bar.drawId === undefined ? '' : `${bar.drawId} `}刚检查过这一户）`;
    case 'unqualified':
      return `缺少资质（${bar.missing.map(oneLine).join('、')}）`;
    case 'already-on-visit':
      return '已在这一户';
    case 'appointed':
      return '由委派上户，不参加抽取';
    case 'no-capacity':
      return bar.reason === undefined ? `没有余量（上限 ${String(bar.capacity)} 户，已承担 ${String(bar.load)} 户）` : notDrawnReasons[bar.reason];
    default:
      return bar satisfies never;
  }
};
