/** Registries by the words people use for them on the command line, and where each stands in a county's folder. */
import type { RegistryName } from '../excel/columns.js';
import { FILES } from '../workspace/paths.js';

export const REGISTRY_WORDS: Readonly<Record<string, RegistryName>> = {
  部门: 'agency',
  检查对象: 'target',
  执法检查人员: 'inspector',
  抽查事项: 'item',
  回避: 'recusal',
  委派: 'appointment',
  检查组: 'team',
  年度计划: 'plan',
};

export const REGISTRY_FILES: Readonly<Record<RegistryName, string>> = {
  agency: FILES.agencies,
  target: FILES.targets,
  inspector: FILES.inspectors,
  item: FILES.items,
  recusal: FILES.recusals,
  appointment: FILES.appointments,
  team: FILES.teams,
  plan: FILES.plan,
};
