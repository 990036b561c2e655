/** Writes a new folder of texts, and never into one that is there. */
import { dirname, join } from 'node:path';
import type { RecordTexts } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import { makeFolders } from '../workspace/check-path.js';
import { asFarAsPossible, fileSystemProblem } from '../workspace/file-system-problem.js';
import { failed, type Outcomes } from './county.js';

/** With `--dry-run` everything is checked and nothing written. What fails halfway is taken away again. */
export const writeFolder = ({ host, options }: Context, folder: string, texts: RecordTexts): Outcomes<undefined> => {
  const made: string[] = [];
  const files: string[] = [];
  try {
    if (host.stat(folder) !== undefined) return failed({ code: 'output-exists', severity: 'error', fields: { file: folder } });
    host.checkWritable(dirname(folder));
    if (options.dryRun) return { ok: true, value: undefined };
    host.makeFolder(folder);
    made.push(folder);
    for (const [path, text] of texts) {
      made.push(...makeFolders(host, folder, dirname(path)));
      files.push(join(folder, path));
      host.writeNew(join(folder, path), Buffer.from(text, 'utf8'), 0o644);
    }
    return { ok: true, value: undefined };
  } catch (error) {
    for (const file of files.toReversed()) asFarAsPossible(() => host.removeFile(file));
    for (const one of made.toReversed()) asFarAsPossible(() => host.removeFolder(one));
    return failed(fileSystemProblem(error, 'writing', folder));
  }
};
