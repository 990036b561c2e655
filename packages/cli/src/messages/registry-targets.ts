/** Sentences about the registry of targets (检查对象名录库). */
import type { RegistryProblemFields } from '@shuangsuiji/core';
import { codeIn } from './names.js';
import { listed, quoted } from './one-line.js';
import type { SentencesOf } from './sentence.js';

type TargetCode =
  | 'code-unrecognized' | 'code-check-character' | 'id-under-two-names' | 'target-rows-disagree' | 'target-under-two-codes' | 'same-name-two-codes'
  | 'risk-class-unknown';

export const targetSentences: SentencesOf<Pick<RegistryProblemFields, TargetCode>> = {
  'code-unrecognized': ({ raw }, { column }) =>
    column === '自编代码'
      ? { what: `自编代码${quoted(raw)}的写法不对。`, mend: '请用字母、数字和 . _ / - 组成，最长 64 位，第一位是字母或数字，如 LS-0001。' }
      : {
          what: `${quoted(raw)}既不是 18 位统一社会信用代码，也不是 13 至 15 位注册号。`,
          mend: '请对照营业执照改正（代码里没有字母 I、O、S、V、Z）；确实没有这两种代码的，清空这一格，在“自编代码”列填本单位编的代码。',
        },
  'code-check-character': ({ id }) => ({
    what: `统一社会信用代码${quoted(codeIn(id))}的末位校验不符。`,
    why: '多半是抄错了一位；早年试点发的代码也有真的不符的。',
    mend: '请对照营业执照核对；核对无误可以保留，不影响抽取。',
  }),
  'id-under-two-names': ({ id, name, row, otherName, otherRow }) => ({
    what: `代码${quoted(codeIn(id))}有两个名称：第 ${String(row)} 行${quoted(name)}，第 ${String(otherRow)} 行${quoted(otherName)}。`,
    why: '一个代码只能是一户，程序不猜哪个名称对。',
    mend: '请核对：同一户的改成同一名称，不是同一户的改正代码。',
  }),
  'target-rows-disagree': ({ id, values }, { column }) => ({
    what: `代码${quoted(codeIn(id))}的几行${column === undefined ? '' : `在“${column}”列`}内容不同：${listed(values)}。`,
    why: '一户的几行会合并成一户，同一列只能有一个值。',
    mend: '请改成一致，或只在其中一行填写。',
  }),
  'target-under-two-codes': ({ id, otherId, otherRow }) => ({
    what: `这一户用了两个代码：本行${quoted(codeIn(id))}，第 ${String(otherRow)} 行${quoted(codeIn(otherId))}（由“原注册号”列看出）。`,
    why: '一户写成两户，被抽中的机会就多了一倍。',
    mend: '请保留现用的代码，删去另一行；不是同一户的，改正“原注册号”。',
  }),
  'same-name-two-codes': ({ name, id, otherIds }) => ({
    what: `${quoted(name)}有注册号${quoted(codeIn(id))}，同名的另有统一社会信用代码${listed(otherIds.map(codeIn))}。`,
    why: '如果是同一户，它被抽中的机会就多了一倍。',
    mend: '请核对：是同一户的，删去注册号那一行；不是同一户的，不用改。',
  }),
  'risk-class-unknown': ({ raw }) => ({ what: `信用风险等级${quoted(raw)}不认识。`, mend: '请填 A、B、C 或 D（写成“A类”也可以）；不知道的留空。' }),
};
