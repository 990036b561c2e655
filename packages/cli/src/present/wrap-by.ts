/** Breaks Chinese text into lines, whatever measures it. */

/** How text is taken apart and measured. */
export interface Measure {
  /** What a reader takes for one character. */
  readonly characters: (text: string) => Iterable<string>;
  /** Columns of a terminal. */
  readonly width: (text: string) => number;
}

export interface WrapInput {
  readonly text: string;
  /** Columns of the terminal. */
  readonly columns: number;
  /** What stands before the first line, and before the others. */
  readonly indent?: readonly [first: string, others: string];
}

/** What must not begin a line, and what must not end one (避头尾). */
const NO_START = /^[，。、；：？！）》〕】」』”’…%）\]}),.;:?!]/u;
const NO_END = /[（《〔【「『“‘([{]$/u;
/** A run of letters and digits stays whole; anything else may break after each character. */
const WORD = /^[\x21-\x7e]$/;
/** One Chinese character. */
const LEAST_WIDTH = 2;

/** The text in lines no wider than `columns`; a single word wider than a line is broken. */
export const wrapBy =
  (measure: Measure) =>
  ({ text, columns, indent: [first, others] = ['', ''] }: WrapInput): readonly string[] => {
  const room = Math.max(LEAST_WIDTH, columns - Math.max(measure.width(first), measure.width(others)));
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const { piece, width } of piecesOf(text, room, measure)) {
    if (used > 0 && used + measure.width(piece.trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    if (used === 0 && piece.trim() === '') continue;
    line += piece;
    used += width;
  }
  return [...lines, line.trimEnd()].map((content, index) => `${index === 0 ? first : others}${content}`.trimEnd());
};

interface Piece {
  readonly piece: string;
  readonly width: number;
}

/** What stays on one line: words, and a character with the punctuation that belongs to it. */
const piecesOf = (text: string, widest: number, measure: Measure): readonly Piece[] => {
  const pieces: Piece[] = [];
  let piece = '';
  let width = 0;
  for (const segment of measure.characters(text)) {
    const own = measure.width(segment);
    const joins = piece !== '' && ((NO_START.test(segment) && !piece.endsWith(' ')) || NO_END.test(piece) || (WORD.test(segment) && WORD.test(piece.at(-1) ?? '')));
    if (joins && width + own <= widest) {
      piece += segment;
      width += own;
      continue;
    }
    if (piece !== '') pieces.push({ piece, width });
    piece = segment;
    width = own;
  }
  return piece === '' ? pieces : [...pieces, { piece, width }];
};
