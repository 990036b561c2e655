// Runs whole commands as people do, each in a process of its own.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const TIME = '/usr/bin/time';
const bin = join(import.meta.dirname, '../../packages/cli/dist/bin.js');

/** A day within the year of the sample county, the same for every command: 2026-03-02T10:00:00+08:00. */
const env = { ...process.env, SOURCE_DATE_EPOCH: '1772416800', NO_COLOR: '1' };

/** Runs a program to its end. @throws Error with its last words unless it exits 0 */
export const runProgram = (command, args, more = {}) => {
  const done = spawnSync(command, args, { encoding: 'utf8', env: { ...env, ...more }, maxBuffer: 2 ** 28 });
  if (done.error !== undefined) throw done.error;
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')} ends with ${done.status}: ${done.stderr.slice(-400)}`);
  return done;
};

export const ssj = (...args) => runProgram(process.execPath, [bin, ...args]);

/** Whether a program is there at all. */
export const isThere = (command) => spawnSync(command, ['--version']).status === 0;

/**
 * Runs Node to its end. @returns what it wrote, and its peak memory in MB
 * GNU time starts it from a small process; without one the process itself says at its end, and Linux may then count
 * the memory of the process that started it, if that was larger.
 */
export const runWithPeak = (args) => {
  const folder = mkdtempSync(join(tmpdir(), 'ssj-bench-peak-'));
  const file = join(folder, 'peak');
  try {
    const { stdout } = existsSync(TIME)
      ? runProgram(TIME, ['-f', '%M', '-o', file, process.execPath, ...args])
      : runProgram(process.execPath, ['--import', pathToFileURL(join(import.meta.dirname, 'write-peak.mjs')).href, ...args], { SSJ_BENCH_PEAK: file });
    return { stdout, megabytes: Number(readFileSync(file, 'utf8')) / 1024 };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Peak memory of one run of `ssj` in MB, outside the timing. */
export const peakMegabytes = (...args) => runWithPeak([bin, ...args]).megabytes;
