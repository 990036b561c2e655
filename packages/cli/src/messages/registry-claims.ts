/** What is told of a registry's way to its seal. */
import type { Claim } from '@shuangsuiji/core';
import { registryNames } from './names.js';

type RegistryClaim = Extract<Claim, { readonly code: `registry-${string}` }>;

export const registryClaimSentence = (claim: RegistryClaim): string => {
  switch (claim.code) {
    case 'registry-not-imported':
      return '【警告】台账里没有在封存以前导入这份名录库的记录：名录从哪里来，请抽取机关说明。';
    case 'registry-changed-before-seal': {
      const { from, to, imports } = claim;
      return `名录库在封存以前改过（台账共导入 ${String(imports)} 次）：第 ${String(from.seq)} 条（${from.at}）${countWords(from.counts)}；封存所用的第 ${String(to.seq)} 条（${to.at}）${countWords(to.counts)}。谁新进、谁退出、为什么，请对照抽取机关 快照 文件夹里的两份快照。`;
    }
    case 'registry-rows-refused':
      return `导入名录库时有 ${String(claim.refused)} 个有错的问题未入库（台账第 ${String(claim.seq)} 条，位置见 registry/report.json）：这些行不可能抽中。请核对是否确属错误。`;
    default:
      return claim satisfies never;
  }
};

/** The counts that people ask about. */
const countWords = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(registryNames).flatMap(([key, name]) => (counts[key] === undefined ? [] : [`${name} ${String(counts[key])}`])).join('、');
