/** Text from cells and files as it may stand in a sentence on a terminal. */

/** Controls could move the cursor, and marks of direction turn the line around. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** The text on one line, without what a terminal would obey. */
export const oneLine = (text: string): string => text.replace(UNSEEN, ' ');

/** Characters of a value that a sentence repeats. */
const LONGEST = 40;

/** The text as far as a person reads it. */
export const clipped = (text: string, longest: number = LONGEST): string => {
  const characters = Array.from(oneLine(text));
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : characters.join('');
};

/** A value in quotation marks; an empty one is named. */
export const quoted = (text: string): string => (text.trim() === '' ? '（空）' : `“${clipped(text)}”`);

/** Characters of a path that a sentence repeats. */
const LONGEST_PATH = 120;

/** A path in quotation marks; of a long one the end, which says what it is. */
export const quotedPath = (path: string): string => {
  const characters = Array.from(oneLine(path));
  return `“${characters.length > LONGEST_PATH ? '…' : ''}${characters.slice(-LONGEST_PATH).join('')}”`;
};

/** `“甲”、“乙”等 12 个`. */
export const listed = (values: readonly string[], most = 5): string => {
  const first = values.slice(0, most).map(quoted).join('、');
  return values.length > most ? `${first}等 ${String(values.length)} 个` : first;
};
