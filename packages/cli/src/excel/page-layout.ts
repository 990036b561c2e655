/** A4 pages: margins, scale and the foot. */
import type ExcelJS from 'exceljs';
import { textWidth } from './text-width.js';
import type { FooterContent } from './workbook-content.js';

const A4 = 9;
/** Inches; the bottom one holds two lines of the foot. */
const MARGINS = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.8, header: 0.3, footer: 0.3 } as const;
const A4_INCHES = { portrait: { width: 8.27, height: 11.69 }, landscape: { width: 11.69, height: 8.27 } } as const;
const POINTS = 72;
/**
 * A column has 7 pixels for each character and 5 of padding, at 96 to the inch (ECMA-376 18.3.1.13), where the
 * default font is there; programs without it take a wider one, 8.6 at most of those seen. Sheets with page breaks
 * are laid out for the latter, so that no column falls off the page.
 */
const CHARACTER_PIXELS = 8.6;
const columnInches = (width: number): number => (CHARACTER_PIXELS * width + 5) / 96;
const SMALLEST_SCALE = 40;
/** Programs round the columns of a reduced sheet up. */
const ROUNDING = 0.92;
const FOOTER_LIMIT = 255;
/** Above this a part of the foot runs into its neighbour. */
const FOOTER_LINE = 40;

type Orientation = 'portrait' | 'landscape';

/** Height between the margins, in points. */
export const printableHeight = (orientation: Orientation): number =>
  (A4_INCHES[orientation].height - MARGINS.top - MARGINS.bottom) * POINTS;

/** Per cent at which columns fit the page; programs ignore page breaks where they are told to fit by themselves. */
const scaleFor = (widths: readonly number[], orientation: Orientation): number => {
  const wanted = widths.reduce((total, width) => total + columnInches(width), 0);
  const room = A4_INCHES[orientation].width - MARGINS.left - MARGINS.right;
  return wanted <= room ? 100 : Math.max(SMALLEST_SCALE, Math.floor((room / wanted) * ROUNDING * 100));
};

/** Page setup of a sheet whose pages are as wide as its columns. */
export const pageSetup = (widths: readonly number[], orientation: Orientation, hasPageBreaks: boolean): Partial<ExcelJS.PageSetup> => ({
  paperSize: A4,
  orientation,
  margins: MARGINS,
  horizontalCentered: true,
  ...(hasPageBreaks ? { fitToPage: false, scale: scaleFor(widths, orientation) } : { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
});

/** Breaks what has no blanks, as digests, into lines of {@link FOOTER_LINE}. */
const brokenLine = (text: string): string => {
  const lines: string[] = [''];
  for (const character of text) {
    const line = lines.at(-1) ?? '';
    if (textWidth(line + character) > FOOTER_LINE) lines.push(character);
    else lines[lines.length - 1] = line + character;
  }
  return lines.join('\n');
};

/** `&` begins a code in a foot, and a digit after the size would belong to it: hence the blank. */
const footerPart = (side: 'L' | 'R', text: string | undefined): string =>
  text === undefined || text === '' ? '' : `&${side}&8 ${brokenLine(text).replaceAll('&', '&&')}`;

/**
 * The foot of every page.
 *
 * @throws RangeError where the parts are longer than a workbook can hold
 */
export const footerCode = ({ left, centre, right }: FooterContent): string => {
  const middle = centre === undefined ? '&C&9 第 &P 页 共 &N 页' : `&C&9 ${centre.replaceAll('&', '&&')}`;
  const code = `${footerPart('L', left)}${middle}${footerPart('R', right)}`;
  if (code.length > FOOTER_LIMIT) throw new RangeError(`footerCode: footer is ${String(code.length)} characters long, above ${String(FOOTER_LIMIT)}`);
  return code;
};
