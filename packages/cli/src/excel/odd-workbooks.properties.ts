/** Workbooks for tests: well-made ones by the Excel library, odd ones by hand. */
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';

export type Values = readonly (readonly ExcelJS.CellValue[])[];

/** A workbook of plain sheets. */
export const workbookOf = async (sheets: Readonly<Record<string, Values>>, adjust?: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name);
    rows.forEach((row, index) => {
      sheet.getRow(index + 1).values = [...row];
    });
  }
  adjust?.(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** Parts of the smallest package with one sheet; `prefix` stands before every element, as `x:`. */
export const partsOf = (sheetXml: string, prefix = ''): Readonly<Record<string, string>> => {
  const namespace = `xmlns${prefix === '' ? '' : `:${prefix.replace(':', '')}`}="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`;
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships ${RELS}><Relationship Id="rId1" Type="${TYPES}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><${prefix}workbook ${namespace} xmlns:r="${TYPES}"><${prefix}sheets><${prefix}sheet name="表" sheetId="7" r:id="rId9"/></${prefix}sheets></${prefix}workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${RELS}><Relationship Id="rId9" Type="${TYPES}/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><${prefix}worksheet ${namespace}>${sheetXml}</${prefix}worksheet>`,
  };
};

/** Zips parts given as text. */
export const packed = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const)));

/** A row of inline texts in XML; the reference can be left out. */
export const rowXml = (values: readonly string[], row: number, prefix = ''): string =>
  `<${prefix}row r="${String(row)}">${values
    .map((value, index) => `<${prefix}c r="${String.fromCharCode(65 + index)}${String(row)}" t="inlineStr"><${prefix}is><${prefix}t>${value}</${prefix}t></${prefix}is></${prefix}c>`)
    .join('')}</${prefix}row>`;
