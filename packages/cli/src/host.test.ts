import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { portableHash } from '@shuangsuiji/core';
import { afterAll, expect, test } from 'vitest';
import { nodeHost, timeOf } from './host.js';
import { childProgram } from './workspace/child.properties.js';
import { scratch } from './workspace/county.properties.js';

const host = nodeHost();
const root = scratch();
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('SOURCE_DATE_EPOCH fixes the clock, and anything but a whole number from 0 is a problem', () => {
  expect(timeOf('0')).toEqual({ ok: true, value: { epochSeconds: 0, clock: 'fixed' } });
  expect(timeOf('1772414400')).toEqual({ ok: true, value: { epochSeconds: 1772414400, clock: 'fixed' } });
  for (const value of ['-1', '1.5', '1e9', ' 1', '0x10', 'now', '253402300800']) {
    expect(timeOf(value)).toEqual({ ok: false, error: [{ code: 'clock-invalid', severity: 'error', fields: { value } }] });
  }
  for (const value of [undefined, '']) expect(timeOf(value)).toMatchObject({ ok: true, value: { clock: 'system' } });
});

test('the hash of the machine is the portable one', () => {
  for (const text of ['', 'ssj/1 key\n', '精河县', '𠮷']) expect([host.hash(text), host.hashBytes(Buffer.from(text))]).toEqual([portableHash(text), portableHash(text)]);
});

test('secrets are 64 hex characters and never the same', () => {
  const secrets = Array.from({ length: 50 }, () => host.randomSecret());
  expect(new Set(secrets).size).toBe(50);
  for (const secret of secrets) expect(secret).toMatch(/^[0-9a-f]{64}$/);
});

test('a process is alive under its own pid and mark only', () => {
  expect(host.isAlive(process.pid, host.mark)).toBe(true);
  if (host.mark !== '') expect(host.isAlive(process.pid, '1')).toBe(false);
  expect(host.isAlive(0x7ffffff0, '')).toBe(false);
});

test('in a process: a signal is heard instead of ending it, an answer that never comes is none, and nothing of the core is loaded at the start', () => {
  const program = childProgram(root, `
    import { nodeHost } from './host.js';
    const host = nodeHost();
    const stop = host.onInterrupt(() => console.log('heard'));
    process.kill(process.pid, 'SIGINT');
    await host.pause(50);
    stop();
    console.log(await host.ask('first? '));
    console.log(await host.ask('second? '));
    console.log(host.columns(), JSON.stringify(host.isTerminal));
  `);
  // Without node_modules the host must still load: it needs Node only.
  rmSync(join(root, 'node_modules'));
  const text = execFileSync(process.execPath, [program], { input: '0877\n', encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
  expect(text).toBe('heard\n0877\nundefined\n80 {"stdin":false,"stdout":false,"stderr":false}\n');
});
