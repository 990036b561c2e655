/** The only way in which a command changes a county's folder: all of it or nothing (adr 0009). */
import { err, ok, type RecordProblem, type Result } from '@shuangsuiji/core';
import type { Host } from '../host.js';
import type { ChangeSet } from './change-set.js';
import { commit } from './commit.js';
import { openWorkspace, type Workspace } from './open-workspace.js';
import type { WorkspaceProblem } from './problems.js';
import { withLock } from './with-lock.js';

export interface ChangeInput<T, P = never> {
  readonly host: Host;
  readonly dir: string;
  /** For whoever finds the folder locked: `seal 2026-01`. */
  readonly command: string;
  /** Works out the change from the folder as it is now. Problems: nothing is changed. */
  readonly build: (workspace: Workspace) => Promise<Result<ChangeSet<T>, readonly P[]>> | Result<ChangeSet<T>, readonly P[]>;
  /** Aborted before the change counts: nothing is changed, `interrupted`. */
  readonly signal?: AbortSignal;
}

export interface Changed<T> {
  readonly value: T;
  /** What was mended on the way, as warnings. */
  readonly notices: readonly WorkspaceProblem[];
}

/**
 * Changes a county's folder.
 *
 * @returns the value of the change set once everything is on the disk; otherwise problems, and the folder is as it was
 *   (except with `commit-pending`: then the change counts, and the next command completes it). A ledger whose chain does
 *   not hold is not continued: its problems come back.
 */
export const change = <T, P = never>({ host, dir, command, build, signal }: ChangeInput<T, P>): Promise<Result<Changed<T>, readonly (P | WorkspaceProblem | RecordProblem)[]>> =>
  withLock({ host, dir, command }, async (notices): Promise<Result<Changed<T>, readonly (P | WorkspaceProblem | RecordProblem)[]>> => {
    const opened = openWorkspace({ host, dir });
    if (!opened.ok) return opened;
    const broken = opened.value.ledger.problems.filter(({ severity }) => severity === 'error');
    if (broken.length > 0) return err(broken);
    const built = await build({ ...opened.value, notices });
    if (!built.ok) return built;
    const { value, ...set } = built.value;
    const committed = await commit({ host, dir, command, change: set, ...(signal === undefined ? {} : { signal }) });
    return committed.ok ? ok({ value, notices }) : committed;
  });
