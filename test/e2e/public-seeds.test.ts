import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { QUICKNET_ROUNDS } from '../../packages/core/src/seed/drand.properties.js';
import { codesIn, jsonOf, mustEnd, type Ran, type RunOptions, ssj } from '../support/run-ssj.js';
import { copyOf, filesOf, scratch, treeOf } from '../support/scratch.js';
import { BATCH, DICE, makeSmallCounty, PLAN_HEADER, planRow, smallTables } from '../support/small-county.js';

const root = scratch('seeds');
/** The evening of quicknet's round 1000, which came at 23:59:24. */
const clock = (time: string): string => `2023-08-23T${time}+08:00`;
const SEALING = clock('22:00:00');
const ROUND = clock('23:59:24');
const DRAW = '652722-2026-0001';
const [ROUND_1000, ...OTHERS] = QUICKNET_ROUNDS;
const KL8 = '01.05.09.12.17.23.28.30.31.36.41.44.48.52.57.60.66.71.75.80';
const plan = { sheet: '年度抽查计划', rows: [PLAN_HEADER, planRow(BATCH), planRow('P-3'), planRow('P-4')] };
let copies = 0;
const county = (): string => copyOf(join(root, 'imported'), join(root, `copy-${(copies += 1)}`));
/** A file as somebody would have downloaded it. */
const file = (name: string, content: unknown): string => {
  const path = join(root, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
};

beforeAll(async () => {
  const dir = await makeSmallCounty(join(root, 'imported'), { ...smallTables, plan }, clock('21:00:00'));
  mustEnd(ssj(['import'], { dir, at: clock('21:00:00') }));
});

const done = (dir: string, at: string, ...words: readonly string[]): Ran => mustEnd(ssj(words, { dir, at }));
/** Refused with this code, and the folder is as it was. */
const refuses = (dir: string, at: string, words: readonly string[], code: string, exit = 7, options: RunOptions = {}): string => {
  const before = treeOf(dir);
  const ran = ssj(words, { dir, at, ...options });
  expect(codesIn(ran.stderr), ran.stderr).toContain(code);
  expect(ran.exit, ran.stderr).toBe(exit);
  expect(treeOf(dir)).toEqual(before);
  return ran.stderr.replace(/\n */g, '').replace(/ /g, '');
};
const record = (dir: string, path: string, drawId = DRAW) => JSON.parse(readFileSync(join(dir, '批次', drawId, path), 'utf8'));
const wholeVerdict = (dir: string, word = BATCH): void => {
  done(dir, '2026-07-01T09:00:00+08:00', 'reveal', word);
  const { data } = jsonOf(mustEnd(ssj(['verify', word, '--json'], { dir })));
  expect(data['verdict']).toBe('identical');
};
const seal = (dir: string, ...words: readonly string[]): Ran => done(dir, SEALING, 'seal', BATCH, ...words);

describe('D2.7 the beacon drand, with its real round 1000', () => {
  const beacon = file('1000.json', { ...ROUND_1000, more: 1 });

  test('from seal to verdict', () => {
    const dir = county();
    const { stdout } = seal(dir, '--seed', 'drand:quicknet', '--not-before', '2023-08-23T23:59:22');
    expect(stdout).toContain('drand:quicknet:1000');
    expect(stdout.replace(/\n/g, '')).toContain(`/public/${ROUND_1000.round}`);
    expect(stdout).not.toContain('【警告】');
    refuses(dir, clock('23:59:21'), ['draw', BATCH, '--drand', beacon], 'not-yet-before');
    const said = refuses(dir, ROUND, ['draw', BATCH], 'drand-not-given', 2);
    expect(said).toContain('https://api.drand.sh/52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971/public/1000');
    expect(said).toContain(ROUND);
    done(dir, ROUND, 'draw', BATCH, '--drand', file('all.json', OTHERS.map((one) => ({ ...one, randomness: 'a'.repeat(64) }))), '--drand', beacon);
    expect(record(dir, 'rounds/0/seed.json')).toMatchObject({ tenthBits: 2560, warnings: [], lines: [{ line: `drand:quicknet:1000=${ROUND_1000.randomness}`, signature: ROUND_1000.signature, witnesses: [] }] });
    wholeVerdict(dir);
    expect(ssj(['verify', BATCH], { dir }).stdout).toContain('签名已核验');
  });

  test('needs a time, ten minutes, and its own round', () => {
    const dir = county();
    const sealing = (...words: readonly string[]): readonly string[] => ['seal', BATCH, ...words];
    refuses(dir, SEALING, sealing('--seed', 'drand:quicknet'), 'drand-time-missing', 2);
    refuses(dir, SEALING, sealing('--seed', 'drand:quicknet:1000'), 'drand-time-missing', 2);
    expect(refuses(dir, SEALING, sealing('--seed', 'drand:quicknet:1001', '--not-before', '2023-08-23T23:59:24'), 'drand-round-differs', 2)).toContain('drand:quicknet:1000');
    expect(refuses(dir, clock('23:50:00'), sealing('--seed', 'drand:quicknet', '--not-before', '2023-08-23T23:59:24'), 'drand-too-soon')).toContain('2023-08-24T00:00:00+08:00');
    done(dir, SEALING, ...sealing('--seed', 'drand:quicknet:1000', '--not-before', '2023-08-23T23:59:24'));
  });

  test('takes no other round, value, signature or beacon', () => {
    const dir = county();
    seal(dir, '--seed', 'drand:quicknet', '--not-before', '2023-08-23T23:59:24');
    const draw = (content: unknown): readonly string[] => ['draw', BATCH, '--drand', file('bad.json', content)];
    refuses(dir, ROUND, draw({ ...OTHERS[0], randomness: 'a'.repeat(64) }), 'drand-round-missing', 2);
    refuses(dir, ROUND, draw({ ...ROUND_1000, randomness: 'a'.repeat(64) }), 'drand-randomness-wrong', 2);
    refuses(dir, ROUND, draw({ ...ROUND_1000, signature: OTHERS[0]?.signature }), 'drand-signature-wrong', 2);
    refuses(dir, ROUND, draw({ ...ROUND_1000, previous_signature: ROUND_1000.signature }), 'drand-chained', 2);
    refuses(dir, ROUND, draw('no round'), 'drand-file-bad', 2);
    refuses(dir, ROUND, ['draw', BATCH, '--drand', join(root, 'none.json')], 'file-missing', 3);
    refuses(dir, ROUND, ['draw', BATCH, '--drand', beacon, '--seed', '1'], 'seed-count-differs', 2);
  });
});

describe('D2.8 a joint seed of three parties', () => {
  const TIME = clock('23:00:00');
  const reveal = (dir: string, party: string, at: string, ...words: readonly string[]) => ssj(['seed', 'reveal', BATCH, '--party', party, ...words], { dir, at });
  const elsewhere = (name: string, party: string): { readonly commitment: string; readonly secret: string; readonly path: string } => {
    const path = join(root, name);
    const { data } = jsonOf(mustEnd(ssj(['seed', 'commit', DRAW, '--party', party, '--output', path, '--json'], { cwd: root })));
    return { commitment: String(data['commitment']), secret: JSON.parse(readFileSync(path, 'utf8')).secret, path };
  };

  test('from seal to verdict: two secrets made in the county, one elsewhere', () => {
    const dir = county();
    seal(dir, '--seed', 'joint:SCJG,JW,GZC', '--not-before', '2023-08-23T23:00');
    expect(record(dir, 'sealed.json').seed.joint).toEqual({ otherwise: 'void', revealBy: '2023-08-25T23:00:00+08:00' });
    done(dir, SEALING, 'seed', 'commit', BATCH, '--party', 'SCJG');
    const kept = join(dir, '批次', `${DRAW}.联合-SCJG.json`);
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    const far = elsewhere('GZC.json', 'GZC');
    expect(statSync(far.path).mode & 0o777).toBe(0o600);
    expect(far.commitment).toBe(createHash('sha256').update(`ssj/1 commit\n${DRAW}\nGZC\n${far.secret}\n`).digest('hex'));
    done(dir, SEALING, 'seed', 'commit', DRAW, '--party', 'GZC', '--commitment', far.commitment);
    refuses(dir, TIME, ['seed', 'reveal', BATCH, '--party', 'SCJG'], 'joint-commitments-missing');
    refuses(dir, SEALING, ['seed', 'commit', BATCH, '--party', 'JW', '--commitment', far.commitment], 'joint-commitment-used');
    done(dir, SEALING, 'seed', 'commit', BATCH, '--party', 'JW');
    refuses(dir, SEALING, ['seed', 'reveal', BATCH, '--party', 'SCJG'], 'seed-step-early');
    refuses(dir, TIME, ['seed', 'reveal', BATCH, '--party', 'GZC', '--secret', far.secret], 'joint-office-first');
    mustEnd(reveal(dir, 'SCJG', TIME));
    expect(filesOf(dir).some((path) => path.endsWith('联合-SCJG.json'))).toBe(false);
    refuses(dir, TIME, ['seed', 'reveal', BATCH, '--party', 'GZC', '--secret', 'a'.repeat(64)], 'joint-does-not-open');
    refuses(dir, TIME, ['seed', 'reveal', BATCH, '--party', 'GZC'], 'joint-secret-missing');
    refuses(dir, TIME, ['draw', BATCH], 'joint-reveals-missing');
    mustEnd(reveal(dir, 'GZC', TIME, '--secret', far.secret));
    expect(mustEnd(ssj(['seed'], { dir, at: TIME })).stdout).toContain('JW：已承诺');
    expect(mustEnd(reveal(dir, 'JW', TIME)).stdout).toContain('ssj draw');
    done(dir, TIME, 'draw', BATCH);
    expect(record(dir, 'rounds/0/seed.json')).toMatchObject({ tenthBits: 2560, warnings: [] });
    wholeVerdict(dir);
    expect(ssj(['verify', BATCH], { dir }).stdout).toContain('至少一方诚实');
  });

  test('a party that never reveals makes the draw void, and is named', () => {
    const dir = county();
    seal(dir, '--seed', 'joint:SCJG,JW', '--not-before', '2023-08-23T23:00', '--joint-by', '2023-08-23T23:30');
    for (const party of ['SCJG', 'JW']) done(dir, SEALING, 'seed', 'commit', BATCH, '--party', party);
    mustEnd(reveal(dir, 'SCJG', TIME));
    expect(refuses(dir, clock('23:30:00'), ['draw', BATCH], 'joint-reveals-missing')).toContain('JW');
    expect(refuses(dir, clock('23:30:01'), ['draw', BATCH], 'joint-overdue')).toMatch(/JW.*作废/);
    refuses(dir, clock('23:30:01'), ['seed', 'reveal', BATCH, '--party', 'JW'], 'joint-overdue');
  });

  test('terms and words that cannot be', () => {
    const dir = county();
    refuses(dir, SEALING, ['seal', BATCH, '--seed', 'joint:A,B', '--not-before', '2023-08-23T23:00', '--joint-by', '2023-08-23T23:00'], 'joint-by-bad');
    refuses(dir, SEALING, ['seal', BATCH, '--seed', 'dice:d10x20', '--joint-by', '2023-08-23T23:00'], 'joint-by-alone', 2);
    refuses(dir, SEALING, ['seed', 'commit', BATCH, '--party', 'A', '--output', join(root, 'x')], 'draw-id-needed', 2);
    refuses(dir, SEALING, ['seed', 'commit', DRAW, '--party', '甲'], 'joint-party-bad', 2);
    seal(dir, '--seed', 'dice:d10x20');
    refuses(dir, SEALING, ['seed', 'commit', BATCH, '--party', 'A'], 'joint-not-sealed');
  });
});

describe('D2.9 typed, dice, joint and the beacon in one seed', () => {
  const EARLY = clock('22:30:00');
  const lines = ['--seed', 'typed:', '--seed', 'drand:quicknet', '--seed', 'dice:d10x20', '--seed', 'joint:A,B', '--not-before', '2023-08-23T23:59:24'];

  test('each becomes known in its turn, and the record shows it', () => {
    const dir = county();
    expect(seal(dir, ...lines).stdout).toContain('公开种子由人工录入');
    expect(record(dir, 'sealed.json').seed.joint.revealBy).toBe(clock('23:49:24'));
    for (const party of ['A', 'B']) done(dir, SEALING, 'seed', 'commit', BATCH, '--party', party);
    refuses(dir, EARLY, ['seed', 'enter', BATCH, '--seed', `dice:d10x20=${DICE}`], 'seed-order');
    refuses(dir, EARLY, ['seed', 'reveal', BATCH, '--party', 'A'], 'seed-order');
    refuses(dir, ROUND, ['seed', 'enter', BATCH, '--seed', 'typed:=x'], 'seed-step-late');
    refuses(dir, EARLY, ['seed', 'enter', BATCH], 'seed-value-missing', 2);
    refuses(dir, EARLY, ['seed', 'enter', BATCH, '--seed', DICE], 'seed-line-bad', 2);
    refuses(dir, EARLY, ['seed', 'enter', BATCH, '--seed', `drand:quicknet:1000=${ROUND_1000.randomness}`], 'seed-line-not-sealed');
    const sheet = file('sheet.txt', 'signed');
    done(dir, EARLY, 'seed', 'enter', BATCH, '--seed', `dice:d10x20=${DICE}`, '--seed', 'typed:=a=b', '--witness', '张三@市监局', '--witness', '李四@卫健委', '--sheet', sheet);
    refuses(dir, EARLY, ['seed', 'enter', BATCH, '--seed', `dice:d10x20=${DICE}`], 'seed-line-twice');
    for (const party of ['A', 'B']) done(dir, EARLY, 'seed', 'reveal', BATCH, '--party', party);
    done(dir, ROUND, 'draw', BATCH, '--drand', file('mixed.json', ROUND_1000));
    const seed = record(dir, 'rounds/0/seed.json');
    expect(seed.lines.map(({ line }: { line: string }) => line.split('=')[0])).toEqual(['typed:', 'drand:quicknet:1000', 'dice:d10x20', 'joint:A,B']);
    expect(seed.lines.map(({ tenthBits }: { tenthBits: number }) => tenthBits)).toEqual([0, 2560, 664, 2560]);
    expect(seed.warnings).toEqual(['seed-typed']);
    wholeVerdict(dir);
  });

  test('what was not entered in time cannot be drawn', () => {
    const dir = county();
    refuses(dir, SEALING, ['seal', BATCH, '--seed', 'dice:d10x20', '--seed', 'lottery:kl8:2023230'], 'seed-no-time');
    seal(dir, '--seed', 'dice:d10x20', '--seed', 'lottery:kl8:2023230', '--not-before', '2023-08-23T23:00');
    refuses(dir, ROUND, ['draw', BATCH, '--seed', DICE, '--seed', KL8], 'seed-order');
  });

  test('lines of one rank are given at the draw, all of them', () => {
    const dir = county();
    seal(dir, '--seed', 'dice:d10x20', '--seed', 'dice:d6x25');
    refuses(dir, SEALING, ['seed', 'enter', BATCH], 'nothing-to-enter');
    done(dir, SEALING, 'draw', BATCH, '--seed', DICE, '--seed', '1662534414326553216415243');
    wholeVerdict(dir);
  });
});

describe('D2.10 one ceremony for all sealed draws', () => {
  const sealAll = (dir: string, ...batches: readonly (readonly [string, string])[]): void => {
    for (const [batch, seed] of batches) done(dir, SEALING, 'seal', batch, '--seed', seed, '--not-before', '2023-08-23T23:59:24');
  };
  const beacon = file('all-1000.json', ROUND_1000);
  const all: readonly string[] = ['draw', '--all-sealed', '--drand', beacon];

  test('draws each with its own identifier, once, and verifies', () => {
    const dir = county();
    sealAll(dir, [BATCH, 'drand:quicknet'], ['P-3', 'drand:quicknet'], ['P-4', 'joint:A,B']);
    const ran = done(dir, ROUND, ...all, '--json');
    const { data, problems } = jsonOf(ran);
    expect((data['draws'] as unknown as readonly { drawId: string }[]).map(({ drawId }) => drawId)).toEqual([DRAW, '652722-2026-0002']);
    expect(problems.map(({ code }) => code)).toEqual(['joint-drawn-alone']);
    const tickets = [DRAW, '652722-2026-0002'].map((drawId) => readFileSync(join(dir, '批次', drawId, 'rounds/0/targets.jsonl'), 'utf8'));
    expect(tickets[0]).not.toBe(tickets[1]);
    done(dir, ROUND, 'ledger', 'check');
    for (const batch of [BATCH, 'P-3']) wholeVerdict(dir, batch);
    refuses(dir, ROUND, all, 'nothing-to-draw');
  });

  test('whose seals differ draws nothing and lists them', () => {
    const dir = county();
    sealAll(dir, [BATCH, 'drand:quicknet'], ['P-3', 'dice:d10x20']);
    const said = refuses(dir, ROUND, all, 'sealed-seeds-differ');
    for (const words of [`${DRAW}${BATCH}`, '652722-2026-0002P-3', 'dice:d10x20']) expect(said).toContain(words);
    refuses(dir, ROUND, ['draw', BATCH, '--all-sealed'], 'option-conflict', 2);
    refuses(dir, ROUND, ['draw'], 'batch-needed', 2);
  });

  test('where one record is damaged, none is drawn', () => {
    const dir = county();
    sealAll(dir, [BATCH, 'drand:quicknet'], ['P-3', 'drand:quicknet']);
    const sealed = join(dir, '批次', '652722-2026-0002', 'frame.jsonl');
    writeFileSync(sealed, readFileSync(sealed, 'utf8').replace('"V1"', '"V1" '));
    refuses(dir, ROUND, all, 'document-not-canonical', 3);
  });
});
