import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { describe, expect, it } from 'vitest';
import { helpTitle } from './help-words.js';
import { usageSentence } from './usage.js';

const program = (): Command => {
  const command = new Command('ssj').exitOverride().configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  command.command('draw').argument('<批次>').option('--seed <值>').action(() => undefined).exitOverride().allowExcessArguments(false).configureOutput({ writeErr: () => undefined });
  command.command('seal').requiredOption('--from <来源>').action(() => undefined).exitOverride().configureOutput({ writeErr: () => undefined });
  command.command('forecast')
    .addOption(new Option('--draws <次数>').argParser(() => { throw new InvalidArgumentError('请写整数。'); }).conflicts('fast'))
    .option('--fast').option('--slow').addOption(new Option('--one').conflicts('slow'))
    .action(() => undefined).exitOverride().configureOutput({ writeErr: () => undefined });
  return command;
};

const sentenceFor = (...words: readonly string[]): string => {
  try {
    program().parse([...words], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return usageSentence(error);
    throw error;
  }
  throw new Error('nothing was wrong');
};

describe('usageSentence', () => {
  it.each([
    [['draw', '5', '--sed', '1'], '没有选项 --sed。是不是想输入 --seed？'],
    [['darw'], '没有命令 darw。是不是想输入 draw？'],
    [['draw'], '缺少参数 <批次>。'],
    [['seal'], '缺少必需的选项 --from <来源>。'],
    [['draw', '5', '--seed'], '选项 --seed <值> 后面要写上它的值。'],
    [['draw', '5', '6'], '参数太多：最多 1 个，给了 2 个；有空格的名称要用引号括起来。'],
    [['forecast', '--draws', 'x'], '选项 --draws <次数> 的值“x”不对。请写整数。'],
    [['forecast', '--slow', '--one'], '--one 和 --slow 不能同时用。'],
  ])('%s', (words, expected) => {
    expect(sentenceFor(...words)).toContain(`用法有误：${expected}`);
    expect(sentenceFor(...words)).toMatch(/（[a-zA-Z]+）$/);
  });

  it('has no English left of commander but names and the code', () => {
    expect(sentenceFor('darw')).not.toMatch(/error|unknown |Did you/);
  });
});

describe('helpTitle', () => {
  it('says the titles of the help in Chinese', () => {
    expect(['Usage:', 'Options:', 'Commands:', 'Arguments:', 'Global Options:', '抽取'].map(helpTitle)).toEqual(['用法：', '选项：', '命令：', '参数：', '全局选项：', '抽取：']);
  });
});
