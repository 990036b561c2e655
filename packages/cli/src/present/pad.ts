/** Fills text up with blanks to a width in columns of a terminal. */
import stringWidth from 'string-width';

/** The text and blanks behind it; a text that is wider stays as it is. */
export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)));

/** The width of the widest. */
export const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => stringWidth(text)));
