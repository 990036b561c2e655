/** Sentences about a batch that meets the registries. */
import type { BatchProblemFields } from '@shuangsuiji/core';
import { appointmentBatchSentences } from './appointments.js';
import { listed, quoted } from './one-line.js';
import { defaultedFieldNames, filterNames, groupName, notDrawnReasonOf, stratumName } from './names.js';
import type { SentencesOf } from './sentence.js';

export const batchSentences: SentencesOf<BatchProblemFields> = {
  'batch-unknown': ({ batch, known }) => ({
    what: `年度抽查计划里没有可用的批次${quoted(batch)}。`,
    mend: known.length === 0
      ? '计划里还没有可用的批次；请先填好 年度抽查计划.xlsx，运行 ssj check 检查。'
      : `现有的批次：${known.slice(0, 12).map(quoted).join('、')}${known.length > 12 ? ` 等 ${String(known.length)} 个` : ''}。如果计划里有它，请先改正它那一行的问题。`,
  }),
  'filter-value-unknown': ({ batch, filter, value, nearest }) => ({
    what: `批次${quoted(batch)}的“${filterNames[filter] ?? filter}”写的是${quoted(value)}，名录库里没有一户是这样。`,
    why: '照此筛选，这个条件一户也选不到。',
    mend: `${nearest === undefined ? '' : `是不是${quoted(nearest)}？`}请改成与检查对象名录库里的写法一致，或在名录库里补上这一列。`,
  }),
  'pool-empty': ({ batch }) => ({
    what: `批次${quoted(batch)}的抽查库里没有一户。`,
    mend: '请放宽计划里的限定条件，或检查：名录库的“登记状态”是否在 ssj.json 的 activeStatuses 之内，抽查事项的适用范围是否写得太窄。',
  }),
  'quota-zero': ({ batch }) => ({ what: `批次${quoted(batch)}按比例算下来应抽 0 户。`, mend: '请提高“抽查比例(数量)”，或把“≤”改为“≥”（向上取整），或改写成户数，如 5户。' }),
  'quota-above-pool': ({ batch, stratum, quota, pool }) => ({
    what: `批次${quoted(batch)}${stratumName(stratum)}要抽 ${String(quota)} 户，抽查库里只有 ${String(pool)} 户。`,
    mend: '请减少户数，或放宽计划里的限定条件。',
  }),
  'quota-disagrees': ({ batch, stratum, stated, computed }) => ({
    what: `批次${quoted(batch)}${stratumName(stratum)}括号里写 ${String(stated)} 户，按比例算是 ${String(computed)} 户。`,
    why: '比例的分母是抽查库的户数，名录库变了，户数也会变。',
    mend: '请改成一致，或只写比例、只写户数。',
  }),
  'risk-class-missing': ({ batch, count, example }) => ({
    what: `批次${quoted(batch)}按风险等级分层，有 ${String(count)} 户没有等级，如${quoted(example)}。`,
    why: '没有等级就不知道按哪个比例抽，这些户会永远抽不到。',
    mend: '请在检查对象名录库补上“信用风险等级”，或在 ssj.json 的 defaults.riskClass 设一个默认等级。',
  }),
  'agency-without-item': ({ batch, agency }) => ({
    what: `批次${quoted(batch)}有部门${quoted(agency)}，但没有一个抽查事项由它检查。`,
    mend: '请给它加上抽查事项，或在随机抽查事项清单的“检查主体”列写上它，或把它从“配合部门”列删去。',
  }),
  'item-without-batch-agency': ({ batch, item }) => ({
    what: `批次${quoted(batch)}有事项${quoted(item)}，但它的检查主体都不在本批次的部门里。`,
    mend: '请把检查主体加进“配合部门”列，或删去这个事项。',
  }),
  'agency-without-people': ({ batch, agency }) => ({
    what: `批次${quoted(batch)}里部门${quoted(agency)}没有一个人能参加抽取。`,
    why: '不在岗、请假、执法证没有覆盖整个批次、上限为 0 或本年户数已满的人都不参加。',
    mend: '请在执法检查人员名录库核对该部门人员的“执法人员状态”“执法证有效期”“请假/不可用时段”“每批次上限”“每年上限”。',
  }),
  'composition-qualification-unknown': ({ batch, qualification, nearest }) => ({
    what: `批次${quoted(batch)}的人员组成要求资质${quoted(qualification)}，名录库里没有一个人有它。`,
    mend: `${nearest === undefined ? '' : `是不是${quoted(nearest)}？`}请改正计划的“人员组成”或抽查事项的“至少一人资质”，或在执法检查人员名录库的“岗位资质资格”列补上。`,
  }),
  'composition-overlaps': ({ batch, agency, groups, people }) => ({
    what: `批次${quoted(batch)}对部门${quoted(agency)}的人员组成里，${quoted(groupName(groups[0] ?? ''))}和${quoted(groupName(groups[1] ?? ''))}两组人互相交叉：${listed(people, 12)}在两组里都有，而两组都另有他人。`,
    why: '几组人要么互不相干，要么一组包含另一组，程序才能保证派得出又派得公平。',
    mend: '请去掉其中一项要求，或在执法检查人员名录库里核对这些人的“岗位资质资格”“人员级别”“可任组长”。',
  }),
  'composition-contradicts': ({ batch, agency, group, atLeast, atMost, people }) => ({
    what: `批次${quoted(batch)}要求部门${quoted(agency)}每户${quoted(groupName(group))}至少 ${String(atLeast)} 人，却至多只能有 ${String(atMost)} 人（每户去 ${String(people)} 人）。`,
    mend: '请改小下限、改大上限，或在抽查事项的“每部门人数”列增加人数。',
  }),
  'composition-crowded': ({ batch, agency, within, groups, atLeast, atMost }) => ({
    what: `批次${quoted(batch)}对部门${quoted(agency)}的人员组成里，${listed(groups.map(groupName), 8)}的下限合起来要 ${String(atLeast)} 人，而${within === undefined ? '每户' : quoted(groupName(within))}至多 ${String(atMost)} 人。`,
    mend: '请改小下限，或增加每户的人数。',
  }),
  'composition-too-few': ({ batch, agency, group, atLeast, able }) => ({
    what: `批次${quoted(batch)}要求部门${quoted(agency)}每户${quoted(groupName(group))}至少 ${String(atLeast)} 人，而它能参加抽取的这样的人只有 ${String(able)} 个。`,
    mend: '请改小下限，或在执法检查人员名录库里核对这个部门的“可任组长”“人员级别”“岗位资质资格”和在岗情况。',
  }),
  'year-cap-below-used': ({ batch, inspectors }) => ({
    what: `批次${quoted(batch)}：${String(inspectors.length)} 人的每年上限低于本年已经承担的户数：${listed(inspectors, 20)}。`,
    why: '这些人本年不会再被派出。',
    mend: '情况属实就不用改；不属实的，请改“每年上限”，再运行 ssj import。',
  }),
  'default-used': ({ batch, field, value, count }) => ({
    what: `批次${quoted(batch)}有 ${String(count)} 处“${defaultedFieldNames[field] ?? field}”空缺，按默认值${quoted(value)}处理。`,
    mend: '确认合适就不用改；不合适的，请在名录库里填上，或改 ssj.json 里的默认值。',
  }),
  'risk-class-without-ratio': ({ batch, riskClass, count }) => ({
    what: `批次${quoted(batch)}的“信用风险分类要求”没有写 ${riskClass} 类的比例，${riskClass} 类 ${String(count)} 户不在抽查库里，一户也抽不到。`,
    mend: `确是不抽 ${riskClass} 类就不用改；漏写的，请在年度抽查计划里补上，如 ${riskClass}:100%。`,
  }),
  'statuses-not-active': ({ batch, statuses }) => ({
    what: `批次${quoted(batch)}不抽这些登记状态的检查对象（后面是户数）：${listed(statuses, 12)}。`,
    mend: '确是不该抽的就不用改；其中有正常经营的写法（如 在业），请加进 ssj.json 的 activeStatuses。',
  }),
  'inspectors-not-drawn': ({ batch, inspectors, reason }) => ({
    what: `${String(inspectors.length)} 人不参加批次${quoted(batch)}的抽取（${notDrawnReasonOf(reason)}）：${listed(inspectors, 20)}。`,
    mend: '情况属实就不用改；不属实的，请改执法检查人员名录库，再运行 ssj import。',
  }),
  ...appointmentBatchSentences,
  'levelling-in-teams': ({ batch }) => ({
    what: `批次${quoted(batch)}既要分组派发，又要均衡。`,
    why: '每人要去几户取决于编成什么组，封存时还没有组，定不出每人的上限。',
    mend: '请在计划中把这个批次的“均衡”改为“否”，或改为派发到个人。',
  }),
  'team-size-below-need': ({ batch, agency, size, needed }) => ({
    what: `批次${quoted(batch)}随机分组每组 ${String(size)} 人，而${quoted(agency)}有的检查要去 ${String(needed)} 人。`,
    mend: '请把“每组人数”提高到不少于每户要去的人数。',
  }),
  'team-too-few-people': ({ batch, agency, people, size }) => ({
    what: `批次${quoted(batch)}随机分组每组 ${String(size)} 人，${quoted(agency)}能参加抽取的只有 ${String(people)} 人，一组也编不成。`,
    mend: '请增加人手或减少“每组人数”。',
  }),
  'team-too-few-leaders': ({ batch, agency, leaders, needed }) => ({
    what: `批次${quoted(batch)}每组要有 ${String(needed)} 名可任组长的人，${quoted(agency)}只有 ${String(leaders)} 名，一组也编不成。`,
    mend: '请在执法检查人员名录库补填“可任组长”，或放宽人员组成的要求。',
  }),
  'teams-missing': ({ batch }) => ({
    what: `批次${quoted(batch)}按固定分组派发，但没有一个固定检查组含有本批次每个部门的人。`,
    mend: '请填好 名录库/固定检查组.xlsx 并重新 ssj import：每组要有每个部门的人，并且能参加抽取。',
  }),
  'team-without-agency': ({ batch, group, agency }) => ({ what: `固定检查组${quoted(group)}没有${quoted(agency)}能参加抽取的人，不参加批次${quoted(batch)}。`, mend: '要它参加的，请在固定检查组里补上这个部门的人，再重新 ssj import。' }),
  'team-below-need': ({ batch, group, agency, people, needed }) => ({
    what: `批次${quoted(batch)}里${quoted(agency)}有的检查要去 ${String(needed)} 人，固定检查组${quoted(group)}只有 ${String(people)} 人，不能去那些户。`,
    mend: '要它都能去的，请给这一组补足人数，再重新 ssj import。',
  }),
};
