/** What a reader is told of a record before anything that it says. */
import type { JsonValue, PointId, Verification } from '@shuangsuiji/core';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { pointNames } from '../messages/names.js';

/** How far the record can be believed. */
export interface RecordTrust {
  readonly exit: ExitCode;
  /** What is said before everything else. */
  readonly warning?: string;
  readonly data: JsonValue;
}

/** What is merely not drawn or not revealed yet is no fault of the record. */
const EARLY: ReadonlySet<string> = new Set(['not-drawn', 'not-revealed']);

export const recordTrust = ({ verdict, points }: Verification): RecordTrust => {
  const data = { verdict, points: points.map(({ id, verdict: own }) => ({ id, verdict: own })) };
  const named = (ids: readonly PointId[]): string => ids.map((id) => pointNames[id]).join('、');
  const different = points.filter((point) => point.verdict === 'different').map(({ id }) => id);
  if (different.length > 0) return { exit: EXIT.different, warning: `【注意】核验发现这份存档不一致（${named(different)}）。下面只是存档所记，不能当作抽取的结果；请先运行 ssj verify 查明。`, data };
  const open = points.filter(({ findings }) => findings.some(({ code }) => !EARLY.has(code))).map(({ id }) => id);
  if (open.length > 0) return { exit: EXIT.unverifiable, warning: `【注意】这份存档不全，有的地方无法核验（${named(open)}）。下面只是存档所记；缺什么请运行 ssj verify 查看。`, data };
  return { exit: EXIT.done, data };
};
