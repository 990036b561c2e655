import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { codesIn, jsonOf, mustEnd, ROOT, ssj } from '../support/run-ssj.js';
import { copyOf, scratch, treeOf } from '../support/scratch.js';
import { BATCH, DICE, makeSmallCounty, SPRING } from '../support/small-county.js';

const root = scratch('public');
const county = join(root, 'county');
const AFTER = '2026-07-01T09:00:00+08:00';
const DRAW = '652722-2026-0001';
const edition = join(root, `${DRAW}-公开版`);
const code = (number: number): string => `6527220000${String(number).padStart(5, '0')}`;
const proofOf = (number: number): string => join(root, `${DRAW}-证明-${code(number)}.json`);
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

beforeAll(async () => {
  await makeSmallCounty(county);
  for (const words of [['import'], ['seal', BATCH, '--seed', 'dice:d10x20'], ['draw', BATCH, '--seed', DICE]]) mustEnd(ssj(words, { dir: county, at: SPRING }));
  copyOf(county, join(root, 'drawn'));
  mustEnd(ssj(['reveal', BATCH], { dir: county, at: AFTER }));
  mustEnd(ssj(['archive', BATCH, '--public'], { dir: county, cwd: root, at: AFTER }));
  for (let number = 1; number <= 40; number += 1) mustEnd(ssj(['prove', BATCH, code(number)], { dir: county, cwd: root, at: AFTER }));
});

describe('ssj archive --public', () => {
  test('writes the same bytes again, elsewhere, and never over what is there', () => {
    const again = join(root, 'again');
    mustEnd(ssj(['archive', join(county, '批次', DRAW), '--public', '--output', again], { at: '2027-01-01T00:00:00+08:00' }));
    expect(treeOf(again)).toEqual(treeOf(edition));
    const refused = ssj(['archive', BATCH, '--public'], { dir: county, cwd: root, at: AFTER });
    expect([refused.exit, codesIn(refused.stderr)]).toEqual([7, ['output-exists']]);
  });
  test('with --dry-run writes nothing', () => {
    mustEnd(ssj(['archive', BATCH, '--public', '--output', join(root, 'dry'), '--dry-run'], { dir: county, at: AFTER }));
    expect(existsSync(join(root, 'dry'))).toBe(false);
  });
  test('is refused before the secret is revealed, and so is a proof', () => {
    for (const words of [['archive', BATCH, '--public'], ['prove', BATCH, code(1)]]) {
      const ran = ssj(words, { dir: join(root, 'drawn'), cwd: root, at: AFTER });
      expect([ran.exit, codesIn(ran.stderr)]).toEqual([7, ['edition-before-reveal']]);
    }
  });
});

describe('ssj verify', () => {
  test('knows a public edition, and holds it against its archive', () => {
    expect(mustEnd(ssj(['verify', edition])).stdout).toContain('核验结论：一致');
    const against = jsonOf(mustEnd(ssj(['verify', edition, '--against', BATCH, '--json'], { dir: county }))).data as unknown as { readonly points: readonly { readonly id: string; readonly verdict: string }[] };
    expect(against.points.at(-1)).toMatchObject({ id: 'edition', verdict: 'identical' });
    const changed = copyOf(edition, join(root, 'changed'));
    writeFileSync(join(changed, 'public.json'), readFileSync(join(changed, 'public.json'), 'utf8').replace('"pool":40', '"pool":41'));
    expect(ssj(['verify', changed]).exit).toBe(5);
  });
  test('an archive is held against nothing', () => {
    const ran = ssj(['verify', BATCH, '--against', BATCH], { dir: county });
    expect([ran.exit, codesIn(ran.stderr)]).toEqual([2, ['not-a-public-edition']]);
  });
});

describe('ssj prove', () => {
  test('the proof of every target checks with the public edition alone, and ten of them were drawn', () => {
    const drawn = Array.from({ length: 40 }, (_, index) => proofOf(index + 1)).filter((file) => {
      const ran = mustEnd(ssj(['prove', '--check', file, edition]));
      expect(ran.stdout).toContain('证明核对结论：一致');
      return ran.stdout.includes('抽取：抽中');
    });
    expect(drawn).toHaveLength(10);
  });
  test('a wrong proof ends with 5, whoever is unknown with 2, a missing code with 2', () => {
    const wrong = join(root, 'wrong.json');
    writeFileSync(wrong, readFileSync(proofOf(1), 'utf8').replace(code(1), code(2)));
    const checked = ssj(['prove', '--check', wrong, edition]);
    expect([checked.exit, checked.stdout]).toEqual([5, expect.stringContaining('证明核对结论：不一致')]);
    for (const [words, exit, problem] of [
      [['prove', BATCH, '999999999999999'], 2, 'proof-target-unknown'],
      [['prove', BATCH], 2, 'proof-code-needed'],
      [['prove', '--check', join(root, 'none.json'), edition], 3, 'file-missing'],
      [['prove', '--check', proofOf(1), join(county, '批次', DRAW)], 2, 'not-a-public-edition'],
    ] as const) {
      const ran = ssj(words, { dir: county, cwd: root });
      expect([ran.exit, codesIn(ran.stderr)]).toEqual([exit, [problem]]);
    }
  });
  test('R15.6 the three lines of the record format do it by hand', () => {
    const [script = ''] = /```sh\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'docs/record-format.md'), 'utf8'))?.slice(1) ?? [];
    const proof = read(proofOf(7));
    const run = (text: string, env: Record<string, string>): readonly string[] => execFileSync('sh', ['-c', text], { encoding: 'utf8', env: { ...process.env, ...env } }).split('\n').map((line) => line.slice(0, 64)).filter((line) => line !== '');
    const lines = read(join(edition, 'rounds/0/seed.json')).lines.map(({ line }: { readonly line: string }) => line).join('\n');
    const [leaf = '', ticket = ''] = run(script, { salt: proof.salt, stratum: proof.stratum, id: proof.id, drawId: DRAW, lines, secret: read(join(edition, 'reveal.json')).secret });
    const node = /printf 'ssj\/1 node[^#\n]*?sha256sum/.exec(script)?.[0] ?? '';
    const top = proof.path.reduce((at: string, { side, digest }: { readonly side: string; readonly digest: string }) => run(node, side === 'left' ? { left: digest, right: at } : { left: at, right: digest })[0]!, leaf);
    expect(top).toBe(read(join(edition, 'notices/0.json')).frameRoot);
    expect(ticket).toBe(proof.rounds[0].ticket);
  });
});
