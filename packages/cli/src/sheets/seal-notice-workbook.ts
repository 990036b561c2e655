/** 封存公告 as one page that is printed, signed and posted before the seed exists. */
import type { SealNotice } from '@shuangsuiji/core';
import type { FormBand } from '../excel/form-content.js';
import { writeForms } from '../excel/write-forms.js';
import { drawFooter, drawTitle, groupsOf, joined, periodWords, timeWords } from './marks.js';
import { statementBand } from './statement-band.js';

type Fields = Extract<FormBand, { kind: 'fields' }>['fields'];
const fields = (...pairs: Fields): FormBand => ({ kind: 'fields', fields: pairs });

/** Groups of eight break at the end of a line, a whole digest does not. */
const spaced = (digest: string): string => groupsOf(digest).join(' ');

/** A line of boxes with a group of C each. */
const boxes = (groups: readonly string[]): FormBand => ({ kind: 'grid', columns: groups.map((header) => ({ header, share: 12 / groups.length })), rows: [] });

/** How teams are made, as far as it can be said on a page. */
const teamsWords = ({ grouping, formations }: NonNullable<SealNotice['teams']>): string =>
  grouping.kind === 'fixed'
    ? '固定分组：按封存的检查组，一户去一组，由公开种子抽取'
    : `随机分组：公开种子把每个部门的人编成每组${String(grouping.size)}人，各部门同号的组合为一个检查组，一户去一组；派不满时换下一次编组，至多${String(formations)}次`;

const taskBands = ({ head, teams, pool, quota, people, notBefore }: SealNotice): readonly FormBand[] => [
  fields({ label: '任务名称', value: head.name }),
  fields({ label: '参加人员', value: joined(people.map(({ agency, count }) => `${agency}${agency === head.lead ? '（发起）' : ''}${String(count)}人`)) }),
  ...(teams === undefined ? [] : [fields({ label: '派发方式', value: teamsWords(teams) })]),
  fields({ label: '抽取数量', value: `${String(pool)}户中抽取${String(quota)}户` }, { label: '检查时限', value: periodWords(head.period) }),
  fields({ label: '封存时间', value: timeWords(head.sealedAt, head.clock) }),
  fields({ label: '种子产生', value: `不早于 ${timeWords(notBefore)}` }),
];

const commitmentBands = ({ head }: SealNotice): readonly FormBand[] => {
  const groups = groupsOf(head.commitment);
  return [
    { kind: 'grid', columns: [{ header: '封 存 摘 要 C（sha256，64位，按行从左到右读）', share: 12 }], rows: [] },
    boxes(groups.slice(0, 4)),
    boxes(groups.slice(4)),
  ];
};

/** The old scheme goes without saying: whoever commits elsewhere needs to know another one. */
const schemeWords = (scheme: SealNotice['scheme']): string => (scheme.startsWith('ssj/1') ? '' : `；方案 ${scheme.replace('-rehearsal', '')}，在别处生成承诺时加 --scheme ${scheme.replace('-rehearsal', '')}`);

const seedBands = ({ seedLines, joint, secret, scheme }: SealNotice): readonly FormBand[] => [
  { kind: 'grid', columns: [{ header: '公开种子', share: 4 }, { header: '取值办法', share: 8 }], rows: seedLines.map(({ line, words }) => [line, words]) },
  ...(joint === undefined ? [] : [fields({ label: '联合种子', value: `各方最迟 ${joint.revealBy} 揭示；有一方逾期不揭示，本次抽取作废${schemeWords(scheme)}` })]),
  secret === undefined
    ? fields({ label: '密钥', value: '无。任何人知道公开种子即可算出名单，因此抽取后立即公示名单。' })
    : fields({ label: '密钥承诺', value: spaced(secret.commitment) }),
  fields({
    label: '名单公示',
    value: secret === undefined ? '抽取后立即公示' : `检查全部结束后揭示密钥并公示，最迟 ${secret.revealBy}；逾期揭示，核验结论为不一致`,
  }),
];

const evidenceBands = ({ ledgerBefore, ledgerAfter, snapshot }: SealNotice): readonly FormBand[] => [
  fields({ label: '封存前台账', value: `第${String(ledgerBefore.seq)}条 ${spaced(ledgerBefore.digest)}` }),
  fields({ label: '封存后台账', value: `第${String(ledgerAfter.seq)}条 ${spaced(ledgerAfter.digest)}` }),
  fields({ label: '名录库快照', value: spaced(snapshot) }),
];

const signatures: FormBand = {
  kind: 'area',
  label: '签章',
  text: '封存机关（盖章、签字、日期）：                    见证单位（种子产生之前收到本公告）：',
  lines: 4,
};

/** One A4 page. */
export const sealNoticeWorkbook = async (notice: SealNotice): Promise<Uint8Array> => {
  const { head, program } = notice;
  const clock = head.clock === 'fixed' ? ['※ 时间由设置给定：本公告不能证明封存的实际时间，只有其他单位签收的时间可以。'] : [];
  return writeForms({
    sheet: '封存公告',
    forms: [
      {
        title: drawTitle(`${head.authority}“双随机”抽查封存公告`, head),
        left: `任务编号：${head.number}`,
        right: `抽取编号：${head.drawId}`,
        bands: [...taskBands(notice), ...commitmentBands(notice), ...seedBands(notice), ...evidenceBands(notice), statementBand({ drawId: head.drawId, round: 0, statement: notice.statement }), signatures],
        remarks: [
          ...notice.redoes.map(({ drawId, reason }) => `★本批次重新抽取：${drawId} 已作废，理由：${reason}`),
          `${head.isRehearsal ? '【演练】本公告用于演练，不产生检查任务。' : ''}封存摘要C由抽查库、不入库对象及原因、抽取数量、抽查事项、参加人员、回避、种子来源和密钥承诺算出，改动任何一处，C就不同。公开种子产生之后，任何人可凭存档复算抽取结果。程序：${program.name} ${program.version}。`,
          ...clock,
        ],
      },
    ],
    footer: drawFooter(head),
  });
};
