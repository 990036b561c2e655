/** Sentences about the steps on the way to a seed: entering, committing, revealing. */
import type { SeedEventProblemFields } from '@shuangsuiji/core';
import { eventName } from './names.js';
import { quoted } from './one-line.js';
import { sourceName } from './seed-names.js';
import type { SentencesOf } from './sentence.js';

const names = (lines: readonly string[]): string => lines.map(sourceName).join('、');
const CHOOSES = '先知道别的值再定这一个，就可以挑选结果。';

export const seedStepSentences: SentencesOf<SeedEventProblemFields> = {
  'seed-event-unsealed': ({ type }) => ({ what: `“${eventName(type)}”在封存（或这一轮的公告）之前。`, mend: '请先封存。' }),
  'seed-event-late': ({ type }) => ({ what: `“${eventName(type)}”在抽取之后，已经没有用处。`, mend: '不用再做；核验时发现的，请抽取机关说明。' }),
  'seed-line-not-sealed': ({ line, lines }) => ({ what: `${sourceName(line)}不是要先记入台账的来源${lines.length === 0 ? '，这次抽取没有这样的来源' : `；要先记入的是 ${names(lines)}`}。`, mend: '请照封存公告录入；其余的值在抽取时给。' }),
  'seed-line-at-draw': ({ line }) => ({ what: `${sourceName(line)}不用先记入台账。`, mend: '它的值在抽取时给（联合种子由各方 ssj seed reveal 得出）。' }),
  'seed-line-twice': ({ line }) => ({ what: `${sourceName(line)}已经记入台账。`, why: '记下的值不能更改。', mend: '不用再记；记错的，由负责人决定作废这次抽取。' }),
  'seed-order': ({ first, lines }) => ({ what: `${names(first)}还没有记入台账，${names(lines)}不能先知道。`, why: CHOOSES, mend: '请先用 ssj seed enter 记入；约定的时间已过、不能再记的，这次抽取只能作废。' }),
  'seed-step-early': ({ at, notBefore }) => ({ what: `时间 ${at} 早于封存约定的种子产生时间 ${notBefore}。`, why: '封存公告要先公布，种子才能产生。', mend: '请到时间以后再做这一步。' }),
  'seed-step-late': ({ at, notBefore }) => ({ what: `时间 ${at} 不早于 ${notBefore}，那时彩票或信标可能已经公开。`, why: CHOOSES, mend: '这次抽取的种子已不能用，请由负责人决定作废；以后请在约定的时间以前记入和揭示。' }),
  'joint-not-sealed': ({ drawId }) => ({ what: `${drawId} 封存的种子没有联合种子。`, mend: '请照封存公告取种子。' }),
  'joint-party-unknown': ({ party, parties }) => ({ what: `${quoted(party)}不是这次联合种子的一方；各方是 ${parties.map(quoted).join('、')}。`, mend: '请照封存公告上的写法写 --party。' }),
  'joint-committed-twice': ({ party }) => ({ what: `${quoted(party)}已经承诺过。`, why: '承诺不能更换。', mend: '不用再做；请等各方都承诺以后揭示。' }),
  'joint-commitment-used': ({ party, row }) => ({ what: `${quoted(party)}的承诺与台账第 ${String(row)} 行的相同。`, why: '照抄别人的承诺，或重用旧的秘密，就不是自己的随机数。', mend: '请这一方重新生成秘密，再送来承诺。' }),
  'joint-contributed-twice': ({ party }) => ({ what: `${quoted(party)}已经揭示过。`, mend: '不用再做。' }),
  'joint-commitments-missing': ({ parties }) => ({ what: `还没有承诺的：${parties.map(quoted).join('、')}。`, why: '各方都承诺以前揭示，后承诺的一方就能挑选。', mend: '请等各方都承诺以后再揭示。' }),
  'joint-office-first': ({ office }) => ({ what: `组织机关${quoted(office)}还没有揭示。`, why: '最后揭示的一方能先算出结果，所以组织机关最先揭示。', mend: `请先揭示${quoted(office)}的秘密。` }),
  'joint-does-not-open': ({ party }) => ({ what: `这个秘密与${quoted(party)}的承诺对不上。`, mend: '请这一方核对当初保存的文件，照原样送来。' }),
  'joint-reveals-missing': ({ parties, revealBy }) => ({ what: `还没有揭示的：${parties.map(quoted).join('、')}，最迟 ${revealBy}。`, mend: '请等各方用 ssj seed reveal 揭示以后再抽取。' }),
  'joint-overdue': ({ parties, revealBy }) => ({
    what: `${parties.map(quoted).join('、')}到 ${revealBy} 没有揭示，这次抽取作废。`,
    why: '少一方照样抽取，最后揭示的一方就能在两个结果里挑一个。',
    mend: '请由负责人作废这次抽取，写明是哪一方没有揭示，再重新封存。',
  }),
};
