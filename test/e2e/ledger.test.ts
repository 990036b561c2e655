import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { codesIn, jsonOf, mustEnd, type Ran, ssj } from '../support/run-ssj.js';
import { copyOf, scratch } from '../support/scratch.js';
import { BATCH, DICE, makeSmallCounty, SPRING } from '../support/small-county.js';

const root = scratch('ledger');
const county = join(root, 'county');
const DRAW = '652722-2026-0001';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const linesOf = (dir: string): readonly string[] => readFileSync(join(dir, '台账.jsonl'), 'utf8').split('\n').slice(0, -1);
const write = (dir: string, lines: readonly string[]): void => writeFileSync(join(dir, '台账.jsonl'), lines.map((line) => `${line}\n`).join(''));
const check = (dir: string, ...more: readonly string[]): Ran => ssj(['ledger', 'check', ...more], { dir, at: SPRING });
let copies = 0;
const copy = (): string => copyOf(county, join(root, `copy-${(copies += 1)}`));

beforeAll(async () => {
  await makeSmallCounty(county);
  for (const words of [['import'], ['seal', BATCH, '--seed', 'dice:d10x20'], ['draw', BATCH, '--seed', DICE], ['publish', 'draw', BATCH]]) mustEnd(ssj(words, { dir: county, at: SPRING }));
});

describe('R10.6 ledger check --head', () => {
  test('says after which line the ledger had each head, whole or by 16 characters, in capitals too', () => {
    const heads = linesOf(county).map(sha256);
    const given = heads.map((head, index) => [head, head.slice(0, 16), head.toUpperCase().slice(0, 30)][index % 3]!);
    const { data } = jsonOf(mustEnd(check(county, '--json', ...given.flatMap((head) => ['--head', head]))));
    expect(data['heads']).toEqual(given.map((head, index) => ({ head: head.toLowerCase(), row: index + 1 })));
    expect(mustEnd(check(county, '--head', heads[2]!)).stdout).toContain(`${heads[2]!} 是第 3 条之后的台账头`);
  });
  test('a ledger that was cut, or made anew from some line on, never had the head that was published', () => {
    const heads = linesOf(county).map(sha256);
    const cut = copy();
    write(cut, linesOf(cut).slice(0, -1));
    const anew = copy();
    let prev = '0'.repeat(64);
    write(anew, linesOf(anew).map((line) => {
      const again = line.replace(/"prev":"[0-9a-f]{64}"/, `"prev":"${prev}"`).replace('"refused":0', '"refused":1');
      prev = sha256(again);
      return again;
    }));
    for (const dir of [cut, anew]) {
      const ran = check(dir, '--head', heads.at(-1)!);
      expect([ran.exit, codesIn(ran.stderr).includes('head-unknown')], ran.stderr).toEqual([5, true]);
      expect(ran.stderr.replace(/\n +/g, '')).toMatch(/截短或整本改写过/);
    }
  });
  test('what is no digest is a fault of use', () => {
    for (const head of ['abc', 'f'.repeat(15), 'f'.repeat(65), '第3条', '']) {
      const ran = check(county, '--head', head);
      expect([head, ran.exit, codesIn(ran.stderr)]).toEqual([head, 2, ['head-bad']]);
    }
  });
});

test('a ledger and its copies made anew do not have the head that the seal names', () => {
  const dir = copy();
  const before = linesOf(dir);
  let prev = '0'.repeat(64);
  const lines = before.map((line) => {
    const again = line.replace(/"prev":"[0-9a-f]{64}"/, `"prev":"${prev}"`).replace('"refused":0', '"refused":1');
    prev = sha256(again);
    return again;
  });
  write(dir, lines);
  const own = join(dir, '批次', DRAW, 'ledger.jsonl');
  const rows = readFileSync(own, 'utf8').split('\n').length - 1;
  writeFileSync(own, lines.slice(0, rows).map((line) => `${line}\n`).join(''));
  const ran = check(dir);
  expect([ran.exit, codesIn(ran.stderr)]).toEqual([5, ['sealed-head-differs']]);
  rmSync(join(dir, '批次', DRAW, 'sealed.json'));
  expect(codesIn(check(dir).stderr)).toEqual(['document-missing']);
});

test('R10.5 entries that lie more than a day ahead of the clock are a warning, once', () => {
  const at = (time: string): Ran => ssj(['ledger', 'check'], { dir: county, at: time });
  const ran = mustEnd(at('2026-03-01T09:29:59+08:00'));
  expect(codesIn(ran.stderr)).toEqual(['ledger-time-ahead']);
  expect(ran.stderr.replace(/\n +/g, '')).toContain(`第 1 行的时间 ${SPRING}`);
  expect(codesIn(mustEnd(at('2026-03-01T09:30:00+08:00')).stderr)).toEqual([]);
});

describe('ledger show', () => {
  test('prints any entry as JSON with its digest', () => {
    for (const [index, line] of linesOf(county).entries()) {
      const { stdout } = mustEnd(ssj(['ledger', 'show', String(index + 1)], { dir: county, at: SPRING }));
      expect(JSON.parse(stdout)).toEqual({ digest: sha256(line), entry: JSON.parse(line) });
    }
  });
  test('an entry that is not there is a fault of use', () => {
    for (const row of ['0', '99', '1.5', '第一条', '01']) expect([row, ...codesIn(ssj(['ledger', 'show', row], { dir: county, at: SPRING }).stderr)]).toEqual([row, 'entry-unknown']);
    expect(ssj(['ledger', 'show', '99'], { dir: county, at: SPRING }).exit).toBe(2);
  });
});

test('a ledger that may not be read is said to be that, exit 7', () => {
  const dir = copy();
  chmodSync(dir, 0o755);
  chmodSync(join(dir, '台账.jsonl'), 0);
  const isRoot = process.getuid?.() === 0;
  if (process.platform === 'win32') return console.log('skipped: no such permissions');
  const ran = ssj(['ledger', 'check'], { dir, at: SPRING, cwd: '/', ...(isRoot ? { user: 65534 } : {}) });
  expect([ran.exit, codesIn(ran.stderr)], ran.stderr).toEqual([7, ['not-readable']]);
  expect(ran.stderr.replace(/\n +/g, '')).toContain('台账.jsonl');
});
