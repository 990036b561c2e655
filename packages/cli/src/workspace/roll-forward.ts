/** Puts a commit in its place. As often as wanted: what was done is not done again. */
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '@shuangsuiji/core';
import type { Host } from '../host.js';
import { makeFolders, removeFlatFolder } from './check-path.js';
import { type CommitPlan, type PlannedFile, readCommitPlan } from './commit-plan.js';
import { COMMIT, CORNER, STAGED_PREFIX } from './paths.js';
import { refusal, type WorkspaceProblem } from './problems.js';

export interface RollForwardInput {
  readonly host: Host;
  readonly dir: string;
}

/** Completes the commit on its way, if there is one. Call it under the lock. @returns its plan */
export const rollForward = ({ host, dir }: RollForwardInput): Result<CommitPlan | undefined, readonly WorkspaceProblem[]> => {
  const read = readCommitPlan(host, dir);
  if (!read.ok || read.value === undefined) return read;
  const plan = read.value;
  const problems = plan.files.flatMap((file) => obstacles({ host, dir }, file));
  if (problems.length > 0) return err(problems);
  for (const folder of putInPlace({ host, dir }, plan)) host.syncFolder(folder);
  retire({ host, dir });
  return ok(plan);
};

/** The staged bytes must be the promised ones, and bound files may only go where nobody changed anything since. */
const obstacles = ({ host, dir }: RollForwardInput, { path, staged, sha256, over }: PlannedFile): readonly WorkspaceProblem[] => {
  const source = join(dir, COMMIT, staged);
  const target = join(dir, path);
  const found = host.stat(target) === undefined ? '' : over === undefined ? undefined : host.hashBytes(host.readFile(target));
  if (host.stat(source) === undefined) return found === '' && over !== undefined ? [refusal('commit-damaged', { path })] : [];
  if (host.hashBytes(host.readFile(source)) !== sha256) return [refusal('commit-damaged', { path: source })];
  return over === undefined || found === over || found === sha256 ? [] : [refusal('would-overwrite', { path })];
};

/** @returns the folders that have got or lost an entry */
const putInPlace = ({ host, dir }: RollForwardInput, { folders, files, removals }: CommitPlan): ReadonlySet<string> => {
  const touched = new Set<string>();
  for (const folder of folders) makeFolders(host, dir, folder);
  for (const { path, staged } of files) {
    const source = join(dir, COMMIT, staged);
    touched.add(dirname(join(dir, path)));
    if (host.stat(source) === undefined) continue;
    makeFolders(host, dir, dirname(path) === '.' ? '' : dirname(path));
    host.rename(source, join(dir, path));
  }
  for (const path of removals) {
    if (host.stat(join(dir, path)) === undefined) continue;
    host.removeFile(join(dir, path));
    touched.add(dirname(join(dir, path)));
  }
  return touched;
};

/** By renaming first, so that a commit never is without its plan. */
const retire = ({ host, dir }: RollForwardInput): void => {
  const corner = join(dir, CORNER);
  const retired = join(corner, `${STAGED_PREFIX}${host.randomSecret().slice(0, 16)}`);
  host.rename(join(dir, COMMIT), retired);
  host.syncFolder(corner);
  removeFlatFolder(host, retired);
};
