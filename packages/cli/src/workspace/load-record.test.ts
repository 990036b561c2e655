import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Digest, EMPTY_HEAD, makeSnapshot } from '@shuangsuiji/core';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { nodeHost } from '../host.js';
import { makeCounty, scratch } from './county.properties.js';
import { loadRecord } from './load-record.js';
import { latestSnapshot, loadSnapshot } from './load-snapshot.js';
import { openWorkspace } from './open-workspace.js';
import { fileNameOf, snapshotFolder } from './paths.js';

const host = nodeHost();
const root = scratch();
let dir = '';
let count = 0;
beforeEach(() => {
  dir = join(root, String((count += 1)));
  mkdirSync(join(dir, 'rounds/0'), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('every file of a record comes as text: hidden ones, a BOM, broken UTF-8, line ends and all', () => {
  writeFileSync(join(dir, 'sealed.json'), '\ufeff{}\r\n');
  writeFileSync(join(dir, '.hidden'), Buffer.from([0x61, 0xff, 0x62]));
  writeFileSync(join(dir, 'rounds/0/targets.jsonl'), '');
  const loaded = loadRecord({ host, dir });
  expect(loaded.ok && [...loaded.value]).toEqual([['.hidden', 'a\ufffdb'], ['rounds/0/targets.jsonl', ''], ['sealed.json', '\ufeff{}\r\n']]);
});

test('links and pipes in a record are refused without being opened', () => {
  symlinkSync('/etc/hostname', join(dir, 'link'));
  execFileSync('mkfifo', [join(dir, 'pipe')]);
  expect(loadRecord({ host, dir })).toMatchObject({ ok: false, error: [{ code: 'path-refused', fields: { path: 'link', reason: 'symlink' } }, { code: 'path-refused', fields: { path: 'pipe', reason: 'not-a-file' } }] });
});

test('a record of more than 2 GB, or a file of more than 500 MB, is refused without being read', () => {
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    writeFileSync(join(dir, name), '');
    truncateSync(join(dir, name), 450_000_000);
  }
  expect(loadRecord({ host, dir })).toMatchObject({ ok: false, error: [{ code: 'record-too-large', fields: { megabytes: 2250 } }] });
  for (const name of ['b', 'c', 'd', 'e']) rmSync(join(dir, name));
  truncateSync(join(dir, 'a'), 500_000_001);
  expect(loadRecord({ host, dir })).toMatchObject({ ok: false, error: [{ code: 'record-too-large' }] });
});

test('a record that is not there is missing', () => {
  expect(loadRecord({ host, dir: join(dir, 'x') })).toMatchObject({ ok: false, error: [{ code: 'record-missing', fields: { folder: join(dir, 'x') } }] });
});

test('a record in a county with a commit on its way is seen as it will be', async () => {
  await makeCounty(dir, [{ path: '批次/652722-2026-0001/a', content: 'old' }, { path: '批次/652722-2026-0001/gone', content: 'old' }]);
  mkdirSync(join(dir, '.ssj/commit'), { recursive: true });
  const file = (path: string, staged: string, content: string) => {
    writeFileSync(join(dir, '.ssj/commit', staged), content);
    return { path, staged, sha256: host.hash(content) };
  };
  const files = [file('批次/652722-2026-0001/a', '0', 'new'), file('批次/652722-2026-0002/b', '1', 'new')];
  writeFileSync(join(dir, '.ssj/commit/plan.json'), JSON.stringify({ format: 'ssj-commit/1', command: 'x', folders: [], files, removals: ['批次/652722-2026-0001/gone'] }));
  const first = loadRecord({ host, dir: join(dir, '批次/652722-2026-0001') });
  const second = loadRecord({ host, dir: join(dir, '批次/652722-2026-0002') });
  expect([first.ok && [...first.value], second.ok && [...second.value]]).toEqual([[['a', 'new']], [['b', 'new']]]);
  const opened = openWorkspace({ host, dir });
  expect(opened.ok && opened.value.records).toEqual(['652722-2026-0001', '652722-2026-0002']);
});

test('a snapshot is loaded by its digest, and one that is not there or another one is a problem', async () => {
  const snapshot = makeSnapshot({ agencies: [], targets: [], inspectors: [], names: [], items: [], recusals: [], report: { problems: EMPTY_HEAD.digest, refused: [], warnings: 0 }, hash: host.hash });
  const other = `${snapshot.digest.slice(0, 16)}${'0'.repeat(48)}` as Digest;
  await makeCounty(dir, Object.entries(snapshot.files).map(([name, content]) => ({ path: `${snapshotFolder(snapshot.digest)}/${name}`, content })));
  const opened = openWorkspace({ host, dir });
  if (!opened.ok) throw new Error('open');
  const workspace = opened.value;
  expect(workspace.snapshots).toEqual([snapshot.digest.slice(0, 16)]);
  const loaded = loadSnapshot({ workspace, digest: snapshot.digest, hash: host.hash });
  expect(loaded.ok ? loaded.value.digest : loaded.error).toBe(snapshot.digest);
  expect(loadSnapshot({ workspace, digest: other, hash: host.hash })).toMatchObject({ ok: false, error: [{ code: 'digest-differs' }] });
  expect(loadSnapshot({ workspace, digest: EMPTY_HEAD.digest, hash: host.hash })).toMatchObject({ ok: false, error: [{ code: 'snapshot-missing' }] });
  expect(latestSnapshot(workspace)).toBeUndefined();
});

test('a name of the office becomes one part of a path on every system', () => {
  expect(['发改委/物价局', 'a:b*?', ' .. ', '', '局'.repeat(90), 'a\nb'].map(fileNameOf)).toEqual(['发改委_物价局', 'a_b__', '_', '_', '局'.repeat(60), 'a_b']);
});
