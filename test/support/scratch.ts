/** Folders for a test to work in, and what stands in them. */
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, lstatSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll } from 'vitest';

/** A folder that is gone after the tests of the file; everybody may look into it. */
export const scratch = (name: string): string => {
  const dir = mkdtempSync(join(tmpdir(), `ssj-${name}-`));
  chmodSync(dir, 0o755);
  afterAll(() => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }));
  return dir;
};

/** A copy to change. @returns `to` */
export const copyOf = (from: string, to: string): string => {
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
  return to;
};

/** Every file and folder below, by path with its content's digest; copies with marked cells (问题清单) are reports and left out. */
export const treeOf = (dir: string): Readonly<Record<string, string>> => Object.fromEntries(entriesBelow(dir).map((path): readonly [string, string] => [relative(dir, path), digestOf(path)]).filter(([path]) => !path.startsWith('问题清单/')));

/** Relative paths of all files, ascending. */
export const filesOf = (dir: string): readonly string[] => entriesBelow(dir).filter((path) => lstatSync(path).isFile()).map((path) => relative(dir, path)).sort();

const entriesBelow = (dir: string): readonly string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) => [join(dir, entry.name), ...(entry.isDirectory() ? entriesBelow(join(dir, entry.name)) : [])]);

const digestOf = (path: string): string => {
  const stat = lstatSync(path);
  if (stat.isDirectory()) return 'folder';
  if (stat.isSymbolicLink()) return `link to ${readlinkSync(path)}`;
  return createHash('sha256').update(readFileSync(path)).digest('hex');
};
