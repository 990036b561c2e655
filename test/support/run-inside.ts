/** Runs the built program without a process: the same words, a tenth of the time. */
import { nodeHost } from '../../packages/cli/dist/host.js';
import { run } from '../../packages/cli/dist/program.js';
import { type Ran, secondsOf } from './run-ssj.js';

export const ssjInside = async (args: readonly string[], { dir, at }: { readonly dir: string; readonly at: string }): Promise<Ran> => {
  let stdout = '';
  let stderr = '';
  const host = nodeHost();
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
