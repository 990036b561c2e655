/** Problems for the terminal: all counted, errors first, the first ones in full. */
import type { AnyProblem } from '../messages/any-problem.js';
import { describe, sentenceText } from '../messages/describe.js';
import { wrap } from './wrap.js';

export interface ProblemsInput {
  readonly problems: readonly AnyProblem[];
  readonly columns: number;
  readonly color?: boolean;
  /** How many are shown in full. */
  readonly limit?: number;
  /** The file that has all of them. */
  readonly allIn?: string | undefined;
}

const SHOWN = 20;
const labels = { error: { text: '错误', color: '\u001b[31m' }, warning: { text: '警告', color: '\u001b[33m' } } as const;
const PLAIN = '\u001b[0m';

/** Empty for no problems. */
export const problemLines = ({ problems, columns, color = false, limit = SHOWN, allIn }: ProblemsInput): readonly string[] => {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const ordered = [...errors, ...warnings];
  const rest = ordered.slice(limit);
  const counts = [...(errors.length > 0 ? [`${String(errors.length)} 个错误`] : []), ...(warnings.length > 0 ? [`${String(warnings.length)} 个警告`] : [])].join('、');
  return [
    ...(ordered.length > 1 ? [`共 ${counts}${rest.length > 0 ? `，先列出 ${String(limit)} 个` : ''}：`] : []),
    ...ordered.slice(0, limit).flatMap((problem) => problemParagraph(problem, columns, color)),
    ...(rest.length > 0 ? wrap({ text: `其余 ${String(rest.length)} 个：${countsByCode(rest)}。`, columns }) : []),
    ...(allIn !== undefined && ordered.length > 0 ? wrap({ text: `全部问题见 ${allIn}。`, columns }) : []),
  ];
};

const problemParagraph = (problem: AnyProblem, columns: number, color: boolean): readonly string[] => {
  const label = labels[problem.severity];
  const first = color ? `${label.color}${label.text}${PLAIN}  ` : `${label.text}  `;
  return wrap({ text: sentenceText(describe(problem)), columns, indent: [first, '      '] });
};

const countsByCode = (problems: readonly AnyProblem[]): string => {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => `${code} ${String(count)} 个`).join('、');
};
