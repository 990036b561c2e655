/** Runs the built program without a process: the same words, a tenth of the time. */
import { type Host, nodeHost } from '../../packages/cli/dist/host.js';
import { run } from '../../packages/cli/dist/program.js';
import { type Ran, secondsOf } from './run-ssj.js';

export interface InsideOptions {
  readonly dir: string;
  /** RFC 3339 */
  readonly at: string;
  /** Called before every reading of the disk, until the program takes the lock. */
  readonly beforeReading?: () => void;
}

export const ssjInside = async (args: readonly string[], { dir, at, beforeReading }: InsideOptions): Promise<Ran> => {
  let stdout = '';
  let stderr = '';
  const host = beforeReading === undefined ? nodeHost() : watched(nodeHost(), beforeReading);
  const exit = await run([...args, '--dir', dir], {
    ...host,
    now: () => ({ ok: true, value: { epochSeconds: Number(secondsOf(at)), clock: 'fixed' } }),
    stdout: (text) => void (stdout += text),
    stderr: (text) => void (stderr += text),
    isTerminal: { stdin: false, stdout: false, stderr: false },
    columns: () => 80,
  });
  return { exit, stdout, stderr };
};

const watched = (host: Host, beforeReading: () => void): Host => {
  let isLocked = false;
  const hooked = <A extends readonly unknown[], R>(read: (...args: A) => R) => (...args: A): R => {
    if (!isLocked) beforeReading();
    return read(...args);
  };
  const makeFolder = (path: string): void => {
    isLocked = true;
    host.makeFolder(path);
  };
  return { ...host, readFile: hooked(host.readFile), stat: hooked(host.stat), list: hooked(host.list), names: hooked(host.names), makeFolder };
};
