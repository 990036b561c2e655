/** Sentences about the registries (名录库). */
import type { FieldProblemFields, RegistryProblemFields } from '@shuangsuiji/core';
import { codeIn } from './names.js';
import { listed, quoted } from './one-line.js';
import { appointmentRowSentences } from './appointments.js';
import { inspectorSentences } from './registry-inspectors.js';
import { targetSentences } from './registry-targets.js';
import type { SentencesOf } from './sentence.js';

export const registrySentences: SentencesOf<Omit<RegistryProblemFields, keyof FieldProblemFields>> = {
  ...targetSentences,
  ...inspectorSentences,
  ...appointmentRowSentences,
  'registry-empty': () => ({ what: '表里只有表头，没有一行数据。', mend: '请填好这张表；不知道怎样填时，用 ssj template 写出的模板里有填写说明和样例。' }),
  'code-missing': () => ({
    what: '没有代码。',
    why: '抽取和回避都按代码认人认户，没有代码就对不上。',
    mend: '请补上代码；检查对象既没有统一社会信用代码也没有注册号的，在“自编代码”列填本单位编的代码，如 LS-0001。',
  }),
  'name-missing': () => ({ what: '没有名称（姓名）。', mend: '请补上；如果这一行是多余的，请整行删除。' }),
  'agency-code-bad': ({ raw }) => ({
    what: `部门代码${quoted(raw)}的写法不对。`,
    mend: '请用大写字母、数字和 . _ - 组成，最长 32 位，第一位是字母或数字，如 SCJG。',
  }),
  'agency-code-duplicate': ({ agency, otherRow }) => ({
    what: `部门代码${quoted(agency)}与第 ${String(otherRow)} 行重复。`,
    mend: '请给每个部门一个不同的代码；同一部门写了两行的，删去一行。',
  }),
  'agency-name-duplicate': ({ name, otherRow }) => ({
    what: `${quoted(name)}在第 ${String(otherRow)} 行的部门里也有。`,
    why: '代码、名称、别名里只要有一个相同，别的表里写到它时就分不清是哪个部门。',
    mend: '请从其中一行去掉或改写。',
  }),
  'agency-missing': () => ({ what: '没有填部门。', mend: '请填部门代码、名称或别名，与部门.xlsx 一致，如 SCJG 或 市场监督管理局。' }),
  'agency-unknown': ({ raw, nearest }) => ({
    what: `部门.xlsx 里没有可用的部门${quoted(raw)}。`,
    mend: `${nearest === undefined ? '' : `是不是${quoted(nearest)}？`}请改成部门.xlsx 里的代码、名称或别名，或把这个写法加进该部门的“别名”列；如果部门.xlsx 里有它，请先改正它那一行的问题。`,
  }),
  'item-number-missing': () => ({ what: '没有事项编号。', mend: '请在“事项编号”列给每个事项一个不同的编号，如 1、2、3。' }),
  'item-number-bad': ({ raw }) => ({
    what: `事项编号${quoted(raw)}里有逗号、顿号、分号或换行。`,
    why: '计划里用这些符号隔开几个编号，这样的编号无法写进计划。',
    mend: '请换成不含这些符号的编号，如 3-2。',
  }),
  'item-duplicate-disagrees': ({ number, values }, { column }) => ({
    what: `编号${quoted(number)}的几行${column === undefined ? '' : `在“${column}”列`}内容不同：${listed(values)}。`,
    why: '同号的行会合并成一个事项。省级清单的“序号”按部门或领域从 1 重新编起，不能当编号用。',
    mend: '请加一列“事项编号”，给每个事项一个全表不重复的编号；确实是同一事项的，把这一列改成一致。',
  }),
  'item-without-agency': () => ({ what: '没有填检查主体。', mend: '请在“检查主体”列填实施检查的部门，几个部门用“、”隔开。' }),
  'item-class-unknown': ({ raw }) => ({ what: `事项类别${quoted(raw)}不认识。`, mend: '请填“重点检查事项”或“一般检查事项”，或者留空。' }),
  'people-bad': ({ raw }) => ({
    what: `每部门人数${quoted(raw)}不对。`,
    why: '执法检查不得少于 2 人。',
    mend: '请填 2 至 8191 的整数，不带“人”字；留空则按 ssj.json 的设置。',
  }),
  'recusal-unknown-inspector': ({ id }) => ({
    what: `执法检查人员名录库里没有可用的人员${quoted(id)}（部门代码/工号）。`,
    why: '对不上人的回避登记不起作用。',
    mend: '请核对“所在部门”和“单位工号”；如果名录库里有这个人，请先改正他那一行的问题。',
  }),
  'recusal-unknown-target': ({ raw }) => ({
    what: `检查对象名录库里没有可用的代码${quoted(raw)}。`,
    why: '对不上户的回避登记不起作用。',
    mend: '请核对“检查对象代码”；如果名录库里有这一户，请先改正它那一行的问题；已迁出或注销的，删去这一行。',
  }),
  'recusal-ground-unknown': ({ raw, grounds }) => ({ what: `回避事由${quoted(raw)}不在登记的事由之内。`, mend: `请填下列之一：${grounds.join('、')}。` }),
  'recusal-duplicate': ({ target, inspector, otherRow }) => ({
    what: `${quoted(inspector)}对${quoted(codeIn(target))}的同一回避已在第 ${String(otherRow)} 行登记。`,
    mend: '不影响抽取，按一条计；请删去多余的一行。',
  }),
  'same-person-recused': ({ target, inspector }) => ({
    what: `${quoted(inspector)}就是${quoted(codeIn(target))}的法定代表人或股东（证件号相符），已自动计入回避。`,
    why: '检查自己的企业是法定回避的情形。',
    mend: '属实就不用改；不是同一个人的，请核对两张表里的证件号。',
  }),
  'same-person-unsure': ({ target, inspector }) => ({
    what: `${quoted(inspector)}与${quoted(codeIn(target))}的法定代表人或股东的证件号露出的部分相同，没有姓名可比，没有计入回避。`,
    why: '前 6 位和后 4 位相同的，多半是同一个人，也可能不是。',
    mend: '请核对：是同一个人的，在回避登记里加一行；或在两张表里填完整的证件号后重新导入。',
  }),
  'team-name-missing': () => ({ what: '没有填组名。', mend: '请填组名；同组的每个人各占一行，写同一个组名。' }),
  'team-unknown-inspector': ({ id }) => ({
    what: `执法检查人员名录库里没有可用的人员${quoted(id)}（部门代码/工号）。`,
    why: '对不上人的一行不起作用。',
    mend: '请核对“所在部门”和“单位工号”；如果名录库里有这个人，请先改正他那一行的问题。',
  }),
  'team-person-twice': ({ inspector, otherRow }) => ({ what: `${quoted(inspector)}已在第 ${String(otherRow)} 行编入检查组。`, why: '一个人只能在一个固定检查组。', mend: '请删去多余的一行。' }),
};
