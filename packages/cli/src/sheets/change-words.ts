/** How much was changed after a seal, in words for a list (protocol §8). */
import type { ChangeCounts } from '@shuangsuiji/core';
import { changeName } from '../messages/names.js';
import { joined } from './marks.js';

/** `检查对象退出（已注销）2项`; late recusals say so. */
export const changeWords = ({ byReason }: ChangeCounts): readonly string[] =>
  byReason.map(({ kind, reason, count, late }) => `${changeName(kind)}（${reason}）${String(count)}项${late === 0 ? '' : `，其中抽取后申报${String(late)}项`}`);

/** Nobody is named. */
export const officerWords = ({ byOfficer }: ChangeCounts): string => (byOfficer.length === 0 ? '' : `决定人${String(byOfficer.length)}名，各${joined(byOfficer.map(String))}项`);

/** One line, or none where nothing was changed. */
export const changeLine = (counts: ChangeCounts): readonly string[] => (counts.byReason.length === 0 ? [] : [`封存后变更：${changeWords(counts).join('；')}。${officerWords(counts)}`]);
