/** A sheet cut down to what is read from it: what the Excel library trips over (drawings, comments, extensions) goes. */
import { areaOf, LAST_COLUMN, rangeOf } from './cell-range.js';
import { columnLetters } from './column-letters.js';
import { mergesOf } from './sheet-scan.js';
import { attributeOf, elementOf, tagsOf } from './xml-text.js';

const NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
/** The library compares every merge with every other one, and makes an object of every validated cell. */
const MERGE_COUNT_LIMIT = 4000;
const VALIDATED_CELLS_LIMIT = 200_000;

/** Rows and cells may leave out their reference (ECMA-376 18.3.1.4); the library needs it. */
const numbered = (sheetData: string): string => {
  if (!/<(?:row|c)(?=[\s>])(?![^>]*\sr=)/.test(sheetData)) return sheetData;
  let row = 0;
  let column = 0;
  return sheetData.replace(/<(row|c)(?=[\s/>])([^>]*)>/g, (_tag, name: string, attributes: string) => {
    const reference = attributeOf(attributes, 'r');
    const rest = reference === undefined ? attributes : attributes.replace(/\sr\s*=\s*(?:"[^"]*"|'[^']*')/, '');
    if (name === 'row') {
      row = reference === undefined ? row + 1 : Number(reference);
      column = 0;
      return `<row r="${String(row)}"${rest}>`;
    }
    column = reference === undefined ? column + 1 : (rangeOf(reference)?.left ?? column + 1);
    return `<c r="${columnLetters(column)}${String(row)}"${rest}>`;
  });
};

const validatedCells = (validations: string): number =>
  tagsOf(validations, 'dataValidation')
    .flatMap((tag) => (attributeOf(tag, 'sqref') ?? '').split(/\s+/))
    .reduce((total, reference) => {
      const range = rangeOf(reference);
      return total + (range === undefined ? 0 : areaOf(range));
    }, 0);

const columnsOf = (xml: string): string => {
  const columns = elementOf(xml, 'cols');
  return tagsOf(columns, 'col').every((tag) => Number(attributeOf(tag, 'max')) <= LAST_COLUMN) ? columns : '';
};

/** Results in place of formulas: the library forgets results that are 0 or an empty text. A formula without a result stays. */
const withoutFormulas = (sheetData: string): string =>
  sheetData.replace(/<f(?=[\s>/])[^>]*?(?:\/>|>[^<]*<\/f>)(?=\s*<v)/g, '');

/** Only cells: for reading. Merges are carried by {@link mergesOf}. */
export const slimSheet = (xml: string): string => `<worksheet ${NAMESPACES}>${withoutFormulas(numbered(elementOf(xml, 'sheetData')))}</worksheet>`;

/** Cells and looks: for a copy that people go on working in. The order is the format's own (ECMA-376 18.3.1.99). */
export const slimSheetWithLooks = (xml: string): string => {
  const validations = elementOf(xml, 'dataValidations');
  const parts = [
    elementOf(xml, 'sheetPr'),
    elementOf(xml, 'sheetViews'),
    elementOf(xml, 'sheetFormatPr'),
    columnsOf(xml),
    numbered(elementOf(xml, 'sheetData')),
    elementOf(xml, 'autoFilter'),
    mergesOf(xml).length <= MERGE_COUNT_LIMIT ? elementOf(xml, 'mergeCells') : '',
    validatedCells(validations) <= VALIDATED_CELLS_LIMIT ? validations : '',
    elementOf(xml, 'printOptions'),
    elementOf(xml, 'pageMargins'),
    elementOf(xml, 'pageSetup'),
    elementOf(xml, 'headerFooter'),
  ];
  return `<worksheet ${NAMESPACES}>${parts.join('')}</worksheet>`;
};
