/** Breaks Chinese text into lines of a terminal. */
import stringWidth from 'string-width';
import { wrapBy } from './wrap-by.js';

const segmenter = new Intl.Segmenter('zh');

/** For names of people and firms, which hold whatever Unicode has. */
export const wrap = wrapBy({
  characters: (text) => Array.from(segmenter.segment(text), ({ segment }) => segment),
  width: (text) => stringWidth(text),
});
