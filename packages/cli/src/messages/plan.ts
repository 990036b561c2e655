/** Sentences about the rows of the annual plan (年度抽查计划). */
import type { FieldProblemFields, PlanRowProblemFields } from '@shuangsuiji/core';
import { listed, quoted } from './one-line.js';
import type { SentencesOf } from './sentence.js';

const RATIO_FORMS = '5%、≥20%、≤5%、20户 或 10%(20户)';

export const planSentences: SentencesOf<Omit<PlanRowProblemFields, keyof FieldProblemFields | 'risk-class-unknown'>> = {
  'plan-empty': () => ({ what: '年度抽查计划里只有表头，没有一行数据。', mend: '请至少填一个批次；ssj template 年度计划 写出的模板里有填写说明和样例。' }),
  'batch-number-missing': () => ({ what: '没有抽查计划编号。', mend: '请给每个批次一个年度内不重复的编号，如 〔2026〕1号。' }),
  'batch-twice': ({ batch, otherRow }) => ({ what: `抽查计划编号${quoted(batch)}与第 ${String(otherRow)} 行重复。`, mend: '请给每个批次一个不同的编号。' }),
  'batch-name-missing': () => ({ what: '没有任务名称。', mend: '请填任务全称，公示时用它，如 食品销售部门联合抽查。' }),
  'batch-kind-unknown': ({ raw }) => ({ what: `抽查类型${quoted(raw)}不认识。`, mend: '请填“定向”或“不定向”，或者留空。' }),
  'batch-items-missing': () => ({ what: '没有填抽查事项。', mend: '请填事项编号或事项名称，与随机抽查事项清单.xlsx 一致，几个事项用“、”隔开。' }),
  'batch-item-unknown': ({ raw }) => ({
    what: `随机抽查事项清单里没有可用的事项${quoted(raw)}。`,
    mend: '请改成清单里的“事项编号”或“抽查事项”名称；如果清单里有它，请先改正它那一行的问题。',
  }),
  'batch-item-ambiguous': ({ raw, numbers }) => ({ what: `有几个事项都叫${quoted(raw)}，编号是${listed(numbers)}。`, mend: '请改填编号，说明是哪一个。' }),
  'batch-lead-missing': () => ({ what: '没有填发起部门。', mend: '请填一个部门的代码、名称或别名；单位内部抽查填本部门。' }),
  'batch-lead-several': ({ raw }) => ({ what: `发起部门填了几个：${quoted(raw)}。`, mend: '请只留一个，其余的移到“配合部门”列。' }),
  'batch-agency-unknown': ({ raw, nearest }) => ({
    what: `部门.xlsx 里没有可用的部门${quoted(raw)}。`,
    mend: `${nearest === undefined ? '' : `是不是${quoted(nearest)}？`}请改成部门.xlsx 里的代码、名称或别名；如果部门.xlsx 里有它，请先改正它那一行的问题。`,
  }),
  'ratio-missing': () => ({ what: '没有填抽查比例(数量)。', mend: `请填 ${RATIO_FORMS}；按风险等级分层的，填“信用风险分类要求”列，如 A:1%;B:3%;C:10%;D:100%。` }),
  'ratio-unreadable': ({ raw }) => ({ what: `${quoted(raw)}不是能辨认的比例或数量。`, mend: `请写成 ${RATIO_FORMS}；按风险等级分层的写成 A:1%;B:3%;C:10%;D:100%。` }),
  'ratio-ambiguous': ({ raw }) => ({
    what: `${quoted(raw)}没有单位，说不清是比例还是户数。`,
    why: '如 0.05 可能是 5%（Excel 把百分比存成小数），5 可能是 5% 也可能是 5 户。',
    mend: '请把这一格的格式设为“文本”，再写 5% 或 5户。',
  }),
  'ratio-undecided': ({ raw }) => ({ what: `比例写的是${quoted(raw)}，还没有定。`, mend: `请定下来再抽取，写成 ${RATIO_FORMS}。` }),
  'ratio-out-of-range': ({ raw }) => ({ what: `比例${quoted(raw)}超出范围。`, mend: '百分比要大于 0%、不超过 100%，户数至少 1 户，请改正。' }),
  'ratio-too-fine': ({ raw }) => ({ what: `比例${quoted(raw)}的小数太多。`, mend: '百分比最多写两位小数，如 2.55%，请改正。' }),
  'risk-ratio-twice': ({ raw, riskClass }) => ({ what: `${quoted(raw)}里 ${riskClass} 类写了两次。`, mend: '每个等级只写一次，如 A:1%;B:3%;C:10%;D:100%。' }),
  'composition-unreadable': ({ raw, part }) => ({
    what: `人员组成${quoted(raw)}里的${quoted(part)}不是能辨认的要求。`,
    mend: '请写成“组长≥1”“见习≤1”或“资质名称≥1”，几项用“；”隔开，如 组长≥1；见习≤1；电梯≥1；没有要求的，清空这一格。',
  }),
  'composition-twice': ({ raw, group }) => ({ what: `人员组成${quoted(raw)}里，${quoted(group)}与前面的要求说的是同一组人的同一个界限。`, mend: '请每组人只写一个下限（≥）和一个上限（≤）。' }),
  'rotation-unreadable': ({ raw }) => ({ what: `轮换${quoted(raw)}不认识。`, mend: '请填“否”“是”（最近一次检查过的人不再去），或 0 至 9 的次数，如 2次；留空按 ssj.json 的设置。' }),
  'period-missing': () => ({ what: '没有填起止时间。', why: '执法证要在批次最后一天仍然有效，抽取时要用到这个日期。', mend: '请填，如 2026-02-24至2026-11-30 或 3月—5月。' }),
  'period-unreadable': ({ raw }) => ({
    what: `${quoted(raw)}不是能辨认的起止时间。`,
    mend: '请写成 2026-02-24至2026-11-30、2026年2月24日-2026年11月30日、1月—12月 或 2026年9月。',
  }),
  'period-backwards': ({ from, to }) => ({ what: `开始日期 ${from} 在结束日期 ${to} 之后。`, mend: '请改正；跨年的要写出两个年份，如 2026年11月—2027年2月。' }),
  'grouping-unreadable': ({ raw }) => ({ what: `派发方式${quoted(raw)}不认识。`, mend: '请填“个人”“随机分组”“固定分组”之一，或“随机分组(每组3人)”；留空为个人。' }),
  'team-size-missing': () => ({ what: '随机分组没有写每组几人。', mend: '请在“每组人数”列填每组每个部门几人，如 3，或写成“随机分组(每组3人)”。' }),
  'team-size-bad': ({ raw }) => ({ what: `每组人数${quoted(raw)}不对。`, why: '执法检查不得少于 2 人。', mend: '请填 2 至 8191 的整数，不带“人”字。' }),
  'team-size-alone': ({ size }) => ({ what: `写了每组 ${String(size)} 人，但派发方式不是随机分组。`, mend: '请把派发方式改为“随机分组”，或删去每组人数。' }),
  'team-size-disagrees': ({ inside, beside }) => ({ what: `派发方式里写每组 ${String(inside)} 人，“每组人数”列写 ${String(beside)} 人。`, mend: '请改成一致，或只写一处。' }),
};
