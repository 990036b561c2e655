/** Reads the workbooks of a county into tables; what cannot be read is a problem and an absent table. */
import type { AgencyColumn, AppointmentColumn, InspectorColumn, ItemColumn, PlanColumn, RawTable, RecusalColumn, TargetColumn, TeamColumn } from '@shuangsuiji/core';
import { registryTables, type RegistryName } from '../excel/columns.js';
import type { TableDefinition } from '../excel/definition.js';
import type { ExcelProblem } from '../excel/problems.js';
import { readTable } from '../excel/read-table.js';

/** A workbook and what it should hold. */
export interface Workbook {
  /** As named in problems. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface CountyTables {
  readonly agencies?: RawTable<AgencyColumn> | undefined;
  readonly targets?: RawTable<TargetColumn> | undefined;
  readonly inspectors?: RawTable<InspectorColumn> | undefined;
  readonly items?: RawTable<ItemColumn> | undefined;
  readonly recusals?: RawTable<RecusalColumn> | undefined;
  readonly appointments?: RawTable<AppointmentColumn> | undefined;
  readonly teams?: RawTable<TeamColumn> | undefined;
  readonly plan?: RawTable<PlanColumn> | undefined;
}

export interface ReadCountyTables {
  readonly tables: CountyTables;
  readonly problems: readonly ExcelProblem[];
}

export type Workbooks = Readonly<Partial<Record<RegistryName, Workbook>>>;

/** Reads one after the other: a workbook in memory is large. `onFile` is told before each. */
export const readTables = async (workbooks: Workbooks, onFile: (file: string) => void): Promise<ReadCountyTables> => {
  const problems: ExcelProblem[] = [];
  const read = async <Column extends string>(workbook: Workbook | undefined, definition: TableDefinition<Column>): Promise<RawTable<Column> | undefined> => {
    if (workbook === undefined) return undefined;
    onFile(workbook.file);
    const table = await readTable({ ...workbook, definition });
    problems.push(...(table.ok ? table.value.notices : table.error));
    if (table.ok) return table.value;
    return undefined;
  };
  const tables: CountyTables = {
    agencies: await read(workbooks.agency, registryTables.agency),
    targets: await read(workbooks.target, registryTables.target),
    inspectors: await read(workbooks.inspector, registryTables.inspector),
    items: await read(workbooks.item, registryTables.item),
    recusals: await read(workbooks.recusal, registryTables.recusal),
    appointments: await read(workbooks.appointment, registryTables.appointment),
    teams: await read(workbooks.team, registryTables.team),
    plan: await read(workbooks.plan, registryTables.plan),
  };
  return { tables, problems };
};
