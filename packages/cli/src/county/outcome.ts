/** How commands end. */
import type { JsonValue } from '@shuangsuiji/core';
import type { GlobalOptions, Outcome } from '../context.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { AnyProblem } from '../messages/any-problem.js';
import { exitOf } from '../messages/exit-of.js';

export interface DoneInput {
  readonly lines: readonly string[];
  readonly data: JsonValue;
  /** Warnings. */
  readonly problems?: readonly AnyProblem[];
}

/** The command did what was asked. */
export const done = ({ lines, data, problems = [] }: DoneInput): Outcome => ({ exit: EXIT.done, lines, data, problems });

/** With `--dry-run` the words of what would have been done stand under a line that says it was not. */
export const toldAs = ({ dryRun }: Pick<GlobalOptions, 'dryRun'>, lines: readonly string[]): readonly string[] => (dryRun ? ['试运行，没有写入任何文件。照此执行的结果是：', ...lines] : lines);

/** The command changed nothing and says why; the exit code follows from the problems unless given. */
export const refused = (problems: readonly AnyProblem[], exit: ExitCode = exitOf(problems)): Outcome => ({ exit, lines: [], data: {}, problems });
