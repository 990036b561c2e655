/** From a change set to the changed folder, or to the folder as it was. */
import { join } from 'node:path';
import { err, type LedgerHead, ok, type ReadLedger, readLedger, type Result } from '@shuangsuiji/core';
import type { Host } from '../host.js';
import type { ChangeSet, NewFile } from './change-set.js';
import { checkPath } from './check-path.js';
import { errnoOf, errorPath, fileSystemProblem } from './file-system-problem.js';
import { linesIn } from './lines-in.js';
import { FILES } from './paths.js';
import { refusal, type WorkspaceProblem } from './problems.js';
import { rollForward } from './roll-forward.js';
import { stage, type StagedFile } from './stage.js';

export interface CommitInput {
  readonly host: Host;
  readonly dir: string;
  readonly command: string;
  readonly change: Omit<ChangeSet<unknown>, 'value'>;
  readonly signal?: AbortSignal;
}

type Outcome<T> = Result<T, readonly WorkspaceProblem[]>;

/**
 * Makes the change. Call it under the lock, with no other commit on its way.
 *
 * @throws RangeError for ledger lines that do not follow their head, or a path twice
 */
export const commit = async ({ host, dir, command, change, signal }: CommitInput): Promise<Outcome<undefined>> => {
  const { files, removals = [], folders = [] } = change;
  const paths = [...files.map(({ path }) => path), ...removals, ...(change.ledger === undefined ? [] : [FILES.ledger])];
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined) throw new RangeError(`commit: ${twice} stands in the change set twice`);
  try {
    const refused = [
      ...paths.flatMap((path) => checkPath({ host, dir, path, wants: 'file' })),
      ...folders.flatMap((path) => checkPath({ host, dir, path, wants: 'folder' })),
    ];
    if (refused.length > 0) return err(refused);
    const staged = [...files.map((file) => toStage({ host, dir, file })), ledgerToStage({ host, dir, ledger: change.ledger })];
    const problems = staged.flatMap((file) => (file.ok ? [] : file.error));
    if (problems.length > 0) return err(problems);
    const toWrite = staged.flatMap((file) => (file.ok && file.value !== undefined ? [file.value] : []));
    const gone = removals.filter((path) => host.stat(join(dir, path)) !== undefined);
    const missing = folders.filter((path) => host.stat(join(dir, path)) === undefined);
    if (toWrite.length + gone.length + missing.length === 0) return ok(undefined);
    const counts = await stage({ host, dir, command, folders: missing, files: toWrite, removals: gone, ...(signal === undefined ? {} : { signal }) });
    return counts.ok ? putInPlace({ host, dir }) : counts;
  } catch (error) {
    return err([fileSystemProblem(error, 'writing', dir)]);
  }
};

/** From here on the change counts: trouble is a matter of later. */
const putInPlace = ({ host, dir }: Pick<CommitInput, 'host' | 'dir'>): Outcome<undefined> => {
  try {
    const done = rollForward({ host, dir });
    return done.ok ? ok(undefined) : done;
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === '') throw error;
    return err([refusal('commit-pending', { path: errorPath(error), errno })]);
  }
};

interface ToStageInput {
  readonly host: Host;
  readonly dir: string;
  readonly file: NewFile;
}

/** `undefined` where the file is there with these very bytes. */
const toStage = ({ host, dir, file: { path, content, mode = 0o644, isImmutable = false } }: ToStageInput): Outcome<StagedFile | undefined> => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const target = join(dir, path);
  const found = host.stat(target) === undefined ? undefined : host.readFile(target);
  if (found !== undefined && Buffer.compare(found, bytes) === 0) return ok(undefined);
  if (isImmutable && found !== undefined) return err([refusal('would-overwrite', { path })]);
  return ok({ path, bytes, mode, ...(isImmutable ? { over: '' } : {}) });
};

interface LedgerToStageInput {
  readonly host: Host;
  readonly dir: string;
  readonly ledger: { readonly text: string; readonly expectedHead: LedgerHead } | undefined;
}

/** The whole ledger with its new lines: renamed into place it needs no room that might be missing by then. */
const ledgerToStage = ({ host, dir, ledger }: LedgerToStageInput): Outcome<StagedFile | undefined> => {
  if (ledger === undefined || ledger.text === '') return ok(undefined);
  const target = join(dir, FILES.ledger);
  const before = host.stat(target) === undefined ? undefined : host.readFile(target);
  const { head, problems } = checkedLedger(before ?? new Uint8Array(), host);
  const { expectedHead } = ledger;
  if (head.digest !== expectedHead.digest) return err([refusal('ledger-moved', { expected: expectedHead.seq, found: head.seq })]);
  const bytes = Buffer.concat([before ?? new Uint8Array(), Buffer.from(ledger.text)]);
  const after = checkedLedger(bytes, host);
  if (errorsIn(after.problems) > errorsIn(problems) || after.torn !== '') throw new RangeError('commit: the ledger lines do not follow their head');
  return ok({ path: FILES.ledger, bytes, mode: 0o644, over: before === undefined ? '' : host.hashBytes(before) });
};

/** Only whether it holds: no entry is kept. */
const checkedLedger = (bytes: Uint8Array, { hash }: Host): ReadLedger => readLedger({ file: FILES.ledger, pieces: linesIn(bytes), keeps: new Set(), hash });

const errorsIn = (problems: readonly { readonly severity: string }[]): number => problems.filter(({ severity }) => severity === 'error').length;
