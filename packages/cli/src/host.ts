/** The only door to files, clock, terminal and randomness, so that commands run in tests without a process. */
import { hash as hashOf, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { ClockKind, HashText, Result } from '@shuangsuiji/core';
import type { HostFiles } from './workspace/host-files.js';
import { nodeFiles } from './workspace/node-files.js';
import { isAlive, processMark } from './workspace/process-mark.js';
import { refusal, type WorkspaceProblem } from './workspace/problems.js';

export interface Host extends HostFiles {
  readonly now: () => Result<HostTime, readonly WorkspaceProblem[]>;
  /** 64 hex characters of 32 random bytes. */
  readonly randomSecret: () => string;
  readonly hash: HashText;
  /** sha256 as 64 hex characters. */
  readonly hashBytes: (bytes: Uint8Array) => string;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly isTerminal: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean };
  /** Of the terminal; 80 where there is none. */
  readonly columns: () => number;
  /** One line from the terminal; `undefined` after Ctrl-C or Ctrl-D. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly environment: (name: string) => string | undefined;
  readonly cwd: () => string;
  readonly pid: number;
  /** Tells this process from an earlier one of the same pid; empty where the system does not say. */
  readonly mark: string;
  readonly hostname: string;
  readonly isAlive: (pid: number, mark: string) => boolean;
  /** Lets signals in. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Calls the listener on Ctrl-C or a request to end, instead of ending at once. @returns a function that stops listening */
  readonly onInterrupt: (listener: () => void) => () => void;
}

/** Whole seconds since 1970-01-01T00:00:00Z. */
export interface HostTime {
  readonly epochSeconds: number;
  /** `fixed` where SOURCE_DATE_EPOCH set it. */
  readonly clock: ClockKind;
}

/** The machine this runs on. Installs nothing but a listener that keeps a closed pipe (`ssj … | head`) from being a fault. */
export const nodeHost = (): Host => {
  for (const stream of [process.stdout, process.stderr]) if (stream.listenerCount('error') === 0) stream.on('error', ignoreClosedPipe);
  return {
    ...nodeFiles,
    now: () => timeOf(process.env.SOURCE_DATE_EPOCH),
    randomSecret: () => randomBytes(32).toString('hex'),
    hash: (text) => hashOf('sha256', text, 'hex'),
    hashBytes: (bytes) => hashOf('sha256', bytes, 'hex'),
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    isTerminal: { stdin: process.stdin.isTTY === true, stdout: process.stdout.isTTY === true, stderr: process.stderr.isTTY === true },
    columns: () => process.stdout.columns ?? process.stderr.columns ?? 80,
    ask,
    environment: (name) => process.env[name],
    cwd: () => process.cwd(),
    pid: process.pid,
    mark: processMark(process.pid),
    hostname: hostname(),
    isAlive,
    pause: (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds)),
    onInterrupt,
  };
};

const ignoreClosedPipe = (error: Error): void => {
  if (!('code' in error && error.code === 'EPIPE')) throw error;
};

/** The time of the clock, or the one that SOURCE_DATE_EPOCH fixes. */
export const timeOf = (fixed: string | undefined): Result<HostTime, readonly WorkspaceProblem[]> => {
  if (fixed === undefined || fixed === '') return { ok: true, value: { epochSeconds: Math.floor(Date.now() / 1000), clock: 'system' } };
  // 253402300799 is the last second of the year 9999: later times have no place in RFC 3339.
  const isWhole = /^\d{1,12}$/.test(fixed) && Number(fixed) <= 253402300799;
  return isWhole ? { ok: true, value: { epochSeconds: Number(fixed), clock: 'fixed' } } : { ok: false, error: [refusal('clock-invalid', { value: fixed })] };
};

/** On stderr, since stdout is for data. */
const ask = async (question: string): Promise<string | undefined> => {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    // After Ctrl-C or Ctrl-D the answer never comes, only `close`.
    const closed = new Promise<undefined>((resolve) => void terminal.once('close', () => resolve(undefined)));
    return await Promise.race([terminal.question(question), closed]);
  } finally {
    terminal.close();
  }
};

const onInterrupt = (listener: () => void): (() => void) => {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, listener);
  return () => {
    for (const signal of signals) process.off(signal, listener);
  };
};
