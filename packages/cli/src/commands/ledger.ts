/** `ssj ledger`: what happened. */
import { isRehearsal, type LedgerEntry, type LedgerHead } from '@shuangsuiji/core';
import type { CommandAction } from '../command-action.js';
import { openCounty } from '../county/county.js';
import { done, refused } from '../county/outcome.js';
import { changeName, eventName, listNames } from '../messages/names.js';
import { tableLines } from '../present/table.js';

/** As it stands on every list and notice. */
export const headLine = ({ seq, digest }: LedgerHead): string => `台账头：第 ${seq} 条 ${digest}`;

export const ledgerList: CommandAction = async (context) => {
  const county = openCounty(context);
  if (!county.ok) return refused(county.error);
  const { entries, head, problems } = county.value.workspace.ledger;
  const rows = entries.map((entry) => [entry.seq, entry.at, eventName(entry.type), aboutOf(entry)]);
  const table = await tableLines({ head: ['序号', '时间', '事项', '内容'], rows, columns: context.host.columns() });
  return done({ lines: [...table, headLine(head)], data: { head: { ...head }, entries: entries.map((entry) => ({ ...entry })) }, problems });
};

const aboutOf = (entry: LedgerEntry): string => {
  switch (entry.type) {
    case 'opened':
      return `${entry.body.authority.name} ${entry.body.year} 年度`;
    case 'imported':
      return `快照 ${entry.body.snapshot.slice(0, 16)}，未入库 ${entry.body.refused}`;
    case 'sealed':
      return `${entry.body.drawId} ${entry.body.batch}${isRehearsal(entry.body.scheme) ? '〔演练〕' : ''} C ${entry.body.commitment.slice(0, 16)}`;
    case 'changed':
      return `${entry.body.drawId} ${changeName(entry.body.change.kind)}：${entry.body.reason}`;
    case 'announced':
      return `${entry.body.drawId} 第 ${entry.body.round} 轮 C ${entry.body.commitment.slice(0, 16)}`;
    case 'evidence':
      return `${entry.body.drawId} ${entry.body.path} ${entry.body.document.slice(0, 16)}`;
    case 'entered':
      return `${entry.body.drawId} ${entry.body.line.slice(0, 60)}`;
    case 'committed':
    case 'contributed':
      return `${entry.body.drawId} ${entry.body.party}`;
    case 'voided':
      return `${entry.body.drawId} ${entry.body.reason}`;
    case 'drawn':
      return `${entry.body.drawId} ${entry.body.round === 0 ? '' : `第 ${entry.body.round} 轮 `}${entry.body.outcome === 'matched' ? '已匹配' : '无法匹配'}`;
    case 'revealed':
      return entry.body.drawId;
    case 'published':
      return `${listNames[entry.body.list]} ${entry.body.file}`;
    default:
      return entry satisfies never;
  }
};
