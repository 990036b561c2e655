/** What is told of a draw's seed: its weakness, and what nobody can recompute of it. */
import { type Claim, timestampAt, WARNING_WORDS } from '@shuangsuiji/core';
import { clipped } from './one-line.js';

type SeedClaim = Extract<Claim, { readonly code: 'seed-warnings' | 'lottery-issue-passed' | 'seed-came-so' | 'seed-from-drand' | 'seed-from-joint' | 'witnesses' }>;

export const seedClaimSentence = (claim: SeedClaim): string => {
  switch (claim.code) {
    case 'seed-warnings':
      return `【警告】${claim.warnings.map((warning) => WARNING_WORDS[warning]).join('；')}。这样的种子不能证明随机。`;
    case 'lottery-issue-passed':
      return `【警告】公告写明种子来源时这一期早已开奖：${claim.lines.map((line) => clipped(line, 120)).join('、')}。封存以前就能知道的号码可以挑选，不能证明随机。`;
    case 'seed-came-so':
      return `种子的值是否真是这样产生的：${claim.lines.map((line) => clipped(line, 120)).join('；')}。彩票请核对开奖公告，骰子请核对签字的记录单和录像。`;
    case 'seed-from-drand':
      return `信标${claim.rounds.map(({ round, at }) => `第 ${round} 轮（北京时间 ${timestampAt(at, '+08:00').slice(0, 19).replace('T', ' ')}）`).join('、')}的签名已核验，值确由 drand quicknet 产生、不由抽取机关选定；信标的运营各方有没有合谋提前知道，签名证明不了。`;
    case 'seed-from-joint':
      return `${claim.parties.map((party) => clipped(party)).join('、')}的揭示与事先的承诺都对得上；各方的秘密是否真的随机、有没有互相透露，要至少一方诚实，复算证明不了。`;
    case 'witnesses':
      return `见证人是否在场：${claim.names.map((name) => clipped(name)).join('、')}${claim.sheets.length === 0 ? '，没有签字记录单的摘要' : `；签字记录单的摘要 ${claim.sheets.join('、')}，可用原件核对`}。`;
    default:
      return claim satisfies never;
  }
};
