/** Sentences about workbooks. */
import type { ExcelProblemFields, LooksLike } from '../excel/problems.js';
import { clipped, listed, quoted } from './one-line.js';
import type { SentencesOf } from './sentence.js';

const SAVE_AS = '请用 Excel 或 WPS 打开，选“另存为”，类型选“Excel 工作簿（*.xlsx）”，再用新文件';

const kinds: Readonly<Record<LooksLike, { readonly name: string; readonly mend: string }>> = {
  empty: { name: '空文件', mend: '请重新下载或从备份恢复。' },
  'xls-biff': { name: '旧格式的 .xls 工作簿', mend: `${SAVE_AS}。` },
  'xml-2003': { name: 'XML 表格 2003', mend: `${SAVE_AS}。` },
  html: { name: '网页', mend: `${SAVE_AS}；存之前先看代码列是否完整。` },
  csv: { name: 'CSV 文本', mend: '请新建空白工作簿，用“数据—从文本/CSV”导入，代码列选“文本”，再存成 .xlsx。' },
  'csv-gbk': { name: 'GBK 编码的 CSV 文本', mend: '请新建空白工作簿，用“数据—从文本/CSV”导入，编码选“936 简体中文”，代码列选“文本”，再存成 .xlsx。' },
  'csv-utf16': { name: 'UTF-16 编码的文本', mend: '请新建空白工作簿，用“数据—从文本/CSV”导入，代码列选“文本”，再存成 .xlsx。' },
  pdf: { name: 'PDF 文件', mend: '请向提供的人索取 .xlsx 原件。' },
  'zip-other': { name: '别的压缩文件', mend: '请先解压，取出里面的 .xlsx 文件。' },
  unknown: { name: '不认识的文件', mend: `${SAVE_AS}。` },
};

export const excelSentences: SentencesOf<Omit<ExcelProblemFields, 'file-missing'>> = {
  'file-unreadable': ({ file, detail }) => ({
    what: `文件${quoted(file)}打不开（${clipped(detail, 80)}）。`,
    mend: '请先在 Excel 里关掉它；仍打不开的，用 Excel 打开后另存一份新的，或从备份恢复。',
  }),
  'file-not-xlsx': ({ file, looksLike }) => ({ what: `文件${quoted(file)}不是 xlsx 工作簿，其实是${kinds[looksLike].name}。`, mend: kinds[looksLike].mend }),
  'file-encrypted': ({ file }) => ({ what: `文件${quoted(file)}设有打开密码。`, mend: '请用 Excel 打开，在“文件—信息—保护工作簿”里去掉密码，再保存。' }),
  'file-too-large': ({ file, megabytes }) => ({
    what: `文件${quoted(file)}解开后有 ${String(megabytes)} MB，太大。`,
    mend: '请只留需要的工作表和列；多半是空白区域设了格式，把数据复制到一个新工作簿即可。',
  }),
  'sheet-too-large': ({ sheet, range }) => ({ what: `工作表${quoted(sheet)}的区域${quoted(range)}超出了表格的范围。`, mend: '请把数据复制到一个新工作簿，存成 .xlsx。' }),
  'sheet-without-header': ({ sheets, missing }) => ({
    what: `没有一张工作表有需要的表头${sheets.length === 0 ? '' : `（看过${listed(sheets)}）`}，缺${listed(missing)}。`,
    mend: '表头要在前 20 行之内，名称与模板一致；模板用 ssj template 写出。',
  }),
  'column-not-read': ({ header, nearest }) => ({
    what: `“${header}”这一列没有读取。`,
    why: `它很像${quoted(nearest)}，名称不一样就当作无关的列。`,
    mend: `如果就是这一列，请把表头改成${quoted(nearest)}；如果不是，不用改。`,
  }),
  'column-missing': ({ header, accepted }) => ({
    what: `缺少必需的列“${header}”。`,
    mend: `请加上这一列${accepted.length === 0 ? '' : `（表头写${listed(accepted)}也可以）`}，列的位置随意。`,
  }),
  'column-ambiguous': ({ header, candidates }) => ({ what: `有几列都可以当作“${header}”：${listed(candidates)}。`, why: '程序不猜用哪一列。', mend: '请把不用的列改名或删去，只留一列。' }),
};
