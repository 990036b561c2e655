/** What a command is given and what it gives back; it prints nothing itself. */
import type { JsonValue } from '@shuangsuiji/core';
import type { ExitCode } from './exit-codes.js';
import type { Host } from './host.js';
import type { AnyProblem } from './messages/any-problem.js';
import type { Progress } from './present/progress.js';

/** Options that every command takes. */
export interface GlobalOptions {
  readonly json: boolean;
  readonly dir?: string | undefined;
  readonly dryRun: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
  readonly progress: boolean;
  readonly rehearsal: boolean;
}

export interface Context {
  readonly host: Host;
  readonly options: GlobalOptions;
  readonly progress: Progress;
}

export interface Outcome {
  readonly exit: ExitCode;
  /** For people, on stdout. */
  readonly lines: readonly string[];
  /** For programs, the one document of `--json`. */
  readonly data: JsonValue;
  /** On stderr, and in the document of `--json`. */
  readonly problems: readonly AnyProblem[];
}
