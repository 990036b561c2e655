/** The sentence about a file that is not there: a file of a record, or a workbook. */
import type { AnyProblemFields } from './any-problem.js';
import { quoted } from './one-line.js';
import type { SentencesOf } from './sentence.js';

export const fileMissing: SentencesOf<AnyProblemFields>['file-missing'] = ({ file }) =>
  file === undefined
    ? { what: '缺少这个文件。', mend: '请向抽取机关索取完整的档案。' }
    : { what: `没有文件${quoted(file)}。`, mend: '请核对文件名和所在的文件夹；还没有填的，用 ssj template 写出模板，填好后放进去。' };
