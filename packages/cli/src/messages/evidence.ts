/** Sentences about keys, signatures and evidence. */
import { clipped, quoted } from './one-line.js';
import type { EvidenceProblemFields } from './evidence-problems.js';
import type { SentencesOf } from './sentence.js';

export const evidenceSentences: SentencesOf<EvidenceProblemFields> = {
  'key-file-bad': ({ file, wanted }) => ({
    what: `${quoted(file)}不是${wanted === 'public' ? '公钥' : '私钥'}文件，或者已经损坏。`,
    mend: `请给出 ssj key new 写出的${wanted === 'public' ? '公钥' : '私钥'}文件，不要手工修改。`,
  }),
  'key-file-private': ({ file }) => ({ what: `${quoted(file)}是私钥，不能放进工作文件夹。`, why: '谁有私钥，谁就能冒名签名。', mend: '请给出“公钥-”开头的那个文件；私钥只留给持有人。' }),
  'key-expired': ({ holder, validUntil }) => ({ what: `${quoted(holder)}的密钥只到 ${validUntil} 有效，已经过期。`, mend: '请用 ssj key new 另做一把，把新的公钥交给核验的人，再签名。' }),
  'key-not-yet-valid': ({ holder, validFrom }) => ({ what: `${quoted(holder)}的密钥从 ${validFrom} 起才有效。`, mend: '请核对机器的日期；日期没错的，请到那一天以后再签名。' }),
  'valid-until-passed': ({ validUntil }) => ({ what: `有效期 ${clipped(validUntil)} 早于今天。`, mend: '请写今天以后的日期，或者不写 --valid-until（两年）。' }),
  'signer-not-listed': ({ holder, fingerprint }) => ({
    what: `签名的公钥（${quoted(holder)}，指纹 ${clipped(fingerprint)}）不在本文件夹的 公钥 里。`,
    why: '签名本身是对的，但公钥上的姓名和单位是它自己写的。',
    mend: '请向持有人当面或电话核对指纹，再用 ssj key add 登记。',
  }),
  'statement-file-bad': ({ file }) => ({ what: `${quoted(file)}不是存证声明。`, mend: '请给出 ssj evidence statement 写出的文件，不要改动一个字；在县的工作文件夹里也可以写批次编号。' }),
  'notice-missing': ({ drawId, round }) => ({
    what: `${drawId} 的存档里没有第 ${String(round)} 轮的封存公告文书，没有可以签名的声明。`,
    why: '声明由公告文书和台账算出。',
    mend: '请核对存档是否完整（ssj verify）；由旧版本封存的，只能另存书面证据给核验的人看。',
  }),
  'round-unknown': ({ raw, last }) => ({ what: `没有第 ${clipped(raw)} 轮。`, mend: `请写 0 到 ${String(last)} 的数，0 是封存；不写 --round 就是最后一轮。` }),
  'evidence-words-needed': ({ file }) => ({
    what: `${file === '' ? '没有给出文件' : `${quoted(file)}既不是签名文件，也不是时间戳`}。`,
    mend: '扫描件、网址、收文登记等书面证据，请加 --words 说明它是什么、由谁在什么时候出具。',
  }),
  'token-not-granted': ({ file }) => ({ what: `${quoted(file)}是时间戳机构的答复，但没有给出时间戳。`, mend: '请用 ssj evidence request 重新写出请求，再向时间戳机构申请。' }),
  'evidence-there': ({ file, path }) => ({ what: `${quoted(file)}已经在存档里（${clipped(path)}）。`, mend: '不用再加。' }),
  'trust-file-bad': ({ file }) => ({ what: `${quoted(file)}里没有能读的根证书。`, mend: '请给出 PEM 格式的证书文件，里面有 BEGIN CERTIFICATE 一行。' }),
  'trust-key-bad': ({ raw }) => ({ what: `${quoted(raw)}既不是公钥文件，也不是公钥的指纹。`, mend: '请给出公钥文件，或至少 16 位的指纹（小写十六进制）。' }),
};
