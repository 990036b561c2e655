/** The tables of a county's folder, by the name commands use. Names follow docs/excel-format.md word for word. */
import { agencyTable } from './columns/agency.js';
import { appointmentTable } from './columns/appointment.js';
import { inspectorTable } from './columns/inspector.js';
import { itemTable } from './columns/item.js';
import { planTable } from './columns/plan.js';
import { recusalTable } from './columns/recusal.js';
import { targetTable } from './columns/target.js';
import { teamTable } from './columns/team.js';

export const registryTables = {
  agency: agencyTable,
  target: targetTable,
  inspector: inspectorTable,
  item: itemTable,
  recusal: recusalTable,
  appointment: appointmentTable,
  team: teamTable,
  plan: planTable,
} as const;

/** The name of a table, as commands use it. */
export type RegistryName = keyof typeof registryTables;
