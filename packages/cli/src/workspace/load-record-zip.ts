/** The record of a draw out of one zip file (record-format R2.1); nothing is ever written. */
import { err, isDrawId, ok, type RecordTexts, type Result } from '@shuangsuiji/core';
import type { Host } from '../host.js';
import { MEGABYTE } from '../zip/is-bomb.js';
import { isZip } from '../zip/is-zip.js';
import { SIZE_LIMIT, unpack } from '../zip/unpack.js';
import { whileReading } from './file-system-problem.js';
import { textOf } from './open-workspace.js';
import { refusal, type WorkspaceProblem } from './problems.js';

export interface LoadRecordZipInput {
  readonly host: Host;
  /** Path of the zip file. */
  readonly file: string;
}

/** As `loadRecord` gives them; a file that is no zip at all is a record without files. */
export const loadRecordZip = ({ host, file }: LoadRecordZipInput): Result<RecordTexts, readonly WorkspaceProblem[]> =>
  whileReading<RecordTexts, WorkspaceProblem>(file, () => {
    const size = host.stat(file)?.bytes ?? 0;
    if (size > SIZE_LIMIT) return err([refusal('record-too-large', { folder: file, megabytes: Math.ceil(size / MEGABYTE) })]);
    const bytes = host.readFile(file);
    if (!isZip(bytes)) return ok(new Map());
    const unpacked = unpack(bytes);
    if (unpacked.ok) return ok(withoutTop(new Map([...unpacked.value].map(([name, content]) => [name, textOf(content)]))));
    const { name = '', reason } = unpacked.error;
    return err([reason === 'damaged' ? refusal('zip-damaged', { file, name }) : refusal('zip-refused', { file, name, reason })]);
  });

/** The record may stand in one folder of its draw's name. */
const withoutTop = (texts: RecordTexts): RecordTexts => {
  const [first = ''] = texts.keys();
  const top = first.slice(0, first.indexOf('/') + 1);
  const isWrapped = isDrawId(top.slice(0, -1)) && [...texts.keys()].every((name) => name.startsWith(top));
  return isWrapped ? new Map([...texts].map(([name, text]) => [name.slice(top.length), text])) : texts;
};
