/** A small county's folder for tests, what stands in it, and file systems that fail or die. */
import { lstatSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestOf, EMPTY_HEAD, type LedgerEvent, type LedgerHead, ledgerLines, timestampAt } from '@shuangsuiji/core';
import { type Host, nodeHost } from '../host.js';
import type { ChangeSet } from './change-set.js';
import { createWorkspace } from './create-workspace.js';
import type { HostFiles } from './host-files.js';

export const scratch = (): string => mkdtempSync(join(realpathSync(tmpdir()), 'ssj-'));

const opened: LedgerEvent = { type: 'opened', body: { authority: { code: '652722', name: '精河县' }, year: 2026, program: { name: 'test', version: '0' } } };

/** The ledger lines of some event after `head`. */
export const someLines = (host: Host, head: LedgerHead, batch = '1'): NonNullable<ChangeSet<unknown>['ledger']> => {
  const document = digestOf(batch, host.hash);
  const event: LedgerEvent = head.seq === 0 ? opened : { type: 'published', body: { batch, list: 'plan', form: 'counts', file: '公示/计划公示.xlsx', document } };
  return { text: ledgerLines({ head, at: timestampAt(1772414400, '+08:00'), events: [event], hash: host.hash }).text, expectedHead: head };
};

/** Makes a county's folder in `dir`. */
export const makeCounty = async (dir: string, files: ChangeSet<unknown>['files'] = []): Promise<void> => {
  const host = nodeHost();
  const change = { files: [{ path: 'ssj.json', content: '{}\n' }, ...files], ledger: someLines(host, EMPTY_HEAD), value: undefined };
  const made = await createWorkspace({ host, dir, command: 'init', change });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
};

/** Everything below a folder, empty folders included: path to mode and bytes. */
export const treeOf = (dir: string, inside = ''): Readonly<Record<string, string>> => {
  const found: Record<string, string> = {};
  for (const name of readdirSync(join(dir, inside))) {
    const path = inside === '' ? name : `${inside}/${name}`;
    const stats = lstatSync(join(dir, path));
    if (stats.isDirectory()) Object.assign(found, { [`${path}/`]: '' }, treeOf(dir, path));
    else found[path] = `${(stats.mode & 0o777).toString(8)} ${stats.isFile() ? readFileSync(join(dir, path), 'latin1') : 'odd'}`;
  }
  return found;
};

/** Without the program's own corner. */
export const contentOf = (dir: string): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(treeOf(dir)).filter(([path]) => !path.startsWith('.ssj/')));

export class Died extends Error {}

/** A process that is not there any more. */
export const DEAD_PID = 0x7ffffff0;

export interface Fault {
  /** Which call to the file system, from 1. */
  readonly at: number;
  /** An errno, or `die`: this call is done in part and none after it. */
  readonly kind: string;
  /** All calls from there on, not only this one. */
  readonly isLasting: boolean;
}

/** A host whose file system fails; `calls` says how often it was called. */
export const faultyHost = ({ at, kind, isLasting }: Fault): { readonly host: Host; readonly calls: () => number } => {
  const real = nodeHost();
  let calls = 0;
  const doing = <T>(syscall: string, path: string, call: () => T, half: () => void = () => {}): T => {
    calls += 1;
    if (kind === 'die' && calls === at) half();
    if (kind === 'die' && calls >= at) throw new Died(`${syscall} ${path}`);
    if (calls === at || (isLasting && calls > at)) throw Object.assign(new Error(`${kind} ${syscall}`), { code: kind, syscall, path });
    return call();
  };
  const files: HostFiles = {
    readFile: (path) => doing('read', path, () => real.readFile(path)),
    stat: (path) => doing('lstat', path, () => real.stat(path)),
    names: (path) => doing('scandir', path, () => real.names(path)),
    list: (path) => doing('scandir', path, () => real.list(path)),
    checkWritable: (path) => doing('access', path, () => real.checkWritable(path)),
    makeFolder: (path) => doing('mkdir', path, () => real.makeFolder(path)),
    // What is torn when the power goes: half a file.
    writeNew: (path, bytes, mode) => doing('write', path, () => real.writeNew(path, bytes, mode), () => writeFileSync(path, bytes.subarray(0, bytes.length / 2), { flag: 'wx' })),
    rename: (from, to) => doing('rename', to, () => real.rename(from, to)),
    removeFile: (path) => doing('unlink', path, () => real.removeFile(path)),
    removeFolder: (path) => doing('rmdir', path, () => real.removeFolder(path)),
    syncFolder: (path) => doing('fsync', path, () => real.syncFolder(path)),
  };
  return { host: { ...real, ...files, pid: DEAD_PID, mark: '', pause: () => Promise.resolve() }, calls: () => calls };
};
