/** Sentences of the commands that prepare and use public seeds. */
import type { CommandProblemFields } from './command-problems.js';
import { clipped, quoted } from './one-line.js';
import { sourceName } from './seed-names.js';
import type { SentencesOf } from './sentence.js';

/** Codes of this file. */
export type SeedCommandCode =
  | 'drand-time-missing' | 'drand-not-given' | 'drand-round-missing' | 'joint-by-alone' | 'joint-party-bad' | 'joint-secret-missing' | 'hex-bad' | 'draw-id-needed'
  | 'seed-line-bad' | 'nothing-to-enter' | 'nothing-to-draw' | 'sealed-seeds-differ' | 'joint-drawn-alone';

export const seedCommandSentences: SentencesOf<Pick<CommandProblemFields, SeedCommandCode>> = {
  'drand-time-missing': () => ({ what: '用随机信标 drand，要写明时间。', why: '信标每 3 秒一轮，用哪一轮由时间定下。', mend: '请加 --not-before，写封存至少 10 分钟以后的时间，如 --not-before 2026-03-02T10:00。' }),
  'drand-not-given': ({ line, address, from }) => ({
    what: `没有给${sourceName(line)}的文件。`,
    why: `程序不上网；这一轮在 ${from} 产生，从那时起可以下载。`,
    mend: `请在能上网的机器上打开 ${address} ，存成文件，用 --drand 给出。`,
  }),
  'drand-round-missing': ({ line, address, found }) => ({ what: `给的文件里没有${sourceName(line)}，只有第 ${found.map((round) => clipped(round)).join('、')} 轮。`, mend: `请下载 ${address} 。` }),
  'joint-by-alone': () => ({ what: '没有联合种子，不用写 --joint-by。', mend: '请去掉 --joint-by，或加上 --seed joint:…。' }),
  'joint-party-bad': ({ raw }) => ({ what: `${quoted(raw)}不是联合种子一方的写法。`, mend: '请照封存公告写 --party，只有大写字母、数字和 . _ -。' }),
  'joint-secret-missing': ({ party, file }) => ({ what: `没有${quoted(party)}的秘密文件${quoted(file)}。`, mend: '这一方在别处生成秘密的，请用 --secret 给出它送来的秘密。' }),
  'hex-bad': ({ raw }) => ({ what: `${quoted(raw)}不是 64 个十六进制字符。`, mend: '请照原文重新复制，不多不少。' }),
  'draw-id-needed': ({ raw }) => ({ what: `${quoted(raw)}不是抽取编号。`, why: '在县的文件夹之外，只有抽取编号能说明是哪一次抽取。', mend: '请照封存公告写抽取编号，如 652722-2026-0001。' }),
  'seed-line-bad': ({ raw }) => ({ what: `${quoted(raw)}不是“来源=值”。`, mend: '请写整行，如 --seed dice:d10x20=08772473296991897540。' }),
  'nothing-to-enter': ({ drawId }) => ({ what: `${drawId} 没有要先记入台账的种子行。`, mend: '种子的值在抽取时给；可以运行 ssj seed 看还缺什么。' }),
  'nothing-to-draw': () => ({ what: '没有可以一起抽取的批次。', why: '只有已封存、未抽取、未作废的批次可以；联合种子各抽各的；正式与演练分开。', mend: '请先 ssj seal 封存；要抽演练的，加 --rehearsal。' }),
  'sealed-seeds-differ': ({ draws }) => ({ what: `已封存的批次种子来源或已记入的值不同：${draws.map((one) => clipped(one, 80)).join('；')}。`, why: '一次种子只能用于封存了同样来源的批次。', mend: '请逐个批次运行 ssj draw。' }),
  'joint-drawn-alone': ({ draws }) => ({ what: `用联合种子的没有一起抽取：${draws.join('、')}。`, why: '承诺里写着抽取编号，只用于一次抽取。', mend: '请对它们逐个运行 ssj draw。' }),
};
