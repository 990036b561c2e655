/** Reads one file that a person named. */
import { resolve } from 'node:path';
import type { Context } from '../context.js';
import { fileProblemOf } from '../excel/file-problem-of.js';
import { failed, type Outcomes } from './county.js';

export const readInput = ({ host }: Pick<Context, 'host'>, file: string): Outcomes<Uint8Array> => {
  try {
    return { ok: true, value: host.readFile(resolve(host.cwd(), file)) };
  } catch (error) {
    return failed(fileProblemOf(file, error));
  }
};
