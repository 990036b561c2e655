// One aligned table of measures beside their peers and goals.
import { median, pairedRatio } from './measure.mjs';

const COLUMNS = ['what', 'median', 'min–max', 'peer', "peer's median", 'ratio', 'goal'];
const NONE = '–';
const UNITS = {
  ms: (value) => (value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toFixed(value < 100 ? 1 : 0)} ms`),
  MB: (value) => `${value.toFixed(0)} MB`,
};

/**
 * A line of the table.
 *
 * @param row - `what`, `samples` (in `unit`, ms by default); `peer` and `peerSamples` where there is one;
 *   `most` (of the median) or `mostRatio` where there is a goal
 */
const cellsOf = ({ what, samples, unit = 'ms', peer, peerSamples, most, mostRatio }) => {
  const show = UNITS[unit];
  const middle = median(samples);
  const ratio = peerSamples === undefined ? undefined : pairedRatio(samples, peerSamples);
  return [
    what,
    show(middle),
    samples.length === 1 ? NONE : `${show(Math.min(...samples))}–${show(Math.max(...samples))}`,
    peer ?? NONE,
    peerSamples === undefined ? NONE : show(median(peerSamples)),
    ratio === undefined ? NONE : `${ratio.toFixed(2)}×`,
    goalOf({ most, mostRatio, show, middle, best: Math.min(...samples), ratio }),
  ];
};

/** A time that only the best run keeps to says that the machine was busy, or that the goal is near. */
const goalOf = ({ most, mostRatio, show, middle, best, ratio }) => {
  if (mostRatio !== undefined) return `< ${mostRatio}× ${ratio < mostRatio ? 'met' : 'MISSED'}`;
  if (most === undefined) return NONE;
  return `< ${show(most)} ${middle < most ? 'met' : best < most ? 'MISSED, met by the best run' : 'MISSED'}`;
};

/** Lines whose columns stand under each other; the texts are Latin, one column a character. */
export const aligned = (lines) => {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  const [head, ...body] = lines.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ').trimEnd());
  return [head, widths.map((width) => '-'.repeat(width)).join('-|-'), ...body].join('\n');
};

export const tableOf = (rows) => aligned([COLUMNS, ...rows.map(cellsOf)]);

/** 12,362, whatever the locale. */
export const counted = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
