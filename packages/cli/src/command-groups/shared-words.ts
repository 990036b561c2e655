/** Arguments and options that several commands take. */
import type { ArgumentSpec, OptionSpec } from '../command-spec.js';

export const batch: ArgumentSpec = { syntax: '<批次>', help: '抽查计划编号（如 2026-JH-05）或抽取编号（如 652722-2026-0001）' };
export const output: OptionSpec = { flags: '--output <文件>', help: '写到这个文件（不覆盖已有文件）' };

export const testimony: readonly OptionSpec[] = [
  { flags: '--witness <姓名@部门>', help: '掷骰见证人（可多次，须来自不同部门）', isRepeated: true },
  { flags: '--sheet <文件>', help: '见证人签字的掷骰记录（扫描件），记录其摘要' },
];
