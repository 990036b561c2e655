/** Columns as people call them: 1 is A, 27 is AA. */

/**
 * Letters of a column.
 *
 * @param column - from 1
 */
export const columnLetters = (column: number): string => {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
};

/** Number of a column, from 1; `A` is 1. */
export const columnNumber = (letters: string): number =>
  [...letters].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0);
