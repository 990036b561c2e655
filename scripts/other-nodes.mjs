// Fetches other majors of Node into .cache/nodes/<major>/bin, for test/other-nodes.test.ts; what cannot be had is skipped.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const MAJORS = ['22', '24', '26'];
const windows = process.platform === 'win32';

/** Where the test looks, too. */
const folder = process.env.SSJ_NODES ?? join(import.meta.dirname, '..', '.cache', 'nodes');

/** The npm package `node` only chooses one of these, by a script; its name says which. */
const packageName = () => {
  const system = windows ? 'win' : process.platform;
  return `node-${system === 'darwin' && process.arch === 'arm64' ? 'bin-' : ''}${system}-${process.arch}`;
};

const versionOf = (node) => {
  const ran = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return ran.status === 0 ? ran.stdout.trim() : undefined;
};

const fetchMajor = (major) => {
  const target = join(folder, major);
  const name = windows ? 'node.exe' : 'node';
  const node = join(target, 'bin', name);
  if (existsSync(node)) return versionOf(node);
  const loading = join(folder, `loading-${major}`);
  mkdirSync(loading, { recursive: true });
  const args = ['install', '--prefix', loading, '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', `${packageName()}@${major}`];
  spawnSync('npm', args, { cwd: loading, shell: windows, stdio: 'ignore', timeout: 180_000 });
  const installed = join(loading, 'node_modules', packageName(), 'bin', name);
  const version = existsSync(installed) ? versionOf(installed) : undefined;
  if (version !== undefined) cpSync(installed, node);
  rmSync(loading, { recursive: true, force: true });
  return version;
};

for (const major of MAJORS) {
  const version = fetchMajor(major);
  process.stderr.write(version === undefined ? `· Node ${major} 无法安装，跳过\n` : `· Node ${version}\n`);
}
