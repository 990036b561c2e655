/** What no recomputation can show, in sentences (不能由复算证明的事项). */
import type { Claim } from '@shuangsuiji/core';
import { sealedBeforeSeedSentences } from './evidence-claims.js';
import { historyClaimSentence } from './history-claims.js';
import { registryClaimSentence } from './registry-claims.js';
import { seedClaimSentence } from './seed-claims.js';

/** A paragraph or more each: what is not shown, and the evidence there is. */
export const claimSentences = (claim: Claim): readonly string[] => (claim.code === 'sealed-before-seed' ? sealedBeforeSeedSentences(claim) : [claimSentence(claim)]);

const CLOCK_WORDS = {
  'clock-fixed': '时间由环境变量 SOURCE_DATE_EPOCH 设定，不是机器的时钟：档案里的时间什么也不能证明。',
  'clock-trusted': '抽取机关的时钟是否准确：档案里的时间取自它的机器。',
} as const;

const claimSentence = (claim: Exclude<Claim, { readonly code: 'sealed-before-seed' }>): string => {
  switch (claim.code) {
    case 'seed-warnings':
    case 'lottery-issue-passed':
    case 'seed-came-so':
    case 'seed-from-drand':
    case 'seed-from-joint':
    case 'witnesses':
      return seedClaimSentence(claim);
    case 'registry-not-imported':
    case 'registry-changed-before-seal':
    case 'registry-rows-refused':
      return registryClaimSentence(claim);
    case 'draw-void':
    case 'draw-redone':
    case 'changed-after-seal':
    case 'overlapping-draws':
    case 'reveal-overdue':
      return historyClaimSentence(claim);
    case 'used-as-stated':
      return `封存时写明的本年已派户数（${String(claim.people)} 人有每年上限，其中 ${String(claim.withVisits)} 人此前已有任务）：要有抽取机关的台账和此前各次的档案才能核对，这里以它所说为准。`;
    case 'bars-as-stated':
      return `因轮换不派的 ${String(claim.pairs)} 对人员和检查对象：要有抽取机关的台账和此前各次的档案才能核对，这里以它所说为准。`;
    case 'clock-fixed':
    case 'clock-trusted':
      return CLOCK_WORDS[claim.code];
    case 'names-of-inspectors':
      return '人员标识对应的是哪个人：档案只有部门代码和工号，姓名在抽取机关的名录库里。';
    case 'visits-finished':
      return `检查是否确在 ${claim.on} 以前全部做完：由抽取机关申报。`;
    case 'ledger-times-back':
      return `台账第 ${claim.rows.join('、')} 行的时间早于上一行：当时的时钟不准，或被人调过。`;
    case 'forecast-not-replayed':
      return '封存时的模拟预测没有复算：它只供参考，不影响抽取。';
    case 'undrawn-by-proof':
      return '没有抽中的检查对象里有没有序号更小的：公开版不列没有抽中的。任何一户都可以向抽取机关要一份证明（ssj prove），自己核对。';
    case 'files-withheld':
      return `抽查库、不入库的原因、数量的依据、参加抽取的人员、回避、匹配和派发：在没有公开的 ${String(claim.files)} 个文件里，这里只有它们的摘要；由持有存档的审计机关用 ssj verify 核验，或用 --against 与存档对照。`;
    case 'withdrawn-as-stated':
      return `补抽以前退出的 ${String(claim.count)} 户是哪些、因为什么：公开版只有数目，以抽取机关所说为准。`;
    default:
      return claim satisfies never;
  }
};
