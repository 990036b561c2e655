/** Packs parts anew under the names the Excel library looks for, without anything else. */
import { strToU8, zipSync } from 'fflate';
import { withChineseDateFormats } from './date-formats.js';
import type { PackageParts } from './package-parts.js';
import { escapeXml } from './xml-text.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONSHIPS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const MAIN = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"`;

const relationship = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;

const workbookXml = (parts: PackageParts): string => {
  const sheets = parts.sheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${String(index + 1)}" r:id="rId${String(index + 1)}"/>`,
  );
  return `<workbook ${MAIN}><workbookPr${parts.isDate1904 ? ' date1904="1"' : ''}/><sheets>${sheets.join('')}</sheets></workbook>`;
};

const workbookRelationships = (parts: PackageParts): string => {
  const sheets = parts.sheets.map((_sheet, index) => relationship(`rId${String(index + 1)}`, 'worksheet', `worksheets/sheet${String(index + 1)}.xml`));
  return `<Relationships ${RELATIONSHIPS}>${sheets.join('')}${relationship('rIdS', 'sharedStrings', 'sharedStrings.xml')}${relationship('rIdT', 'styles', 'styles.xml')}</Relationships>`;
};

/**
 * A package of cells and styles.
 *
 * @param parts - as {@link PackageParts}
 * @param sheetXml - what to keep of a sheet, by its part
 * @returns a zip archive, stored without packing since it is read at once
 */
export const slimPackage = (parts: PackageParts, sheetXml: (xml: string) => string): Uint8Array => {
  const texts: Record<string, string> = {
    '_rels/.rels': `<Relationships ${RELATIONSHIPS}>${relationship('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': workbookXml(parts),
    'xl/_rels/workbook.xml.rels': workbookRelationships(parts),
  };
  if (parts.sharedStrings !== '') texts['xl/sharedStrings.xml'] = parts.sharedStrings;
  if (parts.styles !== '') texts['xl/styles.xml'] = withChineseDateFormats(parts.styles);
  if (parts.theme !== '') texts['xl/theme/theme1.xml'] = parts.theme;
  parts.sheets.forEach(({ xml }, index) => {
    texts[`xl/worksheets/sheet${String(index + 1)}.xml`] = sheetXml(xml);
  });
  const entries = Object.entries(texts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { level: 0 });
};
