/** Writes a change beside the county's files and makes it count by one renaming. */
import { join } from 'node:path';
import { err, ok, type Result } from '@shuangsuiji/core';
import type { Host } from '../host.js';
import { removeFlatFolder } from './check-path.js';
import type { CommitPlan, PlannedFile } from './commit-plan.js';
import { COMMIT, CORNER, PLAN_FILE, STAGED_PREFIX } from './paths.js';
import { refusal, type WorkspaceProblem } from './problems.js';

export interface StagedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mode: number;
  readonly over?: PlannedFile['over'];
}

export interface StageInput {
  readonly host: Host;
  readonly dir: string;
  readonly command: string;
  readonly folders: readonly string[];
  readonly files: readonly StagedFile[];
  readonly removals: readonly string[];
  readonly signal?: AbortSignal;
}

/** After this the change counts, unless there is a problem; then nothing of it is left. */
export const stage = async (input: StageInput): Promise<Result<undefined, readonly WorkspaceProblem[]>> => {
  const { host, dir, command } = input;
  const corner = join(dir, CORNER);
  const folder = join(corner, `${STAGED_PREFIX}${host.randomSecret().slice(0, 16)}`);
  try {
    host.makeFolder(folder);
    const written = await writeAll(input, folder);
    if (!written) {
      removeFlatFolder(host, folder);
      return err([refusal('interrupted', { command })]);
    }
    host.syncFolder(folder);
    host.syncFolder(corner);
    host.syncFolder(dir);
    host.rename(folder, join(dir, COMMIT));
  } catch (error) {
    // A disk on the network may say no to what it has done: then the change counts all the same.
    if (host.stat(join(dir, COMMIT)) === undefined) {
      removeFlatFolder(host, folder);
      throw error;
    }
  }
  return ok(undefined);
};

/** @returns false where somebody wants to stop */
const writeAll = async ({ host, command, folders, files, removals, signal }: StageInput, folder: string): Promise<boolean> => {
  const planned: PlannedFile[] = [];
  for (const [index, { path, bytes, mode, over }] of files.entries()) {
    const staged = String(index);
    host.writeNew(join(folder, staged), bytes, mode);
    planned.push({ path, staged, sha256: host.hashBytes(bytes), ...(over === undefined ? {} : { over }) });
    await host.pause(0);
    if (signal?.aborted === true) return false;
  }
  const plan: CommitPlan = { format: 'ssj-commit/1', command, folders, files: planned, removals };
  host.writeNew(join(folder, PLAN_FILE), Buffer.from(`${JSON.stringify(plan)}\n`), 0o644);
  await host.pause(0);
  return signal?.aborted !== true;
};
