/** Widths of the program's own words, without the tables that names of people need: they take as long to load as all the rest. */
import { eastAsianWidth } from 'get-east-asian-width';
import { wrapBy } from './wrap-by.js';

/** Columns of a text without combining characters. */
export const plainWidth = (text: string): number => {
  let width = 0;
  for (const character of text) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  return width;
};

/** Breaks such a text into lines. */
export const wrapPlain = wrapBy({ characters: (text) => text, width: plainWidth });
