/** Kills a process of the program at a moment that was chosen by what it has on the disk by then. */
import { existsSync, type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { type Ran, type RunOptions, startSsj } from './run-ssj.js';

/** From when on the delay counts: the start of the process, its lock, its first staged file, its commit. */
export const AIMS = ['start', 'lock', 'staged', 'commit'] as const;
export type Aim = (typeof AIMS)[number];
/** Milliseconds from the start of a process that nobody stops to each of these, and to its end. */
export type Times = Readonly<Record<Aim | 'end', number>>;

const CORNER = '.ssj';
const aimOf = (name: string | null): Aim => {
  if (name === 'commit') return 'commit';
  return name?.startsWith('staged-') === true ? 'staged' : 'lock';
};

/** Tells once of each thing that appears in the folder; watching costs the process nothing. */
const onAppearing = (dir: string, told: (aim: Aim) => void): (() => void) => {
  const heard = new Set<Aim>();
  const tell = (aim: Aim): void => {
    if (!heard.has(aim)) told(aim);
    heard.add(aim);
  };
  let corner: FSWatcher | undefined;
  const lookInside = (): void => {
    if (corner !== undefined || !existsSync(join(dir, CORNER))) return;
    try {
      corner = watch(join(dir, CORNER), (_, name) => tell(aimOf(name)));
      for (const name of ['', ...readdirSync(join(dir, CORNER))]) tell(aimOf(name));
    } catch {
      // It came and went.
    }
  };
  const county = watch(dir, lookInside);
  return () => {
    county.close();
    corner?.close();
  };
};

export interface KillInput extends RunOptions {
  readonly dir: string;
  readonly words: readonly string[];
  readonly aim: Aim;
  /** Milliseconds. */
  readonly delay: number;
}

/** `exit` is `null` where it was killed. */
export const killAt = async ({ words, aim, delay, ...options }: KillInput): Promise<Ran> => {
  const { child, ended } = startSsj(words, options);
  const shoot = (): void => {
    const rest = delay % 1;
    setTimeout(() => {
      // Timers know whole milliseconds only, and a file is written in less.
      const end = performance.now() + rest;
      while (performance.now() < end);
      child.kill('SIGKILL');
    }, Math.floor(delay));
  };
  const stop = onAppearing(options.dir, (seen) => (seen === aim ? shoot() : undefined));
  if (aim === 'start') shoot();
  const ran = await ended;
  stop();
  return ran;
};

/** How long the parts of a command take here. Needs a folder in which it succeeds. */
export const timesOf = async (words: readonly string[], options: RunOptions & { readonly dir: string }): Promise<Times> => {
  const began = performance.now();
  const times: Partial<Record<Aim, number>> = {};
  const stop = onAppearing(options.dir, (aim) => (times[aim] = performance.now() - began));
  await startSsj(words, options).ended;
  stop();
  const end = performance.now() - began;
  return { start: 0, lock: times.lock ?? end, staged: times.staged ?? end, commit: times.commit ?? end, end };
};
