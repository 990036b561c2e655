/** The Excel lists beside a record, for the terminal: one row a file, and one a cell that differs. */
import type { WorkbookCheck } from '../county/workbook-checks.js';
import { describe } from '../messages/describe.js';
import { verdictNames } from '../messages/names.js';
import { clipped } from '../messages/one-line.js';
import { tableLines } from './table.js';

/** Of one file; the rest is counted. */
const SHOWN = 10;

export const workbookLines = async (checks: readonly WorkbookCheck[], columns: number): Promise<readonly string[]> => {
  if (checks.length === 0) return [];
  const rows = checks.flatMap(({ file, verdict, ...check }) => {
    const [first = '', ...more] = notesOf(check);
    return [[file, verdictNames[verdict], first], ...more.map((note) => ['', '', note])];
  });
  return ['', ...(await tableLines({ head: ['Excel 清单', '结论', '说明'], rows, columns }))];
};

const notesOf = ({ differences, problems }: Pick<WorkbookCheck, 'differences' | 'problems'>): readonly string[] => [
  ...problems.map((problem) => `${describe(problem).what}（${problem.code}）`),
  ...differences.slice(0, SHOWN).map(({ sheet, cell, recorded, expected }) => `${sheet} ${cell === '' ? '工作表' : cell}：表里是${shown(recorded)}，按存档应是${shown(expected)}`),
  ...(differences.length > SHOWN ? [`另有 ${differences.length - SHOWN} 格不同`] : []),
];

const shown = (text: string): string => (text === '' ? '空' : `“${clipped(text, 60)}”`);
