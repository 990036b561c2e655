/** 派发表 of one agency as a workbook, for the office. */
import type { AgencyAssignments } from '@shuangsuiji/core';
import type { ColumnContent, SheetContent } from '../excel/workbook-content.js';
import { writeWorkbook } from '../excel/write-workbook.js';
import { teamName } from '../messages/team-words.js';
import { drawFooter, drawTitle, joined, periodWords, taskLine } from './marks.js';
import { appointedRemarks, NOT_MARKED, peopleWords } from './people-words.js';

const GROUP_COLUMN: ColumnContent = { header: '检查组', kind: 'text', width: 11 };

/** Of a draw in teams with the group. */
const visitColumns = (isInTeams: boolean): readonly ColumnContent[] => [
  { header: '任务编号', kind: 'text', width: 10, align: 'center' },
  { header: '任务名称', kind: 'text', width: 14 },
  { header: '序号', kind: 'integer', width: 5, align: 'center' },
  { header: '企业名称', kind: 'text', width: 24 },
  { header: '统一社会信用代码/注册号', kind: 'text', width: 21, align: 'center' },
  { header: '管辖单位', kind: 'text', width: 11 },
  { header: '经营地址', kind: 'text', width: 22 },
  { header: '部门', kind: 'text', width: 12 },
  ...(isInTeams ? [GROUP_COLUMN] : []),
  { header: '检查人员(组长)', kind: 'text', width: 24 },
  { header: '联合检查部门', kind: 'text', width: 15 },
  { header: '抽查事项', kind: 'text', width: 37 },
  { header: '检查时限', kind: 'text', width: 13, align: 'center' },
];

const visitsSheet = ({ head, agency, rows, isInTeams }: AgencyAssignments): SheetContent => ({
  name: '派发表',
  title: drawTitle(`${agency.name}随机抽查任务派发表`, head),
  notices: [taskLine(head), '内部资料：检查之前不得向检查对象和其他人员透露。检查人员应在收到后2个工作日内确认；与检查对象有利害关系的，确认时申报回避。'],
  columns: visitColumns(isInTeams),
  rows: rows.map(({ position, name, code, area, address, visit, group, others, period }) => [
    head.number, head.name, position, name, code, area, address, agency.name, ...(isInTeams ? [group === undefined ? undefined : teamName(group)] : []), peopleWords(visit).join('\n'), joined(others), visit.items.map((item) => item.name).join('\n'), periodWords(period),
  ]),
  remarks: [
    '序号与本次抽取的其他表格一致，因此一个部门的序号可能不连续。',
    ...appointedRemarks(rows.map(({ visit }) => visit)),
    ...(rows.some(({ visit }) => visit.leadNotMarked) ? [`${NOT_MARKED} 该组没有名录库中标明“可任组长”的人员，按人员标识最小者列为组长，请部门核定。`] : []),
  ],
  orientation: 'landscape',
  footer: drawFooter(head),
});

const LOAD_COLUMNS: readonly ColumnContent[] = [
  { header: '序号', kind: 'integer', width: 7, align: 'center' },
  { header: '人员标识', kind: 'text', width: 26 },
  { header: '姓名', kind: 'text', width: 26 },
  { header: '本次任务(户)', kind: 'integer', width: 14, align: 'center' },
  { header: '每批次上限(户)', kind: 'integer', width: 15, align: 'center' },
];

const loadsSheet = ({ head, agency, loads }: AgencyAssignments): SheetContent => ({
  name: '人员任务量',
  title: drawTitle(`${agency.name}人员任务量`, head),
  notices: [taskLine(head)],
  columns: LOAD_COLUMNS,
  rows: loads.map(({ id, name, visits, capacity }, index) => [index + 1, id, name, visits, capacity]),
  remarks: ['列出本部门封存时可以参加本次抽取的全部人员，没有任务的也在内。'],
  orientation: 'portrait',
  footer: drawFooter(head),
});

const MEMBER_COLUMNS: readonly ColumnContent[] = [
  { header: '检查组', kind: 'text', width: 18 },
  { header: '部门', kind: 'text', width: 26 },
  { header: '人员标识', kind: 'text', width: 22 },
  { header: '姓名', kind: 'text', width: 22 },
];

const membersSheet = ({ head, groups }: AgencyAssignments): SheetContent => ({
  name: '检查组',
  title: drawTitle('检查组人员', head),
  notices: [taskLine(head)],
  columns: MEMBER_COLUMNS,
  rows: groups.map(({ label, agencyName, id, name }) => [teamName(label), agencyName, id, name]),
  remarks: ['列出各检查组的全部人员，含其他部门；检查组只用于本轮抽取，以后补抽按人员派发。'],
  orientation: 'portrait',
  footer: drawFooter(head),
});

/** Visits, visits a person, and where teams were formed who is in them. */
export const assignmentWorkbook = async (list: AgencyAssignments): Promise<Uint8Array> =>
  writeWorkbook({ sheets: [visitsSheet(list), loadsSheet(list), ...(list.groups.length === 0 ? [] : [membersSheet(list)])] });
