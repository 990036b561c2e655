/** Where a problem stands, in words. */
import type { Where } from '@shuangsuiji/core';
import { clipped } from './one-line.js';

/** Long enough for every path of a record. */
const LONGEST_FILE = 120;

/** `检查对象名录库.xlsx，工作表“检查对象”，第 37 行，“名称”列`; empty where nothing is known. */
export const placeOf = ({ file, sheet, row, column }: Where): string =>
  [
    ...(file === undefined || file === '' ? [] : [clipped(file, LONGEST_FILE)]),
    ...(sheet === undefined ? [] : [`工作表“${clipped(sheet)}”`]),
    ...(row === undefined ? [] : [`第 ${String(row)} 行`]),
    ...(column === undefined ? [] : [`“${clipped(column)}”列`]),
  ].join('，');
