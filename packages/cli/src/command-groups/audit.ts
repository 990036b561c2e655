/** Commands for whoever checks: records, explanations, the ledger. */
import type { CommandSpec } from '../command-spec.js';
import { batch, output } from './shared-words.js';

export const AUDIT_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'verify', group: '核验', help: '复算一份存档并逐点对照：一致、不一致、无法核验', args: [{ syntax: '<目录>', help: '存档或公开版的文件夹，ssj archive 写出的 zip 文件，或批次、抽取编号' }],
    options: [
      { flags: '--trust <根证书>', help: '您信任的时间戳机构的根证书，PEM 文件（可多次）', isRepeated: true },
      { flags: '--trust-key <公钥>', help: '您核对过的公钥：公钥文件，或至少 16 位的指纹（可多次）', isRepeated: true },
      { flags: '--against <存档>', help: '核验公开版时，与这份存档（文件夹、批次或抽取编号）逐字节对照' },
      { flags: '--strict', help: '没有证明封存在种子产生以前的，也算无法核验（退出码 6）' },
    ],
    load: async () => (await import('../commands/verify.js')).verify,
  },
  {
    name: 'prove', group: '核验', help: '给抽查库中的一个检查对象出具证明：它在库中，为什么抽中或没有抽中；或核对这样的证明',
    args: [{ syntax: '<存档>', help: '存档文件夹，或批次、抽取编号；核对时为公开版的文件夹' }, { syntax: '[代码]', help: '检查对象的统一社会信用代码、注册号或自编代码' }],
    options: [output, { flags: '--check <证明文件>', help: '核对这份证明，只凭公开版' }],
    load: async () => (await import('../commands/prove.js')).prove,
  },
  {
    name: 'archive', group: '核验', help: '把一份存档写成一个 zip 文件，交审计机关；加 --public 写出可以公布的公开版。每次写出的字节相同', args: [batch],
    options: [
      { flags: '--public', help: '公开版：没有人员、回避和风险等级，谁被抽中可以复算；密钥揭示以后才能写，是一个文件夹' },
      { flags: '--output <文件>', help: '写到这里（不覆盖已有的），默认为当前目录下的 <抽取编号>.zip 或 <抽取编号>-公开版' },
    ],
    load: async () => (await import('../commands/archive.js')).archive,
  },
  {
    name: 'explain', group: '核验', help: '说明一户为什么抽中或没有抽中、一名人员为什么派到或没有派到，附当时的机会',
    args: [{ syntax: '<目录>', help: '存档文件夹，或批次、抽取编号' }, { syntax: '<代码>', help: '检查对象的代码或名称，或人员标识（如 SCJG/0101）' }], options: [],
    load: async () => (await import('../commands/explain.js')).explain,
  },
  {
    name: 'fairness', group: '核验', help: '一次抽取派人公不公平：各人应派和派到、每户每人的机会、没有选择余地的、两人同去几次、谁不能派；只凭存档',
    args: [{ syntax: '<目录>', help: '存档文件夹或 zip 文件，或批次、抽取编号' }],
    options: [{ flags: '--output <文件>', help: '另写成工作簿，如 公平性报告.xlsx（不覆盖已有文件）' }],
    load: async () => (await import('../commands/fairness.js')).fairness,
  },
  {
    name: 'ledger', group: '台账', help: '台账', args: [], options: [], load: async () => (await import('../commands/ledger.js')).ledgerList,
    children: [
      { name: 'list', group: '', help: '列出台账', args: [], options: [], load: async () => (await import('../commands/ledger.js')).ledgerList },
      {
        name: 'check', group: '', help: '检查台账的编号和链接，并与存档、公示核对', args: [],
        options: [{ flags: '--head <摘要>', help: '公示过的台账头（64 位摘要，或至少前 16 位；可多次）：台账在某一条之后必须正是它', isRepeated: true }],
        load: async () => (await import('../commands/ledger-check.js')).ledgerCheck,
      },
      { name: 'show', group: '', help: '把一条台账连同摘要写成 JSON', args: [{ syntax: '<序号>', help: '第几条' }], options: [], load: async () => (await import('../commands/ledger-show.js')).ledgerShow },
    ],
  },
];
