/** The files of a folder as they are once the commit on its way is completed: reading needs no lock and writes nothing. */
import { join } from 'node:path';
import { ok, type Result } from '@shuangsuiji/core';
import type { Host } from '../host.js';
import { type CommitPlan, readCommitPlan } from './commit-plan.js';
import { errnoOf, whileReading } from './file-system-problem.js';
import type { ListedFile } from './host-files.js';
import { COMMIT, CORNER } from './paths.js';
import type { WorkspaceProblem } from './problems.js';

type Reading<T> = Result<T, readonly WorkspaceProblem[]>;

export interface FileView {
  /** `undefined` where there is no such file. */
  readonly read: (path: string) => Reading<Uint8Array | undefined>;
  /** Files below a folder (empty: everything) with paths relative to it, ascending in UTF-16 order; `undefined` where there is no such folder. */
  readonly list: (folder: string) => Reading<readonly ListedFile[] | undefined>;
}

/** A view of a county's folder. */
export const fileView = (host: Host, dir: string): Reading<FileView> => {
  const plan = whileReading(join(dir, COMMIT), () => readCommitPlan(host, dir));
  if (!plan.ok) return plan;
  const source: Source = { host, dir, plan: plan.value };
  return ok({
    read: (path) => whileReading(join(dir, path), () => ok(readThrough(source, path))),
    list: (folder) => whileReading(join(dir, folder), () => ok(listThrough(source, folder))),
  });
};

/** The part of a view below one of its folders. */
export const viewBelow = (view: FileView, folder: string): FileView => ({
  read: (path) => view.read(`${folder}/${path}`),
  list: (below) => view.list(below === '' ? folder : `${folder}/${below}`),
});

interface Source {
  readonly host: Host;
  readonly dir: string;
  readonly plan: CommitPlan | undefined;
}

const orNothing = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error))) return undefined;
    throw error;
  }
};

/** A staged file that is gone is in its place by now. */
const readThrough = ({ host, dir, plan }: Source, path: string): Uint8Array | undefined => {
  if (plan?.removals.includes(path) === true) return undefined;
  const planned = plan?.files.find((file) => file.path === path);
  const staged = planned === undefined ? undefined : orNothing(() => host.readFile(join(dir, COMMIT, planned.staged)));
  return staged ?? orNothing(() => host.readFile(join(dir, path)));
};

const listThrough = ({ host, dir, plan }: Source, folder: string): readonly ListedFile[] | undefined => {
  const prefix = folder === '' ? '' : `${folder}/`;
  // Staged ones first: what is put in its place meanwhile is then found there.
  const staged = (plan?.files ?? [])
    .filter(({ path }) => path.startsWith(prefix))
    .flatMap((file): readonly ListedFile[] => {
      const stat = host.stat(join(dir, COMMIT, file.staged));
      return stat === undefined ? [] : [{ path: file.path.slice(prefix.length), kind: 'file', bytes: stat.bytes }];
    });
  const inside = orNothing(() => host.list(join(dir, folder)));
  if (inside === undefined && staged.length === 0) return undefined;
  const isHidden = (path: string): boolean => `${prefix}${path}`.startsWith(`${CORNER}/`) || plan?.removals.includes(`${prefix}${path}`) === true;
  const found = new Map([...(inside ?? []), ...staged].filter(({ path }) => !isHidden(path)).map((file) => [file.path, file]));
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
};
