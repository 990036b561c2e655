import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from '@shuangsuiji/core';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { nodeHost } from '../host.js';
import { change } from './change.js';
import { makeCounty, scratch, treeOf } from './county.properties.js';
import { releaseLock, takeLock } from './lock.js';

const host = nodeHost();
const root = scratch();
let dir = '';
let count = 0;
beforeEach(async () => {
  dir = join(root, String((count += 1)));
  await makeCounty(dir);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('of two changes at once one is made, the other is told who is at work', async () => {
  const run = (name: string) =>
    change({
      host,
      dir,
      command: name,
      build: async () => {
        await host.pause(20);
        return ok({ files: [{ path: `公示/${name}.xlsx`, content: name }], value: name });
      },
    });
  const [first, second] = await Promise.all([run('seal 1'), run('seal 2')]);
  expect(first.ok).toBe(true);
  expect(second.ok ? [] : second.error).toMatchObject([{ code: 'workspace-locked', fields: { pid: process.pid, host: host.hostname, isOtherHost: 'no', command: 'seal 1', since: /^\d{4}-.*\+08:00$/ } }].map(({ code, fields: { since, ...fields } }) => ({ code, fields: { ...fields, since: expect.stringMatching(since) } })));
  expect(readdirSync(join(dir, '公示'))).toEqual(['seal 1.xlsx']);
});

test('a lock of another machine is never taken over, also where its content is torn', async () => {
  mkdirSync(join(dir, '.ssj'));
  writeFileSync(join(dir, `.ssj/lock.1.5.0123456789abcdef.${encodeURIComponent('办公室.电脑-2')}`), '{"comm');
  const old = treeOf(dir);
  const locked = await takeLock({ host, dir, command: 'x' });
  expect(locked.ok ? [] : locked.error).toMatchObject([{ code: 'workspace-locked', fields: { pid: 1, host: '办公室.电脑-2', isOtherHost: 'yes', command: '', since: '' } }]);
  expect(treeOf(dir)).toEqual(old);
});

test('two that see each other step back, and one of them gets it', async () => {
  // The other one appears between the first look and the second, and steps back as well.
  const other = `lock.${process.pid}.${host.mark}.0123456789abcdef.${encodeURIComponent(host.hostname)}`;
  let looks = 0;
  const meeting = {
    ...host,
    writeNew: (...args: Parameters<typeof host.writeNew>) => {
      host.writeNew(...args);
      if ((looks += 1) === 1) writeFileSync(join(dir, '.ssj', other), '');
    },
    pause: (milliseconds: number) => {
      rmSync(join(dir, '.ssj', other), { force: true });
      return host.pause(milliseconds);
    },
  };
  const lock = await takeLock({ host: meeting, dir, command: 'x' });
  expect([lock.ok, looks]).toEqual([true, 2]);
  if (lock.ok) releaseLock({ host, dir, name: lock.value });
  expect(readdirSync(dir)).not.toContain('.ssj');
});

test('a corner that is a link or a file is refused', async () => {
  symlinkSync(root, join(dir, '.ssj'));
  const refused = await takeLock({ host, dir, command: 'x' });
  expect(refused.ok ? [] : refused.error).toMatchObject([{ code: 'path-refused', fields: { path: '.ssj', reason: 'symlink' } }]);
});
