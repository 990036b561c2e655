/** Commands of the ceremony and of what follows it. */
import type { CommandSpec, OptionSpec } from '../command-spec.js';
import { batch, testimony } from './shared-words.js';

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

export const DRAW_COMMANDS: readonly CommandSpec[] = [
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
    load: async () => (await import('../commands/seal.js')).sealCommand,
  },
  {
    name: 'draw', group: '抽取', help: '抽取检查对象和执法检查人员，写出派发表和审批表', args: [{ ...batch, syntax: '[批次]' }],
    options: [
      { flags: '--all-sealed', help: '一次种子抽取全部已封存、种子来源相同的批次（联合种子除外）' },
      { flags: '--seed <值>', help: '公开种子的值，即等号右边的部分（按封存的来源顺序，可多次，已记入台账的不再给）；在终端里不给则逐个询问', isRepeated: true },
      { flags: '--drand <文件>', help: '信标 drand 那一轮的 JSON 文件（下载的地址在封存公告和提示里，可多次）', isRepeated: true },
      ...testimony,
    ],
    load: async () => (await import('../commands/draw.js')).draw,
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
    load: async () => (await import('../commands/change.js')).changeCommand,
  },
  {
    name: 'replace', group: '抽取', help: '公告一轮补抽：补退出的户数和空缺的人员；公布以后才产生新的公开种子，再用 draw 抽取', args: [batch],
    options: [SEED_SOURCE, NOT_BEFORE, JOINT_BY],
    load: async () => (await import('../commands/replace.js')).replaceCommand,
  },
  {
    name: 'void', group: '抽取', help: '作废一次抽取；存档和理由永远保留，批次可以重新封存', args: [batch], options: WHY,
    load: async () => (await import('../commands/void.js')).voidCommand,
  },
  {
    name: 'reveal', group: '抽取', help: '最后一次检查之后揭示密钥，此后人人可以复算', args: [batch],
    options: [{ flags: '--visits-finished <日期>', help: '检查实际结束的日期，默认为批次截止日' }],
    load: async () => (await import('../commands/reveal.js')).revealCommand,
  },
];
