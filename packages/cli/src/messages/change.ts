/** Sentences about changes after a seal (变更). */
import type { ChangeProblemFields } from '@shuangsuiji/core';
import { codeIn, groupName, notDrawnReasonOf } from './names.js';
import { clipped, listed, quoted } from './one-line.js';
import type { SentencesOf } from './sentence.js';

const CHECK_CODE = '请核对代码和抽取编号。';

export const changeSentences: SentencesOf<ChangeProblemFields> = {
  'change-target-not-in-frame': ({ target }) => ({ what: `${quoted(codeIn(target))}不在本次抽查库中。`, mend: CHECK_CODE }),
  'change-target-not-drawn': ({ target }) => ({ what: `${quoted(codeIn(target))}没有被抽中，无从缓查。`, mend: CHECK_CODE }),
  'change-target-gone': ({ target }) => ({ what: `${quoted(codeIn(target))}已经退出或缓查。`, mend: '不用再登记。' }),
  'change-person-unknown': ({ inspector }) => ({ what: `${quoted(inspector)}不在封存的参加抽取人员名单里，也没有借调。`, mend: '请核对人员标识（部门代码/工号）；要增加人员请登记借调。' }),
  'change-person-gone': ({ inspector }) => ({ what: `${quoted(inspector)}已经退出本次抽取。`, mend: '不用再登记。' }),
  'change-not-recused': ({ target, inspector }) => ({ what: `封存的回避里没有${quoted(inspector)}与${quoted(codeIn(target))}这一条。`, mend: '请核对人员和检查对象。' }),
  'change-person-known': ({ inspector }) => ({ what: `${quoted(inspector)}已在名单里，不用借调。`, mend: '要多派任务，请登记调整上限。' }),
  'change-person-barred': ({ inspector, reason }) => ({
    what: `${quoted(inspector)}因${notDrawnReasonOf(reason)}不能参加检查，不能调整上限。`,
    why: '不在岗、请假、没有有效执法证或本年户数已满的人不能加派。',
    mend: '请改由其他人员参加。',
  }),
  'change-borrowed-overlaps': ({ inspector, groups, people }) => ({
    what: `借调${quoted(inspector)}以后，${quoted(groupName(groups[0] ?? ''))}和${quoted(groupName(groups[1] ?? ''))}两组人会互相交叉（${listed(people, 8)}在两组里都有，而两组都另有他人）。`,
    why: '封存的人员组成要求两组人或者互不相干，或者一组包含另一组，否则无法保证派得公平。',
    mend: '请改为借调只属于其中一组、或两组都不属于的人员。',
  }),
  'change-repeated': ({ kind }) => ({ what: `这一项变更（${clipped(kind)}）已经登记过。`, mend: '不用再登记。' }),
};
