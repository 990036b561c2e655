/** Problems in the order a person mends them. */
import { compareUtf8 } from '../base/text.js';
import { canonicalJson } from '../base/canonical-json.js';
import type { RegistryProblem } from './problems.js';

/** By file, sheet, row, column, code, and then by all their fields, so that the order never depends on how they were found. */
export const sortProblems = (problems: readonly RegistryProblem[]): readonly RegistryProblem[] => [...problems].sort(compareProblems);

const compareProblems = (a: RegistryProblem, b: RegistryProblem): number =>
  compareUtf8(a.where?.file ?? '', b.where?.file ?? '') ||
  compareUtf8(a.where?.sheet ?? '', b.where?.sheet ?? '') ||
  (a.where?.row ?? 0) - (b.where?.row ?? 0) ||
  compareUtf8(a.where?.column ?? '', b.where?.column ?? '') ||
  compareUtf8(a.code, b.code) ||
  compareUtf8(canonicalJson(a.fields), canonicalJson(b.fields));
