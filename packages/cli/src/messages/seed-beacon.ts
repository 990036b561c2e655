/** Sentences about the beacon drand and the joint line of a seed. */
import type { SeedProblemFields } from '@shuangsuiji/core';
import { clipped, quoted } from './one-line.js';
import { sourceName } from './seed-names.js';
import type { SentencesOf } from './sentence.js';

const AGAIN = '请从提示的地址重新下载这一轮，原样给出，不要手工修改。';

export const beaconSentences: SentencesOf<Pick<SeedProblemFields, Extract<keyof SeedProblemFields, `drand-${string}` | `joint-${string}`>>> = {
  'joint-parties-bad': ({ source }) => ({ what: `联合种子${quoted(source)}的各方写得不对。`, mend: '请写 2 至 16 个不同的名，只用大写字母、数字和 . _ -，第一个是组织机关，如 joint:SCJG,JW,GZC。' }),
  'joint-twice': () => ({ what: '一次封存写了两行联合种子。', mend: '请合成一行，把各方都写在里面。' }),
  'joint-by-bad': ({ revealBy, after, before }) => ({
    what: `联合种子最迟揭示的时间 ${revealBy} 不对：要晚于 ${after}${before === '' ? '' : `，并早于 ${before}`}。`,
    why: before === '' ? '各方从约定的时间起揭示，要留出时间。' : '另有彩票或信标时，各方须在它产生以前全部揭示，否则后揭示的一方可以挑选。',
    mend: '请用 --joint-by 改写，或调整 --not-before。',
  }),
  'joint-form': ({ line }) => ({ what: `${sourceName(line)}的值不是 64 个小写十六进制字符。`, mend: '这一行由各方的揭示算出，不用录入。' }),
  'drand-round-differs': ({ line, wanted, notBefore }) => ({
    what: `${sourceName(line)}不是 ${notBefore} 起的第一轮，那是第 ${String(wanted)} 轮。`,
    why: '轮次由约定的时间定下，不能挑选。',
    mend: `请写 drand:quicknet:${String(wanted)}，或只写 drand:quicknet 由程序算出。`,
  }),
  'drand-too-soon': ({ notBefore, earliest }) => ({
    what: `信标的时间 ${notBefore} 离封存不足 10 分钟。`,
    why: '封存公告要在信标产生以前公布。',
    mend: `请用 --not-before 写 ${earliest} 或以后的时间。`,
  }),
  'drand-form': ({ line }) => ({ what: `${sourceName(line)}的值不是 64 个小写十六进制字符。`, mend: AGAIN }),
  'drand-signature-missing': ({ line }) => ({ what: `${sourceName(line)}没有信标的签名。`, why: '没有签名，任何人都可以编一个值。', mend: '抽取时请用 --drand 给出下载的文件。' }),
  'drand-signature-wrong': ({ line }) => ({ what: `${sourceName(line)}的签名不对：drand quicknet 没有为这一轮签过它。`, mend: AGAIN }),
  'drand-randomness-wrong': ({ line, wanted }) => ({ what: `${sourceName(line)}的值不是签名的 sha256，应为 ${clipped(wanted, 16)}。`, mend: AGAIN }),
  'drand-file-bad': ({ file }) => ({ what: `${quoted(file)}不是信标 drand 一轮的 JSON。`, mend: '内容应含 round、randomness、signature 三项；请从提示的地址重新下载，原样保存。' }),
  'drand-chained': ({ file }) => ({ what: `${quoted(file)}是链式信标的一轮（有 previous_signature），不是 quicknet。`, why: '封存的是 quicknet，别的信标不能顶替。', mend: AGAIN }),
};
