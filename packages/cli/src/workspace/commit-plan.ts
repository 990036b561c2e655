/** What a commit on its way says of itself: `.ssj/commit/plan.json`, beside the staged files it names. */
import { join } from 'node:path';
import { err, ok, type Result } from '@shuangsuiji/core';
import { z } from 'zod';
import { errnoOf } from './file-system-problem.js';
import type { HostFiles } from './host-files.js';
import { COMMIT, PLAN_FILE } from './paths.js';
import { refusal, type WorkspaceProblem } from './problems.js';

const plannedFileSchema = z
  .strictObject({
    path: z.string(),
    /** File name beside the plan. It is there until the file is in its place. */
    staged: z.string().regex(/^\d+$/),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** Where it is given, the file may only be put over these bytes; empty: only where there is none. */
    over: z.string().regex(/^(?:[0-9a-f]{64})?$/).optional(),
  })
  .readonly();
export type PlannedFile = z.infer<typeof plannedFileSchema>;

export const commitPlanSchema = z
  .strictObject({
    format: z.literal('ssj-commit/1'),
    command: z.string(),
    folders: z.array(z.string()).readonly(),
    files: z.array(plannedFileSchema).readonly(),
    removals: z.array(z.string()).readonly(),
  })
  .readonly();
export type CommitPlan = z.infer<typeof commitPlanSchema>;

/** The plan of the commit on its way, or `undefined` where there is none. */
export const readCommitPlan = (host: HostFiles, dir: string): Result<CommitPlan | undefined, readonly WorkspaceProblem[]> => {
  const path = join(dir, COMMIT, PLAN_FILE);
  const text = planText(host, dir);
  if (text === undefined) return ok(undefined);
  const plan = commitPlanSchema.safeParse(parsed(text));
  return plan.success ? ok(plan.data) : err([refusal('commit-damaged', { path })]);
};

/** Empty where a commit has no plan, which never happens by itself. */
const planText = (host: HostFiles, dir: string): string | undefined => {
  // Whoever reads without the lock may come while a commit arrives or leaves: then look again.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      return new TextDecoder().decode(host.readFile(join(dir, COMMIT, PLAN_FILE)));
    } catch (error) {
      if (!['ENOENT', 'ENOTDIR'].includes(errnoOf(error))) throw error;
      if (host.stat(join(dir, COMMIT)) === undefined) return undefined;
    }
  }
  return '';
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
