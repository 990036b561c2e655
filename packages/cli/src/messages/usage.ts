/** Usage errors of commander in Chinese, by its error code. */
import { oneLine } from './one-line.js';

/** What is needed of a CommanderError. */
export interface UsageError {
  readonly code: string;
  /** In English; names stand in single quotes, suggestions in a last line. */
  readonly message: string;
}

/** The sentence, with `是不是想输入…？` where commander has a suggestion, and where to look. */
export const usageSentence = ({ code, message }: UsageError): string => {
  const text = oneLine(message);
  const names = [...text.matchAll(/'([^']*)'/g)].map(([, name = '']) => name);
  return `用法有误：${whatOf(code, names, text)}${suggestionOf(text)}用 ssj --help 或 ssj help <命令> 查看用法。（${code.replace(/^commander\./, '')}）`;
};

const whatOf = (code: string, [first = '', second = '']: readonly string[], text: string): string => {
  switch (code) {
    case 'commander.unknownOption':
      return `没有选项 ${first}。`;
    case 'commander.unknownCommand':
      return `没有命令 ${first}。`;
    case 'commander.missingArgument':
      return `缺少参数 <${first}>。`;
    case 'commander.missingMandatoryOptionValue':
      return `缺少必需的选项 ${first}。`;
    case 'commander.optionMissingArgument':
      return `选项 ${first} 后面要写上它的值。`;
    case 'commander.invalidArgument':
      return `${text.startsWith('error: option') ? `选项 ${first} 的值“${second}”不对。` : `参数 ${second} 的值“${first}”不对。`}${reasonIn(text)}`;
    case 'commander.excessArguments':
      return excessOf(text);
    case 'commander.conflictingOption':
      return `${first} 和 ${second} 不能同时用。`;
    default:
      return `${text.replace(/^error: /, '')}。`;
  }
};

/** What the parser of the value itself said. */
const reasonIn = (text: string): string => /(?:is invalid\.| is invalid for argument '[^']*'\.) +(.+)$/.exec(text)?.[1] ?? '';

/** `too many arguments for 'x'. Expected 1 argument but got 2.` */
const excessOf = (text: string): string => {
  const [, expected, got] = /Expected (\d+) arguments? but got (\d+)/.exec(text) ?? [];
  const counts = expected === undefined || got === undefined ? '' : `：最多 ${expected} 个，给了 ${got} 个`;
  return `参数太多${counts}；有空格的名称要用引号括起来。`;
};

const suggestionOf = (text: string): string => {
  const [, words] = /\(Did you mean (?:one of )?([^?]*)\?\)/.exec(text) ?? [];
  return words === undefined ? '' : `是不是想输入 ${words.split(', ').join(' 或 ')}？`;
};
