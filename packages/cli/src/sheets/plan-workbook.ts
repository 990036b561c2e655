/** 抽查计划公示 as a workbook. */
import type { PlanList, PlanListRow } from '@shuangsuiji/core';
import type { CellContent, ColumnContent } from '../excel/workbook-content.js';
import { writeWorkbook } from '../excel/write-workbook.js';
import { drawTitle, joined, ledgerWords, periodWords } from './marks.js';
import { ratioWords } from './ratio-words.js';

const COLUMNS: readonly ColumnContent[] = [
  { header: '抽查计划编号', kind: 'text', width: 14, align: 'center' },
  { header: '任务名称', kind: 'text', width: 24 },
  { header: '抽查类型', kind: 'text', width: 8, align: 'center' },
  { header: '抽查事项', kind: 'text', width: 44 },
  { header: '检查对象', kind: 'text', width: 20 },
  { header: '抽查比例(数量)', kind: 'text', width: 14, align: 'center' },
  { header: '发起部门', kind: 'text', width: 16 },
  { header: '配合部门', kind: 'text', width: 20 },
  { header: '检查方式', kind: 'text', width: 12 },
  { header: '起止时间', kind: 'text', width: 13, align: 'center' },
];

const cellsOf = (row: PlanListRow): readonly CellContent[] => [
  row.number,
  row.name,
  row.kind,
  joined(row.items),
  row.targets,
  ratioWords(row),
  row.lead,
  joined(row.cooperating),
  row.method,
  periodWords(row.period),
];

/** One sheet, landscape, a row a batch. */
export const planWorkbook = async ({ isRehearsal, authority, year, ledgerHead, rows }: PlanList): Promise<Uint8Array> =>
  writeWorkbook({
    sheets: [
      {
        name: '抽查计划',
        title: drawTitle(`${authority}${String(year)}年度“双随机、一公开”抽查计划`, { isRehearsal }),
        columns: COLUMNS,
        rows: rows.map(cellsOf),
        remarks: [
          '抽查比例(数量)为各任务的总数，带“约”的是按信用风险分类差异化抽查任务的总比例。实际数量以各任务封存时的检查对象名录库为准。',
          `台账：${ledgerWords(ledgerHead)}`,
        ],
        orientation: 'landscape',
        footer: { left: `台账 ${ledgerWords(ledgerHead)}`, right: `${isRehearsal ? '【演练】' : ''}${String(year)}年度抽查计划` },
      },
    ],
  });
