/** Commands about registries, plans, lists and tools. */
import type { ArgumentSpec, CommandSpec } from '../command-spec.js';
import { batch, output } from './shared-words.js';

const registry: ArgumentSpec = { syntax: '<名录>', help: '哪一份名录', choices: ['部门', '检查对象', '执法检查人员', '抽查事项', '回避', '委派', '检查组', '年度计划'] };
const exported: ArgumentSpec = { ...registry, choices: ['部门', '检查对象', '执法检查人员', '抽查事项', '回避', '委派', '检查组'] };

export const OFFICE_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'init', group: '准备', help: '新建一个县的工作文件夹，附空白名录模板',
    args: [{ syntax: '[目录]', help: '文件夹，默认为当前目录' }],
    options: [
      { flags: '--code <代码>', help: '组织机关的行政区划代码或编号，如 652722', isRequired: true },
      { flags: '--name <名称>', help: '组织机关的名称，如 精河县', isRequired: true },
      { flags: '--year <年度>', help: '年度，默认为今年' },
    ],
    load: async () => (await import('../commands/init.js')).init,
  },
  {
    name: 'template', group: '准备', help: '写出一份空白名录模板', args: [registry], options: [output],
    load: async () => (await import('../commands/template.js')).template,
  },
  {
    name: 'check', group: '准备', help: '检查名录和计划工作簿，列出全部问题；有错时另写一份标出问题单元格的工作簿',
    args: [{ syntax: '[文件...]', help: '工作簿，默认为本文件夹的全部名录和年度计划' }], options: [],
    load: async () => (await import('../commands/check.js')).check,
  },
  {
    name: 'import', group: '准备', help: '导入名录，存为不可更改的快照',
    args: [],
    options: [{ flags: '--accept-problems <摘要>', help: '接受问题清单（摘要由 ssj import 给出）：好的行入库，有错的行不入库并记入台账' }],
    load: async () => (await import('../commands/import.js')).importCommand,
  },
  {
    name: 'export', group: '准备', help: '把最新快照中的一份名录写成工作簿', args: [exported], options: [output],
    load: async () => (await import('../commands/export.js')).exportCommand,
  },
  {
    name: 'plan', group: '计划', help: '测算一个批次：抽查库、抽取数量、各部门人力；不给批次时列出全年', args: [{ ...batch, syntax: '[批次]' }], options: [],
    load: async () => (await import('../commands/plan.js')).plan,
  },
  {
    name: 'forecast', group: '计划', help: '预测一个批次抽取后无法匹配人员的可能、各部门最多承载多少户', args: [batch],
    options: [
      { flags: '--draws <次数>', help: '模拟次数，默认 300', isCount: true },
      { ...output, help: '把模拟中无法匹配的一例写成“无法匹配说明”工作簿（不覆盖已有文件）' },
    ],
    load: async () => (await import('../commands/forecast.js')).forecastCommand,
  },
  {
    name: 'publish', group: '公示', help: '写出公示用的工作簿',
    args: [{ syntax: '<清单>', help: 'plan 抽查计划，draw 抽取结果', choices: ['plan', 'draw'] }, { ...batch, syntax: '[批次]' }], options: [],
    load: async () => (await import('../commands/publish.js')).publish,
  },
  {
    name: 'vectors', group: '工具', help: '用算例检验本程序（默认为内置算例）', args: [{ syntax: '[文件...]', help: '算例文件' }], options: [],
    load: async () => (await import('../commands/vectors.js')).vectors,
  },
  {
    name: 'demo', group: '工具', help: '用样例县走完全程：导入、封存、抽取（演练）、揭示、公示、核验', args: [], options: [],
    load: async () => (await import('../commands/demo.js')).demo,
  },
];
