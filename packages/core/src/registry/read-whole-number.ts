/** A count in a cell. */
import { err, ok } from '../base/result.js';
import { shownText } from '../base/shown-text.js';
import { toHalfWidth } from '../base/text.js';
import type { Cell } from './cell.js';
import type { FieldFault } from './field-problems.js';
import { readText, type Reading } from './field-readers.js';

export interface WholeNumberRule<Fault> {
  readonly min: number;
  readonly max: number;
  /** The column's own word for a cell that holds anything else. */
  readonly bad: (raw: string) => Fault;
}

/**
 * Reader of an integer from `min` to `max`. Digits kept as text count as a number, since nothing is guessed;
 * a fraction, a per cent or a unit after the digits does not.
 *
 * @returns a reader that reports what does not fit by `bad`
 */
export const readWholeNumber =
  <Fault>({ min, max, bad }: WholeNumberRule<Fault>) =>
  (cell: Cell): Reading<number, Fault | FieldFault> => {
    const text = readText(cell);
    if (!text.ok || text.value === undefined) return text.ok ? ok(undefined) : text;
    const digits = toHalfWidth(text.value);
    const value = Number(digits);
    return /^[0-9]{1,15}$/.test(digits) && value >= min && value <= max ? ok(value) : err(bad(shownText(text.value)));
  };
