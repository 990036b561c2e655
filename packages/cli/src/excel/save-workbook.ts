/** From a workbook in memory to bytes that are the same every time. */
import type ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { pack } from '../zip/pack.js';
import './zip-writer-mend.js';

/** No clock: what a workbook says of its making is fixed. Noon, so that no time zone moves the day. */
const FIXED_TIME = new Date(Date.UTC(2000, 0, 1, 12));
const CREATOR = 'shuangsuiji';

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
  return pack(Object.entries(unzipSync(new Uint8Array(bytes))));
};
