/** Sentences about the registry of inspectors (执法检查人员名录库). */
import type { RegistryProblemFields } from '@shuangsuiji/core';
import { quoted } from './one-line.js';
import type { SentencesOf } from './sentence.js';

type InspectorCode =
  | 'inspector-number-missing' | 'inspector-number-bad' | 'inspector-duplicate' | 'licence-lapsed' | 'licence-missing' | 'licence-incomplete'
  | 'licence-number-twice' | 'status-unknown' | 'capacity-bad';

export const inspectorSentences: SentencesOf<Pick<RegistryProblemFields, InspectorCode>> = {
  'inspector-number-missing': () => ({ what: '没有单位工号。', why: '同名同姓的人要靠工号分清。', mend: '请在“单位工号”列给本部门每个人一个不同的工号，如 0101。' }),
  'inspector-number-bad': ({ raw }) => ({
    what: `单位工号${quoted(raw)}的写法不对。`,
    mend: '请用字母、数字和 . _ / - 组成，最长 64 位，第一位是字母或数字，如 0101；不要用身份证号或手机号。',
  }),
  'inspector-duplicate': ({ id, otherRow }) => ({
    what: `人员${quoted(id)}（部门代码/工号）与第 ${String(otherRow)} 行重复。`,
    mend: '请给两个人不同的工号；同一个人写了两行的，删去一行。',
  }),
  'licence-lapsed': ({ validUntil }) => ({
    what: `在岗人员的执法证已于 ${validUntil} 到期。`,
    why: '没有有效执法证的人不能参加检查。',
    mend: '已换证的，请填新的“执法证有效期”；没有换证的，把“执法人员状态”改为“停用”，换证后再改回。',
  }),
  'licence-missing': () => ({
    what: '在岗人员没有执法证。',
    why: '没有有效执法证的人不能参加检查。',
    mend: '请填“执法证编号”和“执法证有效期”；没有证的，把“执法人员状态”改为“停用”。',
  }),
  'licence-incomplete': ({ raw }) => ({
    what: `执法证只填了一半（${quoted(raw)}）。`,
    why: '编号和有效期两格都有才算一本证。',
    mend: '请补上空着的那一格；这本证已不用的，两格都清空。',
  }),
  'licence-number-twice': ({ number, otherRow }) => ({
    what: `执法证编号${quoted(number)}与第 ${String(otherRow)} 行相同。`,
    mend: '请对照证件核对；核对无误可以保留，不影响抽取。',
  }),
  'status-unknown': ({ raw }) => ({
    what: `执法人员状态${quoted(raw)}不认识。`,
    mend: '在岗填“在岗”“在职”“正常”或留空；不在岗填“离岗”“离职”“退休”“借调”“病假”“停用”之一。',
  }),
  'capacity-bad': ({ raw }) => ({
    what: `每批次上限${quoted(raw)}不对。`,
    mend: '请填 0 至 8191 的整数，不带“户”字；0 表示不参加抽取，留空则按 ssj.json 的设置。',
  }),
};
