import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ok, parseLedger } from '@shuangsuiji/core';
import { afterAll, expect, test } from 'vitest';
import { nodeHost } from '../host.js';
import { change } from './change.js';
import { childProgram } from './child.properties.js';
import { makeCounty, scratch } from './county.properties.js';

const host = nodeHost();
const root = scratch();
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Every change adds one ledger line and one record, and replaces the list by the number of records. `program.js dir times startAt` */
const program = `
import { ledgerLines, timestampAt } from '@shuangsuiji/core';
import { nodeHost } from './host.js';
import { change } from './workspace/change.js';
const [, , dir, times, startAt] = process.argv;
const host = nodeHost();
console.log('ready');
while (Date.now() < Number(startAt));
for (let time = 0; time < Number(times); time += 1) {
  const done = await change({ host, dir, command: 'child', build: ({ ledger: { head } }) => {
    const n = head.seq;
    const events = [{ type: 'published', body: { batch: String(n), list: 'plan', form: 'counts', file: 'x', document: host.hash(String(n)) } }];
    const text = ledgerLines({ head, at: timestampAt(1772414400 + n, '+08:00'), events, hash: host.hash }).text;
    const record = '批次/652722-2026-' + String(n).padStart(4, '0');
    return { ok: true, value: { files: [
      { path: record + '/sealed.json', content: 'x'.repeat(100 * n), isImmutable: true },
      { path: record + '.密钥.json', content: String(n), mode: 0o600 },
      { path: '公示/list.xlsx', content: String(n) },
    ], removals: n > 1 ? ['批次/652722-2026-' + String(n - 1).padStart(4, '0') + '.密钥.json'] : [], ledger: { text, expectedHead: head }, value: n } };
  } });
  console.log(done.ok ? 'done' : done.error.map(({ code }) => code).join());
}
`;
const path = childProgram(join(root, 'program'), program);

const startChild = (dir: string, times: number, startAt = 0): { readonly child: ChildProcess; readonly ended: Promise<readonly string[]>; readonly ready: Promise<void> } => {
  const child = spawn(process.execPath, [path, dir, String(times), String(startAt)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  let isReady: () => void;
  const ready = new Promise<void>((resolve) => (isReady = resolve));
  child.stdout!.on('data', (piece: Buffer) => {
    text += piece.toString();
    isReady();
  });
  const ended = new Promise<readonly string[]>((resolve) => child.on('close', () => resolve(text.trim().split('\n').slice(1))));
  return { child, ended, ready };
};

/** All three places tell of the same number of changes. @returns it */
const changesIn = (dir: string): number => {
  const ledger = parseLedger({ file: '', text: readFileSync(join(dir, '台账.jsonl'), 'utf8'), hash: host.hash });
  const n = ledger.entries.length - 1;
  expect(ledger.problems).toEqual([]);
  expect(readdirSync(dir).filter((name) => /^\.|损坏/.test(name))).toEqual([]);
  const records = readdirSync(join(dir, '批次')).filter((name) => !name.endsWith('.json'));
  expect(records.length).toBe(n);
  for (const record of records) expect(readFileSync(join(dir, '批次', record, 'sealed.json'), 'utf8')).toBe('x'.repeat(100 * Number(record.slice(-4))));
  expect(readdirSync(join(dir, '批次')).filter((name) => name.endsWith('.json')).length).toBe(Math.min(n, 1));
  if (n > 0) expect(readFileSync(join(dir, '公示/list.xlsx'), 'utf8')).toBe(String(n));
  return n;
};

test('a process killed at any moment leaves whole changes only', async () => {
  const dir = join(root, 'killed');
  await makeCounty(dir);
  let leftovers = 0;
  let last = 0;
  for (let round = 0; round < 30; round += 1) {
    const { child, ended, ready } = startChild(dir, 1000);
    await ready;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 150));
    child.kill('SIGKILL');
    const reported = (await ended).filter((line) => line === 'done').length;
    if (existsSync(join(dir, '.ssj'))) leftovers += 1;
    expect((await change({ host, dir, command: 'look', build: () => ok({ files: [], value: undefined }) })).ok).toBe(true);
    const now = changesIn(dir);
    expect(now - last, 'what was reported is there, and at most one change more').toBeGreaterThanOrEqual(reported);
    expect(now - last).toBeLessThanOrEqual(reported + 1);
    last = now;
  }
  console.log(`killed 30 times, ${leftovers} times within a change, ${last} changes made`);
});

test('of processes that come at once one wins at a time, and the others are told', async () => {
  const dir = join(root, 'raced');
  await makeCounty(dir);
  const heard = new Map<string, number>();
  for (let round = 0; round < 4; round += 1) {
    const startAt = Date.now() + 600;
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => startChild(dir, 12, startAt).ended));
    for (const line of outcomes.flat()) heard.set(line, (heard.get(line) ?? 0) + 1);
  }
  const done = heard.get('done') ?? 0;
  console.log(`raced: ${JSON.stringify(Object.fromEntries(heard))}`);
  expect([...heard.keys()].sort()).toEqual(['done', 'workspace-locked']);
  expect(changesIn(dir)).toBe(done);
});

test('a folder that the user may not write to, or read, is a problem and stays as it is', async () => {
  if (process.getuid?.() !== 0) {
    console.log('skipped: another user can only be tried by root');
    return;
  }
  const dir = join(root, 'foreign');
  await makeCounty(dir);
  chmodSync(root, 0o755);
  const tried = async (): Promise<string> => {
    const child = spawn(process.execPath, [path, dir, '1', '0'], { uid: 65534, gid: 65534, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (text += piece.toString()));
    await new Promise((resolve) => child.on('close', resolve));
    return text.trim().split('\n').at(-1)!;
  };
  expect(await tried()).toBe('folder-not-writable');
  expect(changesIn(dir)).toBe(0);
  chmodSync(dir, 0o777);
  chmodSync(join(dir, '公示'), 0o555);
  expect(await tried(), 'one folder inside').toBe('folder-not-writable');
  expect(changesIn(dir)).toBe(0);
  chmodSync(join(dir, '台账.jsonl'), 0);
  expect(await tried()).toBe('not-readable');
  expect(changesIn(dir)).toBe(0);
});
