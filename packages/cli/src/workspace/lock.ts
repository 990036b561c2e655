/**
 * One command at a time. Every command writes a file of a name nobody else ever uses and then looks for others:
 * of two that come at once at least one sees the other and steps back, and the file of a dead command can be
 * removed by anybody at any time, since no living one will ever have its name (adr 0009).
 */
import { join } from 'node:path';
import { unescape } from 'node:querystring';
import { err, ok, type Result, timestampAt } from '@shuangsuiji/core';
import { z } from 'zod';
import type { Host } from '../host.js';
import { asFarAsPossible, errnoOf } from './file-system-problem.js';
import { CORNER } from './paths.js';
import { refusal, type WorkspaceProblem } from './problems.js';

export interface LockInput {
  readonly host: Host;
  readonly dir: string;
  /** For the message of whoever finds it locked. */
  readonly command: string;
}

/** `lock.<pid>.<mark>.<random>.<machine>`: alive or dead is told by the name alone, since the content may be half written. */
const LOCK_NAME = /^lock\.(\d+)\.(\d*)\.[0-9a-f]{16}\.(.+)$/;

/** How often two that met step back before one of them gives up. */
const ATTEMPTS = 12;

/** Takes the lock. @returns its file name, for {@link releaseLock}, or `workspace-locked` */
export const takeLock = async (input: LockInput): Promise<Result<string, readonly WorkspaceProblem[]>> => {
  const { host, dir } = input;
  const corner = join(dir, CORNER);
  for (let attempt = 1; ; attempt += 1) {
    const kind = host.stat(corner)?.kind ?? 'folder';
    if (kind !== 'folder') return err([refusal('path-refused', { path: CORNER, reason: kind === 'symlink' ? 'symlink' : 'not-a-folder' })]);
    const before = otherHolder(input, '');
    if (before !== undefined) return err([before]);
    const name = writeLock(input);
    const other = name === undefined ? undefined : secondLook(input, name);
    if (name !== undefined && other === undefined) return ok(name);
    if (name !== undefined) releaseLock({ host, dir, name });
    if (attempt === ATTEMPTS) return err([other ?? refusal('file-system-error', { path: corner, errno: 'ENOENT' })]);
    await host.pause(1 + (Number.parseInt(host.randomSecret().slice(0, 4), 16) % 40));
  }
};

/** Gives the lock back, and the corner if nothing else is in it. Never fails: a lock left behind by a dead command is void. */
export const releaseLock = ({ host, dir, name }: { readonly host: Host; readonly dir: string; readonly name: string }): void => {
  asFarAsPossible(() => host.removeFile(join(dir, CORNER, name)));
  asFarAsPossible(() => host.removeFolder(join(dir, CORNER)));
};

/** `undefined` where somebody cleared the corner away just now. */
const writeLock = ({ host, dir, command }: LockInput): string | undefined => {
  const corner = join(dir, CORNER);
  const name = `lock.${host.pid}.${host.mark}.${host.randomSecret().slice(0, 16)}.${encodeURIComponent(host.hostname)}`;
  try {
    host.makeFolder(corner);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  }
  // The office's own offset stands in settings that are not read yet.
  const time = host.now();
  const since = time.ok ? timestampAt(time.value.epochSeconds, '+08:00') : '';
  try {
    host.writeNew(join(corner, name), Buffer.from(JSON.stringify({ command, since })), 0o644);
    return name;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    // The file may be there without its content, or the corner without the file.
    releaseLock({ host, dir, name });
    throw error;
  }
};

const secondLook = (input: LockInput, name: string): WorkspaceProblem | undefined => {
  try {
    return otherHolder(input, name);
  } catch (error) {
    releaseLock({ ...input, name });
    throw error;
  }
};

/** The first living command that has a lock, other than `own`. The locks of dead ones are removed. */
const otherHolder = ({ host, dir }: LockInput, own: string): WorkspaceProblem | undefined => {
  const corner = join(dir, CORNER);
  if (host.stat(corner) === undefined) return undefined;
  for (const name of namesIn(host, corner)) {
    const [, pid = '', mark = '', encoded = ''] = name === own ? [] : (LOCK_NAME.exec(name) ?? []);
    if (pid === '') continue;
    const isOtherHost = encoded !== encodeURIComponent(host.hostname);
    const file = join(corner, name);
    if (isOtherHost || host.isAlive(Number(pid), mark)) {
      return refusal('workspace-locked', { pid: Number(pid), host: unescape(encoded), isOtherHost: isOtherHost ? 'yes' : 'no', ...contentOf(host, file), file });
    }
    asFarAsPossible(() => host.removeFile(file));
  }
  return undefined;
};

const namesIn = (host: Host, folder: string): readonly string[] => {
  try {
    return host.names(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
};

const contentSchema = z.object({ command: z.string(), since: z.string() });

/** For the message only; half written or gone, it says nothing. */
const contentOf = (host: Host, file: string): { readonly command: string; readonly since: string } => {
  try {
    return contentSchema.parse(JSON.parse(new TextDecoder().decode(host.readFile(file))));
  } catch (error) {
    if (errnoOf(error) === '' && !(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
    return { command: '', since: '' };
  }
};
