/** Does something as the only command in a county's folder, after clearing up behind stopped ones. */
import { err, type Result } from '@shuangsuiji/core';
import { fileSystemProblem } from './file-system-problem.js';
import { type LockInput, releaseLock, takeLock } from './lock.js';
import type { WorkspaceProblem } from './problems.js';
import { recover } from './recover.js';

/** @param work - gets what was mended on the way, as warnings; they also stand before the problems it returns */
export const withLock = async <T, P>(
  input: LockInput,
  work: (notices: readonly WorkspaceProblem[]) => Promise<Result<T, readonly P[]>>,
): Promise<Result<T, readonly (P | WorkspaceProblem)[]>> => {
  const { host, dir } = input;
  try {
    const lock = await takeLock(input);
    if (!lock.ok) return lock;
    try {
      const recovered = await recover({ host, dir });
      if (!recovered.ok) return recovered;
      const done = await work(recovered.value);
      return done.ok ? done : err([...recovered.value, ...done.error]);
    } finally {
      releaseLock({ host, dir, name: lock.value });
    }
  } catch (error) {
    return err([fileSystemProblem(error, 'writing', dir)]);
  }
};
