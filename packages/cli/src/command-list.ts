/** Every command as data. Nothing here loads a command. */
import { AUDIT_COMMANDS } from './command-groups/audit.js';
import { DRAW_COMMANDS } from './command-groups/draw.js';
import { EVIDENCE_COMMANDS } from './command-groups/evidence.js';
import { OFFICE_COMMANDS } from './command-groups/office.js';
import { SEED_COMMANDS } from './command-groups/seed.js';
import type { CommandSpec, OptionSpec } from './command-spec.js';

/** In the order in which an office meets them; help keeps it. */
const GROUPS = ['准备', '计划', '抽取', '公示', '存证', '核验', '台账', '工具'] as const;
const all: readonly CommandSpec[] = [...OFFICE_COMMANDS, ...DRAW_COMMANDS, ...SEED_COMMANDS, ...EVIDENCE_COMMANDS, ...AUDIT_COMMANDS];
export const COMMANDS: readonly CommandSpec[] = GROUPS.flatMap((group) => all.filter((command) => command.group === group));

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
