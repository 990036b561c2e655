/** 抽查比例(数量) as a plan for publication writes it: totals, never by risk class. */
import type { PlanListRow } from '@shuangsuiji/core';

const PER_CENT = 100;

/** `325` → `3.25%`. */
const percent = (basisPoints: number): string => `${String(basisPoints / PER_CENT)}%`;

const shareOf = ({ pool, quota }: Pick<PlanListRow, 'pool' | 'quota'>): string =>
  pool === 0 ? '' : `约${percent(Math.round((quota * PER_CENT * PER_CENT) / pool))}`;

const ruleWords = (row: PlanListRow): string => {
  const { rule, quota } = row;
  if (rule === undefined) return `${shareOf(row)}\n${String(quota)}户`;
  if (rule.kind === 'fixed') return `${String(quota)}户`;
  return `${rule.rounding === 'down' ? '≤' : ''}${percent(rule.basisPoints)}\n${String(quota)}户`;
};

/** The ratio, the number, and the frequency where there is one, a line each. */
export const ratioWords = (row: PlanListRow): string =>
  `${ruleWords(row)}${row.timesPerYear === undefined ? '' : `\n${String(row.timesPerYear)}次/年`}`;
