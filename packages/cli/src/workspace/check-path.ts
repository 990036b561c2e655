/** A path may only lead to a place inside the county's folder, by way of plain folders. */
import { join } from 'node:path';
import { asFarAsPossible } from './file-system-problem.js';
import type { HostFiles } from './host-files.js';
import { CORNER } from './paths.js';
import { type PathRefusal, refusal, type WorkspaceProblem } from './problems.js';

export interface CheckPathInput {
  readonly host: HostFiles;
  readonly dir: string;
  readonly path: string;
  readonly wants: 'file' | 'folder';
}

/** Refuses what leads elsewhere; asks the system whether what is there may be changed. @returns no problem or one */
export const checkPath = ({ host, dir, path, wants }: CheckPathInput): readonly WorkspaceProblem[] => {
  if (!isPlainPath(path)) return refused(path, 'not-inside');
  const parts = path.split('/');
  const device = host.stat(dir)?.device;
  let writable = dir;
  for (const [index] of parts.entries()) {
    const here = parts.slice(0, index + 1).join('/');
    const found = host.stat(join(dir, here));
    if (found === undefined) break;
    const isLast = index === parts.length - 1;
    if (found.kind === 'symlink') return refused(here, 'symlink');
    if (isLast && wants === 'file' && found.kind !== 'file') return refused(here, 'not-a-file');
    if ((!isLast || wants === 'folder') && found.kind !== 'folder') return refused(here, 'not-a-folder');
    if (found.device !== device) return refused(here, 'other-disk');
    if (isLast && wants === 'folder') return [];
    if (isLast) host.checkWritable(join(dir, here));
    else writable = join(dir, here);
  }
  host.checkWritable(writable);
  return [];
};

const refused = (path: string, reason: PathRefusal): readonly WorkspaceProblem[] => [refusal('path-refused', { path, reason })];

/** Relative, without detours, and on every system one and the same place. */
const isPlainPath = (path: string): boolean =>
  !/[\\:]/.test(path) && !path.includes('\0') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..') && path.split('/')[0]?.toLowerCase() !== CORNER;

/** Makes all folders on the way to `path`, itself included. @returns those that were made, outermost first */
export const makeFolders = (host: HostFiles, dir: string, path: string): readonly string[] => {
  const made: string[] = [];
  let here = dir;
  for (const part of path.split('/').filter((part) => part !== '')) {
    const parent = here;
    here = join(here, part);
    if (host.stat(here) !== undefined) continue;
    host.makeFolder(here);
    made.push(here);
    host.syncFolder(parent);
  }
  return made;
};

/** Removes a folder that holds nothing but files, as far as that is possible. */
export const removeFlatFolder = (host: HostFiles, folder: string): void =>
  asFarAsPossible(() => {
    for (const name of host.names(folder)) host.removeFile(join(folder, name));
    host.removeFolder(folder);
  });
