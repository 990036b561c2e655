import { chmodSync, chownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { STEPS } from '../support/draw-steps.js';
import { codesIn, mustEnd, paragraphs, ssj } from '../support/run-ssj.js';
import { copyOf, filesOf, scratch, treeOf } from '../support/scratch.js';
import { makeSmallCounty, SPRING } from '../support/small-county.js';

const root = scratch('permissions');
const county = join(root, 'county');
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
if (!isRoot) console.log('a ledger that belongs to another user is tried by root only: here it is one that its owner has locked');

beforeAll(async () => {
  await makeSmallCounty(county);
  mustEnd(ssj(['import'], { dir: county, at: SPRING }));
});

/** Everything is the user's own, except what the test takes away. */
const owned = (name: string): string => {
  const dir = copyOf(county, join(root, name));
  for (const path of isRoot ? ['', ...readdirSync(dir, { recursive: true, encoding: 'utf8' })] : []) chownSync(join(dir, path), NOBODY, NOBODY);
  expect(filesOf(dir)).toContain('台账.jsonl');
  return dir;
};

test.skipIf(process.platform === 'win32').each([
  { name: 'not to be written', mode: 0o444, words: STEPS[0].words, code: 'folder-not-writable', says: '不能写入' },
  { name: 'not to be read', mode: 0o000, words: STEPS[0].words, code: 'not-readable', says: '没有权限读取' },
  { name: 'not to be read, for one who only looks', mode: 0o000, words: ['ledger', 'list'], code: 'not-readable', says: '没有权限读取' },
])('a ledger that is $name is named in a sentence, exit 7, and nothing is changed', ({ name, mode, words, code, says }) => {
  const dir = owned(name);
  const ledger = join(dir, '台账.jsonl');
  const before = treeOf(dir);
  chmodSync(ledger, mode);
  const ran = ssj(words, { dir, at: SPRING, cwd: '/', ...(isRoot ? { user: NOBODY } : {}) });
  chmodSync(ledger, 0o644);
  expect([ran.exit, codesIn(ran.stderr)], ran.stderr).toEqual([7, [code]]);
  const sentence = paragraphs(ran.stderr).find((line) => line.endsWith(`（${code}）`))!;
  expect(sentence).toMatch(new RegExp(`台账\\.jsonl”${says}|${says}.*台账\\.jsonl`));
  expect(sentence).not.toContain('文件夹“');
  expect(treeOf(dir)).toEqual(before);
});
