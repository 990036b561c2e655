import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { codesIn, jsonOf, mustEnd, type Ran, ssj } from '../support/run-ssj.js';
import { copyOf, scratch, treeOf } from '../support/scratch.js';
import { BATCH, DICE, makeSmallCounty, SPRING } from '../support/small-county.js';
import { timeAuthority } from '../support/time-authority.js';

const root = scratch('evidence');
const dir = join(root, 'county');
const DRAW = '652722-2026-0001';
/** So late that what is signed by the clock of the machine is before it. */
const NOT_BEFORE = '2099-03-02T10:00:00+08:00';
const LATER = '2099-03-03T10:00:00+08:00';
const statement = join(root, '声明.txt');
const keyOf = (holder: string, kind: string): string => join(root, `${kind}-${holder}.json`);
const authority = timeAuthority(root);
if (authority === undefined) console.log('no openssl 3: time-stamp tokens are not tested end to end');

const json = (ran: Ran, exit = 0) => jsonOf(mustEnd(ran, exit));
const newKey = (holder: string, ...more: readonly string[]): Ran => ssj(['key', 'new', holder, '--body', '公证处', '--output-dir', root, ...more], { cwd: root });
const isRefused = (words: readonly string[], exit: number, code: string, at?: string): void => {
  const before = treeOf(dir);
  const ran = ssj(words, { dir, cwd: root, ...(at === undefined ? {} : { at }) });
  expect(codesIn(ran.stderr), ran.stderr).toContain(code);
  expect(ran.exit, ran.stderr).toBe(exit);
  expect(treeOf(dir)).toEqual(before);
};
interface Claim {
  readonly code: string;
  readonly isShown?: boolean;
  readonly evidence?: readonly unknown[];
}
const proof = (ran: Ran): Claim => (jsonOf(ran).data as unknown as { readonly claims: readonly Claim[] }).claims.find(({ code }) => code === 'sealed-before-seed')!;
const verify = (...more: readonly string[]): Ran => ssj(['verify', BATCH, '--json', ...more], { dir, cwd: root });

beforeAll(async () => {
  await makeSmallCounty(dir);
  mustEnd(ssj(['import'], { dir, at: SPRING }));
  mustEnd(ssj(['seal', BATCH, '--seed', 'dice:d10x20', '--not-before', NOT_BEFORE, '--at-once'], { dir, at: SPRING }));
  for (const holder of ['张三', '李四']) mustEnd(newKey(holder));
});

describe('ssj key', () => {
  test('makes a private key for its holder alone and a card for everybody, and overwrites neither', () => {
    expect(statSync(keyOf('张三', '私钥')).mode & 0o777).toBe(0o600);
    const card = readFileSync(keyOf('张三', '公钥'), 'utf8');
    expect(card).not.toContain('privateKey');
    const { exit, stderr } = newKey('张三');
    expect([exit, codesIn(stderr)]).toEqual([7, ['output-exists']]);
    expect(readFileSync(keyOf('张三', '公钥'), 'utf8')).toBe(card);
    expect(newKey('王五', '--valid-until', '2020-01-01').exit).toBe(2);
  });
  test('a county lists the cards it was given, and takes no private key', () => {
    isRefused(['key', 'add', keyOf('张三', '私钥')], 7, 'key-file-private');
    isRefused(['key', 'add', join(dir, 'ssj.json')], 3, 'key-file-bad');
    const { fingerprint } = json(ssj(['key', 'add', keyOf('张三', '公钥'), '--json'], { dir, cwd: root })).data;
    expect(json(ssj(['key', 'list', '--json'], { dir })).data.keys).toMatchObject([{ holder: '张三', body: '公证处', fingerprint, state: 'valid' }]);
    expect(json(ssj(['key', 'list', '--json'], { dir, at: LATER })).data.keys).toMatchObject([{ state: 'late' }]);
  });
});

describe('ssj sign', () => {
  test('signs a statement file far from any county, and the same statement inside one', () => {
    const { statement: digest } = json(ssj(['evidence', 'statement', BATCH, '--output', statement, '--json'], { dir, cwd: root })).data;
    const outside = json(ssj(['sign', statement, '--key', keyOf('张三', '私钥'), '--output', 'outside.json', '--json'], { cwd: root })).data;
    const inside = json(ssj(['sign', BATCH, '--key', keyOf('李四', '私钥'), '--output', 'inside.json', '--json'], { dir, cwd: root })).data;
    expect(outside).toMatchObject({ drawId: DRAW, round: 0, statement: digest });
    expect(inside).toMatchObject({ drawId: DRAW, round: 0, statement: digest });
  });
  test('refuses a key that is not valid today, another file, and a round that is not there', () => {
    isRefused(['sign', BATCH, '--key', keyOf('张三', '私钥')], 7, 'key-expired', LATER);
    isRefused(['sign', BATCH, '--key', keyOf('张三', '私钥')], 7, 'key-not-yet-valid', SPRING);
    isRefused(['sign', join(dir, 'ssj.json'), '--key', keyOf('张三', '私钥')], 3, 'statement-file-bad');
    isRefused(['sign', BATCH, '--key', keyOf('张三', '公钥')], 3, 'key-file-bad');
    isRefused(['sign', BATCH, '--key', keyOf('张三', '私钥'), '--round', '1'], 2, 'round-unknown');
  });
  test('a draw without a notice has nothing to sign', () => {
    const other = copyOf(dir, join(root, 'without-notice'));
    rmSync(join(other, '批次', DRAW, 'notices'), { recursive: true });
    const { exit, stderr } = ssj(['evidence', 'statement', BATCH, '--output', join(root, 'none.txt')], { dir: other });
    expect([exit, codesIn(stderr)]).toEqual([7, ['notice-missing']]);
  });
});

describe('ssj evidence add', () => {
  const edited = (name: string, change: (document: Record<string, unknown>) => void): string => {
    const document = JSON.parse(readFileSync(join(root, 'outside.json'), 'utf8'));
    change(document);
    const file = join(root, name);
    writeFileSync(file, JSON.stringify(document));
    return file;
  };
  test('refuses what is not over the statement of this draw, and nothing is changed', () => {
    isRefused(['evidence', 'add', BATCH, edited('a.json', (document) => (document['drawId'] = '652722-2026-0002'))], 5, 'evidence-of-other-draw');
    isRefused(['evidence', 'add', BATCH, edited('b.json', (document) => (document['round'] = 1))], 5, 'round-not-announced');
    isRefused(['evidence', 'add', BATCH, edited('c.json', (document) => (document['statement'] = 'a'.repeat(64)))], 5, 'statement-differs');
    isRefused(['evidence', 'add', BATCH, edited('d.json', (document) => (document['signedAt'] = '2026-01-01T00:00:00+08:00'))], 5, 'signature-wrong');
    isRefused(['evidence', 'add', BATCH, join(dir, 'ssj.json')], 2, 'evidence-words-needed');
    isRefused(['evidence', 'add', BATCH], 2, 'evidence-words-needed');
    writeFileSync(join(root, 'x.tsr'), 'no token');
    isRefused(['evidence', 'add', BATCH, join(root, 'x.tsr')], 5, 'token-wrong');
  });
  test('a signature comes into the record once, with a warning where its key is not among the county’s', () => {
    expect(json(ssj(['evidence', 'add', BATCH, 'outside.json', '--json'], { dir, cwd: root }))).toMatchObject({ data: { path: 'evidence/1.json', kind: 'signature', round: 0 }, problems: [] });
    isRefused(['evidence', 'add', BATCH, join(root, 'outside.json')], 7, 'evidence-there');
    expect(json(ssj(['evidence', 'add', BATCH, 'inside.json', '--json'], { dir, cwd: root })).problems).toMatchObject([{ code: 'signer-not-listed', severity: 'warning' }]);
  });
  test('written evidence is named with the digest of its scan', () => {
    expect(json(ssj(['evidence', 'add', BATCH, 'x.tsr', '--words', '县政府网站公布，收文登记第 12 号', '--json'], { dir, cwd: root })).data).toMatchObject({ path: 'evidence/3.json', kind: 'written' });
  });
  test.skipIf(authority === undefined)('a token of an authority comes in, one over something else does not', () => {
    mustEnd(ssj(['evidence', 'request', BATCH, '--output', 'x.tsq'], { dir, cwd: root }));
    authority?.stamp(join(root, 'x.tsq'), join(root, 'good.tsr'));
    expect(json(ssj(['evidence', 'add', BATCH, 'good.tsr', '--json'], { dir, cwd: root })).data).toMatchObject({ path: 'evidence/4.json', kind: 'timestamp' });
    const request = readFileSync(join(root, 'x.tsq'));
    request[request.length - 10] = request[request.length - 10]! ^ 1;
    writeFileSync(join(root, 'y.tsq'), request);
    authority?.stamp(join(root, 'y.tsq'), join(root, 'bad.tsr'));
    isRefused(['evidence', 'add', BATCH, join(root, 'bad.tsr')], 5, 'token-wrong');
  });
});

describe('ssj verify', () => {
  beforeAll(() => {
    mustEnd(ssj(['draw', BATCH, '--seed', DICE], { dir, at: LATER }));
  });
  test('evidence alone shows nothing: whoever verifies has to know a key or an authority', () => {
    const ran = verify();
    expect(ran.exit, ran.stdout).toBe(0);
    expect(proof(ran)).toMatchObject({ isShown: false });
    expect(proof(ran).evidence).toHaveLength(authority === undefined ? 3 : 4);
    expect(verify('--strict').exit).toBe(6);
  });
  test('a key that was named shows it, by its card or its fingerprint, and another key does not', () => {
    const { keys } = json(ssj(['key', 'list', '--json'], { dir })).data as unknown as { readonly keys: readonly { readonly fingerprint: string }[] };
    const { fingerprint } = keys[0]!;
    for (const key of [keyOf('张三', '公钥'), fingerprint]) {
      const ran = verify('--strict', '--trust-key', key);
      expect(ran.exit, ran.stdout).toBe(0);
      expect(proof(ran).isShown).toBe(true);
    }
    mustEnd(newKey('赵六'));
    expect(proof(verify('--trust-key', keyOf('赵六', '公钥'))).isShown).toBe(false);
    for (const key of ['张三', fingerprint.slice(1)]) expect(verify('--trust-key', key).exit).toBe(2);
  });
  test('a card with other words than the one in the record is not the one that was named', () => {
    const card = JSON.parse(readFileSync(keyOf('张三', '公钥'), 'utf8'));
    writeFileSync(join(root, 'renamed.json'), JSON.stringify({ ...card, holder: '张三丰' }));
    expect(proof(verify('--trust-key', 'renamed.json')).isShown).toBe(false);
  });
  test.skipIf(authority === undefined)('a root that was given shows it through a token', () => {
    expect(proof(verify('--trust', authority!.root)).isShown).toBe(true);
    expect(verify('--trust', 'outside.json').exit).toBe(2);
  });
  test('the words say whose signature, whose token, and what is not shown', () => {
    const { stdout } = ssj(['verify', BATCH], { dir, cwd: root, env: { COLUMNS: '400' } });
    expect(stdout).toMatch(/封存是否在种子产生以前就已公开：未证明/);
    expect(stdout.replace(/\n\s*/g, '')).toContain('公证处 张三');
    expect(stdout.replace(/\n\s*/g, '')).toContain('书面证据“县政府网站公布，收文登记第 12 号”');
  });
  test('a changed, a lost and a smuggled piece of evidence are found', () => {
    const damaged = (change: (record: string) => void): Ran => {
      const copy = copyOf(join(dir, '批次', DRAW), join(root, `damaged-${Math.random()}`));
      change(copy);
      return ssj(['verify', copy, '--json']);
    };
    expect(damaged((record) => writeFileSync(join(record, 'evidence/9.json'), readFileSync(join(record, 'evidence/1.json')))).exit).toBe(5);
    expect(damaged((record) => writeFileSync(join(record, 'evidence/1.json'), readFileSync(join(record, 'evidence/2.json')))).exit).toBe(5);
    expect(damaged((record) => writeFileSync(join(record, 'notices/0.json'), '{"drawId":"x"}\n')).exit).toBe(5);
  });
});
