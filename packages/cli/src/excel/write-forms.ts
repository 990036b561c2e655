/** Writes forms (行政检查审批表, 情况记录表): A4 upright, one to a page, all on one sheet. */
import type ExcelJS from 'exceljs';
import { cellText } from './cell-text.js';
import type { FormsContent } from './form-content.js';
import { type FormBox, type FormRow, formRows, PICTURE_SIDE, RASTER, RASTER_WIDTH } from './form-rows.js';
import { footerCode, pageSetup, printableHeight } from './page-layout.js';
import { saveWorkbook } from './save-workbook.js';
import { sheetNames } from './sheet-name.js';
import { BORDER, TEXT_FORMAT, titleStyle } from './sheet-styles.js';
import { newWorkbook } from './new-workbook.js';

const FONT: Partial<ExcelJS.Font> = { name: '宋体', size: 11, charset: 134 };
const boxStyle = (horizontal: 'left' | 'center' | 'right', vertical: 'top' | 'middle', isFramed: boolean): Partial<ExcelJS.Style> => ({
  font: FONT, numFmt: TEXT_FORMAT, alignment: { horizontal, vertical, wrapText: true }, ...(isFramed ? { border: BORDER } : {}),
});
const STYLES: Readonly<Record<FormBox['look'], Partial<ExcelJS.Style>>> = {
  title: { ...titleStyle, font: { ...titleStyle.font, size: 18 } },
  'margin-left': boxStyle('left', 'middle', false),
  'margin-right': boxStyle('right', 'middle', false),
  label: boxStyle('center', 'middle', true),
  value: boxStyle('left', 'middle', true),
  area: { ...boxStyle('left', 'top', true), border: { top: BORDER.top ?? {}, left: BORDER.left ?? {}, right: BORDER.right ?? {} } },
  signature: { ...boxStyle('right', 'middle', true), border: { bottom: BORDER.bottom ?? {}, left: BORDER.left ?? {}, right: BORDER.right ?? {} } },
  remark: { ...boxStyle('left', 'middle', false), font: { ...FONT, size: 10 } },
};
/** Rounding of heights by programs and printers must not push the last line to the next page. */
const HEIGHT_RESERVE = 18;
const PAGE_HEIGHT = printableHeight('portrait') - HEIGHT_RESERVE;

/** All forms are printed so small that the longest one keeps to its page; 1 where it does so at full size. */
const reductionFor = (forms: FormsContent['forms']): number => {
  const heights = forms.map((form) => formRows(form, 0).reduce((sum, { height }) => sum + height, 0));
  return Math.min(1, PAGE_HEIGHT / Math.max(...heights));
};

/** An area and the signature below it are one box: no line between them, one label beside both. */
const isOpenBelow = (row: FormRow, next: FormRow | undefined): boolean =>
  row.boxes.at(-1)?.look === 'area' && next?.boxes.at(-1)?.look === 'signature';

/** An area without a signature below is closed by its own lower border. */
const styleOf = (box: FormBox, isOpen: boolean): Partial<ExcelJS.Style> =>
  box.look === 'area' && !isOpen ? boxStyle('left', 'top', true) : STYLES[box.look];

interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `mergeCells` compares every area with all before it, which takes most of the time of a book of forms; these never overlap. */
const joinCells = (worksheet: ExcelJS.Worksheet, { top, left, bottom, right }: Area): void => {
  const master = worksheet.getCell(top, left);
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      const cell = worksheet.getCell(row, column);
      if (cell !== master) cell.merge(master);
    }
  }
};

const addRow = (worksheet: ExcelJS.Worksheet, number: number, row: FormRow, next: FormRow | undefined): void => {
  const isOpen = isOpenBelow(row, next);
  worksheet.getRow(number).height = row.height;
  let column = 1;
  row.boxes.forEach((box, index) => {
    const last = column + box.share - 1;
    const style = styleOf(box, isOpen);
    for (let at = column; at <= last; at += 1) worksheet.getCell(number, at).style = style;
    const isJoinedAbove = index === 0 && row.boxes.at(-1)?.look === 'signature';
    if (!isJoinedAbove) {
      worksheet.getCell(number, column).value = cellText(box.text);
      joinCells(worksheet, { top: number, left: column, bottom: isOpen && index === 0 ? number + 1 : number, right: last });
    }
    if (box.picture !== undefined) addPicture(worksheet, box.picture, { row: number, column, share: box.share, height: row.height });
    column = last + 1;
  });
};

interface Place {
  readonly row: number;
  readonly column: number;
  readonly share: number;
  /** In points. */
  readonly height: number;
}

/** English Metric Units (ECMA-376 20.1.10.16) to the point; pixels are 96 to the inch. */
const EMU = 12700;
const PIXELS = 96 / 72;
/** Of a column of the raster, in points: 7 pixels a character and 5 of padding. */
const COLUMN_POINTS = (RASTER_WIDTH * 7 + 5) / PIXELS;

/** In the middle of its box; it begins in the column that its left edge falls into, since an offset beyond a column is cut off. */
const addPicture = (worksheet: ExcelJS.Worksheet, picture: Uint8Array, { row, column, share, height }: Place): void => {
  const left = Math.max(0, (share * COLUMN_POINTS - PICTURE_SIDE) / 2);
  const top = Math.max(0, (height - PICTURE_SIDE) / 2);
  const skipped = Math.floor(left / COLUMN_POINTS);
  const imageId = worksheet.workbook.addImage({ buffer: new Uint8Array(picture).buffer, extension: 'png' });
  // The library's types know `col` and `row` alone; it takes the others where they are there, and they are exact.
  const tl = { col: column - 1, row: row - 1, nativeCol: column - 1 + skipped, nativeColOff: Math.round((left - skipped * COLUMN_POINTS) * EMU), nativeRow: row - 1, nativeRowOff: Math.round(top * EMU) };
  worksheet.addImage(imageId, { tl, ext: { width: PICTURE_SIDE * PIXELS, height: PICTURE_SIDE * PIXELS }, editAs: 'oneCell' });
};

/**
 * Writes forms, each on a page of its own.
 *
 * @returns the bytes of an xlsx file, the same for the same content
 * @throws RangeError where there is no form, or a band does not fit
 */
export const writeForms = async ({ sheet, forms, footer }: FormsContent): Promise<Uint8Array> => {
  if (forms.length === 0) throw new RangeError('writeForms: forms is empty');
  const workbook = newWorkbook();
  const worksheet = workbook.addWorksheet(sheetNames([sheet])[0] ?? '');
  const widths = Array.from({ length: RASTER }, () => RASTER_WIDTH);
  widths.forEach((width, index) => {
    worksheet.getColumn(index + 1).width = width;
  });
  const reduction = reductionFor(forms);
  let number = 1;
  for (const [index, form] of forms.entries()) {
    const rows = formRows(form, PAGE_HEIGHT / reduction);
    rows.forEach((row, at) => addRow(worksheet, number + at, row, rows[at + 1]));
    number += rows.length;
    if (index < forms.length - 1) worksheet.getRow(number - 1).addPageBreak();
  }
  const { scale = 100, ...setup } = pageSetup(widths, 'portrait', true);
  worksheet.pageSetup = { ...setup, scale: Math.floor(scale * reduction) };
  worksheet.headerFooter = { oddFooter: footerCode(footer ?? {}) };
  worksheet.views = [{ showGridLines: false }];
  return saveWorkbook(workbook);
};
