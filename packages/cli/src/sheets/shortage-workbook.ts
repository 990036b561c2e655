/** 无法匹配说明: why people could not be assigned and what would help, as a workbook for the office. */
import type { PartialVisit, ShortAgency } from '@shuangsuiji/core';
import type { CellContent, ColumnContent, FooterContent, SheetContent } from '../excel/workbook-content.js';
import { writeWorkbook } from '../excel/write-workbook.js';
import { codeIn } from '../messages/names.js';
import { combinedWords, effectWords, type Repair, repairWords, ruleSentence } from '../messages/repairs.js';
import { combinationTitle, needWords, noChangesWords, type NamesOf } from '../present/infeasible.js';

export interface ShortageBook {
  /** 任务编号, 任务名称 and whether it is a rehearsal, over every sheet. */
  readonly about: string;
  readonly footer: FooterContent;
  /** False while everything is only simulated. */
  readonly isDrawn: boolean;
  readonly agencies: readonly ShortAgency[];
  /** By agency that is short. */
  readonly partial: ReadonlyMap<string, readonly PartialVisit[]>;
  readonly names: NamesOf;
}

const AGENCY: ColumnContent = { header: '部门', kind: 'text', width: 18 };
const NUMBER = { kind: 'integer', width: 10, align: 'center' } as const;

/** Five sheets; agencies that have people enough stand on the first one alone. */
export const shortageWorkbook = async (book: ShortageBook): Promise<Uint8Array> => {
  const short = book.agencies.filter(({ shortage }) => shortage > 0);
  return writeWorkbook({ sheets: [overview(book), setSheet(book, short), repairSheet(book, short), combinationSheet(book, short), partialSheet(book, short)] });
};

interface Layout {
  readonly name: string;
  readonly title: string;
  readonly notices?: readonly string[];
  readonly columns: readonly ColumnContent[];
  readonly rows: readonly (readonly CellContent[])[];
  readonly remarks?: readonly string[];
}

const sheetOf = ({ about, footer, isDrawn }: ShortageBook, { notices = [], ...layout }: Layout): SheetContent => ({
  ...layout,
  notices: [about, ...(isDrawn ? [] : ['检查对象是模拟抽出的，只用来说明哪里缺人，与将来的抽取无关。']), ...notices],
  orientation: 'landscape',
  footer,
});

const agencyName = ({ names }: ShortageBook, code: string): string => names.agency(code) ?? code;
const targetName = ({ names }: ShortageBook, id: string): string => `${names.target(id) ?? ''}（${codeIn(id)}）`;
const personName = ({ names }: ShortageBook, id: string): string => `${names.inspector(id) ?? ''} ${id}`.trim();
const named = (book: ShortageBook, { inspector, target }: { readonly inspector?: string | undefined; readonly target?: string | undefined }) => ({
  inspector: inspector === undefined ? undefined : personName(book, inspector),
  target: target === undefined ? undefined : targetName(book, target),
  isDrawn: book.isDrawn,
});

const overview = (book: ShortageBook): SheetContent => sheetOf(book, {
  name: '缺口',
  title: '无法匹配说明：各部门缺口',
  columns: [AGENCY, { header: '缺口(人次)', ...NUMBER }, { header: '最小集合(户)', ...NUMBER, width: 12 }, { header: '需要(人次)', ...NUMBER }, { header: '最多能去(人次)', ...NUMBER, width: 14 }, { header: '说明', kind: 'text', width: 60 }],
  rows: book.agencies.map((short) => [agencyName(book, short.agency), short.shortage, short.targets?.length, short.needed, short.supplied, causeWords(short)]),
  remarks: ['缺口：无论怎样安排都派不出的人次。“需要”和“最多能去”只算最小集合的检查对象。一个部门有缺口，各部门都不派发。'],
});

const causeWords = ({ shortage, needed, supplied, rules = [], contradictory = [] }: ShortAgency): string => {
  if (shortage === 0) return '人手足够';
  const need = needed === undefined || supplied === undefined ? [] : [needWords(needed, supplied, rules.length > 0)];
  return [...need, ...rules.map(ruleSentence), ...(contradictory.length === 0 ? [] : [`${String(contradictory.length)} 户的人员组成规定互相矛盾。`])].join('\n');
};

const setSheet = (book: ShortageBook, short: readonly ShortAgency[]): SheetContent => sheetOf(book, {
  name: '最小集合',
  title: '最小集合：单是这几户人手就已不够',
  columns: [AGENCY, { header: '类别', kind: 'text', width: 12, align: 'center' }, { header: '名称', kind: 'text', width: 40 }, { header: '代码(标识)', kind: 'text', width: 24 }, { header: '说明', kind: 'text', width: 40 }],
  rows: short.flatMap(({ agency, targets = [], people = [], rules = [] }) => [
    ...targets.map((id): readonly CellContent[] => [agencyName(book, agency), '检查对象', book.names.target(id), codeIn(id), undefined]),
    ...people.map((row): readonly CellContent[] => [agencyName(book, agency), '可去人员', book.names.inspector(row.inspector), row.inspector, `还能承担 ${String(row.capacity)} 户，其中 ${String(row.targets)} 户可去`]),
    ...rules.map((rule): readonly CellContent[] => [agencyName(book, agency), '人员组成规定', ruleSentence(rule), undefined, rule.targets.map((id) => targetName(book, id)).join('\n')]),
  ]),
  remarks: ['去掉其中任何一户，其余各户就派得出人；规模很大时搜索有上限，集合可能不是最小。'],
});

const KINDS: Readonly<Record<Repair['kind'], string>> = { capacity: '增加任务量', borrow: '借调', release: '解除回避', lower: '减少人数', postpone: '推迟检查' };

const repairSheet = (book: ShortageBook, short: readonly ShortAgency[]): SheetContent => sheetOf(book, {
  name: '可行办法',
  title: '可行办法：各自单独试算',
  columns: [AGENCY, { header: '种类', kind: 'text', width: 12, align: 'center' }, { header: '办法', kind: 'text', width: 70 }, { header: '效果', kind: 'text', width: 20 }],
  rows: short.flatMap(({ agency, repairs = [] }) => repairs.map((repair) => [agencyName(book, agency), KINDS[repair.kind], repairWords({ repair, ...named(book, repair) }), effectWords(repair)])),
  remarks: ['解除回避只能由负责人依法决定，本程序不作决定。'],
});

const combinationSheet = (book: ShortageBook, short: readonly ShortAgency[]): SheetContent => sheetOf(book, {
  name: '最省组合',
  title: '组合：全部做到，各部门就都能匹配',
  columns: [AGENCY, { header: '序号', ...NUMBER, width: 7 }, { header: '种类', kind: 'text', width: 12, align: 'center' }, { header: '措施', kind: 'text', width: 70 }, { header: '是否最省', kind: 'text', width: 24 }],
  rows: short.flatMap((one): readonly (readonly CellContent[])[] => {
    const { agency, combination } = one;
    const none = noChangesWords(one);
    if (none !== undefined) return [[agencyName(book, agency), undefined, undefined, none, undefined]];
    return (combination?.changes ?? []).map((change, at) => [
      agencyName(book, agency), at + 1, KINDS[change.kind], combinedWords({ change, ...named(book, change) }), combination?.isCheapest === true ? '最省' : '缺一不可，不保证最省',
    ]);
  }),
  remarks: [
    '由易到难：增加任务量、借调、解除回避、减少人数、推迟检查；容易的用尽才用难的。推迟的检查对象对各部门都推迟。',
    ...[true, false].map((isCheapest) => `“${isCheapest ? '最省' : '缺一不可'}”：${combinationTitle(isCheapest)}`.replace(/：$/, '。')),
  ],
});

const partialSheet = (book: ShortageBook, short: readonly ShortAgency[]): SheetContent => sheetOf(book, {
  name: '部分匹配(仅供参考)',
  title: '部分匹配（仅供参考，不得据此派发）',
  notices: ['这是空缺最少的一种安排，不是随机抽取的结果，没有派发任何人。'],
  columns: [AGENCY, { header: '企业名称', kind: 'text', width: 36 }, { header: '代码', kind: 'text', width: 24 }, { header: '应派(人)', ...NUMBER }, { header: '可去人员', kind: 'text', width: 40 }, { header: '空缺(人)', ...NUMBER }],
  rows: short.flatMap(({ agency }) => (book.partial.get(agency) ?? []).map(({ target, wanted, inspectors }) => [
    agencyName(book, agency), book.names.target(target), codeIn(target), wanted, inspectors.map((id) => personName(book, id)).join('\n'), wanted - inspectors.length,
  ])),
});
