/** Runs a chosen command and prints what it gives: data on stdout, talk on stderr. */
import stringWidth from 'string-width';
import type { Invocation } from './command-action.js';
import type { CommandSpec } from './command-spec.js';
import type { Context, GlobalOptions, Outcome } from './context.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import type { Host } from './host.js';
import { jsonDocument } from './present/json.js';
import { problemLines } from './present/problems.js';
import { lineProgress, silentProgress } from './present/progress.js';
import { markedLines } from './present/rehearsal.js';
import { wrap } from './present/wrap.js';

export interface RunCommandInput {
  readonly spec: CommandSpec;
  /** As typed: `ledger check`. */
  readonly words: string;
  readonly invocation: Invocation;
  readonly globals: GlobalOptions;
  readonly host: Host;
}

export const runCommand = async ({ spec, words, invocation, globals, host }: RunCommandInput): Promise<ExitCode> => {
  const showsProgress = globals.progress && !globals.quiet && !globals.json;
  const progress = showsProgress ? lineProgress({ write: host.stderr, isTerminal: host.isTerminal.stderr }) : silentProgress;
  const context: Context = { host, options: globals, progress };
  let outcome: Outcome;
  try {
    const action = await spec.load();
    outcome = await action(context, invocation);
  } catch (error) {
    progress.done();
    host.stderr(`程序出错了，没有改动任何文件。请把下面的文字和所用的命令告诉开发者：\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return EXIT.fault;
  }
  progress.done();
  print(outcome, words, globals, host);
  return outcome.exit;
};

const print = ({ exit, lines: plain, data, problems }: Outcome, command: string, { json, quiet, color, dryRun, rehearsal }: GlobalOptions, host: Host): void => {
  const lines = markedLines(plain, rehearsal);
  if (json) {
    const marked = dryRun && typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...data, dryRun } : data;
    host.stdout(jsonDocument({ command, exit, data: marked, problems }));
    return;
  }
  // Only for eyes: what is read by a program keeps its lines.
  const fitted = host.isTerminal.stdout ? lines.flatMap((text) => (stringWidth(text) <= host.columns() ? [text] : wrap({ text, columns: host.columns() }))) : lines;
  if (fitted.length > 0) host.stdout(`${fitted.join('\n')}\n`);
  const shown = quiet ? problems.filter(({ severity }) => severity === 'error') : problems;
  if (shown.length === 0) return;
  const isColored = color && host.isTerminal.stderr && host.environment('NO_COLOR') === undefined;
  host.stderr(`${problemLines({ problems: shown, columns: host.columns(), color: isColored }).join('\n')}\n`);
};
