/** Changes a county's folder, or with `--dry-run` only works out what would be changed. */
import type { Context } from '../context.js';
import type { AnyProblem } from '../messages/any-problem.js';
import type { ChangeSet } from '../workspace/change-set.js';
import { change } from '../workspace/change.js';
import { type County, countyFolder, countyOf, openCounty, type Outcomes } from './county.js';

export interface ChangeCountyInput<T> {
  readonly context: Context;
  /** For whoever finds the folder locked. */
  readonly command: string;
  readonly build: (county: County) => Promise<Outcomes<ChangeSet<T>>>;
}

export interface ChangedCounty<T> {
  readonly value: T;
  /** Warnings of what was mended on the way. */
  readonly notices: readonly AnyProblem[];
}

export const changeCounty = async <T>({ context, command, build }: ChangeCountyInput<T>): Promise<Outcomes<ChangedCounty<T>>> => {
  if (context.options.dryRun) {
    const county = openCounty(context);
    if (!county.ok) return county;
    const built = await build(county.value);
    return built.ok ? { ok: true, value: { value: built.value.value, notices: [] } } : built;
  }
  const dir = countyFolder(context);
  if (!dir.ok) return dir;
  const stop = new AbortController();
  const stopListening = context.host.onInterrupt(() => stop.abort());
  try {
    return await change<T, AnyProblem>({
      host: context.host,
      dir: dir.value,
      command,
      signal: stop.signal,
      build: async (workspace) => {
        const county = countyOf(context, workspace);
        return county.ok ? build(county.value) : county;
      },
    });
  } finally {
    stopListening();
  }
};

