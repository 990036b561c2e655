/** Sentences about documents the program wrote itself: records and the ledger. */
import type { RecordProblemFields } from '@shuangsuiji/core';
import { clipped, quoted } from './one-line.js';
import { issueOf } from './names.js';
import type { SentencesOf } from './sentence.js';

const RESTORE = '请从备份或原件恢复这个文件，不要手工修改；查清是谁在什么时候改动的。';
const RESTORE_LEDGER = '请停止使用这个文件夹，从备份恢复 台账.jsonl，并与已公示的台账头核对。';
/** Enough of a digest to tell two apart. */
const SHOWN_DIGEST = 16;
const short = (digest: string): string => clipped(digest, SHOWN_DIGEST);

export const recordSentences: SentencesOf<RecordProblemFields> = {
  'document-missing': () => ({ what: '缺少这个文件。', mend: '请从备份或原件补齐。' }),
  'document-invalid': ({ path, reason }) => ({ what: `内容不合文书格式：${path === '' ? '' : `${quoted(path)}一项`}${issueOf(reason)}。`, mend: RESTORE }),
  'document-not-canonical': () => ({ what: '内容与程序写出的字节不一致（空格、顺序、换行等被改动）。', why: '改动一个字节，摘要就不同。', mend: RESTORE }),
  'rows-out-of-order': ({ key }) => ({ what: `${quoted(key)}这一行的次序被改动。`, mend: RESTORE }),
  'row-twice': ({ key }) => ({ what: `${quoted(key)}这一行重复。`, mend: RESTORE }),
  'digest-differs': ({ expected, found }) => ({ what: `内容已被改动：摘要应为 ${short(expected)}，实为 ${short(found)}。`, mend: RESTORE }),
  'count-differs': ({ expected, found }) => ({ what: `应有 ${String(expected)} 行，实有 ${String(found)} 行。`, mend: RESTORE }),
  'scheme-unknown': ({ scheme }) => ({ what: `抽取方案${quoted(scheme)}不是本版本认识的。`, mend: '请用写出这份档案的版本或更新的版本核验。' }),
  'ledger-seq': ({ row, expected, found }) => ({
    what: `台账第 ${String(row)} 行的序号应为 ${String(expected)}，实为 ${String(found)}。`,
    why: '台账只能追加，缺行、插行都是改动。',
    mend: RESTORE_LEDGER,
  }),
  'ledger-chain': ({ row, expected, found }) => ({
    what: `台账在第 ${String(row)} 行断链：上一行的摘要是 ${short(expected)}，这里记的是 ${short(found)}。`,
    why: '上一行或本行被改动过。',
    mend: RESTORE_LEDGER,
  }),
  'ledger-torn': ({ row }) => ({
    what: `台账第 ${String(row)} 行没有写完。`,
    why: '多半是写到一半时断电或死机，这一步没有做成。',
    mend: '请重做没有做成的那一步：程序会先把这一行另存一份，台账从上一行接着写。',
  }),
  'ledger-time': ({ row, before, at }) => ({
    what: `台账第 ${String(row)} 行的时间 ${at} 早于上一行的 ${before}。`,
    why: '机器的时钟不准，或被人调过；记录的时间因此不可全信。',
    mend: '请校准时钟，并把情况写进工作记录；台账不改。',
  }),
  'ledger-time-ahead': ({ row, count, at }) => ({
    what: `台账第 ${String(row)} 行的时间 ${at} 比本机现在的时间还晚一天以上${count === 1 ? '' : `，这样的共 ${String(count)} 行`}。`,
    why: '当时的时钟走快了，或者时钟后来被往回调过。',
    mend: '请先核对本机的日期；日期没有错的，把情况写进工作记录，台账不改。',
  }),
};
