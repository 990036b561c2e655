/** What a sheet claims about its extent, read from its text before the Excel library builds a cell for each claim. */
import { areaOf, type CellRange, fitsSheet, LAST_COLUMN, LAST_ROW, rangeOf } from './cell-range.js';
import { columnNumber } from './column-letters.js';
import { attributeOf, elementOf, tagsOf } from './xml-text.js';

/** A merge of a whole column is the largest one met in real files. */
const MERGE_LIMIT = LAST_ROW;

/** Merged ranges of a sheet, in its order; unreadable references are left out. */
export const mergesOf = (xml: string): readonly CellRange[] =>
  tagsOf(elementOf(xml, 'mergeCells'), 'mergeCell').flatMap((tag) => rangeOf(attributeOf(tag, 'ref') ?? '') ?? []);

/**
 * The first reference that no sheet can hold or no program can bear, or `undefined`.
 * A row number of 4294967295 or a merge A1:XFD2000 keeps the Excel library busy for hours.
 */
export const oversizedRange = (xml: string): string | undefined => {
  for (const [, row = ''] of xml.matchAll(/<row(?=\s)[^>]*?\sr="(\d+)"/g)) {
    if (Number(row) > LAST_ROW || Number(row) < 1) return `${row}:${row}`;
  }
  for (const [, reference = ''] of xml.matchAll(/<c(?=\s)[^>]*?\sr="([A-Z]{3,}\d+)"/g)) {
    if (columnNumber(reference.replace(/\d+/, '')) > LAST_COLUMN) return reference;
  }
  return tagsOf(elementOf(xml, 'mergeCells'), 'mergeCell')
    .map((tag) => attributeOf(tag, 'ref') ?? '')
    .find((reference) => {
      const range = rangeOf(reference);
      return range !== undefined && (!fitsSheet(range) || areaOf(range) > MERGE_LIMIT);
    });
};
