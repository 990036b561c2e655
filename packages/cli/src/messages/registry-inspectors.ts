/** Sentences about the registry of inspectors (执法检查人员名录库). */
import type { RegistryProblemFields } from '@shuangsuiji/core';
import { quoted } from './one-line.js';
import type { SentencesOf } from './sentence.js';

type InspectorCode =
  | 'inspector-number-missing' | 'inspector-number-bad' | 'inspector-duplicate' | 'licence-lapsed' | 'licence-missing' | 'licence-incomplete'
  | 'licence-backwards' | 'licence-number-twice' | 'status-unknown' | 'capacity-bad' | 'grade-unknown' | 'away-unreadable' | 'away-backwards' | 'person-twice'
  | 'identity-unreadable' | 'inspector-area-unknown';

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
    why: '一本证只属于一个人；同一个人写了两行，被派到的机会就多了一倍。',
    mend: '请对照证件核对：抄错的改正编号；同一个人在两个部门各有一行的，只留他现在所在部门的那一行。',
  }),
  'licence-backwards': ({ validFrom, validUntil }) => ({ what: `执法证的发证日期 ${validFrom} 在有效期 ${validUntil} 之后。`, mend: '请对照证件改正其中一个日期；发证日期也可以留空。' }),
  'status-unknown': ({ raw }) => ({
    what: `执法人员状态${quoted(raw)}不认识。`,
    mend: '在岗填“在岗”“在职”“正常”或留空；不在岗填“离岗”“离职”“退休”“借调”“病假”“停用”之一。',
  }),
  'capacity-bad': ({ raw }, { column = '每批次上限' }) => ({
    what: `${column}${quoted(raw)}不对。`,
    mend: '请填 0 至 8191 的整数，不带“户”字；0 表示不参加抽取，留空则按 ssj.json 的设置。',
  }),
  'grade-unknown': ({ raw }) => ({ what: `人员级别${quoted(raw)}不认识。`, mend: '请填“资深”或“见习”，其他人留空。' }),
  'away-unreadable': ({ raw }) => ({
    what: `${quoted(raw)}不是能辨认的请假时段。`,
    why: '名录库会用上几年，没有写年份就不知道是哪一年的假，程序不猜。',
    mend: '请写明年份，如 2026-03-02至2026-03-20、2026年3月 或 2026-03-05（一天），几段用“、”隔开。',
  }),
  'away-backwards': ({ from, to }) => ({ what: `请假的第一天 ${from} 在最后一天 ${to} 之后。`, mend: '请改正；跨年的要写出两个年份，如 2026-12-20至2027-01-05。' }),
  'person-twice': ({ id, otherId, otherRow }) => ({
    what: `人员${quoted(id)}与第 ${String(otherRow)} 行的${quoted(otherId)}是同一个人（身份证号和姓名相符）。`,
    why: '同一个人写了两行，被派到的机会就多了一倍，也可能同时被派到两处。',
    mend: '请只留他现在所在部门的那一行；不是同一个人的，请核对身份证号。',
  }),
  'identity-unreadable': () => ({
    what: '这一格不是能核对的身份证号。',
    why: '读不出的号码不参加“同一人”核对；Excel 按数字保存的 18 位号码，后几位已经丢失。号码不在这里显示。',
    mend: '请把这一列设为“文本”后重新填写 18 位号码，或只留前 6 位和后 4 位，中间写 *；不做核对的，清空这一格。',
  }),
  'inspector-area-unknown': ({ raw, nearest }) => ({
    what: `没有一户检查对象的“管辖单位”是${quoted(raw)}。`,
    why: '写法对不上，区域的限制就不起作用，或者这个人哪里也去不了。',
    mend: `${nearest === undefined ? '' : `是不是${quoted(nearest)}？`}请改成与检查对象名录库的“管辖单位”一致；确实还没有检查对象的，不用改。`,
  }),
};
