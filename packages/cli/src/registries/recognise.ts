/** Which registry a workbook holds, by its name or else by its headers. */
import { basename } from 'node:path';
import { type RegistryName, registryTables } from '../excel/columns.js';
import { readTable } from '../excel/read-table.js';
import type { ExcelProblem } from '../excel/problems.js';
import type { Workbook } from './read-tables.js';

export type Recognised = { readonly ok: true; readonly value: RegistryName } | { readonly ok: false; readonly error: readonly ExcelProblem[] };

const NAMES: readonly RegistryName[] = ['target', 'inspector', 'item', 'recusal', 'appointment', 'team', 'plan', 'agency'];

/** The name decides where it is one of ours; otherwise the first registry whose required columns are all there. */
export const recognise = async (workbook: Workbook): Promise<Recognised> => {
  const byName = NAMES.find((name) => basename(workbook.file).startsWith(registryTables[name].file));
  if (byName !== undefined) return { ok: true, value: byName };
  let closest: readonly ExcelProblem[] = [];
  for (const name of NAMES) {
    const problems = await problemsAs(name, workbook);
    if (problems.length === 0) return { ok: true, value: name };
    // A file that is no workbook is none for any registry; a missing column says more than a missing header.
    if (closest.length === 0 || (closest[0]?.code === 'sheet-without-header' && problems[0]?.code !== 'sheet-without-header')) closest = problems;
  }
  return { ok: false, error: closest };
};

/** Each definition has columns of its own kind, which only a switch can tell the compiler. */
const problemsAs = async (name: RegistryName, workbook: Workbook): Promise<readonly ExcelProblem[]> => {
  const read = async () => {
    switch (name) {
      case 'agency': return readTable({ ...workbook, definition: registryTables.agency });
      case 'target': return readTable({ ...workbook, definition: registryTables.target });
      case 'inspector': return readTable({ ...workbook, definition: registryTables.inspector });
      case 'item': return readTable({ ...workbook, definition: registryTables.item });
      case 'recusal': return readTable({ ...workbook, definition: registryTables.recusal });
      case 'appointment': return readTable({ ...workbook, definition: registryTables.appointment });
      case 'team': return readTable({ ...workbook, definition: registryTables.team });
      case 'plan': return readTable({ ...workbook, definition: registryTables.plan });
      default: return name satisfies never;
    }
  };
  const table = await read();
  return table.ok ? [] : table.error;
};
