/** Text inside a problem: always writable as UTF-8 and never longer than a person reads. */

/** Characters of a cell that a problem repeats. */
const LONGEST = 120;
const UNSOUND = /[\ud800-\udfff\ufffd]/gu;

/**
 * What a problem shows of a text that may be unsound or very long.
 *
 * @returns sound text: a lone surrogate or U+FFFD stands as `\uD800`, a cut tail as `…`
 * @example shownText('A\ud800') // 'A\\uD800'
 */
export const shownText = (text: string): string => {
  // A character is at most two units, so this slice holds one more character than is shown, if there is one.
  const characters = Array.from(text.slice(0, 2 * (LONGEST + 1)));
  const cut = characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text;
  return cut.replace(UNSOUND, (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase()}`);
};
