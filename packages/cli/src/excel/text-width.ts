/** How much room a text takes on paper: in characters of half an em, a Chinese one counts two. */
import stringWidth from 'string-width';

const ASCII = /^[\u0020-\u007e]*$/;
/** Han characters, their punctuation and full-width forms: all of them wide. */
const ASCII_AND_HAN = /^[\u0020-\u007e\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/;
const WIDE = /[^\u0020-\u007e]/g;

/** Nearly all texts are of the first two kinds, for which counting is many times faster. Ambiguous characters (“”·—) are wide in Chinese fonts. */
const lineWidth = (line: string): number => {
  if (ASCII.test(line)) return line.length;
  if (ASCII_AND_HAN.test(line)) return line.length + (line.match(WIDE)?.length ?? 0);
  return stringWidth(line, { ambiguousIsNarrow: false });
};

/** Width of the longest line. */
export const textWidth = (text: string): number => (text.includes('\n') ? Math.max(...text.split('\n').map(lineWidth)) : lineWidth(text));

/** Lines a text takes when it is broken at a width. */
export const lineCount = (text: string, width: number): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(lineWidth(line) / Math.max(1, width))), 0);
