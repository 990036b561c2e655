/** A registry of a snapshot as a workbook that reads back to the same snapshot. */
import type { RegistryName } from '../excel/columns.js';
import { agencyTable } from '../excel/columns/agency.js';
import { appointmentTable } from '../excel/columns/appointment.js';
import { inspectorTable } from '../excel/columns/inspector.js';
import { itemTable } from '../excel/columns/item.js';
import { recusalTable } from '../excel/columns/recusal.js';
import { targetTable } from '../excel/columns/target.js';
import { teamTable } from '../excel/columns/team.js';
import type { ColumnDefinition, TableDefinition } from '../excel/definition.js';
import type { ColumnContent, SheetContent } from '../excel/workbook-content.js';
import { writeWorkbook } from '../excel/write-workbook.js';
import { agencyRows, appointmentRows, inspectorRows, itemRows, recusalRows, type RegistryContent, type RowCells, targetRows, teamRows } from './registry-rows.js';

/** Spreadsheets count days from 1900, and those before March of that year wrongly. */
const FIRST_SURE_DAY = '1900-03-01';
const SPARE_ROWS = 1000;

export interface RegistryWorkbookInput {
  readonly registry: Exclude<RegistryName, 'plan'>;
  readonly content: RegistryContent;
}

/**
 * Writes one registry under the headers of docs/excel-format.md. What a snapshot does not hold (原注册号, why somebody is off
 * duty) is not there.
 *
 * @returns the bytes of an xlsx file
 */
export const registryWorkbook = async ({ registry, content }: RegistryWorkbookInput): Promise<Uint8Array> => writeWorkbook({ sheets: [sheetOf(registry, content)] });

const sheetOf = (registry: RegistryWorkbookInput['registry'], content: RegistryContent): SheetContent => {
  switch (registry) {
    case 'agency': return tableSheet(agencyTable, agencyRows(content));
    case 'target': return tableSheet(targetTable, targetRows(content));
    case 'inspector': return tableSheet(inspectorTable, inspectorRows(content));
    case 'item': return tableSheet(itemTable, itemRows(content));
    case 'recusal': return tableSheet(recusalTable, recusalRows(content));
    case 'appointment': return tableSheet(appointmentTable, appointmentRows(content));
    case 'team': return tableSheet(teamTable, teamRows(content));
    default: return registry satisfies never;
  }
};

const tableSheet = <Column extends string>({ file, sheet, columns }: TableDefinition<Column>, rows: readonly RowCells<Column>[]): SheetContent => ({
  name: sheet,
  title: file,
  columns: columns.map((column) => columnOf(column, rows)),
  rows: rows.map((row) => columns.map(({ key }) => row[key])),
  orientation: 'landscape',
  spareRows: SPARE_ROWS,
});

const columnOf = <Column extends string>({ key, header, kind, width, isRequired, allowed }: ColumnDefinition<Column>, rows: readonly RowCells<Column>[]): ColumnContent => {
  const isSure = kind !== 'date' || rows.every((row) => String(row[key] ?? FIRST_SURE_DAY) >= FIRST_SURE_DAY);
  return { header, kind: isSure ? kind : 'text', width, isRequired, ...(allowed === undefined ? {} : { allowed }) };
};
