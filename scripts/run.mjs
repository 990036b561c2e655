// Runs the root scripts on a machine that has Node and nothing else: installs what is missing, builds what is stale, then does the work.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyAssets } from './copy-assets.mjs';
import { lintSteps } from './lint-steps.mjs';
import { reportOf } from './test-report.mjs';

const root = join(import.meta.dirname, '..');
const windows = process.platform === 'win32';
const bin = (name) => join(root, 'node_modules', '.bin', windows ? `${name}.cmd` : name);

const run = (command, args, options = {}) => {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: windows, ...options });
  if (done.error !== undefined) throw done.error;
  return done.status ?? 1;
};
const must = (command, args, options) => {
  const status = run(command, args, options);
  if (status !== 0) process.exit(status);
};
const say = (text) => process.stderr.write(`· ${text}\n`);

/** Installs once for each state of the lock file. */
const ensureInstalled = () => {
  const lock = createHash('sha256').update(readFileSync(join(root, 'pnpm-lock.yaml'))).digest('hex');
  const mark = join(root, 'node_modules', '.ssj-installed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  say('安装依赖（首次运行需要几分钟）…');
  must('npx', ['-y', 'pnpm@10.34.9', 'install', '--frozen-lockfile', '--reporter=silent'], { stdio: ['ignore', 'ignore', 'inherit'] });
  writeFileSync(mark, lock);
};

const build = () => {
  ensureInstalled();
  must(bin('tsc'), ['-b']);
  copyAssets(root);
};

/** The built command, in the folder the person stands in. */
const ssj = (args) => run(process.execPath, [join(root, 'packages/cli/dist/bin.js'), ...args], { cwd: process.env.INIT_CWD ?? process.cwd(), shell: false });

const test = (args) => {
  build();
  const steps = lintSteps(bin).map(({ name, command, args: given }) => {
    say(name);
    return { name, passed: run(command, given) === 0 };
  });
  const file = join(root, 'node_modules', '.vitest-report.json');
  const status = run(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args]);
  const { line, ok } = reportOf({ steps, file, status });
  process.stdout.write(`${line}\n`);
  return ok ? 0 : 1;
};

const [task, ...args] = process.argv.slice(2);
const tasks = {
  build: () => (build(), 0),
  demo: () => (build(), ssj(['demo', ...args])),
  ssj: () => (existsSync(join(root, 'packages/cli/dist/bin.js')) ? undefined : build(), ssj(args)),
  lint: () => (ensureInstalled(), lintSteps(bin).reduce((worst, { command, args: given }) => Math.max(worst, run(command, given)), 0)),
  test: () => test(args),
  bench: () => (build(), run(process.execPath, ['--expose-gc', join(root, 'test/bench/bench.mjs'), ...args])),
  fairness: () => (build(), run(process.execPath, [join(root, 'test/fairness/fairness.mjs'), ...args])),
  mutation: () => (ensureInstalled(), run(process.execPath, [join(root, 'scripts/mutation/mutation.mjs'), ...args])),
  data: () => (build(), run(process.execPath, [join(root, 'data/make-county.mjs'), ...args])),
};
if (!(task in tasks)) {
  process.stderr.write(`usage: node scripts/run.mjs ${Object.keys(tasks).join('|')}\n`);
  process.exit(2);
}
process.exit(tasks[task]());
