/** From a workbook in memory to bytes that are the same every time. */
import type ExcelJS from 'exceljs';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import './zip-writer-mend.js';

/** No clock: what a workbook says of its making is fixed. Noon, so that no time zone moves the day. */
const FIXED_TIME = new Date(Date.UTC(2000, 0, 1, 12));
/** Zip times are local times without a zone, so this one is made of local parts. */
const ENTRY_TIME = new Date(2000, 0, 1, 12);
const CREATOR = 'shuangsuiji';

const rezipped = (bytes: Uint8Array): Uint8Array => {
  const entries = Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1));
  const zippable: Zippable = Object.fromEntries(entries.map(([name, part]) => [name, [part, { mtime: ENTRY_TIME, os: 0 }]] as const));
  return zipSync(zippable, { level: 6, mtime: ENTRY_TIME });
};

/**
 * Writes a workbook.
 *
 * @returns the same bytes for the same content
 */
export const saveWorkbook = async (workbook: ExcelJS.Workbook): Promise<Uint8Array> => {
  workbook.creator = CREATOR;
  workbook.lastModifiedBy = CREATOR;
  workbook.created = FIXED_TIME;
  workbook.modified = FIXED_TIME;
  const bytes = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  return rezipped(new Uint8Array(bytes));
};
