/** Every command as data: its words, its help, and where its work is done. Nothing here loads a command. */
import type { CommandAction } from './command-action.js';

export interface OptionSpec {
  readonly flags: string;
  readonly help: string;
  /** May be given several times. */
  readonly isRepeated?: boolean;
  readonly isRequired?: boolean;
  /** A whole number from 1. */
  readonly isCount?: boolean;
}

export interface ArgumentSpec {
  /** `<名录>` must be given, `[批次]` may, `[文件...]` takes several. */
  readonly syntax: string;
  readonly help: string;
  /** Where only these words will do. */
  readonly choices?: readonly string[];
}

export interface CommandSpec {
  readonly name: string;
  readonly group: string;
  readonly help: string;
  readonly args: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly load: () => Promise<CommandAction>;
  readonly children?: readonly CommandSpec[];
}

const batch: ArgumentSpec = { syntax: '<批次>', help: '抽查计划编号（如 2026-JH-05）或抽取编号（如 652722-2026-0001）' };
const registry: ArgumentSpec = { syntax: '<名录>', help: '哪一份名录', choices: ['部门', '检查对象', '执法检查人员', '抽查事项', '回避', '年度计划'] };
const exported: ArgumentSpec = { ...registry, choices: ['部门', '检查对象', '执法检查人员', '抽查事项', '回避'] };
const output: OptionSpec = { flags: '--output <文件>', help: '写到这个文件（不覆盖已有文件）' };

const SEED_SOURCE: OptionSpec = { flags: '--seed <来源>', help: '公开种子从哪里来，如 dice:d10x20、lottery:kl8:2026315、drand:quicknet（配 --not-before）、joint:A,B,C、typed:（可多次）', isRepeated: true, isRequired: true };
const NOT_BEFORE: OptionSpec = { flags: '--not-before <时间>', help: '公开种子不早于此时产生，如 2026-03-02T10:00，默认为现在' };
const JOINT_BY: OptionSpec = { flags: '--joint-by <时间>', help: '联合种子最迟揭示的时间，过时作废；默认为 --not-before 后 48 小时（另有彩票或信标时为其前 10 分钟）' };
/** Nobody may change or void anything without saying why, who and with what to show for it. */
const WHY: readonly OptionSpec[] = [
  { flags: '--reason <理由>', help: '理由，如 已注销、病假' },
  { flags: '--by <决定人>', help: '决定人' },
  { flags: '--evidence <凭据>', help: '凭据，如文号、注销通知书' },
  { flags: '--scan <文件>', help: '凭据的扫描件，记录其摘要' },
];
const round: OptionSpec = { flags: '--round <轮次>', help: '第几轮，0 是封存；默认为最后一轮' };
const testimony: readonly OptionSpec[] = [
  { flags: '--witness <姓名@部门>', help: '掷骰见证人（可多次，须来自不同部门）', isRepeated: true },
  { flags: '--sheet <文件>', help: '见证人签字的掷骰记录（扫描件），记录其摘要' },
];
const party: OptionSpec = { flags: '--party <名>', help: '联合种子的一方，照封存的写法', isRequired: true };

export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'init', group: '准备', help: '新建一个县的工作文件夹，附空白名录模板',
    args: [{ syntax: '[目录]', help: '文件夹，默认为当前目录' }],
    options: [
      { flags: '--code <代码>', help: '组织机关的行政区划代码或编号，如 652722', isRequired: true },
      { flags: '--name <名称>', help: '组织机关的名称，如 精河县', isRequired: true },
      { flags: '--year <年度>', help: '年度，默认为今年' },
    ],
    load: async () => (await import('./commands/init.js')).init,
  },
  {
    name: 'template', group: '准备', help: '写出一份空白名录模板', args: [registry], options: [output],
    load: async () => (await import('./commands/template.js')).template,
  },
  {
    name: 'check', group: '准备', help: '检查名录和计划工作簿，列出全部问题；有错时另写一份标出问题单元格的工作簿',
    args: [{ syntax: '[文件...]', help: '工作簿，默认为本文件夹的全部名录和年度计划' }], options: [],
    load: async () => (await import('./commands/check.js')).check,
  },
  {
    name: 'import', group: '准备', help: '导入名录，存为不可更改的快照',
    args: [],
    options: [{ flags: '--accept-problems <摘要>', help: '接受问题清单（摘要由 ssj import 给出）：好的行入库，有错的行不入库并记入台账' }],
    load: async () => (await import('./commands/import.js')).importCommand,
  },
  {
    name: 'export', group: '准备', help: '把最新快照中的一份名录写成工作簿', args: [exported], options: [output],
    load: async () => (await import('./commands/export.js')).exportCommand,
  },
  {
    name: 'plan', group: '计划', help: '测算一个批次：抽查库、抽取数量、各部门人力；不给批次时列出全年', args: [{ ...batch, syntax: '[批次]' }], options: [],
    load: async () => (await import('./commands/plan.js')).plan,
  },
  {
    name: 'forecast', group: '计划', help: '预测一个批次抽取后无法匹配人员的可能', args: [batch],
    options: [{ flags: '--draws <次数>', help: '模拟次数，默认 300', isCount: true }],
    load: async () => (await import('./commands/forecast.js')).forecastCommand,
  },
  {
    name: 'seal', group: '抽取', help: '封存一个批次：冻结抽取所依据的一切，写出封存公告', args: [batch],
    options: [
      SEED_SOURCE,
      NOT_BEFORE,
      JOINT_BY,
      { flags: '--reveal-by <日期>', help: '最迟揭示密钥的日期，默认为批次截止日后若干天（见 ssj.json）' },
      { flags: '--at-once', help: '抽取后立即公示名单（不设密钥）' },
      { flags: '--accept-forecast', help: '无法匹配的可能超过上限时仍然封存' },
    ],
    load: async () => (await import('./commands/seal.js')).sealCommand,
  },
  {
    name: 'draw', group: '抽取', help: '抽取检查对象和执法检查人员，写出派发表和审批表', args: [{ ...batch, syntax: '[批次]' }],
    options: [
      { flags: '--all-sealed', help: '一次种子抽取全部已封存、种子来源相同的批次（联合种子除外）' },
      { flags: '--seed <值>', help: '公开种子的值，即等号右边的部分（按封存的来源顺序，可多次，已记入台账的不再给）；在终端里不给则逐个询问', isRepeated: true },
      { flags: '--drand <文件>', help: '信标 drand 那一轮的 JSON 文件（下载的地址在封存公告和提示里，可多次）', isRepeated: true },
      ...testimony,
    ],
    load: async () => (await import('./commands/draw.js')).draw,
  },
  {
    name: 'change', group: '抽取', help: '登记封存以后的变更（退出、病假、后申报回避、借调……），从下一轮补抽起生效', args: [batch],
    options: [
      { flags: '--withdraw-target <代码>', help: '检查对象退出（已注销、迁出……），可多次', isRepeated: true },
      { flags: '--postpone <代码>', help: '抽中的检查对象缓查，不补抽，可多次', isRepeated: true },
      { flags: '--withdraw-person <人员>', help: '人员退出整次抽取（部门代码/工号），可多次', isRepeated: true },
      { flags: '--recuse <代码@人员>', help: '后申报回避：这个人不去这一户，可多次', isRepeated: true },
      { flags: '--ground <事由>', help: '后申报回避的事由' },
      { flags: '--release <代码@人员>', help: '解除封存的一条回避，可多次', isRepeated: true },
      { flags: '--capacity <人员=次数>', help: '调整一个人在本次抽取中的任务上限，可多次', isRepeated: true },
      { flags: '--borrow <人员@部门=次数>', help: '借调名录里的一个人到参加检查的部门（部门代码），可多次', isRepeated: true },
      ...WHY,
    ],
    load: async () => (await import('./commands/change.js')).changeCommand,
  },
  {
    name: 'replace', group: '抽取', help: '公告一轮补抽：补退出的户数和空缺的人员；公布以后才产生新的公开种子，再用 draw 抽取', args: [batch],
    options: [SEED_SOURCE, NOT_BEFORE, JOINT_BY],
    load: async () => (await import('./commands/replace.js')).replaceCommand,
  },
  {
    name: 'void', group: '抽取', help: '作废一次抽取；存档和理由永远保留，批次可以重新封存', args: [batch], options: WHY,
    load: async () => (await import('./commands/void.js')).voidCommand,
  },
  {
    name: 'seed', group: '抽取', help: '种子的准备：列出各次抽取还缺什么', args: [], options: [], load: async () => (await import('./commands/seed-status.js')).seedStatus,
    children: [
      {
        name: 'enter', group: '', help: '把骰子或人工录入的种子行先记入台账（同一次抽取另有联合种子、彩票或信标时）', args: [batch],
        options: [{ flags: '--seed <来源=值>', help: '整行，如 dice:d10x20=08772473296991897540（可多次）；在终端里不给则逐个询问', isRepeated: true }, ...testimony],
        load: async () => (await import('./commands/seed-enter.js')).seedEnter,
      },
      {
        name: 'commit', group: '', help: '联合种子：一方提交承诺（不给 --commitment 则现场生成秘密）', args: [batch],
        options: [
          party,
          { flags: '--commitment <承诺>', help: '登记这一方送来的承诺，64 个十六进制字符' },
          { flags: '--output <文件>', help: '在县的文件夹之外为抽取编号生成秘密，写到这个文件，并给出承诺' },
        ],
        load: async () => (await import('./commands/seed-commit.js')).seedCommit,
      },
      {
        name: 'reveal', group: '', help: '联合种子：一方揭示秘密（各方都承诺以后，第一方最先）', args: [batch],
        options: [party, { flags: '--secret <秘密>', help: '这一方送来的秘密，64 个十六进制字符；在本县生成的不用给' }],
        load: async () => (await import('./commands/seed-reveal.js')).seedReveal,
      },
    ],
  },
  {
    name: 'reveal', group: '抽取', help: '最后一次检查之后揭示密钥，此后人人可以复算', args: [batch],
    options: [{ flags: '--visits-finished <日期>', help: '检查实际结束的日期，默认为批次截止日' }],
    load: async () => (await import('./commands/reveal.js')).revealCommand,
  },
  {
    name: 'publish', group: '公示', help: '写出公示用的工作簿',
    args: [{ syntax: '<清单>', help: 'plan 抽查计划，draw 抽取结果', choices: ['plan', 'draw'] }, { ...batch, syntax: '[批次]' }], options: [],
    load: async () => (await import('./commands/publish.js')).publish,
  },
  {
    name: 'key', group: '存证', help: '签名用的密钥（不带子命令时列出本县登记的公钥）', args: [], options: [], load: async () => (await import('./commands/key.js')).keyList,
    children: [
      {
        name: 'new', group: '', help: '做一把密钥：私钥自己保管，公钥交出（不需要工作文件夹）', args: [{ syntax: '<持有人>', help: '持有人的姓名' }],
        options: [
          { flags: '--body <单位>', help: '持有人的单位', isRequired: true },
          { flags: '--valid-until <日期>', help: '有效期的最后一天，默认两年' },
          { flags: '--output-dir <目录>', help: '写到这个文件夹，默认为当前目录（不覆盖已有文件）' },
        ],
        load: async () => (await import('./commands/key.js')).keyNew,
      },
      { name: 'list', group: '', help: '列出本县登记的公钥', args: [], options: [], load: async () => (await import('./commands/key.js')).keyList },
      { name: 'add', group: '', help: '把核对过指纹的公钥登记到本县', args: [{ syntax: '<公钥文件>', help: 'ssj key new 写出的公钥文件' }], options: [], load: async () => (await import('./commands/key.js')).keyAdd },
    ],
  },
  {
    name: 'sign', group: '存证', help: '签名：证明封存公告此时已经在了', args: [{ syntax: '<声明>', help: '批次、抽取编号，或声明文件（ssj evidence statement 写出，不需要工作文件夹）' }],
    options: [{ flags: '--key <私钥文件>', help: '签名人自己的私钥', isRequired: true }, round, output],
    load: async () => (await import('./commands/sign.js')).sign,
  },
  {
    name: 'evidence', group: '存证', help: '封存公告的存证：签名、时间戳、书面证据（不带子命令时列出）', args: [], options: [], load: async () => (await import('./commands/evidence.js')).evidenceList,
    children: [
      { name: 'statement', group: '', help: '写出声明，给别的单位签名或盖时间戳', args: [batch], options: [round, { ...output, isRequired: true }], load: async () => (await import('./commands/evidence.js')).evidenceStatement },
      { name: 'request', group: '', help: '写出向时间戳机构申请的请求（RFC 3161）', args: [batch], options: [round, { ...output, isRequired: true }], load: async () => (await import('./commands/evidence.js')).evidenceRequest },
      {
        name: 'add', group: '', help: '核对一份存证，存进档案', args: [batch, { syntax: '[文件]', help: '签名文件、时间戳（.tsr、.tst），或扫描件' }],
        options: [{ flags: '--words <说明>', help: '书面证据：写明是什么、由谁在什么时候出具' }, round],
        load: async () => (await import('./commands/evidence.js')).evidenceAdd,
      },
      { name: 'list', group: '', help: '列出全部存证', args: [], options: [], load: async () => (await import('./commands/evidence.js')).evidenceList },
    ],
  },
  {
    name: 'verify', group: '核验', help: '复算一份存档并逐点对照：一致、不一致、无法核验', args: [{ syntax: '<目录>', help: '存档文件夹，ssj archive 写出的 zip 文件，或批次、抽取编号' }],
    options: [
      { flags: '--trust <根证书>', help: '您信任的时间戳机构的根证书，PEM 文件（可多次）', isRepeated: true },
      { flags: '--trust-key <公钥>', help: '您核对过的公钥：公钥文件，或至少 16 位的指纹（可多次）', isRepeated: true },
      { flags: '--strict', help: '没有证明封存在种子产生以前的，也算无法核验（退出码 6）' },
    ],
    load: async () => (await import('./commands/verify.js')).verify,
  },
  {
    name: 'archive', group: '核验', help: '把一份存档写成一个 zip 文件，交审计机关；每次写出的字节相同', args: [batch],
    options: [{ flags: '--output <文件>', help: '写到这个文件（不覆盖已有文件），默认为当前目录下的 <抽取编号>.zip' }],
    load: async () => (await import('./commands/archive.js')).archive,
  },
  {
    name: 'explain', group: '核验', help: '说明一户为什么抽中或没有抽中、一名人员为什么派到或没有派到，附当时的机会',
    args: [{ syntax: '<目录>', help: '存档文件夹，或批次、抽取编号' }, { syntax: '<代码>', help: '检查对象的代码或名称，或人员标识（如 SCJG/0101）' }], options: [],
    load: async () => (await import('./commands/explain.js')).explain,
  },
  {
    name: 'ledger', group: '台账', help: '台账', args: [], options: [], load: async () => (await import('./commands/ledger.js')).ledgerList,
    children: [
      { name: 'list', group: '', help: '列出台账', args: [], options: [], load: async () => (await import('./commands/ledger.js')).ledgerList },
      {
        name: 'check', group: '', help: '检查台账的编号和链接，并与存档、公示核对', args: [],
        options: [{ flags: '--head <摘要>', help: '公示过的台账头（64 位摘要，或至少前 16 位；可多次）：台账在某一条之后必须正是它', isRepeated: true }],
        load: async () => (await import('./commands/ledger-check.js')).ledgerCheck,
      },
      { name: 'show', group: '', help: '把一条台账连同摘要写成 JSON', args: [{ syntax: '<序号>', help: '第几条' }], options: [], load: async () => (await import('./commands/ledger-show.js')).ledgerShow },
    ],
  },
  {
    name: 'vectors', group: '工具', help: '用算例检验本程序（默认为内置算例）', args: [{ syntax: '[文件...]', help: '算例文件' }], options: [],
    load: async () => (await import('./commands/vectors.js')).vectors,
  },
  {
    name: 'demo', group: '工具', help: '用样例县走完全程：导入、封存、抽取（演练）、揭示、公示、核验', args: [], options: [],
    load: async () => (await import('./commands/demo.js')).demo,
  },
];

/** Options of every command. */
export const GLOBAL_OPTIONS: readonly OptionSpec[] = [
  { flags: '--json', help: '在标准输出写一份 JSON 文档' },
  { flags: '--dir <目录>', help: '县的工作文件夹，默认为当前目录或其上级' },
  { flags: '--dry-run', help: '做完全部检查和计算，但不写任何文件' },
  { flags: '--rehearsal', help: '演练：不是正式抽取，所有输出都标明“演练”' },
  { flags: '--quiet', help: '除结果和问题外不显示任何文字' },
  { flags: '--no-color', help: '不用颜色' },
  { flags: '--no-progress', help: '不显示进度' },
];
