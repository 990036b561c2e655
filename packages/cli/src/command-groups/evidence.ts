/** Commands about keys, signatures and evidence. */
import type { CommandSpec, OptionSpec } from '../command-spec.js';
import { batch, output } from './shared-words.js';

const round: OptionSpec = { flags: '--round <轮次>', help: '第几轮，0 是封存；默认为最后一轮' };

export const EVIDENCE_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'key', group: '存证', help: '签名用的密钥（不带子命令时列出本县登记的公钥）', args: [], options: [], load: async () => (await import('../commands/key.js')).keyList,
    children: [
      {
        name: 'new', group: '', help: '做一把密钥：私钥自己保管，公钥交出（不需要工作文件夹）', args: [{ syntax: '<持有人>', help: '持有人的姓名' }],
        options: [
          { flags: '--body <单位>', help: '持有人的单位', isRequired: true },
          { flags: '--valid-until <日期>', help: '有效期的最后一天，默认两年' },
          { flags: '--output-dir <目录>', help: '写到这个文件夹，默认为当前目录（不覆盖已有文件）' },
        ],
        load: async () => (await import('../commands/key.js')).keyNew,
      },
      { name: 'list', group: '', help: '列出本县登记的公钥', args: [], options: [], load: async () => (await import('../commands/key.js')).keyList },
      { name: 'add', group: '', help: '把核对过指纹的公钥登记到本县', args: [{ syntax: '<公钥文件>', help: 'ssj key new 写出的公钥文件' }], options: [], load: async () => (await import('../commands/key.js')).keyAdd },
    ],
  },
  {
    name: 'sign', group: '存证', help: '签名：证明封存公告此时已经在了', args: [{ syntax: '<声明>', help: '批次、抽取编号，或声明文件（ssj evidence statement 写出，不需要工作文件夹）' }],
    options: [{ flags: '--key <私钥文件>', help: '签名人自己的私钥', isRequired: true }, round, output],
    load: async () => (await import('../commands/sign.js')).sign,
  },
  {
    name: 'evidence', group: '存证', help: '封存公告的存证：签名、时间戳、书面证据（不带子命令时列出）', args: [], options: [], load: async () => (await import('../commands/evidence.js')).evidenceList,
    children: [
      { name: 'statement', group: '', help: '写出声明，给别的单位签名或盖时间戳', args: [batch], options: [round, { ...output, isRequired: true }], load: async () => (await import('../commands/evidence.js')).evidenceStatement },
      { name: 'request', group: '', help: '写出向时间戳机构申请的请求（RFC 3161）', args: [batch], options: [round, { ...output, isRequired: true }], load: async () => (await import('../commands/evidence.js')).evidenceRequest },
      {
        name: 'add', group: '', help: '核对一份存证，存进档案', args: [batch, { syntax: '[文件]', help: '签名文件、时间戳（.tsr、.tst），或扫描件' }],
        options: [{ flags: '--words <说明>', help: '书面证据：写明是什么、由谁在什么时候出具' }, round],
        load: async () => (await import('../commands/evidence.js')).evidenceAdd,
      },
      { name: 'list', group: '', help: '列出全部存证', args: [], options: [], load: async () => (await import('../commands/evidence.js')).evidenceList },
    ],
  },
];
