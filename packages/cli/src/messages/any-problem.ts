/** Every problem the program can report. */
import type {
  BatchProblemFields, ChangeProblemFields, EditionProblemFields, FieldProblemFields, PlanRowProblemFields, ProblemOf, RecordProblemFields, RegistryProblemFields, SeedEventProblemFields, SeedProblemFields,
  SettingsProblemFields, VerifyProblemFields,
} from '@shuangsuiji/core';
import type { ExcelProblemFields } from '../excel/problems.js';
import type { WorkspaceProblemFields } from '../workspace/problems.js';
import type { CommandProblemFields } from './command-problems.js';
import type { EvidenceProblemFields } from './evidence-problems.js';

/** Two rooms may share a code only where its fields are the same. */
export interface AnyProblemFields
  extends FieldProblemFields, RegistryProblemFields, PlanRowProblemFields, BatchProblemFields, SettingsProblemFields, SeedProblemFields, SeedEventProblemFields, RecordProblemFields, ChangeProblemFields, EditionProblemFields,
    Omit<VerifyProblemFields, 'file-missing'>, Omit<ExcelProblemFields, 'file-missing'>, WorkspaceProblemFields, CommandProblemFields, EvidenceProblemFields {
  /** Of a record (named by `where`), or a workbook. */
  readonly 'file-missing': VerifyProblemFields['file-missing'] | ExcelProblemFields['file-missing'];
}

export type AnyCode = keyof AnyProblemFields;
export type AnyProblem = ProblemOf<AnyProblemFields>;
