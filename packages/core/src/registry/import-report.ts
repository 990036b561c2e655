/** What an import refused and was told to go on without. It names rows, never people. */
import { z } from 'zod';
import type { Digest } from '../base/brand.js';
import { canonicalJson } from '../base/canonical-json.js';
import { digestOf, type HashText, isDigest } from '../base/digest.js';
import type { RegistryProblem } from './problems.js';
import { textSchema } from './schemas.js';

export const importReportSchema = z
  .strictObject({
    /** {@link reportDigest} of the errors that were accepted. */
    problems: z.custom<Digest>(isDigest),
    refused: z
      .array(
        z
          .strictObject({
            code: textSchema,
            file: textSchema.optional(),
            sheet: textSchema.optional(),
            row: z.int().min(1).optional(),
            column: textSchema.optional(),
          })
          .readonly(),
      )
      .readonly(),
    /** How many warnings there were. */
    warnings: z.int().min(0),
  })
  .readonly();
/** @zh 导入报告 */
export type ImportReport = z.infer<typeof importReportSchema>;

export interface ImportReportInput {
  /** Sorted by {@link sortProblems}. */
  readonly problems: readonly RegistryProblem[];
  readonly hash: HashText;
}

const isError = ({ severity }: RegistryProblem): boolean => severity === 'error';

/**
 * Names one set of errors, so that accepting it can never accept another: sha256 over the canonical JSON of the array of
 * error problems, without a line feed. Warnings do not count.
 */
export const reportDigest = ({ problems, hash }: ImportReportInput): Digest =>
  digestOf(canonicalJson(problems.filter(isError).map(({ where, ...problem }) => ({ ...problem, where: { ...where } }))), hash);

/** Codes and places of the errors; their fields may hold what stood in a cell and stay out. */
export const importReport = ({ problems, hash }: ImportReportInput): ImportReport => {
  const errors = problems.filter(isError);
  return {
    problems: reportDigest({ problems, hash }),
    refused: errors.map(({ code, where }) => ({ code, ...where })),
    warnings: problems.length - errors.length,
  };
};
