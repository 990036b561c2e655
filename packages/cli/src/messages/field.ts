/** Sentences about a single cell, whatever its column means. */
import type { FieldProblemFields } from '@shuangsuiji/core';
import { quoted } from './one-line.js';
import type { SentencesOf } from './sentence.js';

export const fieldSentences: SentencesOf<FieldProblemFields> = {
  'cell-broken': ({ shown }) => ({
    what: `单元格的内容是${quoted(shown)}，不是有效的值。`,
    why: '多半是公式出错，或公式从未算出结果。',
    mend: '请把公式改对，或用“选择性粘贴—数值”把正确的内容填进这一格。',
  }),
  'text-unsound': ({ raw }) => ({
    what: `文字${quoted(raw)}里有损坏的字符（乱码）。`,
    why: '原来的字已经丢失，程序不猜。',
    mend: '请从原系统重新导出，或对照原件重新录入这一格。',
  }),
  'date-unreadable': ({ raw }) => ({
    what: `${quoted(raw)}不是能辨认的日期。`,
    mend: '请写成 2026-03-02、2026/3/2、2026年3月2日 或 20260302；长期有效写 9999-09-09。',
  }),
  'yes-no-unreadable': ({ raw }) => ({ what: `${quoted(raw)}既不是“是”也不是“否”。`, mend: '请填“是”或“否”，或者留空。' }),
  'code-precision-lost': ({ raw }) => ({
    what: `代码${quoted(raw)}在 Excel 里被存成了数字，末几位已经丢失，无法恢复。`,
    mend: '请从原系统重新导出，先把这一列的格式设为“文本”，再粘贴；只改格式不能找回丢失的数字。',
  }),
  'code-became-date': ({ raw }) => ({
    what: `代码被 Excel 自动改成了日期${quoted(raw)}。`,
    why: '像“3-2”这样的编号，Excel 会当作 3 月 2 日。',
    mend: '请先把这一列的格式设为“文本”，再按原编号重新录入。',
  }),
};
