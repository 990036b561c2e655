/** Commands on the way to a public seed. */
import type { CommandSpec, OptionSpec } from '../command-spec.js';
import { batch, testimony } from './shared-words.js';

const party: OptionSpec = { flags: '--party <名>', help: '联合种子的一方，照封存的写法', isRequired: true };

export const SEED_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'seed', group: '抽取', help: '种子的准备：列出各次抽取还缺什么', args: [], options: [], load: async () => (await import('../commands/seed-status.js')).seedStatus,
    children: [
      {
        name: 'enter', group: '', help: '把骰子或人工录入的种子行先记入台账（同一次抽取另有联合种子、彩票或信标时）', args: [batch],
        options: [{ flags: '--seed <来源=值>', help: '整行，如 dice:d10x20=08772473296991897540（可多次）；在终端里不给则逐个询问', isRepeated: true }, ...testimony],
        load: async () => (await import('../commands/seed-enter.js')).seedEnter,
      },
      {
        name: 'commit', group: '', help: '联合种子：一方提交承诺（不给 --commitment 则现场生成秘密）', args: [batch],
        options: [
          party,
          { flags: '--commitment <承诺>', help: '登记这一方送来的承诺，64 个十六进制字符' },
          { flags: '--output <文件>', help: '在县的文件夹之外为抽取编号生成秘密，写到这个文件，并给出承诺' },
          { flags: '--scheme <方案>', help: '与 --output 同用：封存公告写的抽取方案，ssj/1（不给时）或 ssj/2' },
        ],
        load: async () => (await import('../commands/seed-commit.js')).seedCommit,
      },
      {
        name: 'reveal', group: '', help: '联合种子：一方揭示秘密（各方都承诺以后，第一方最先）', args: [batch],
        options: [party, { flags: '--secret <秘密>', help: '这一方送来的秘密，64 个十六进制字符；在本县生成的不用给' }],
        load: async () => (await import('../commands/seed-reveal.js')).seedReveal,
      },
    ],
  },
];
