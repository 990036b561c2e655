/** The command line: words in, an outcome out. Commands load only when they run, so that --help is quick. */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Invocation } from './command-action.js';
import { COMMANDS, GLOBAL_OPTIONS } from './command-list.js';
import type { CommandSpec, OptionSpec } from './command-spec.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import type { GlobalOptions } from './context.js';
import type { Host } from './host.js';
import { HELP_WORDS, helpTitle } from './messages/help-words.js';
import { plainWidth, wrapPlain } from './present/plain-width.js';

/** A command that was recognised, with everything the person gave. */
interface Chosen {
  readonly spec: CommandSpec;
  /** As typed: `ledger check`. */
  readonly words: string;
  readonly invocation: Invocation;
  readonly globals: GlobalOptions;
}

/** Runs one command line and gives its exit code. */
export const run = async (argv: readonly string[], host: Host): Promise<ExitCode> => {
  let chosen: Chosen | undefined;
  const program = buildProgram(host, (choice) => {
    chosen = choice;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0 || error.code === 'commander.help') return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    const { usageSentence } = await import('./messages/usage.js');
    const sentence = usageSentence(error);
    if (argv.includes('--json')) {
      const { jsonDocument } = await import('./present/json.js');
      host.stdout(jsonDocument({ command: '', exit: EXIT.usage, data: { usage: sentence }, problems: [] }));
    } else host.stderr(`${sentence}\n`);
    return EXIT.usage;
  }
  if (chosen === undefined) return EXIT.done;
  const { runCommand } = await import('./run-command.js');
  return runCommand({ ...chosen, host });
};

const buildProgram = (host: Host, onChosen: (chosen: Chosen) => void): Command => {
  const program = new Command('ssj');
  program
    .description('双随机、一公开联合抽查：公开种子抽取检查对象和执法检查人员，全程可复算')
    .version('0.1.0', '-V, --version', '显示版本')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示一个命令的帮助')
    .addHelpText('after', HELP_WORDS.after);
  program.commandsGroup('工具');
  for (const spec of GLOBAL_OPTIONS) program.addOption(optionOf(spec));
  for (const spec of COMMANDS) addCommand({ parent: program, spec, words: spec.name, program, onChosen });
  // Settings are handed down only to commands made afterwards, so they are given to each.
  for (const command of allCommands(program)) adapt(command, host);
  return program;
};

const allCommands = (command: Command): readonly Command[] => [command, ...command.commands.flatMap(allCommands)];

const adapt = (command: Command, host: Host): void => {
  command
    .exitOverride()
    .helpOption('-h, --help', '显示帮助')
    .configureOutput({ writeOut: host.stdout, writeErr: () => undefined, getOutHelpWidth: () => Math.min(host.columns(), 100) })
    .configureHelp({
      displayWidth: plainWidth,
      styleTitle: helpTitle,
      showGlobalOptions: true,
      optionDescription: (option) => option.description,
      argumentDescription: ({ description, argChoices }) => (argChoices === undefined ? description : `${description}：${argChoices.join('、')}`),
      boxWrap: (text, width) => text.split('\n').flatMap((line) => wrapPlain({ text: line, columns: width })).join('\n'),
      subcommandTerm: (command) => `${command.name()}${command.registeredArguments.map(argumentTerm).join('')}`,
      commandUsage: (command) => `ssj ${command.name() === 'ssj' ? '<命令>' : command.name()} [选项]${command.registeredArguments.map(argumentTerm).join('')}`,
    });
};

const countOf = (text: string): string => {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('请写 1 到 99999 的整数。');
  return text;
};

/** ` <批次>`, ` [批次]`, ` [文件...]`. */
const argumentTerm = (argument: Argument): string => {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? ` <${name}>` : ` [${name}]`;
};

const optionOf = ({ flags, help, isRepeated, isCount }: OptionSpec): Option => {
  const option = new Option(flags, help);
  if (isCount === true) return option.argParser(countOf);
  return isRepeated === true ? option.argParser<readonly string[]>((value, before) => [...(before ?? []), value]) : option;
};

interface AddCommandInput {
  readonly parent: Command;
  readonly spec: CommandSpec;
  readonly words: string;
  readonly program: Command;
  readonly onChosen: (chosen: Chosen) => void;
}

const addCommand = ({ parent, spec, words, program, onChosen }: AddCommandInput): void => {
  const command = parent.command(spec.name).description(spec.help);
  if (spec.group !== '') command.helpGroup(spec.group);
  for (const { syntax, help, choices } of spec.args) {
    const argument = new Argument(syntax, help);
    command.addArgument(choices === undefined ? argument : argument.choices(choices));
  }
  for (const option of spec.options) command.addOption(optionOf(option).makeOptionMandatory(option.isRequired ?? false));
  for (const child of spec.children ?? []) addCommand({ parent: command, spec: child, words: `${words} ${child.name}`, program, onChosen });
  command.action((...given: unknown[]) => {
    const args = given.slice(0, spec.args.length).map(argumentOf);
    onChosen({ spec, words, invocation: { args, options: command.opts() }, globals: globalsOf(program) });
  });
};

const argumentOf = (given: unknown): string | readonly string[] | undefined => {
  if (Array.isArray(given)) return given.map(String);
  return typeof given === 'string' ? given : undefined;
};

const globalsOf = (program: Command): GlobalOptions => {
  const { json, dir, dryRun, rehearsal, quiet, color, progress } = program.opts<Record<string, unknown>>();
  return {
    json: json === true,
    dir: typeof dir === 'string' ? dir : undefined,
    dryRun: dryRun === true,
    rehearsal: rehearsal === true,
    quiet: quiet === true,
    color: color !== false,
    progress: progress !== false,
  };
};
