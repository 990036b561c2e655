/** What happened to a draw after its seal, in sentences for whoever judges it. */
import type { Claim } from '@shuangsuiji/core';
import { changeName } from './names.js';
import { clipped } from './one-line.js';

type HistoryCode = 'draw-void' | 'draw-redone' | 'changed-after-seal' | 'overlapping-draws' | 'reveal-overdue';

export const historyClaimSentence = (claim: Extract<Claim, { readonly code: HistoryCode }>): string => {
  switch (claim.code) {
    case 'draw-void':
      return `【作废】这次抽取已经作废，理由：${clipped(claim.reason, 60)}（决定人 ${clipped(claim.by, 30)}，凭据 ${clipped(claim.evidence, 60)}）。作废是否正当，请核对凭据。`;
    case 'draw-redone':
      return `【重新抽取】同一批次此前的抽取已作废：${claim.redoes.map(({ drawId, reason }) => `${drawId}（${clipped(reason, 60)}）`).join('、')}。请核对作废的理由，并核验作废的那次抽取。`;
    case 'changed-after-seal':
      return `封存以后的变更：${claim.groups.map(({ kind, reason, by, count, late }) => `${changeName(kind)}（${clipped(reason, 40)}，决定人 ${clipped(by, 30)}）${String(count)} 项${late === 0 ? '' : `，其中抽取后申报 ${String(late)} 项`}`).join('；')}。变更是否真实，请核对凭据。`;
    case 'overlapping-draws':
      return `【警告】与本次抽取共用公开种子、抽查库又有重叠的抽取：${claim.draws.map(({ drawId, batch, shared, isVoid }) => `${drawId}（${clipped(batch, 30)}，重叠 ${String(shared)} 户${isVoid ? '，已作废' : ''}）`).join('、')}。两个结果都知道以后再作废一个，就是挑选。`;
    case 'reveal-overdue':
      return `【警告】封存约定最迟 ${claim.revealBy} 揭示密钥，现已过期而没有揭示。请抽取机关立即揭示并说明原因。`;
    default:
      return claim satisfies never;
  }
};
