/** Is the process that left something behind still there? A pid alone does not say: pids come round again after a restart. */
import { readFileSync } from 'node:fs';

/** When the process began, in the kernel's ticks; empty where the system does not say (anything but Linux). */
export const processMark = (pid: number): string => {
  try {
    // The second field is the program's name in brackets and may hold blanks: count from behind it (proc(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ');
    return fields?.[19] ?? '';
  } catch {
    return '';
  }
};

/** True unless it is certain that the process with this pid and mark has ended. */
export const isAlive = (pid: number, mark: string): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there and somebody else's.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const present = processMark(pid);
  return mark === '' || present === '' || mark === present;
};
