/** Writes one file that a person asked for, and never over another. */
import { dirname } from 'node:path';
import type { Context } from '../context.js';
import { fileSystemProblem } from '../workspace/file-system-problem.js';
import { failed, type Outcomes } from './county.js';

/** With `--dry-run` everything is checked and nothing written. */
export const writeOutput = ({ host, options }: Context, file: string, bytes: Uint8Array, mode = 0o644): Outcomes<undefined> => {
  try {
    if (host.stat(file) !== undefined) return failed({ code: 'output-exists', severity: 'error', fields: { file } });
    host.checkWritable(dirname(file));
    if (!options.dryRun) host.writeNew(file, bytes, mode);
    return { ok: true, value: undefined };
  } catch (error) {
    if (!options.dryRun) {
      try {
        // A full disk leaves the beginning of a file behind.
        if (host.stat(file) !== undefined) host.removeFile(file);
      } catch {
        // The first error says what is wrong.
      }
    }
    return failed(fileSystemProblem(error, 'writing', file));
  }
};
