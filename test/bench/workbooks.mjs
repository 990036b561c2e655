// Reading and writing the registry of a county, beside exceljs on its own.
import ExcelJS from 'exceljs';
import { targetTable } from '../../packages/cli/dist/excel/columns/target.js';
import { readTable } from '../../packages/cli/dist/excel/read-table.js';
import { writeWorkbook } from '../../packages/cli/dist/excel/write-workbook.js';
import { targetsOf } from './county.mjs';
import { interleave } from './measure.mjs';
import { counted } from './report.mjs';

/** 14 columns of a registry and a remark. */
const columns = [...targetTable.columns.map(({ key, header, kind, width }) => ({ key, header, kind, width })), { key: 'remark', header: '备注', kind: 'text', width: 20 }];

const cellOf = (target, key) => {
  const value = key === 'code' ? target.id.slice(target.id.indexOf(':') + 1) : target[key];
  if (key === 'remark') return '无';
  return Array.isArray(value) ? value.join('、') : value;
};

const writePlain = async (rows) => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('检查对象').addRows([columns.map(({ header }) => header), ...rows]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

const readPlain = async (bytes) => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes);
  const rows = [];
  workbook.worksheets[0].eachRow((row) => rows.push(row.values));
  return rows;
};

export const measureWorkbooks = async ({ county, isQuick }) => {
  const rows = targetsOf(county).map((target) => columns.map(({ key }) => cellOf(target, key)));
  const content = { sheets: [{ name: '检查对象', columns: columns.map(({ header, kind, width }) => ({ header, kind, width })), rows, orientation: 'landscape' }] };
  const bytes = await writeWorkbook(content);
  const read = await readTable({ file: 'bench.xlsx', bytes, definition: targetTable });
  if (!read.ok || read.value.rows.length !== rows.length) throw new Error('bench: the workbook does not read back');
  const samples = await interleave({
    rounds: isQuick ? 3 : 7,
    warmUp: 1,
    contestants: {
      read: () => readTable({ file: 'bench.xlsx', bytes, definition: targetTable }),
      readPlain: () => readPlain(bytes),
      write: () => writeWorkbook(content),
      writePlain: () => writePlain(rows),
    },
  });
  const cells = `${counted(rows.length)} × ${columns.length} cells`;
  return [
    { what: `readTable, ${cells}`, samples: samples.read, peer: 'exceljs alone', peerSamples: samples.readPlain },
    { what: `writeWorkbook, ${cells}`, samples: samples.write, peer: 'exceljs alone, no styles', peerSamples: samples.writePlain },
  ];
};
