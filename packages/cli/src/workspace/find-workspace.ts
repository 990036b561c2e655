/** Which county's folder is meant. */
import { dirname, resolve } from 'node:path';
import { err, ok, type Result } from '@shuangsuiji/core';
import type { Host } from '../host.js';
import { fileView } from './file-view.js';
import { FILES } from './paths.js';
import { refusal, type WorkspaceProblem } from './problems.js';

export interface FindInput {
  readonly host: Host;
  /** `--dir`: that folder and no other. */
  readonly dir?: string;
}

/** The folder given, or the current one, or the nearest above it that has an ssj.json. @returns its absolute path */
export const findWorkspace = ({ host, dir }: FindInput): Result<string, readonly WorkspaceProblem[]> => {
  const start = resolve(host.cwd(), dir ?? '.');
  for (let here = start; ; here = dirname(here)) {
    const found = hasWorkspace(host, here);
    // A folder further up that nobody may look into is none of this county's business.
    if (!found.ok && here === start) return found;
    if (found.ok && found.value) return ok(here);
    if (dir !== undefined || dirname(here) === here) return err([refusal('workspace-missing', { lookedAt: start })]);
  }
};

/** True where there is an ssj.json, or a stopped command has made one that only needs putting in its place. */
export const hasWorkspace = (host: Host, dir: string): Result<boolean, readonly WorkspaceProblem[]> => {
  const view = fileView(host, dir);
  if (!view.ok) return view;
  const settings = view.value.read(FILES.settings);
  return settings.ok ? ok(settings.value !== undefined) : settings;
};
