/** Files of the machine: whole and on the disk, or an error of the system. */
import { accessSync, closeSync, constants, fsyncSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmdirSync, type Stats, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from './file-system-problem.js';
import type { FileStat, HostFiles, ListedFile } from './host-files.js';

const kindOf = (stats: Stats): FileStat['kind'] => {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  return stats.isSymbolicLink() ? 'symlink' : 'other';
};

const stat = (path: string): FileStat | undefined => {
  try {
    const stats = lstatSync(path);
    return { kind: kindOf(stats), bytes: stats.size, device: stats.dev };
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error))) return undefined;
    throw error;
  }
};

const list = (folder: string): readonly ListedFile[] => {
  const found: ListedFile[] = [];
  const waiting = [''];
  for (let inside = waiting.pop(); inside !== undefined; inside = waiting.pop()) {
    for (const name of readdirSync(join(folder, inside))) {
      const path = inside === '' ? name : `${inside}/${name}`;
      const entry = stat(join(folder, path));
      if (entry?.kind === 'folder') waiting.push(path);
      else if (entry !== undefined) found.push({ path, kind: entry.kind, bytes: entry.bytes });
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
};

/** Opening for writing is the only question to which Windows answers that Excel has the file. */
const checkWritable = (path: string): void => {
  if (lstatSync(path).isDirectory()) accessSync(path, constants.W_OK | constants.X_OK);
  else closeSync(openSync(path, 'r+'));
};

const writeNew = (path: string, bytes: Uint8Array, mode: number): void => {
  const file = openSync(path, 'wx', mode);
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/** Windows refuses for a moment while a virus scanner looks at a new file. */
const rename = (from: string, to: string): void => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (process.platform !== 'win32' || attempt === 9 || !['EPERM', 'EACCES', 'EBUSY'].includes(errnoOf(error))) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
};

/** Windows opens no folders, and some network disks cannot sync one. */
const syncFolder = (path: string): void => {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(errnoOf(error))) throw error;
  } finally {
    closeSync(folder);
  }
};

export const nodeFiles: HostFiles = {
  readFile: (path) => readFileSync(path),
  stat,
  names: (folder) => readdirSync(folder),
  list,
  checkWritable,
  makeFolder: (path) => mkdirSync(path),
  writeNew,
  rename,
  removeFile: (path) => unlinkSync(path),
  removeFolder: (path) => rmdirSync(path),
  syncFolder,
};
