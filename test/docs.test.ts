import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'packages/cli/dist/bin.js');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ssj-readme-'));
  cpSync(join(root, 'data/county'), join(folder, 'data/county'), { recursive: true });
  cpSync(join(root, 'test/replay.py'), join(folder, 'test/replay.py'));
  cpSync(join(root, 'test/replay'), join(folder, 'test/replay'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The README's year: sealed in the morning, the lottery drawn at night, revealed after the last visit. */
const timeOf = (command: string): string => {
  if (/^ssj (?:draw|publish draw)/.test(command) && !revealed) return '2026-03-02T21:40:00+08:00';
  return revealed || command.startsWith('ssj reveal') ? '2026-12-02T09:00:00+08:00' : '2026-03-02T10:00:00+08:00';
};
let revealed = false;
let cwd = '';

const runCommand = (command: string): string => {
  const [, to] = /^cd (\S+)$/.exec(command) ?? [];
  if (to !== undefined) {
    cwd = join(cwd, to);
    return '';
  }
  const shell = command.replace(/^ssj /, `"${process.execPath}" "${bin}" `);
  const env = { ...process.env, SOURCE_DATE_EPOCH: String(Date.parse(timeOf(command)) / 1000) };
  const run = spawnSync('sh', ['-c', shell], { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 26 });
  expect(run.status, `${command}\n${run.stderr}`).toBe(0);
  if (command.startsWith('ssj reveal')) revealed = true;
  return run.stdout;
};

/** `…` stands for what differs from run to run; on a line of its own for any lines. */
const asPattern = (expected: string): RegExp => {
  const lines = expected.split('\n').map((line) => (line === '…' ? '[\\s\\S]*?' : line.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')));
  return new RegExp(`^${lines.join('\n')}\\s*$`);
};

const blocks = (text: string): readonly string[] => [...text.matchAll(/```console\n([\s\S]*?)```/g)].map(([, block = '']) => block);

test('every console block of the README does what it shows', () => {
  cwd = folder;
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  let commands = 0;
  for (const block of blocks(readme)) {
    for (const part of block.split(/^\$ /m).filter((text) => text.trim() !== '')) {
      const [command = '', ...shown] = part.split('\n');
      expect(runCommand(command), command).toMatch(asPattern(shown.join('\n').trimEnd()));
      commands += 1;
    }
  }
  expect(commands).toBeGreaterThan(12);
});
