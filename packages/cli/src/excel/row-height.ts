/**
 * Heights of rows, in points. Programs disagree whether a row without one grows with its text, and merged cells
 * never do, so every row has its height.
 */
import { lineCount } from './text-width.js';

const LINE = 15;
const AIR = 6;
const LEAST = 20;
/** No program shows a higher row. */
const HIGHEST = 409;
/** A column so many digits wide holds a little less text: digits are 7 pixels, half an em of 11 points is 7.3. */
const FILLED = 0.93;

/** One text and the width of its column, in characters of half an em. */
export interface TextInColumn {
  readonly text: string;
  readonly width: number;
}

/** Height of the row that shows all texts in full. */
export const rowHeight = (texts: readonly TextInColumn[]): number =>
  Math.min(HIGHEST, texts.reduce((height, { text, width }) => Math.max(height, lineCount(text, width * FILLED) * LINE + AIR), LEAST));
