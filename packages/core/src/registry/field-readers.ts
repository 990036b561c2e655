/** Readers of one cell (excel-format rules 5, 6 and 8), shared by all registries and by the annual plan. */
import { err, ok, type Result } from '../base/result.js';
import { shownText } from '../base/shown-text.js';
import { asciiUpper, isSoundText, stripEdges, toHalfWidth } from '../base/text.js';
import type { Cell } from './cell.js';
import type { FieldFault } from './field-problems.js';

/** What a reader gives: a value, nothing for an empty cell, or what is wrong. */
export type Reading<T, Fault = FieldFault> = Result<T | undefined, Fault>;

/** Separators of a cell with several values; `[` and `]` are not among them. */
export const LIST_SEPARATORS = /[，,、；;\n\r]/;
/** What a spreadsheet shows of a long number it has rounded. */
const EXPONENT = /^[0-9](?:\.[0-9]+)?E\+[0-9]+$/;
/** The first integer of 16 digits: a spreadsheet keeps 15. */
const FIRST_INEXACT = 1e15;

/** The text of a cell without blanks at its edges; a number or a day as a person would type it. */
export const readText = (cell: Cell): Reading<string> => {
  switch (cell.kind) {
    case 'text':
      return soundText(cell.text);
    case 'number':
      return Number.isFinite(cell.value) ? ok(numberText(cell)) : err({ code: 'cell-broken', fields: { shown: String(cell.value) } });
    case 'date':
      return ok(cell.date);
    case 'broken':
      return err({ code: 'cell-broken', fields: { shown: shownText(cell.shown) } });
    default:
      return cell satisfies never;
  }
};

const soundText = (raw: string): Reading<string> => {
  if (!isSoundText(raw)) return err({ code: 'text-unsound', fields: { raw: shownText(raw) } });
  const text = stripEdges(raw);
  return ok(text === '' ? undefined : text);
};

/** 12 digits hide what a hundredfold binary fraction adds: 0.07 is 7%, not 7.000000000000001%. */
const numberText = ({ value, percent }: { readonly value: number; readonly percent: boolean }): string =>
  percent ? `${Number((value * 100).toPrecision(12))}%` : String(value);

const listReader =
  (separators: RegExp) =>
  (cell: Cell): Reading<readonly string[]> => {
    const text = readText(cell);
    if (!text.ok || text.value === undefined) return text.ok ? ok(undefined) : text;
    const values = new Set(text.value.split(separators).map(stripEdges).filter((value) => value !== ''));
    return ok(values.size === 0 ? undefined : [...values]);
  };

/** The values of a cell in the order written, each once. */
export const readList = listReader(LIST_SEPARATORS);

/** The same for industries, whose names hold 、 themselves (农、林、牧、渔业, GB/T 4754). */
export const readIndustries = listReader(/[，,；;\n\r]/);

/**
 * The text of a cell that holds a code or a number used as a name. Integers up to 15 digits are exact and fine as numbers;
 * what a spreadsheet has rounded or turned into a day is reported and never repaired.
 */
export const readCodeText = (cell: Cell): Reading<string> => {
  if (cell.kind === 'date') return err({ code: 'code-became-date', fields: { raw: cell.date } });
  const text = readText(cell);
  if (!text.ok || text.value === undefined) return text;
  const isRounded = cell.kind === 'number' ? Math.abs(cell.value) >= FIRST_INEXACT : EXPONENT.test(asciiUpper(toHalfWidth(text.value)));
  return isRounded ? err({ code: 'code-precision-lost', fields: { raw: shownText(text.value) } }) : text;
};

/** `是` or `否`. */
export const readYesNo = (cell: Cell): Reading<boolean> => {
  const text = readText(cell);
  if (!text.ok || text.value === undefined) return text.ok ? ok(undefined) : text;
  if (text.value === '是') return ok(true);
  if (text.value === '否') return ok(false);
  return err({ code: 'yes-no-unreadable', fields: { raw: shownText(text.value) } });
};
