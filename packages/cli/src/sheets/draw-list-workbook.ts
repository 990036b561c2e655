/** 抽取结果公示 as a workbook: numbers before the revelation, afterwards the targets. */
import type { DrawCountsList, DrawFullList, DrawList } from '@shuangsuiji/core';
import type { CellContent, ColumnContent, SheetContent } from '../excel/workbook-content.js';
import { writeWorkbook } from '../excel/write-workbook.js';
import { documentRemarks, drawNotices } from './draw-notices.js';
import { drawFooter, drawTitle, joined, periodWords } from './marks.js';

const COUNT_COLUMNS: readonly ColumnContent[] = [
  { header: '统计口径', kind: 'text', width: 18, align: 'center' },
  { header: '名称', kind: 'text', width: 50 },
  { header: '抽取数量(户)', kind: 'text', width: 22, align: 'center' },
];

const countRows = ({ standing, byAgency, byArea }: DrawCountsList): readonly (readonly CellContent[])[] => [
  ['合计', '', String(standing)],
  ...byAgency.map(({ agency, count }) => ['检查部门', agency, count === undefined ? '数量少，暂不公布' : String(count)]),
  ...byArea.map(({ area, count }) => ['管辖单位', area ?? '其他（合并统计）', String(count)]),
];

const countsSheet = (list: DrawCountsList): SheetContent => ({
  name: '抽取数量',
  title: drawTitle(`${list.head.authority}“双随机”抽取结果公示（数量）`, list.head),
  notices: drawNotices(list),
  columns: COUNT_COLUMNS,
  rows: countRows(list),
  remarks: [
    '名单在检查全部结束、密钥揭示后公示。可能据以推断被抽中对象的数量合并统计或暂不公布。一户由多个部门检查时，各部门分别计数。',
    ...documentRemarks(list),
  ],
  orientation: 'portrait',
  footer: drawFooter(list.head),
});

const LIST_COLUMNS: readonly ColumnContent[] = [
  { header: '序号', kind: 'integer', width: 6, align: 'center' },
  { header: '检查对象名称', kind: 'text', width: 30 },
  { header: '统一社会信用代码/注册号', kind: 'text', width: 22, align: 'center' },
  { header: '管辖单位', kind: 'text', width: 12 },
  { header: '检查部门', kind: 'text', width: 22 },
  { header: '抽查事项', kind: 'text', width: 64 },
  { header: '检查时限', kind: 'text', width: 13, align: 'center' },
];

const listSheet = (list: DrawFullList): SheetContent => ({
  name: '抽取结果',
  title: drawTitle(`${list.head.authority}“双随机”抽取结果公示`, list.head),
  notices: drawNotices(list),
  columns: LIST_COLUMNS,
  rows: list.rows.map(({ position, name, code, area, agencies, items, appointed, period }) => [position, name, code, area, `${joined(agencies)}${appointed === 0 ? '' : `（委派${String(appointed)}人次）`}`, joined(items), periodWords(period)]),
  remarks: ['个体工商户以经营者姓名为名称的，名称作脱敏处理。', ...appointedRemarks(list), ...documentRemarks(list)],
  orientation: 'landscape',
  footer: drawFooter(list.head),
});

/** Only where anybody goes so. */
const appointedRemarks = ({ rows }: DrawFullList): readonly string[] => {
  const count = rows.reduce((sum, { appointed }) => sum + appointed, 0);
  return count === 0 ? [] : [`检查部门没有人具备所需资质的，由有资质的人员受委派参加检查，不经抽取，共委派${String(count)}人次；其余检查人员均由抽取确定。`];
};

/** The form is the list's own. */
export const drawListWorkbook = async (list: DrawList): Promise<Uint8Array> =>
  writeWorkbook({ sheets: [list.form === 'counts' ? countsSheet(list) : listSheet(list)] });
