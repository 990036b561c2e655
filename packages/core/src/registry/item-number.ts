/** The number of an item: one spelling each, since plans name items by it. @zh 事项编号 */
import { asciiUpper, isSoundText, stripEdges, toHalfWidth } from '../base/text.js';
import { LIST_SEPARATORS } from './field-readers.js';

/**
 * @param raw - as it stands in the cell
 * @returns half-width, upper case and without blanks at its edges; `undefined` for a text that is empty, unsound, or holds a
 *   separator of lists, with which no plan could name it
 * @example itemNumber(' ａ-１ ') // 'A-1'
 */
export const itemNumber = (raw: string): string | undefined => {
  if (!isSoundText(raw)) return undefined;
  const number = asciiUpper(stripEdges(toHalfWidth(raw)));
  return number === '' || LIST_SEPARATORS.test(number) ? undefined : number;
};
