/** The record of a draw as texts, for verifying: every file there is, and nothing made prettier. */
import { basename, dirname, resolve } from 'node:path';
import { err, ok, type RecordTexts, type Result } from '@shuangsuiji/core';
import type { Host } from '../host.js';
import { fileView, type FileView, viewBelow } from './file-view.js';
import type { ListedFile } from './host-files.js';
import { textOf } from './open-workspace.js';
import { FOLDERS } from './paths.js';
import { refusal, type WorkspaceProblem } from './problems.js';

const MEGABYTE = 1_000_000;
const MOST_BYTES = 2000 * MEGABYTE;
/** Longer ones do not fit into a string. */
const MOST_BYTES_A_FILE = 500 * MEGABYTE;

type Loading<T> = Result<T, readonly WorkspaceProblem[]>;

export interface LoadRecordInput {
  readonly host: Host;
  /** The folder of the record, in a county's folder or anywhere else. */
  readonly dir: string;
}

/** All files below the folder, hidden ones included, by path with `/`. Bytes that are no UTF-8 become U+FFFD; a BOM stays. */
export const loadRecord = ({ host, dir }: LoadRecordInput): Loading<RecordTexts> => {
  const folder = resolve(host.cwd(), dir);
  const view = viewOf(host, folder);
  if (!view.ok) return view;
  const listed = view.value.list('');
  if (!listed.ok) return listed;
  if (listed.value === undefined) return err([refusal('record-missing', { folder })]);
  const refused = refusals(folder, listed.value);
  if (refused.length > 0) return err(refused);
  const texts = new Map<string, string>();
  for (const { path } of listed.value) {
    const bytes = view.value.read(path);
    if (!bytes.ok) return bytes;
    if (bytes.value !== undefined) texts.set(path, textOf(bytes.value));
  }
  return ok(texts);
};

/** A record that stands in a county's folder is seen with the county's commit on its way. */
const viewOf = (host: Host, folder: string): Loading<FileView> => {
  const parent = dirname(folder);
  if (basename(parent) !== FOLDERS.records) return fileView(host, folder);
  const county = fileView(host, dirname(parent));
  return county.ok ? ok(viewBelow(county.value, `${FOLDERS.records}/${basename(folder)}`)) : county;
};

/** Somebody else's folder may hold anything: links out of it, pipes that never end. */
const refusals = (folder: string, files: readonly ListedFile[]): readonly WorkspaceProblem[] => {
  const odd = files.filter(({ kind }) => kind !== 'file');
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const isTooLarge = bytes > MOST_BYTES || files.some((file) => file.bytes > MOST_BYTES_A_FILE);
  return [
    ...odd.map(({ path, kind }) => refusal('path-refused', { path, reason: kind === 'symlink' ? 'symlink' : 'not-a-file' })),
    ...(isTooLarge ? [refusal('record-too-large', { folder, megabytes: Math.ceil(bytes / MEGABYTE) })] : []),
  ];
};
