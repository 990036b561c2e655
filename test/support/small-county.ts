/** A county of forty shops and two agencies, for tests that need many folders quickly. All of it is invented. */
import { join } from 'node:path';
import { mustEnd, ssj } from './run-ssj.js';
import { type Table, writeTable } from './workbooks.js';

export type Tables = Readonly<Record<'agency' | 'target' | 'inspector' | 'item' | 'recusal' | 'plan', Table>>;

export const FILES: Readonly<Record<keyof Tables, string>> = {
  agency: '名录库/部门.xlsx',
  target: '名录库/检查对象名录库.xlsx',
  inspector: '名录库/执法检查人员名录库.xlsx',
  item: '名录库/随机抽查事项清单.xlsx',
  recusal: '名录库/回避登记.xlsx',
  plan: '计划/年度抽查计划.xlsx',
};

/** The batch that everything is right with. */
export const BATCH = 'P-1';
/** Before its period begins. */
export const SPRING = '2026-03-02T09:30:00+08:00';
export const DICE = '08772473296991897540';

const numbered = <T>(count: number, make: (number: number) => T): readonly T[] => Array.from({ length: count }, (_, index) => make(index + 1));
const padded = (number: number, width: number): string => String(number).padStart(width, '0');
const inspector = (agency: string, number: number, capacity = 12): readonly (string | number)[] => [padded(number, 3), `${agency}员${number}`, agency, `${agency === '卫生健康委员会' ? '6502' : agency === '消防救援大队' ? '6503' : '6501'}${padded(number, 7)}`, '2029-12-31', '在岗', capacity];

export const PLAN_HEADER = ['抽查计划编号', '任务名称', '抽查事项', '抽查比例(数量)', '发起部门', '配合部门', '起止时间', '限定区域', '限定标签'] as const;
/** A row of the plan with one thing changed. */
export const planRow = (number: string, change: { readonly ratio?: string; readonly lead?: string; readonly cooperating?: string; readonly areas?: string; readonly tags?: string; readonly items?: string } = {}): readonly string[] => [
  number, `${number} 联合抽查`, change.items ?? '1、2', change.ratio ?? '10户', change.lead ?? '市场监督管理局', change.cooperating ?? '卫生健康委员会', '2026-04-01至2026-06-30', change.areas ?? '', change.tags ?? '',
];

export const smallTables: Tables = {
  agency: { sheet: '部门', rows: [['部门代码', '部门名称', '别名'], ['SCJG', '市场监督管理局', '市监局'], ['WJW', '卫生健康委员会', '卫健委'], ['XF', '消防救援大队', '']] },
  target: {
    sheet: '检查对象',
    rows: [
      ['企业名称', '注册号/统一社会信用代码', '管辖单位', '登记状态', '专项库/标签'],
      ...numbered(40, (number) => [`某某商店${number}`, `6527220000${padded(number, 5)}`, number <= 20 ? '东镇' : '西镇', '存续', number <= 30 ? '食品经营' : '药品经营']),
    ],
  },
  inspector: {
    sheet: '执法检查人员',
    rows: [
      ['单位工号', '姓名', '所在业务部门(机构)', '执法证编号', '执法证有效期', '执法人员状态', '每批次上限'],
      ...numbered(5, (number) => inspector('市场监督管理局', number)),
      ...numbered(4, (number) => inspector('卫生健康委员会', number)),
      // One alone is too few for any visit.
      inspector('消防救援大队', 1),
    ],
  },
  item: {
    sheet: '抽查事项',
    rows: [
      ['事项编号', '抽查事项', '检查主体', '适用标签'],
      ['1', '经营资质检查', '市场监督管理局', ''],
      ['2', '从业人员健康管理检查', '卫生健康委员会', ''],
      ['3', '消防通道检查', '消防救援大队', ''],
      ['4', '特种设备检查', '市场监督管理局', '特种设备'],
    ],
  },
  recusal: { sheet: '回避登记', rows: [['所在部门', '单位工号', '检查对象代码', '回避事由', '申报日期'], ['市场监督管理局', '001', '652722000000001', '近亲属', '2026-01-05']] },
  plan: { sheet: '年度抽查计划', rows: [PLAN_HEADER, planRow(BATCH), planRow('P-2', { items: '1、2、3', cooperating: '卫生健康委员会、消防救援大队' })] },
};

/** `ssj init`, then the workbooks as a clerk would fill them. @returns `dir` */
export const makeSmallCounty = async (dir: string, tables: Tables = smallTables, at: string = SPRING): Promise<string> => {
  mustEnd(ssj(['init', dir, '--code', '652722', '--name', '某县', '--year', '2026'], { at }));
  await fillIn(dir, tables);
  return dir;
};

/** Puts some workbooks in the place of those there. */
export const fillIn = async (dir: string, tables: Partial<Tables>): Promise<void> => {
  for (const name of Object.keys(tables) as readonly (keyof Tables)[]) await writeTable(join(dir, FILES[name]), tables[name]!);
};

/** The table with one cell changed; rows count from 1 as in Excel, columns by their header. */
export const withCell = (table: Table, row: number, header: string, value: Table['rows'][number][number]): Table => {
  const column = table.rows[0]!.indexOf(header);
  if (column < 0) throw new RangeError(`withCell: no column ${header}`);
  return { ...table, rows: table.rows.map((cells, index) => (index === row - 1 ? cells.map((cell, at) => (at === column ? value : cell)) : cells)) };
};

export const withRow = (table: Table, row: Table['rows'][number]): Table => ({ ...table, rows: [...table.rows, row] });
