/** Copies of the office's own workbooks with the bad cells marked (问题清单). */
import { basename } from 'node:path';
import { problemWorkbook } from '../excel/problem-workbook.js';
import type { AnyProblem } from '../messages/any-problem.js';
import { describe } from '../messages/describe.js';
import type { NewFile } from '../workspace/change-set.js';
import type { FileView } from '../workspace/file-view.js';
import { FOLDERS } from '../workspace/paths.js';
import type { Workbooks } from './read-tables.js';

/** One copy for each workbook that has an error. */
export const problemCopies = async (workbooks: Workbooks, problems: readonly AnyProblem[], files: FileView): Promise<readonly NewFile[]> => {
  const copies: NewFile[] = [];
  for (const { file, bytes } of Object.values(workbooks)) {
    const own = problems.filter(({ where }) => where?.file === file);
    if (!own.some(({ severity }) => severity === 'error')) continue;
    const lines = own.map((problem) => {
      const { what, why, mend, code } = describe(problem);
      const { sheet, row, column } = problem.where ?? {};
      return { sheet, row, column, sentence: why === undefined ? what : `${what}${why}`, mend, code };
    });
    const content = await problemWorkbook({ bytes, problems: lines });
    copies.push({ path: freePath(`${FOLDERS.problems}/${basename(file).replace(/\.[^.]*$/, '')}-问题`, content, files), content });
  }
  return copies;
};

/** Somebody may have begun to mend a copy: another one gets another number, the same bytes keep theirs. */
const freePath = (stem: string, content: Uint8Array, files: FileView): string => {
  for (let number = 1; ; number += 1) {
    const path = `${stem}${number === 1 ? '' : String(number)}.xlsx`;
    const there = files.read(path);
    if (there.ok && (there.value === undefined || Buffer.from(there.value).equals(content))) return path;
    if (!there.ok) return path;
  }
};
