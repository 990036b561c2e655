/** Sentences about appointments (委派). */
import type { BatchProblemFields, RegistryProblemFields } from '@shuangsuiji/core';
import { groupName } from './names.js';
import { listed, quoted } from './one-line.js';
import type { SentencesOf } from './sentence.js';

type Of<Fields, Start extends string> = Pick<Fields, Extract<keyof Fields, `${Start}${string}`>>;

export const appointmentRowSentences: SentencesOf<Of<RegistryProblemFields, 'appointment-'>> = {
  'appointment-qualification-missing': () => ({ what: '没有填委派的资质。', mend: '请在“资质”列填抽查事项要求、而该部门没有人具备的那项资质。' }),
  'appointment-by-missing': () => ({ what: '没有填委派单位。', mend: '请在“委派单位”列填作出委派的单位。' }),
  'appointment-reason-missing': () => ({ what: '没有填委派理由或文号。', why: '委派的人不经抽取就上户，理由要留在存档里。', mend: '请填理由或批准的文号。' }),
  'appointment-unknown-inspector': ({ id }) => ({
    what: `执法检查人员名录库里没有可用的人员${quoted(id)}（部门代码/工号）。`,
    why: '对不上人的委派不起作用。',
    mend: '请核对“人员部门”和“单位工号”，别的部门的人要填“人员部门”；如果名录库里有这个人，请先改正他那一行的问题。',
  }),
  'appointment-off-duty': ({ inspector }) => ({ what: `委派的人员${quoted(inspector)}不在岗。`, why: '不在岗的人不能检查。', mend: '请改派在岗的人，或在执法检查人员名录库核对“执法人员状态”。' }),
  'appointment-twice': ({ inspector, qualification, otherRow }) => ({ what: `${quoted(inspector)}就资质${quoted(qualification)}的委派已在第 ${String(otherRow)} 行登记。`, mend: '请删去多余的一行。' }),
  'appointment-not-asked': ({ agency, qualification, nearest }) => ({
    what: `部门${quoted(agency)}的抽查事项里没有一个要求资质${quoted(qualification)}。`,
    why: '没有检查要求它，这一行就不起作用。',
    mend: `${nearest === undefined ? '' : `是不是${quoted(nearest)}？`}请改成与抽查事项的“所需资质”“至少一人资质”一致；只在年度计划的“人员组成”里要求的，不用改。`,
  }),
};

export const appointmentBatchSentences: SentencesOf<Of<BatchProblemFields, 'appointment'>> = {
  'appointment-not-needed': ({ batch, agency, qualification, inspectors }) => ({
    what: `批次${quoted(batch)}里部门${quoted(agency)}就资质${quoted(qualification)}登记了委派，而它自己有能参加抽取的人具备：${listed(inspectors, 12)}。`,
    why: '本部门有人能去的，应当抽取，不得委派。',
    mend: '请删去委派登记里的这一行，再运行 ssj import。',
  }),
  'appointment-person-not-there': ({ batch, agency, inspector }) => ({
    what: `批次${quoted(batch)}给部门${quoted(agency)}委派的${quoted(inspector)}不在执法检查人员名录库里，或者不在岗。`,
    mend: '请改派在岗的人，再运行 ssj import。',
  }),
  'appointments-above-places': ({ batch, agency, qualifications, inspectors, people }) => ({
    what: `批次${quoted(batch)}里部门${quoted(agency)}有的检查每户去 ${String(people)} 人，按${listed(qualifications, 8)}委派的却有 ${String(inspectors.length)} 人：${listed(inspectors, 12)}。`,
    mend: '请减少委派的人，或在抽查事项的“每部门人数”列增加人数。',
  }),
  'appointments-above-most': ({ batch, agency, group, inspectors, atMost }) => ({
    what: `批次${quoted(batch)}要求部门${quoted(agency)}每户${quoted(groupName(group))}至多 ${String(atMost)} 人，委派的人里就有 ${String(inspectors.length)} 个：${listed(inspectors, 12)}。`,
    mend: '请改派别人，或改大上限。',
  }),
  'appointments-leave-too-few': ({ batch, agency, within, groups, inspectors, atLeast, atMost }) => ({
    what: `批次${quoted(batch)}里部门${quoted(agency)}有的检查，除去委派的${listed(inspectors, 12)}，${within === undefined ? '每户' : quoted(groupName(within))}只剩 ${String(atMost)} 个名额，而${listed(groups.map(groupName), 8)}还要 ${String(atLeast)} 人。`,
    mend: '请减少委派的人，或改小下限，或在抽查事项的“每部门人数”列增加人数。',
  }),
};
