import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY_HEAD } from '@shuangsuiji/core';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type Host, nodeHost } from '../host.js';
import { Died, faultyHost, scratch, someLines, treeOf } from './county.properties.js';
import { createWorkspace } from './create-workspace.js';
import { findWorkspace } from './find-workspace.js';

const host = nodeHost();
const root = scratch();
let dir = '';
let count = 0;
beforeEach(() => {
  dir = join(root, String((count += 1)), '精河2026');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const files = [{ path: 'ssj.json', content: '{}\n' }, { path: '名录库/部门.xlsx', content: 'blank' }];
const create = (on: Host = host) => createWorkspace({ host: on, dir, command: 'init', change: { files, ledger: someLines(host, EMPTY_HEAD), value: 1 } });

test('a new folder has everything, the empty folders too, and nothing else', async () => {
  expect(await create()).toMatchObject({ ok: true, value: { value: 1, notices: [] } });
  expect(Object.keys(treeOf(dir)).sort()).toEqual(['ssj.json', '公示/', '公钥/', '名录库/', '名录库/部门.xlsx', '台账.jsonl', '快照/', '批次/', '派发/', '计划/', '问题清单/'].sort());
});

test('a folder that is one already is refused and stays as it is', async () => {
  await create();
  writeFileSync(join(dir, 'ssj.json'), '{"mine":1}');
  const old = treeOf(dir);
  expect(await create()).toMatchObject({ ok: false, error: [{ code: 'workspace-exists', fields: { folder: dir } }] });
  expect(treeOf(dir)).toEqual(old);
});

test('other files in the folder are kept, those with our names too, with a notice', async () => {
  mkdirSync(join(dir, '名录库'), { recursive: true });
  writeFileSync(join(dir, '名录库/部门.xlsx'), 'filled in');
  writeFileSync(join(dir, 'letter.docx'), 'x');
  expect(await create()).toMatchObject({ ok: true, value: { notices: [{ code: 'file-kept', severity: 'warning', fields: { path: '名录库/部门.xlsx' } }] } });
  expect(readFileSync(join(dir, '名录库/部门.xlsx'), 'utf8')).toBe('filled in');
  expect(existsSync(join(dir, 'letter.docx'))).toBe(true);
});

test('a file where the folder should be is a problem', async () => {
  mkdirSync(join(dir, '..'), { recursive: true });
  writeFileSync(join(dir, '..', 'x'), '');
  expect(await createWorkspace({ host, dir: join(dir, '..', 'x', 'y'), command: 'init', change: { files, value: 1 } })).toMatchObject({ ok: false, error: [{ code: 'file-system-error' }] });
});

test('a full disk at any call leaves no folder; death at any call leaves nothing or everything', async () => {
  for (const kind of ['ENOSPC', 'die']) {
    for (let at = 1; ; at += 1) {
      rmSync(join(dir, '..'), { recursive: true, force: true });
      const { host: faulty, calls } = faultyHost({ at, kind, isLasting: kind === 'die' });
      const made = await create(faulty).catch((error: unknown) => {
        if (error instanceof Died) return undefined;
        throw error;
      });
      if (calls() < at) break;
      const isPending = made?.ok === false && made.error.some(({ code }) => code === 'commit-pending');
      const found = findWorkspace({ host, dir });
      if (made !== undefined) expect(found.ok, `${kind} at ${at}`).toBe(made.ok || isPending);
      if (made?.ok === false && !isPending) expect(existsSync(join(dir, 'ssj.json'))).toBe(false);
      const again = await create();
      expect(again.ok ? 'made' : again.error.at(-1)?.code, `${kind} at ${at}`).toBe(found.ok ? 'workspace-exists' : 'made');
      expect(Object.keys(treeOf(dir)).length).toBe(11);
    }
  }
});

test('the folder is found from inside, and --dir means that one only', async () => {
  await create();
  const inside = join(dir, '批次');
  expect(findWorkspace({ host: { ...host, cwd: () => inside } })).toEqual({ ok: true, value: dir });
  expect(findWorkspace({ host: { ...host, cwd: () => inside }, dir: '..' })).toEqual({ ok: true, value: dir });
  expect(findWorkspace({ host, dir: inside })).toMatchObject({ ok: false, error: [{ code: 'workspace-missing', fields: { lookedAt: inside } }] });
  expect(findWorkspace({ host: { ...host, cwd: () => root } })).toMatchObject({ ok: false, error: [{ code: 'workspace-missing', fields: { lookedAt: root } }] });
});
