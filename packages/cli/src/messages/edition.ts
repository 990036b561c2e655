/** Sentences about public editions and proofs. */
import type { EditionProblemFields } from '@shuangsuiji/core';
import { exclusionReasonOf } from './names.js';
import { clipped, quoted } from './one-line.js';
import type { SentencesOf } from './sentence.js';

export const editionSentences: SentencesOf<Omit<EditionProblemFields, 'not-drawn-yet'>> = {
  'edition-before-reveal': ({ drawId, revealBy }) => ({
    what: `${drawId} 的密钥还没有揭示（期限 ${revealBy}），不能写出公开版或证明。`,
    why: '公开版列出抽中的检查对象，检查结束以前不能让它们知道。',
    mend: '请在检查结束、运行 ssj reveal 以后再做。',
  }),
  'proof-target-excluded': ({ id, reasons }) => ({
    what: `检查对象 ${clipped(id, 80)} 不在这次的抽查库中：${reasons.map(exclusionReasonOf).join('；')}。`,
    mend: '不在抽查库中的，抽不到，也没有证明；对原因有异议的，请向抽取机关提出。',
  }),
  'proof-target-unknown': ({ raw }) => ({ what: `封存的名录里没有代码${quoted(raw)}。`, mend: '请核对代码；注册号换过统一社会信用代码的，两个都试一试。' }),
};
