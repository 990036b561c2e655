/** Marks that everything written for one draw carries: rehearsal, task, digest of the seal. */
import type { ClockKind, DrawHead, LedgerHead, Period, Timestamp } from '@shuangsuiji/core';
import type { FooterContent } from '../excel/workbook-content.js';

/** A foot has little room. */
const LONGEST_NUMBER = 36;

const shortened = (text: string): string => {
  const characters = [...text];
  return characters.length <= LONGEST_NUMBER ? text : `${characters.slice(0, LONGEST_NUMBER - 1).join('')}…`;
};

/** A rehearsal says so in its title. */
export const drawTitle = (title: string, { isRehearsal }: Pick<DrawHead, 'isRehearsal'>): string => (isRehearsal ? `${title}〔演练〕` : title);

/** The foot of every page: C at the left, task and draw at the right, and that it is a rehearsal. */
export const drawFooter = ({ commitment, number, drawId, isRehearsal }: DrawHead): FooterContent => ({
  left: `封存摘要C ${commitment}`,
  right: `${isRehearsal ? '【演练】' : ''}任务 ${shortened(number)}\n抽取编号 ${drawId}`,
});

/** The line under a title that says for which task it is. */
export const taskLine = ({ number, name, drawId, isRehearsal }: DrawHead): string =>
  `${isRehearsal ? '【演练，不作为检查依据】' : ''}任务编号：${number}　　任务名称：${name}　　抽取编号：${drawId}`;

export const ledgerWords = ({ seq, digest }: LedgerHead): string => `第${String(seq)}条 ${digest}`;

export const periodWords = ({ from, to }: Period): string => `${from}至${to}`;

/** `2026-03-02 09:30:00（+08:00）`; of a time that was set it says so. */
export const timeWords = (at: Timestamp, clock: ClockKind = 'system'): string =>
  `${at.slice(0, 10)} ${at.slice(11, 19)}（${at.slice(19)}）${clock === 'fixed' ? '※时间由设置给定，不证明实际时间' : ''}`;

/** A digest in groups of eight, for reading aloud and comparing by eye. */
export const groupsOf = (digest: string): readonly string[] => digest.match(/.{1,8}/g) ?? [];

/** Several values in one cell. */
export const joined = (values: readonly string[]): string => values.join('、');
