/** Runs the built program and the second implementation as a person would: another process, its words, its exit code. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
const BIN = join(ROOT, 'packages/cli/dist/bin.js');
const REPLAY = join(ROOT, 'test/replay.py');
if (!existsSync(BIN)) throw new Error(`${BIN} is missing: build first (npm run build)`);

export interface Ran {
  /** `null` where a signal ended it. */
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** The county's folder, given as --dir. */
  readonly dir?: string;
  readonly cwd?: string;
  /** RFC 3339: the clock of the program, fixed by SOURCE_DATE_EPOCH. */
  readonly at?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Runs as this user and group. Only root can. */
  readonly user?: number;
  /** Runs through a shell that first does this, such as `ulimit -f 8`. */
  readonly shell?: string;
  /** Another Node than the one of the tests. */
  readonly node?: string;
  /** A longer run is killed and fails the test. */
  readonly seconds?: number;
}

export const secondsOf = (at: string): string => String(Date.parse(at) / 1000);

const environment = ({ at, env = {} }: RunOptions): NodeJS.ProcessEnv => {
  const { NODE_OPTIONS: _, SOURCE_DATE_EPOCH: __, NO_COLOR: ___, FORCE_COLOR: ____, COLUMNS: _____, ...own } = process.env;
  return { ...own, ...(at === undefined ? {} : { SOURCE_DATE_EPOCH: secondsOf(at) }), ...env };
};

const argsOf = (args: readonly string[], { dir }: RunOptions): readonly string[] => [BIN, ...args, ...(dir === undefined ? [] : ['--dir', dir])];

/** Runs one command to its end. */
export const ssj = (args: readonly string[], options: RunOptions = {}): Ran => {
  const { cwd, user, shell, node = process.execPath, seconds = 110 } = options;
  const words = argsOf(args, options);
  const common = { encoding: 'utf8', env: environment(options), maxBuffer: 2 ** 28, timeout: seconds * 1000, killSignal: 'SIGKILL', ...(cwd === undefined ? {} : { cwd }), ...(user === undefined ? {} : { uid: user, gid: user }) } as const;
  const ran = shell === undefined ? spawnSync(node, words, common) : spawnSync('bash', ['-c', `${shell}; exec "$0" "$@"`, node, ...words], common);
  if (ran.error !== undefined) throw ran.error;
  return { exit: ran.status, stdout: ran.stdout, stderr: ran.stderr };
};

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ran>;
}

/** Starts one command, to be interrupted. */
export const startSsj = (args: readonly string[], options: RunOptions & { readonly onStderr?: (text: string) => void } = {}): Started => {
  const child = spawn(process.execPath, argsOf(args, options), { env: environment(options), stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (piece: Buffer) => (stdout += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => {
    stderr += piece.toString();
    options.onStderr?.(stderr);
  });
  return { child, ended: new Promise((resolve) => child.on('close', (exit) => resolve({ exit, stdout, stderr }))) };
};

/** The second implementation on a record. */
export const replay = (record: string): Ran => {
  const ran = spawnSync('python3', [REPLAY, record], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (ran.error !== undefined) throw ran.error;
  return { exit: ran.status, stdout: ran.stdout, stderr: ran.stderr };
};

/** What ran must end so; otherwise its words are in the failure. */
export const mustEnd = (ran: Ran, exit = 0): Ran => {
  if (ran.exit !== exit) throw new Error(`ended with ${String(ran.exit)}, not ${exit}\n${ran.stdout}${ran.stderr}`);
  return ran;
};

/** The one document of --json. */
export interface JsonOutput {
  readonly format: string;
  readonly command: string;
  readonly exit: number;
  readonly data: Record<string, never>;
  readonly problems: readonly { readonly code: string; readonly severity: string; readonly text: string; readonly where: Record<string, unknown>; readonly fields: Record<string, unknown> }[];
}

export const jsonOf = ({ stdout }: Ran): JsonOutput => JSON.parse(stdout) as JsonOutput;

/** Each problem as one line, however the terminal broke it. */
export const paragraphs = (stderr: string): readonly string[] => stderr.replace(/\n +/g, '').split('\n').filter((line) => line !== '');

/** Codes of the problems on stderr, in order. */
export const codesIn = (stderr: string): readonly string[] => paragraphs(stderr).flatMap((line) => /（([a-z0-9-]+)）$/i.exec(line)?.[1] ?? []);
