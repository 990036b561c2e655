import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../packages/cli/src/command-list.js';
import { codesIn, jsonOf, mustEnd, ROOT, ssj } from '../support/run-ssj.js';
import { copyOf, scratch, treeOf } from '../support/scratch.js';
import { BATCH, DICE, fillIn, makeSmallCounty, smallTables, SPRING, withCell } from '../support/small-county.js';

const root = scratch('json');
const AFTER = '2026-07-01T09:00:00+08:00';
const stringWidth = (await import(pathToFileURL(createRequire(join(ROOT, 'packages/cli/package.json')).resolve('string-width')).href)).default as (text: string) => number;

/** Each with the state it starts from and the time it is run at. */
const STEPS: readonly { readonly from: string; readonly to?: string; readonly words: readonly string[]; readonly at?: string; readonly exit?: number }[] = [
  { from: 'filled', words: ['check'] },
  { from: 'filled', to: 'imported', words: ['import'] },
  { from: 'imported', words: ['plan'] },
  { from: 'imported', words: ['plan', BATCH] },
  { from: 'imported', words: ['forecast', 'P-2'], exit: 4 },
  { from: 'imported', words: ['publish', 'plan'] },
  { from: 'imported', words: ['seal', 'P-2', '--seed', 'dice:d10x20'], exit: 4 },
  { from: 'imported', to: 'sealed', words: ['seal', BATCH, '--seed', 'dice:d10x20'] },
  { from: 'sealed', to: 'drawn', words: ['draw', BATCH, '--seed', DICE] },
  { from: 'drawn', words: ['verify', BATCH], exit: 6 },
  { from: 'drawn', words: ['publish', 'draw', BATCH] },
  { from: 'drawn', to: 'revealed', words: ['reveal', BATCH], at: AFTER },
  { from: 'revealed', words: ['publish', 'draw', BATCH], at: AFTER },
  { from: 'revealed', words: ['verify', BATCH] },
  { from: 'drawn', words: ['explain', BATCH, '某某商店1'] },
  { from: 'revealed', words: ['explain', BATCH, 'SCJG/001'] },
  { from: 'revealed', words: ['explain', BATCH, '没有这一家'], exit: 2 },
  { from: 'drawn', words: ['fairness', BATCH] },
  { from: 'revealed', words: ['fairness', BATCH, '--output', join(root, 'fairness.xlsx')] },
  { from: 'revealed', words: ['archive', BATCH, '--public', '--output', join(root, 'public-edition')] },
  { from: 'revealed', words: ['prove', BATCH, '652722000000001', '--output', join(root, 'proof.json')] },
  { from: 'revealed', words: ['prove', '--check', join(root, 'proof.json'), join(root, 'public-edition')] },
  { from: 'revealed', words: ['verify', join(root, 'public-edition'), '--against', BATCH] },
  { from: 'revealed', words: ['ledger'] },
  { from: 'revealed', words: ['ledger', 'list'] },
  { from: 'revealed', words: ['ledger', 'check'] },
  { from: 'revealed', words: ['ledger', 'show', '1'] },
  { from: 'revealed', words: ['archive', BATCH, '--output', join(root, 'record.zip')] },
  { from: 'revealed', words: ['export', '检查对象', '--output', join(root, 'export.xlsx')] },
  { from: 'filled', words: ['template', '部门', '--output', join(root, 'template.xlsx')] },
  { from: 'filled', words: ['vectors'] },
  { from: 'sealed', words: ['draw', BATCH], exit: 2 },
  { from: 'sealed', words: ['seal', BATCH, '--seed', 'dice:d10x20'], exit: 7 },
  { from: 'filled', words: ['plan'], exit: 7 },
];

beforeAll(async () => {
  await makeSmallCounty(join(root, 'filled'));
  for (const { from, to, words, at = SPRING } of STEPS) if (to !== undefined) mustEnd(ssj(words, { dir: copyOf(join(root, from), join(root, to)), at }));
});

describe('--json', () => {
  test.each(STEPS.map((step) => [step.words.slice(0, 2).join(' '), step] as const))('%s: stdout is one document and stderr has no talk', (_, { from, words, at = SPRING, exit = 0 }) => {
    rmSync(join(root, 'export.xlsx'), { force: true });
    const ran = ssj([...words, '--json'], { dir: copyOf(join(root, from), join(root, `json-${Math.random()}`)), at });
    expect(ran.stderr).toBe('');
    expect(ran.exit, ran.stdout).toBe(exit);
    const output = jsonOf(ran);
    expect(Object.keys(output)).toEqual(['format', 'command', 'exit', 'data', 'problems']);
    expect(output).toMatchObject({ format: 'ssj-output/1', exit });
    expect(words.join(' ').startsWith(output.command), output.command).toBe(true);
    if (words[0] === 'ledger') expect(output.command).toBe(words.slice(0, 2).join(' '));
    if (exit !== 0 && exit !== 6) expect(output.problems.length + Object.keys(output.data).length).toBeGreaterThan(0);
  });

  test('a batch that cannot be staffed is explained in the document, as it is on the terminal', () => {
    const { data } = jsonOf(ssj(['seal', 'P-2', '--seed', 'dice:d10x20', '--json'], { dir: join(root, 'imported'), at: SPRING }));
    expect(JSON.stringify(data)).toContain('XF/001');
  });

  test('a usage error is a document, too', () => {
    const { exit, stdout } = ssj(['sael', '--json'], { cwd: root });
    expect(exit).toBe(2);
    expect(() => JSON.parse(stdout)).not.toThrow();
  });
});

describe('--dry-run', () => {
  const dry: typeof STEPS = [
    ...STEPS.filter(({ to, words }) => (to !== undefined || ['publish', 'export', 'template'].includes(words[0]!)) && words[0] !== 'draw'),
    { from: 'imported', words: ['seal', BATCH, '--seed', 'typed:', '--rehearsal'] },
  ];
  test.each(dry.map((step) => [step.words.slice(0, 2).join(' '), step] as const))('%s: changes nothing and says so', (_, { from, words, at = SPRING }) => {
    const dir = copyOf(join(root, from), join(root, `dry-${Math.random()}`));
    const before = treeOf(dir);
    for (const file of ['export.xlsx', 'template.xlsx']) rmSync(join(root, file), { force: true });
    const { stdout } = mustEnd(ssj([...words, '--dry-run'], { dir, at }));
    expect(treeOf(dir)).toEqual(before);
    expect(stdout.split('\n')[0]).toContain('没有写入任何文件');
  });

  test('a draw has no preview: whoever sees the result first could choose', () => {
    const dir = copyOf(join(root, 'sealed'), join(root, 'preview'));
    const before = treeOf(dir);
    const { stderr } = mustEnd(ssj(['draw', BATCH, '--seed', DICE, '--dry-run'], { dir, at: SPRING }), 7);
    expect(codesIn(stderr)).toEqual(['draw-has-no-preview']);
    expect(treeOf(dir)).toEqual(before);
  });

  test('a secret is not shown on trial', () => {
    const dir = join(root, 'drawn');
    const { secret } = JSON.parse(readFileSync(join(dir, '批次/652722-2026-0001.密钥.json'), 'utf8'));
    for (const more of [[], ['--json']]) expect(mustEnd(ssj(['reveal', BATCH, '--dry-run', ...more], { dir, at: AFTER })).stdout).not.toContain(secret);
  });

  test('init and template write nothing', () => {
    const before = treeOf(root);
    mustEnd(ssj(['init', join(root, 'new'), '--code', '652722', '--name', '某县', '--dry-run'], { at: SPRING }));
    mustEnd(ssj(['template', '部门', '--output', join(root, 'new.xlsx'), '--dry-run']));
    expect(Object.keys(treeOf(root))).toEqual(Object.keys(before));
  });
});

describe('what people see', () => {
  test('--quiet shows no progress and no warning, only results and errors', async () => {
    for (const [from, words] of [['filled', ['import']], ['imported', ['seal', BATCH, '--seed', 'dice:d10x20']], ['sealed', ['draw', BATCH, '--seed', DICE]]] as const) {
      const { stderr, stdout } = mustEnd(ssj([...words, '--quiet'], { dir: copyOf(join(root, from), join(root, `quiet-${Math.random()}`)), at: SPRING }));
      expect(stderr).toBe('');
      expect(stdout).not.toBe('');
    }
    const dir = copyOf(join(root, 'filled'), join(root, 'quiet-bad'));
    await fillIn(dir, { inspector: withCell(smallTables.inspector, 2, '每批次上限', '三') });
    const { exit, stderr } = ssj(['import', '--quiet'], { dir, at: SPRING });
    expect(exit).toBe(3);
    expect(stderr).toContain('capacity-bad');
    expect(stderr).not.toContain('读取');
  });

  const names = COMMANDS.flatMap(({ name, children = [] }) => [[name], ...children.map((child) => [name, child.name])]);
  const widest = (text: string): string => text.split('\n').reduce((longest, line) => (stringWidth(line) > stringWidth(longest) ? line : longest), '');

  test('no line of the help of any command is wider than 80 columns', () => {
    const helps = [['--help'], ...names.map((words) => [...words, '--help'])].map((words) => mustEnd(ssj(words)).stdout);
    for (const help of helps) {
      const line = widest(help);
      expect(stringWidth(line), line).toBeLessThanOrEqual(80);
      expect(help, 'no English word of the library').not.toMatch(/Usage:|Options:|Arguments:|Commands:|display help|default:|choices:/);
    }
  });

  test('no line of a problem is wider than 80 columns', async () => {
    const dir = copyOf(join(root, 'filled'), join(root, 'wide'));
    const long = '某'.repeat(200);
    await fillIn(dir, { inspector: withCell(smallTables.inspector, 2, '所在业务部门(机构)', long), target: withCell(smallTables.target, 2, '注册号/统一社会信用代码', 'X'.repeat(200)) });
    for (const words of [['import'], ['check'], ['plan'], ['seal', BATCH, '--seed', 'x'.repeat(300)]]) {
      const { exit, stderr } = ssj(words, { dir, at: SPRING });
      expect(exit).not.toBe(0);
      const line = widest(stderr);
      expect(stringWidth(line), line).toBeLessThanOrEqual(80);
    }
  });

  test('nothing that identifies a person but their name is ever printed: no identity card, no telephone', async () => {
    const dir = copyOf(join(root, 'filled'), join(root, 'private'));
    const { rows } = smallTables.inspector;
    await fillIn(dir, { inspector: { sheet: '执法检查人员', rows: rows.map((row, index) => [...(index === 1 ? row.map((cell, at) => (at === 6 ? '三' : cell)) : row), index === 0 ? '身份证号' : '652722199001011234', index === 0 ? '手机号' : '13899990000']) } });
    const shown = [ssj(['check'], { dir, at: SPRING }), ssj(['import', '--json'], { dir, at: SPRING })].map(({ stdout, stderr }) => stdout + stderr).join('');
    expect(shown).toContain('capacity-bad');
    expect(shown).not.toMatch(/652722199001011234|13899990000/);
    const { data } = jsonOf(ssj(['import', '--json'], { dir, at: SPRING }));
    mustEnd(ssj(['import', '--accept-problems', String(data.acceptProblems)], { dir, at: SPRING }));
    const kept = Object.keys(treeOf(dir)).filter((path) => /\.jsonl?$/.test(path));
    expect(kept.filter((path) => /652722199001011234|13899990000/.test(readFileSync(join(dir, path), 'utf8')))).toEqual([]);
  });
});
