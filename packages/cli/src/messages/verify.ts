/** Sentences about what a verification finds. */
import type { VerifyProblemFields } from '@shuangsuiji/core';
import { clipped, listed, quoted } from './one-line.js';
import { documentFieldName, eventName } from './names.js';
import type { SentencesOf } from './sentence.js';
import { tokenFaultWords } from './token-faults.js';

const ASK_OFFICE = '请要求抽取机关说明，并提供封存时的原件。';
const shown = (value: string): string => (value === '' ? '（没有）' : clipped(value));

export const verifySentences: SentencesOf<Omit<VerifyProblemFields, 'file-missing'>> = {
  'value-differs': ({ field, recorded, replayed }) => ({
    what: `${field === '' ? '这一行' : documentFieldName(field)}不一致：档案里是 ${shown(recorded)}，复算是 ${shown(replayed)}。`,
    mend: ASK_OFFICE,
  }),
  'more-differ': ({ count }) => ({ what: `这个文件另有 ${String(count)} 行不一致，没有逐行列出。`, mend: ASK_OFFICE }),
  'file-extra': () => ({ what: '多出这个文件，清单里没有它。', mend: '请把它移出档案文件夹；如果说是档案的一部分，请抽取机关说明。' }),
  'not-drawn': () => ({ what: '已经封存，还没有抽取。', mend: '请在抽取以后再核验这一项。' }),
  'not-revealed': ({ revealBy }) => ({
    what: `密钥尚未揭示${revealBy === '' ? '' : `，按封存应在 ${revealBy} 以前揭示`}。`,
    why: '密钥在检查结束前保密，免得事先推算出检查对象。',
    mend: '请在密钥揭示以后再核验这一项；过期不揭示的，请抽取机关说明。',
  }),
  'depends-on': ({ files }) => ({ what: `要先解决${listed(files)}的问题，才能核验这一项。`, mend: '请先看上面对这些文件的说明。' }),
  'replay-impossible': ({ reason }) => ({ what: `档案里的数值互相矛盾，无法复算（${clipped(reason, 100)}）。`, mend: ASK_OFFICE }),
  'not-before-seal': ({ notBefore, sealedAt }) => ({
    what: `封存约定种子不早于 ${notBefore}，而封存是在 ${sealedAt}：种子可能在封存以前就有了。`,
    mend: '请抽取机关说明。',
  }),
  'seed-too-early': ({ drawnAt, notBefore }) => ({
    what: `抽取时间 ${drawnAt} 早于封存约定的种子产生时间 ${notBefore}，或早于封存。`,
    why: '种子产生在封存之前，结果就可能是挑出来的。',
    mend: ASK_OFFICE,
  }),
  'revealed-late': ({ revealedAt, revealBy }) => ({ what: `密钥在 ${revealedAt} 才揭示，晚于封存约定的 ${revealBy}。`, mend: '请抽取机关说明迟延的原因。' }),
  'event-missing': ({ type }) => ({ what: `台账里没有本次抽取的“${eventName(type)}”记录。`, mend: ASK_OFFICE }),
  'event-repeated': ({ type, row }) => ({ what: `台账第 ${String(row)} 行的“${eventName(type)}”是重复的。`, why: '每次抽取的封存、抽取、揭示各只能有一次。', mend: ASK_OFFICE }),
  'event-order': ({ type, row }) => ({ what: `台账第 ${String(row)} 行的“${eventName(type)}”次序不对。`, why: '先封存，再抽取，后揭示。', mend: ASK_OFFICE }),
  'batch-drawn-twice': ({ batch, other }) => ({
    what: `批次${quoted(batch)}另有一次抽取${quoted(other)}。`,
    why: '一个批次抽两次，就可以挑一个结果。',
    mend: ASK_OFFICE,
  }),
  'seed-used-before': ({ round }) => ({ what: `公开种子与第 ${String(round)} 轮的一模一样。`, why: '用过的种子人人知道，不能再用。', mend: ASK_OFFICE }),
  'not-of-county-ledger': ({ row }) => ({ what: `从第 ${String(row)} 行起，档案里的台账与本县台账不同。`, why: '档案里的台账应是本县台账的前一段。', mend: ASK_OFFICE }),
  'evidence-of-other-draw': ({ drawId, other }) => ({ what: `这是 ${clipped(other)} 的存证，不是 ${drawId} 的。`, mend: '请换成本次抽取的。' }),
  'round-not-announced': ({ round }) => ({ what: `存证写的是第 ${String(round)} 轮，台账里没有这一轮的封存或公告。`, mend: ASK_OFFICE }),
  'statement-differs': ({ found, expected }) => ({
    what: `存证的不是本次抽取的声明：它写的摘要是 ${clipped(found, 16)}，由存档算出的是 ${clipped(expected, 16)}。`,
    why: '公告或台账在存证以后改动过，或者签错了文件。',
    mend: ASK_OFFICE,
  }),
  'signature-wrong': () => ({ what: '签名不对：不是公钥卡上的密钥签的，或者签名以后内容被改动。', mend: '请向签名的人要回原件核对。' }),
  'key-not-valid-then': ({ signedAt, validFrom, validUntil }) => ({ what: `签名的时间 ${signedAt} 不在公钥的有效期内（${validFrom} 至 ${validUntil}）。`, mend: '请换用有效的密钥重新签名；签名不能补填时间。' }),
  'token-wrong': ({ reason }) => ({ what: `时间戳不成立：${tokenFaultWords(reason)}。`, mend: '请向时间戳机构要回原件核对，或重新申请。' }),
  'token-unread': ({ reason }) => ({ what: `时间戳无法核验：${tokenFaultWords(reason)}。`, mend: '请用时间戳机构自己的工具核验；要把它作为书面证据登记的，加 --words 说明。' }),
  'archive-unusable': ({ codes }) => ({ what: `对照的存档写不出公开版（${codes.map((code) => clipped(code)).join('、')}），无法比较。`, mend: '请先用 ssj verify 核验那份存档。' }),
};
