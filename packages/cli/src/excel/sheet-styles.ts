/** How cells look. One object a look: the library keeps a table of them. */
import type ExcelJS from 'exceljs';

const THIN = { style: 'thin', color: { argb: 'FF808080' } } as const;
export const BORDER: Partial<ExcelJS.Borders> = { top: THIN, left: THIN, bottom: THIN, right: THIN };

const BODY_FONT: Partial<ExcelJS.Font> = { name: '宋体', size: 11, charset: 134 };
const HEAD_FONT: Partial<ExcelJS.Font> = { name: '黑体', size: 11, charset: 134 };
const fillOf = (argb: string): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

/** Text format: what is typed stays what was typed, an 18-digit code too. */
export const TEXT_FORMAT = '@';
export const DATE_FORMAT = 'yyyy-mm-dd';

const centred: Partial<ExcelJS.Alignment> = { horizontal: 'center', vertical: 'middle', wrapText: true };
const leftward: Partial<ExcelJS.Alignment> = { horizontal: 'left', vertical: 'middle', wrapText: true };

export const titleStyle: Partial<ExcelJS.Style> = { font: { ...HEAD_FONT, size: 16 }, alignment: centred, numFmt: TEXT_FORMAT };
export const noticeStyle: Partial<ExcelJS.Style> = { font: { ...BODY_FONT, size: 10 }, alignment: leftward, numFmt: TEXT_FORMAT };
export const headerStyle: Partial<ExcelJS.Style> = { font: HEAD_FONT, alignment: centred, border: BORDER, fill: fillOf('FFD9E2EF'), numFmt: TEXT_FORMAT };
export const hintStyle: Partial<ExcelJS.Style> = {
  font: { ...BODY_FONT, size: 9, italic: true, color: { argb: 'FF7F7F7F' } }, alignment: leftward, border: BORDER, fill: fillOf('FFF7F7F7'), numFmt: TEXT_FORMAT,
};
const BAD = 'FFFFC7CE';
/** Of a cell with a problem. */
export const badFill = fillOf(BAD);
/** True for a cell that {@link badFill} marks. */
export const hasBadFill = ({ fill }: Partial<ExcelJS.Style>): boolean => fill?.type === 'pattern' && fill.fgColor?.argb === BAD;

/** Look of the cells of one column. */
export const bodyStyle = (kind: 'text' | 'integer' | 'date', align: 'left' | 'center' | 'right' | undefined, isLocked: boolean): Partial<ExcelJS.Style> => ({
  font: BODY_FONT,
  border: BORDER,
  alignment: { horizontal: align ?? { text: 'left' as const, integer: 'right' as const, date: 'center' as const }[kind], vertical: 'middle', wrapText: true },
  numFmt: { text: TEXT_FORMAT, integer: '0', date: DATE_FORMAT }[kind],
  protection: { locked: isLocked },
});
