/** Clears up after commands that were stopped, before a new one changes anything. */
import { join } from 'node:path';
import { err, ok, readLedger, type Result } from '@shuangsuiji/core';
import { removeFlatFolder } from './check-path.js';
import { whileReading } from './file-system-problem.js';
import { linesIn } from './lines-in.js';
import { CORNER, FILES, STAGED_PREFIX, tornLineFile } from './paths.js';
import { notice, type WorkspaceProblem } from './problems.js';
import { rollForward, type RollForwardInput } from './roll-forward.js';
import { stage } from './stage.js';

/** Call it under the lock. @returns what was mended, as warnings */
export const recover = async ({ host, dir }: RollForwardInput): Promise<Result<readonly WorkspaceProblem[], readonly WorkspaceProblem[]>> => {
  const completed = rollForward({ host, dir });
  if (!completed.ok) return completed;
  const corner = join(dir, CORNER);
  for (const name of host.names(corner)) if (name.startsWith(STAGED_PREFIX)) removeFlatFolder(host, join(corner, name));
  const cut = await cutTornLine({ host, dir });
  if (!cut.ok) return cut;
  const plan = completed.value;
  return ok([...(plan === undefined ? [] : [notice('commit-completed', { command: plan.command, files: plan.files.length })]), ...cut.value]);
};

/** A last line that was never finished says nothing; it is kept aside all the same (record-format R10.2). */
const cutTornLine = async ({ host, dir }: RollForwardInput): Promise<Result<readonly WorkspaceProblem[], readonly WorkspaceProblem[]>> => {
  const path = join(dir, FILES.ledger);
  if (host.stat(path) === undefined) return ok([]);
  const read = whileReading<Uint8Array, never>(path, () => ok(host.readFile(path)));
  if (!read.ok) return read;
  const bytes = read.value;
  const { head: { seq: rows }, torn } = readLedger({ file: FILES.ledger, pieces: linesIn(bytes), keeps: new Set(), hash: host.hash });
  if (torn === '') return ok([]);
  const end = endOfRow(bytes, rows);
  const file = freeName({ host, dir });
  const staged = await stage({
    host,
    dir,
    command: 'recover',
    folders: [],
    removals: [],
    files: [
      { path: file, bytes: bytes.subarray(end), mode: 0o644, over: '' },
      { path: FILES.ledger, bytes: bytes.subarray(0, end), mode: 0o644, over: host.hashBytes(bytes) },
    ],
  });
  if (!staged.ok) return err(staged.error);
  const done = rollForward({ host, dir });
  return done.ok ? ok([notice('ledger-cut', { row: rows + 1, file })]) : done;
};

/** In bytes, since a torn character has other lengths as text. */
const endOfRow = (bytes: Uint8Array, rows: number): number => {
  let end = 0;
  for (let row = 0; row < rows; row += 1) end = bytes.indexOf(0x0a, end) + 1;
  return end;
};

const freeName = ({ host, dir }: RollForwardInput): string => {
  let number = 1;
  while (host.stat(join(dir, tornLineFile(number))) !== undefined) number += 1;
  return tornLineFile(number);
};
