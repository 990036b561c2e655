/** The sentence of a problem: where, what, why, how to mend it, the code last. */
import type { Severity, Where } from '@shuangsuiji/core';
import type { AnyCode, AnyProblem, AnyProblemFields } from './any-problem.js';
import { batchSentences } from './batch.js';
import { changeSentences } from './change.js';
import { commandSentences } from './command.js';
import { editionSentences } from './edition.js';
import { evidenceSentences } from './evidence.js';
import { excelSentences } from './excel.js';
import { fieldSentences } from './field.js';
import { fileMissing } from './file-missing.js';
import { oneLine } from './one-line.js';
import { placeOf } from './place-of.js';
import { planSentences } from './plan.js';
import { recordSentences } from './record.js';
import { registrySentences } from './registry.js';
import { seedSentences } from './seed.js';
import { seedCommandSentences } from './seed-commands.js';
import { seedStepSentences } from './seed-steps.js';
import type { Sentence, SentencesOf } from './sentence.js';
import { settingsSentences } from './settings.js';
import { verifySentences } from './verify.js';
import { workspaceSentences } from './workspace.js';

/** One for every code there is. */
export const sentences: SentencesOf<AnyProblemFields> = {
  'file-missing': fileMissing,
  ...excelSentences,
  ...fieldSentences,
  ...registrySentences,
  ...planSentences,
  ...batchSentences,
  ...settingsSentences,
  ...seedSentences,
  ...seedStepSentences,
  ...seedCommandSentences,
  ...recordSentences,
  ...changeSentences,
  ...verifySentences,
  ...editionSentences,
  ...workspaceSentences,
  ...commandSentences,
  ...evidenceSentences,
};

export interface ProblemText extends Sentence {
  /** `检查对象名录库.xlsx，工作表“检查对象”，第 37 行，“名称”列`; empty where nothing is known. */
  readonly where: string;
  readonly code: AnyCode;
  readonly severity: Severity;
}

/** The parts of the sentence, each a single line without control characters. */
export const describe = (problem: AnyProblem): ProblemText => {
  const { code, severity, where = {} } = problem;
  const { what, why, mend } = sentenceOf(problem, where);
  return { where: oneLine(placeOf(where)), what: oneLine(what), ...(why === undefined ? {} : { why: oneLine(why) }), mend: oneLine(mend), code, severity };
};

interface CodeAndFields<Code extends AnyCode> {
  readonly code: Code;
  readonly fields: AnyProblemFields[Code];
}

const sentenceOf = <Code extends AnyCode>({ code, fields }: CodeAndFields<Code>, where: Where): Sentence => sentences[code](fields, where);

/** Everything as one line: `where：what why mend（code）`. */
export const sentenceText = ({ where, what, why = '', mend, code }: ProblemText): string => `${where === '' ? '' : `${where}：`}${what}${why}${mend}（${code}）`;
