/** A table for the terminal, aligned for Chinese. */
import stringWidth from 'string-width';
import { oneLine } from '../messages/one-line.js';
import { wrap } from './wrap.js';

export interface TableInput {
  readonly head: readonly string[];
  /** As many cells a row as the head has; a column of numbers is aligned to the right. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Columns of the terminal. */
  readonly columns: number;
}

const GAP = '  ';
/** Two Chinese characters. */
const LEAST = 4;

const NO_BORDERS = {
  top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '',
  left: '', 'left-mid': '', mid: '─', 'mid-mid': GAP, right: '', 'right-mid': '', middle: GAP,
} as const;

/** Lines with a rule under the head and no other; what does not fit into its column goes on below. */
export const tableLines = async ({ head, rows, columns }: TableInput): Promise<readonly string[]> => {
  if (head.length === 0) return [];
  // Loaded only where a table is shown, so that other commands start quickly.
  const { default: Table } = await import('cli-table3');
  const texts = [head, ...rows].map((row) => head.map((_, column) => oneLine(String(row[column] ?? ''))));
  const widths = fitted(head.map((_, column) => Math.max(1, ...texts.map((row) => stringWidth(row[column] ?? '')))), columns - GAP.length * (head.length - 1));
  const [first = [], ...others] = texts.map((row) => row.map((text, column) => wrap({ text, columns: widths[column] ?? LEAST }).join('\n')));
  const table = new Table({
    head: first,
    chars: NO_BORDERS,
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
    colWidths: [...widths],
    colAligns: head.map((_, column) => (rows.length > 0 && rows.every((row) => typeof row[column] === 'number') ? 'right' : 'left')),
  });
  table.push(...others);
  return table.toString().split('\n').map((line) => line.trimEnd());
};

/** Narrows the widest columns until all fit, none below {@link LEAST}. */
const fitted = (natural: readonly number[], room: number): readonly number[] => {
  const widths = [...natural];
  for (;;) {
    const over = widths.reduce((sum, width) => sum + width, 0) - room;
    const most = Math.max(...widths);
    if (over <= 0 || most <= LEAST) return widths;
    const next = Math.max(LEAST, ...widths.filter((width) => width < most));
    const count = widths.filter((width) => width === most).length;
    const narrowed = Math.max(next, most - Math.ceil(over / count));
    widths.forEach((width, column) => {
      if (width === most) widths[column] = narrowed;
    });
  }
};
