/** 补抽公告 as one page, published before the fresh seed of a later round exists. */
import type { LedgerHead, RoundNoticePage } from '@shuangsuiji/core';
import type { FormBand } from '../excel/form-content.js';
import { writeForms } from '../excel/write-forms.js';
import { changeWords, officerWords } from './change-words.js';
import { drawFooter, drawTitle, groupsOf, timeWords } from './marks.js';
import { statementBand } from './statement-band.js';

type Fields = Extract<FormBand, { kind: 'fields' }>['fields'];
const fields = (...pairs: Fields): FormBand => ({ kind: 'fields', fields: pairs });

/** Groups of eight break at the end of a line, a whole digest does not. */
const spacedHead = ({ seq, digest }: LedgerHead): string => `第${String(seq)}条 ${groupsOf(digest).join(' ')}`;

const bandsOf = (page: RoundNoticePage): readonly FormBand[] => {
  const { head, round, commitment, changes, quota, withdrawn, seedLines, notBefore, ledgerBefore, ledgerAfter } = page;
  const groups = groupsOf(commitment);
  const boxes = (part: readonly string[]): FormBand => ({ kind: 'grid', columns: part.map((header) => ({ header, share: 12 / part.length })), rows: [] });
  return [
    fields({ label: '任务名称', value: head.name }),
    fields({ label: '轮次', value: `第${String(round)}轮补抽` }, { label: '补抽户数', value: `${String(quota)}户${withdrawn > quota ? `（退出${String(withdrawn)}户，抽查库余量不足）` : ''}` }),
    { kind: 'grid', columns: [{ header: '封存后变更', share: 12 }], rows: changeWords(changes).map((words) => [words]) },
    fields({ label: '变更决定人', value: officerWords(changes) }),
    fields({ label: '公告时间', value: timeWords(page.noticedAt, page.clock) }),
    fields({ label: '种子产生', value: `不早于 ${timeWords(notBefore)}` }),
    { kind: 'grid', columns: [{ header: `补 抽 摘 要 C${String(round)}（sha256，64位，按行从左到右读）`, share: 12 }], rows: [] },
    boxes(groups.slice(0, 4)),
    boxes(groups.slice(4)),
    { kind: 'grid', columns: [{ header: '公开种子', share: 4 }, { header: '取值办法', share: 8 }], rows: seedLines.map(({ line, words }) => [line, words]) },
    fields({ label: '公告前台账', value: spacedHead(ledgerBefore) }),
    fields({ label: '公告后台账', value: spacedHead(ledgerAfter) }),
    statementBand({ drawId: head.drawId, round, statement: page.statement }),
    { kind: 'area', label: '签章', text: '抽取机关（盖章、签字、日期）：                    见证单位（种子产生之前收到本公告）：', lines: 4 },
  ];
};

/** One A4 page. */
export const roundNoticeWorkbook = async (page: RoundNoticePage): Promise<Uint8Array> => {
  const { head } = page;
  return writeForms({
    sheet: '补抽公告',
    forms: [
      {
        title: drawTitle(`${head.authority}“双随机”抽查补抽公告`, head),
        left: `任务编号：${head.number}`,
        right: `抽取编号：${head.drawId}`,
        bands: bandsOf(page),
        remarks: [`${head.isRehearsal ? '【演练】本公告用于演练，不产生检查任务。' : ''}补抽只抽退出的户数和空缺的人员，其余不动。补抽摘要由变更、台账和种子来源算出，公开种子产生之后任何人可凭存档复算。`],
      },
    ],
    footer: drawFooter(head),
  });
};
