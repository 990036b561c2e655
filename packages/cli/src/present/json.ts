/** The one document of `--json`. */
import type { JsonValue } from '@shuangsuiji/core';
import type { ExitCode } from '../exit-codes.js';
import type { AnyProblem } from '../messages/any-problem.js';
import { describe, sentenceText } from '../messages/describe.js';

export interface JsonInput {
  /** Its words: `ledger check`. */
  readonly command: string;
  readonly exit: ExitCode;
  readonly data: JsonValue;
  readonly problems: readonly AnyProblem[];
}

/** Keys are always the same: `format`, `command`, `exit`, `data`, `problems`. Ends with a line feed. */
export const jsonDocument = ({ command, exit, data, problems }: JsonInput): string =>
  `${JSON.stringify({ format: 'ssj-output/1', command, exit, data, problems: problems.map(problemData) }, null, 2)}\n`;

const problemData = (problem: AnyProblem) => {
  const { code, severity, where = {}, fields } = problem;
  return { code, severity, where, fields, text: sentenceText(describe(problem)) };
};
