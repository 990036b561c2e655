/** A new county's folder: all of it appears at once. */
import { join, parse, relative, resolve, sep } from 'node:path';
import { err, ok, type Result } from '@shuangsuiji/core';
import type { Host } from '../host.js';
import type { Changed } from './change.js';
import type { ChangeSet, NewFile } from './change-set.js';
import { makeFolders } from './check-path.js';
import { commit } from './commit.js';
import { asFarAsPossible, fileSystemProblem } from './file-system-problem.js';
import { hasWorkspace } from './find-workspace.js';
import { FOLDERS } from './paths.js';
import { notice, refusal, type WorkspaceProblem } from './problems.js';
import { withLock } from './with-lock.js';

export interface CreateInput<T> {
  readonly host: Host;
  readonly dir: string;
  readonly command: string;
  /** ssj.json, the blank workbooks and the ledger's first line; the folders are added here. */
  readonly change: ChangeSet<T>;
  readonly signal?: AbortSignal;
}

/** Makes a county's folder in `dir`, which need not exist and may hold other files. A file that stands there under one of the names is kept, with a notice. */
export const createWorkspace = async <T>({ host, dir, command, change, signal }: CreateInput<T>): Promise<Result<Changed<T>, readonly WorkspaceProblem[]>> => {
  const folder = resolve(host.cwd(), dir);
  const made: string[] = [];
  const created = await withLockIn({ host, folder, made, command }, async (notices): Promise<Result<Changed<T>, readonly WorkspaceProblem[]>> => {
    const exists = hasWorkspace(host, folder);
    if (!exists.ok) return exists;
    if (exists.value) return err([refusal('workspace-exists', { folder })]);
    const { value, ...set } = change;
    const { files, kept } = newOnes(host, folder, set.files);
    const whole = { ...set, files, folders: [...new Set([...Object.values(FOLDERS), ...(set.folders ?? [])])] };
    const committed = await commit({ host, dir: folder, command, change: whole, ...(signal === undefined ? {} : { signal }) });
    return committed.ok ? ok({ value, notices: [...notices, ...kept] }) : committed;
  });
  if (!created.ok) for (const path of made.toReversed()) asFarAsPossible(() => host.removeFolder(path));
  return created;
};

/** Whatever stands there already belongs to somebody; what appears there by the last moment is not overwritten either. */
const newOnes = (host: Host, folder: string, files: readonly NewFile[]): { readonly files: readonly NewFile[]; readonly kept: readonly WorkspaceProblem[] } => {
  const isThere = ({ path }: NewFile): boolean => host.stat(join(folder, path)) !== undefined;
  return {
    files: files.filter((file) => !isThere(file)).map((file) => ({ ...file, isImmutable: true })),
    kept: files.filter(isThere).map(({ path }) => notice('file-kept', { path })),
  };
};

interface LockInInput {
  readonly host: Host;
  readonly folder: string;
  /** Collects the folders made, also when making the next one fails. */
  readonly made: string[];
  readonly command: string;
}

const withLockIn = async <T>(
  { host, folder, made, command }: LockInInput,
  work: (notices: readonly WorkspaceProblem[]) => Promise<Result<T, readonly WorkspaceProblem[]>>,
): Promise<Result<T, readonly WorkspaceProblem[]>> => {
  const { root } = parse(folder);
  try {
    let here = root;
    for (const part of relative(root, folder).split(sep)) {
      made.push(...makeFolders(host, here, part));
      here = join(here, part);
    }
  } catch (error) {
    return err([fileSystemProblem(error, 'writing', folder)]);
  }
  return withLock({ host, dir: folder, command }, work);
};
