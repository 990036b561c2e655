import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, parseLedger, type Result } from '@shuangsuiji/core';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type Host, nodeHost } from '../host.js';
import { change } from './change.js';
import type { ChangeSet } from './change-set.js';
import { contentOf, DEAD_PID, Died, type Fault, faultyHost, makeCounty, scratch, someLines, treeOf } from './county.properties.js';
import { openWorkspace, type Workspace } from './open-workspace.js';

const host = nodeHost();
const root = scratch();
let dir = '';
let count = 0;
const before = [
  { path: '批次/652722-2026-0001/manifest.json', content: 'old manifest' },
  { path: '批次/652722-2026-0001/sealed.json', content: 'sealed', isImmutable: true },
  { path: '批次/652722-2026-0001.密钥.json', content: 'secret', mode: 0o600 },
  { path: '公示/计划公示.xlsx', content: 'old list' },
];
beforeEach(async () => {
  count += 1;
  dir = join(root, `精河 ${count}`);
  await makeCounty(dir, before);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Everything a change can be: new, immutable, replaced, secret, gone, an empty folder, a ledger line. */
const wholeChange = (workspace: Workspace): ChangeSet<string> => ({
  files: [
    { path: '批次/652722-2026-0001/sealed.json', content: 'sealed', isImmutable: true },
    { path: '批次/652722-2026-0001/rounds/0/targets.jsonl', content: 'drawn\n', isImmutable: true },
    { path: '批次/652722-2026-0001/manifest.json', content: 'new manifest' },
    { path: '批次/652722-2026-0002.密钥.json', content: 'another secret', mode: 0o600 },
    { path: '公示/计划公示.xlsx', content: new Uint8Array([0, 255, 10]) },
  ],
  folders: ['派发/652722-2026-0001'],
  removals: ['批次/652722-2026-0001.密钥.json', '批次/never-there.json'],
  ledger: someLines(host, workspace.ledger.head),
  value: 'done',
});
const attempt = (on: Host, at = dir): Promise<Result<{ readonly value: string }, readonly { readonly code: string }[]>> =>
  change({ host: on, dir: at, command: 'test', build: (workspace) => ok(wholeChange(workspace)) });
/** Opens for change and changes nothing. */
const reopen = (at = dir) => change({ host, dir: at, command: 'look', build: () => ok({ files: [], value: undefined }) });
const attemptSet = (set: Partial<ChangeSet<undefined>>) => change({ host, dir, command: 'test', build: () => ok({ files: [], value: undefined, ...set }) });
const codes = (result: Result<unknown, readonly { readonly code: string }[]>): readonly string[] => (result.ok ? [] : result.error.map(({ code }) => code));
const readView = (at: string): Readonly<Record<string, string>> => {
  const opened = openWorkspace({ host, dir: at });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const listed = opened.value.files.list('');
  if (!listed.ok) throw new Error('list');
  return Object.fromEntries(listed.value!.map(({ path }) => [path, Buffer.from((opened.value.files.read(path) as { value: Uint8Array }).value).toString('latin1')]));
};
const filesOnly = (tree: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(tree).filter(([path]) => !path.endsWith('/')).map(([path, text]) => [path, text.slice(text.indexOf(' ') + 1)]));

describe('a change', () => {
  test('puts everything in its place, with its mode, and leaves nothing else', async () => {
    expect(await attempt(host)).toEqual(ok({ value: 'done', notices: [] }));
    const tree = treeOf(dir);
    expect(tree['批次/652722-2026-0001/rounds/0/targets.jsonl']).toBe('644 drawn\n');
    expect(tree['批次/652722-2026-0002.密钥.json']).toBe('600 another secret');
    expect(tree['公示/计划公示.xlsx']).toBe('644 \u0000\u00ff\n');
    expect(tree['派发/652722-2026-0001/']).toBe('');
    expect(tree).not.toHaveProperty('批次/652722-2026-0001.密钥.json');
    expect(Object.keys(tree).filter((path) => path.startsWith('.'))).toEqual([]);
    const ledger = parseLedger({ file: '', text: readFileSync(join(dir, '台账.jsonl'), 'utf8'), hash: host.hash });
    expect([ledger.entries.length, ledger.problems]).toEqual([2, []]);
  });

  test('that is refused leaves the tree byte for byte as it was', async () => {
    const old = treeOf(dir);
    const problem = { code: 'no', severity: 'error', fields: {} } as const;
    expect(await change({ host, dir, command: 'test', build: () => err([problem]) })).toEqual(err([problem]));
    expect(treeOf(dir)).toEqual(old);
  });

  test('whose making throws leaves the tree as it was', async () => {
    const old = treeOf(dir);
    await expect(change({ host, dir, command: 'test', build: () => Promise.reject(new RangeError('fault')) })).rejects.toThrow('fault');
    expect(treeOf(dir)).toEqual(old);
  });

  test('never puts other bytes over an immutable file; the same bytes are nothing to do', async () => {
    const old = treeOf(dir);
    const path = '批次/652722-2026-0001/sealed.json';
    expect(codes(await attemptSet({ files: [{ path, content: 'Sealed', isImmutable: true }, { path: '公示/a.xlsx', content: 'a' }] }))).toEqual(['would-overwrite']);
    expect((await attemptSet({ files: [{ path, content: 'sealed', isImmutable: true }] })).ok).toBe(true);
    expect(treeOf(dir)).toEqual(old);
  });

  test('refuses every path that leads elsewhere, all at once', async () => {
    const elsewhere = join(root, `elsewhere ${count}`);
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, join(dir, 'link'));
    symlinkSync(join(dir, 'ssj.json'), join(dir, 'file-link'));
    const old = treeOf(dir);
    const paths = ['../x', '/x', 'a/../../x', 'a//x', './x', 'a/.', '', 'C:x', 'a\\x', '.ssj/x', '.SSJ/x', 'a\0b', 'link/x', 'file-link', 'ssj.json/x', '公示'];
    const refused = await attemptSet({ files: paths.map((path) => ({ path, content: 'x' })), removals: ['link/y'], folders: ['ssj.json'] });
    expect(refused.ok ? [] : refused.error.map(({ fields }) => Object.values(fields).join(' '))).toEqual([
      ...paths.slice(0, 12).map((path) => `${path} not-inside`),
      'link symlink',
      'file-link symlink',
      'ssj.json not-a-folder',
      '公示 not-a-file',
      'link symlink',
      'ssj.json not-a-folder',
    ]);
    expect(treeOf(dir)).toEqual(old);
    expect(treeOf(elsewhere)).toEqual({});
  });

  test('with lines for another head, or by hand, is refused or a fault', async () => {
    const old = treeOf(dir);
    const opened = openWorkspace({ host, dir });
    if (!opened.ok) throw new Error('open');
    const { head } = opened.value.ledger;
    expect(codes(await attemptSet({ ledger: someLines(host, { ...head, digest: host.hash('x') as typeof head.digest }) }))).toEqual(['ledger-moved']);
    await expect(attemptSet({ ledger: { text: '{}\n', expectedHead: head } })).rejects.toThrow(RangeError);
    await expect(attemptSet({ files: [{ path: 'a', content: '' }], removals: ['a'] })).rejects.toThrow('a stands in the change set twice');
    expect(treeOf(dir)).toEqual(old);
  });

  test('does not continue a ledger whose chain does not hold, or that is gone', async () => {
    const ledger = join(dir, '台账.jsonl');
    writeFileSync(ledger, readFileSync(ledger, 'utf8').replace('"seq":1', '"seq":7'));
    expect(codes(await attempt(host))).toEqual(['ledger-seq']);
    rmSync(ledger);
    expect(codes(await attempt(host))).toEqual(['ledger-missing']);
    rmSync(join(dir, 'ssj.json'));
    expect(codes(await attempt(host))).toEqual(['workspace-missing']);
  });

  test('stopped by Ctrl-C before it counts leaves the tree as it was', async () => {
    const old = treeOf(dir);
    const stop = new AbortController();
    const build = (workspace: Workspace) => {
      setTimeout(() => stop.abort(), 0);
      return ok(wholeChange(workspace));
    };
    expect(codes(await change({ host, dir, command: 'test', build, signal: stop.signal }))).toEqual(['interrupted']);
    expect(treeOf(dir)).toEqual(old);
  });
});

describe('a torn last line of the ledger', () => {
  test.each([['half', '{"at":"2026', 2], ['half a character', Buffer.from([0x7b, 0xe5, 0x8f]), 2], ['no JSON', '{"at":\n', 2]])('(%s) is kept aside and cut, with a notice', async (_, torn, row) => {
    const ledger = join(dir, '台账.jsonl');
    const whole = readFileSync(ledger);
    writeFileSync(join(dir, '台账.损坏行-1.txt'), 'earlier');
    writeFileSync(ledger, Buffer.concat([whole, Buffer.from(torn as string)]));
    const done = await attempt(host);
    expect(done).toEqual(ok({ value: 'done', notices: [{ code: 'ledger-cut', severity: 'warning', fields: { row, file: '台账.损坏行-2.txt' } }] }));
    expect(readFileSync(join(dir, '台账.损坏行-2.txt'))).toEqual(Buffer.from(torn as string));
    const after = readFileSync(ledger);
    expect(after.subarray(0, whole.length)).toEqual(whole);
    expect(parseLedger({ file: '', text: after.toString(), hash: host.hash }).problems).toEqual([]);
  });
});

/** One county before and after, to compare with. */
const oldAndNew = async (): Promise<{ readonly old: Readonly<Record<string, string>>; readonly fresh: Readonly<Record<string, string>>; readonly model: string }> => {
  const model = join(root, `model ${count}`);
  cpSync(dir, model, { recursive: true });
  chmodSync(join(model, '批次/652722-2026-0001.密钥.json'), 0o600);
  const old = treeOf(dir);
  expect(treeOf(model)).toEqual(old);
  expect((await attempt(host)).ok).toBe(true);
  return { old, fresh: treeOf(dir), model };
};

/** Runs the change on a copy of the county with a fault at every call in turn, until none is left to hit. */
const everyFault = async (fault: Omit<Fault, 'at'>, check: (state: { readonly at: number; readonly dir: string; readonly outcome: Awaited<ReturnType<typeof attempt>> | 'died'; readonly old: object; readonly fresh: object }) => Promise<void>): Promise<number> => {
  const { old, fresh, model } = await oldAndNew();
  for (let at = 1; ; at += 1) {
    const copy = join(root, `copy ${count}`);
    rmSync(copy, { recursive: true, force: true });
    cpSync(model, copy, { recursive: true });
    const { host: faulty, calls } = faultyHost({ ...fault, at });
    const outcome = await attempt(faulty, copy).catch((error: unknown) => {
      if (error instanceof Died) return 'died' as const;
      throw error;
    });
    if (calls() < at) return at - 1;
    await check({ at, dir: copy, outcome, old, fresh });
  }
};

describe('whatever goes wrong at any call to the file system', () => {
  test('death there leaves the old or the new state: at once for readers, on disk after the next command', async () => {
    let turned = 0;
    const points = await everyFault({ kind: 'die', isLasting: true }, async ({ at, dir, outcome, old, fresh }) => {
      expect(outcome).toBe('died');
      const seen = readView(dir);
      expect((await reopen(dir)).ok).toBe(true);
      const tree = treeOf(dir);
      const isNew = JSON.stringify(tree) !== JSON.stringify(old);
      expect(tree, `died at ${at}`).toEqual(isNew ? fresh : old);
      expect(seen, `reader after death at ${at}`).toEqual(filesOnly(tree));
      if (isNew && turned === 0) turned = at;
      expect(isNew, `no way back at ${at}`).toBe(turned > 0);
    });
    expect(points).toBeGreaterThan(60);
    expect(turned).toBeGreaterThan(30);
    expect(points - turned).toBeGreaterThan(15);
  });

  test('death there and again anywhere in the clearing up after it leaves the old or the new state', async () => {
    await everyFault({ kind: 'die', isLasting: true }, async ({ at, dir, old, fresh }) => {
      if (at % 5 !== 0) return;
      for (let again = 1; ; again += 3) {
        const { host: faulty, calls } = faultyHost({ kind: 'die', isLasting: true, at: again });
        await change({ host: faulty, dir, command: 'look', build: () => ok({ files: [], value: undefined }) }).catch(() => undefined);
        if (calls() < again) break;
      }
      expect((await reopen(dir)).ok).toBe(true);
      const tree = treeOf(dir);
      expect(tree, `died at ${at}`).toEqual(JSON.stringify(tree) === JSON.stringify(old) ? old : fresh);
    });
  });

  test.each([['ENOSPC', false], ['ENOSPC', true], ['EACCES', false], ['EACCES', true], ['EIO', false]])('%s (lasting: %s) is a problem, and what is said about it is true', async (kind, isLasting) => {
    const seen = new Set<string>();
    await everyFault({ kind, isLasting }, async ({ at, dir, outcome, old, fresh }) => {
      if (outcome === 'died') throw new Error('died');
      const said = codes(outcome);
      for (const code of said) seen.add(code);
      const isNew = outcome.ok || said.includes('commit-pending');
      if (!isNew && !isLasting) expect(treeOf(dir), `${kind} at ${at}`).toEqual(old);
      if (outcome.ok) expect(contentOf(dir), `${kind} at ${at}`).toEqual(fresh);
      expect((await reopen(dir)).ok).toBe(true);
      expect(treeOf(dir), `${kind} at ${at}: ${said.join()}`).toEqual(isNew ? fresh : old);
    });
    expect([...seen].sort()).toEqual({ ENOSPC: ['commit-pending', 'disk-full'], EACCES: ['commit-pending', 'folder-not-writable', 'not-readable'], EIO: ['commit-pending', 'file-system-error'] }[kind]);
  });
});

describe('a commit on its way', () => {
  test('is not put over what somebody changed meanwhile, and not without its staged bytes', async () => {
    const { host: faulty } = faultyHost({ kind: 'die', isLasting: true, at: await callsUntilCommit() });
    await attempt(faulty).catch(() => undefined);
    const sealed = join(dir, '批次/652722-2026-0001/rounds/0/targets.jsonl');
    mkdirSync(join(sealed, '..'), { recursive: true });
    writeFileSync(sealed, 'by hand');
    expect(codes(await reopen())).toEqual(['would-overwrite']);
    rmSync(sealed);
    writeFileSync(join(dir, '.ssj/commit/0'), 'spoilt');
    expect(codes(await reopen())).toEqual(['commit-damaged']);
    writeFileSync(join(dir, '.ssj/commit/plan.json'), '{');
    expect(codes(await reopen())).toEqual(['commit-damaged']);
    expect(codes(openWorkspace({ host, dir }))).toEqual(['commit-damaged']);
    rmSync(join(dir, '.ssj/commit/plan.json'));
    expect(codes(await reopen())).toEqual(['commit-damaged']);
  });

  /** On a copy: the number of the call after the one that makes the change count. */
  const callsUntilCommit = async (): Promise<number> => {
    for (let at = 1; ; at += 1) {
      const copy = join(root, `probe ${count}`);
      rmSync(copy, { recursive: true, force: true });
      cpSync(dir, copy, { recursive: true });
      await attempt(faultyHost({ kind: 'die', isLasting: true, at }).host, copy).catch(() => undefined);
      if (existsSync(join(copy, '.ssj/commit'))) return at;
    }
  };
});

test('locks of a dead process, also one whose pid came round again, and staged files are cleared away', async () => {
  mkdirSync(join(dir, '.ssj/staged-0123'), { recursive: true });
  writeFileSync(join(dir, '.ssj/staged-0123/0'), 'x');
  const machine = encodeURIComponent(host.hostname);
  writeFileSync(join(dir, `.ssj/lock.${DEAD_PID}..0123456789abcdef.${machine}`), '');
  writeFileSync(join(dir, `.ssj/lock.${DEAD_PID}.12.0123456789abcde0.${machine}`), '{"comm');
  if (host.mark !== '') writeFileSync(join(dir, `.ssj/lock.${host.pid}.1.0123456789abcde1.${machine}`), '{}');
  expect((await attempt(host)).ok).toBe(true);
  expect(existsSync(join(dir, '.ssj'))).toBe(false);
});
