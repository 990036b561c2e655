/** 派发公平性报告 as a workbook, for the office and whoever audits it. */
import type { AgencyFairness, AgencyShortOfPeople, DrawHead, Fairness } from '@shuangsuiji/core';
import type { CellContent, ColumnContent, SheetContent } from '../excel/workbook-content.js';
import { writeWorkbook } from '../excel/write-workbook.js';
import { chanceWords, unitsWords } from '../messages/fairness-words.js';
import { roundName } from '../messages/told-change.js';
import { MEETING_COLUMNS, meetingRows, PEOPLE_COLUMNS, peopleRows, VISIT_COLUMNS, visitRows } from './fairness-people-sheets.js';
import { drawFooter, drawTitle, taskLine } from './marks.js';

const SUMMARY_COLUMNS: readonly ColumnContent[] = [
  { header: '轮次', kind: 'text', width: 12, align: 'center' },
  { header: '部门', kind: 'text', width: 20 },
  { header: '检查对象(户)', kind: 'integer', width: 13 },
  { header: '名额', kind: 'integer', width: 7 },
  { header: '能派(人)', kind: 'integer', width: 9 },
  { header: '不能派(人)', kind: 'integer', width: 11 },
  { header: '最小机会', kind: 'text', width: 11, align: 'right' },
  { header: '居中机会', kind: 'text', width: 11, align: 'right' },
  { header: '最大机会', kind: 'text', width: 11, align: 'right' },
  { header: '没有选择余地(处)', kind: 'integer', width: 11 },
  { header: '同等人员最大相差(存档)', kind: 'text', width: 12, align: 'right' },
  { header: '同等人员最大相差(复算)', kind: 'text', width: 12, align: 'right' },
  { header: '可能同行(对)', kind: 'integer', width: 13 },
  { header: '同行两户以上(对)', kind: 'integer', width: 11 },
  { header: '互不相干时(对)', kind: 'text', width: 10, align: 'right' },
  { header: '缺(人次)', kind: 'integer', width: 9 },
];

const unitsOr = (units: number | undefined): CellContent => (units === undefined ? undefined : chanceWords(units));
const countsOf = ({ people }: Pick<AgencyFairness, 'people'>): readonly [number, number] => {
  const idle = people.filter(({ eligible }) => eligible === 0).length;
  return [people.length - idle, idle];
};

const matchedRow = (round: string, agency: AgencyFairness): readonly CellContent[] => {
  const { visits, places, odds, withoutChoice, largestDifference: { recorded, recomputed }, meetings } = agency;
  return [
    round, agency.name ?? agency.agency, visits.length, places, ...countsOf(agency), unitsOr(odds?.least), unitsOr(odds?.middle), unitsOr(odds?.most), withoutChoice.length,
    unitsOr(recorded), unitsOr(recomputed), meetings.pairs.length, meetings.metAgain, unitsWords(meetings.expectedMetAgainUnits), undefined,
  ];
};

/** Nobody was assigned: there are neither odds nor meetings. */
const shortRow = (round: string, agency: AgencyShortOfPeople): readonly CellContent[] => [
  round, agency.name ?? agency.agency, undefined, undefined, ...countsOf(agency), ...Array<CellContent>(9).fill(undefined), agency.shortage,
];

const summaryRows = ({ rounds }: Fairness): readonly (readonly CellContent[])[] =>
  rounds.flatMap((told) => {
    const name = roundName(told.round);
    if (told.kind === 'waiting') return [];
    return told.kind === 'matched' ? told.agencies.map((agency) => matchedRow(name, agency)) : told.agencies.map((agency) => shortRow(name, agency));
  });

export interface FairnessWorkbookInput {
  readonly head: DrawHead;
  readonly fairness: Fairness;
  /** That the draw is void, or who may not know yet. */
  readonly warnings: readonly string[];
}

const REMARKS = {
  summary: [
    '机会是抽取以前算定的概率，与种子无关；同等人员指上限相同、可去的检查对象也相同的人。',
    '互不相干时：每户各抽各的，同去两户以上的平均会有几对。实际对数与它相近，就是各抽各的样子；个别两人格外多的，见“同行”表。人数少的部门碰巧相差较大是正常的。',
  ],
  people: ['平均应派是此人在各户的机会之和；派到的户数只能是它向下或向上取整，并且不超过上限。'],
  visits: ['机会按此户能派的每个人计；机会为100%的没有选择余地，不派此人就派不出足够的人。'],
  meetings: ['只列同去两户以上的；平均应为，是按各户的机会、每户各抽各的算出的。以前各轮已经在这一户的人不计。'],
} as const;

/** Four sheets: agencies, persons, targets, pairs who met again. */
export const fairnessWorkbook = async ({ head, fairness, warnings }: FairnessWorkbookInput): Promise<Uint8Array> => {
  const notices = [taskLine(head), ...warnings, '内部资料：含人员标识和检查对象，供本机关和审计机关核查，不公开。全部数字都由存档算出。'];
  const sheet = (name: string, columns: readonly ColumnContent[], rows: SheetContent['rows'], remarks: readonly string[], orientation: SheetContent['orientation'] = 'landscape'): SheetContent => ({
    name, title: drawTitle(`派发公平性报告　${name}`, head), notices, columns, rows, remarks, orientation, footer: drawFooter(head),
  });
  return writeWorkbook({
    sheets: [
      sheet('概况', SUMMARY_COLUMNS, summaryRows(fairness), REMARKS.summary),
      sheet('人员', PEOPLE_COLUMNS, peopleRows(fairness), REMARKS.people),
      sheet('检查对象', VISIT_COLUMNS, visitRows(fairness), REMARKS.visits),
      sheet('同行', MEETING_COLUMNS, meetingRows(fairness), REMARKS.meetings, 'portrait'),
    ],
  });
};
