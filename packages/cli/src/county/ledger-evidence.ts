/** Is what the ledger speaks of still there, and does nothing there know more than the ledger? */
import { type DrawId, firstStrangeLine, hadHead, PATHS, sealedHead } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import type { AnyProblem } from '../messages/any-problem.js';
import { textOf, type Workspace } from '../workspace/open-workspace.js';
import { recordFolder } from '../workspace/paths.js';
import { drawsOf } from './draws.js';

/** Records that are gone or know lines the ledger lacks; published workbooks that are not what was registered. */
export const ledgerEvidence = ({ host }: Context, workspace: Workspace): readonly AnyProblem[] => [...recordProblems(workspace), ...publishedProblems(host.hashBytes, workspace)];

const recordProblems = (workspace: Workspace): readonly AnyProblem[] => {
  const { files, ledger, ledgerBytes, records } = workspace;
  const known = new Set(drawsOf(ledger).map(({ drawId }) => drawId));
  return [...new Set([...known, ...records])].flatMap((drawId): readonly AnyProblem[] => {
    const read = files.read(`${recordFolder(drawId)}/${PATHS.ledger}`);
    if (!read.ok) return read.error;
    if (read.value === undefined) return [{ code: 'record-gone', severity: 'error', fields: { drawId } }];
    const heads = headProblems(workspace, drawId);
    if (isBeginning(read.value, ledgerBytes)) return heads;
    const row = firstStrangeLine(textOf(read.value), workspace.ledgerText);
    return row === undefined ? heads : [{ code: 'ledger-behind-record', severity: 'error', fields: { drawId, row } }, ...heads];
  });
};

/** The head that was fixed by the seal, and published with it. */
const headProblems = ({ files, ledger }: Workspace, drawId: DrawId): readonly AnyProblem[] => {
  const file = `${recordFolder(drawId)}/${PATHS.sealed}`;
  const read = files.read(file);
  if (!read.ok) return read.error;
  const head = read.value === undefined ? undefined : sealedHead(textOf(read.value));
  if (head === undefined) return [{ code: 'document-missing', severity: 'error', where: { file }, fields: {} }];
  return hadHead(ledger.digests, head) ? [] : [{ code: 'sealed-head-differs', severity: 'error', fields: { drawId, seq: head.seq, digest: head.digest } }];
};

const isBeginning = (own: Uint8Array, whole: Uint8Array): boolean => Buffer.compare(own, whole.subarray(0, own.length)) === 0;

const publishedProblems = (digestOf: (bytes: Uint8Array) => string, { files, ledger }: Workspace): readonly AnyProblem[] => {
  const published = ledger.entries.flatMap((entry) => (entry.type === 'published' ? [entry.body] : []));
  return published.flatMap(({ file, document }): readonly AnyProblem[] => {
    const read = files.read(file);
    if (!read.ok) return read.error;
    if (read.value === undefined) return [{ code: 'published-gone', severity: 'warning', fields: { file } }];
    return digestOf(read.value) === document ? [] : [{ code: 'published-differs', severity: 'error', fields: { file } }];
  });
};
