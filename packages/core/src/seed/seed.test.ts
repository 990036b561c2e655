import { describe, expect, test } from 'vitest';
import type { Digest, DrawId } from '../base/brand.js';
import { portableHash } from '../base/digest.js';
import type { SeedProblem } from './problems.js';
import type { Witness } from './public-line.js';
import { isSecret, rehearsalSecret, secretCommitment } from './secret.js';
import { type PublicSeed, publicSeed, seedText } from './seed.js';
import { parseSeedSource, type SeedSource } from './source.js';

const KL8 = '01.05.09.12.17.23.28.30.31.36.41.44.48.52.57.60.66.71.75.80';
const source = (text: string): SeedSource => {
  const parsed = parseSeedSource(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};
const given = (pairs: Readonly<Record<string, string>>, witnesses: readonly Witness[] = [], sheet?: Digest) =>
  publicSeed({ sources: Object.keys(pairs).map(source), values: Object.values(pairs), witnesses, sheet });
const seed = (...input: Parameters<typeof given>): PublicSeed => {
  const result = given(...input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const problems = (left: string, value: string): readonly SeedProblem[] => {
  const result = given({ [left]: value });
  return result.ok ? [] : result.error;
};

describe('D2.2 values in their form', () => {
  test.each([
    ['dice:d10x20', '00000000000000000000'], ['dice:d10x1', '9'], ['dice:d6x6', '123456'], ['lottery:kl8:2026315', KL8], ['lottery:ssq:2026001', '03.08.14.21.27.33.09'],
    ['lottery:ssq:2026001', '09.10.11.12.13.14.09'], ['lottery:fc3d:2026033', '7.7.7'], ['lottery:fc3d:2026033', '9.0.1'], ['typed:', 'a=b; dice!'], ['typed:', 'x'.repeat(200)],
  ])('%s=%s is accepted as it is', (left, value) => {
    expect(seedText({ lines: seed({ [left]: value }).lines })).toBe(`${left}=${value}`);
  });

  const line = (left: string, fields: Readonly<Record<string, string | number>> = {}) => ({ line: left, ...fields });
  test.each<[string, string, string, Readonly<Record<string, string | number>>]>([
    ['dice:d10x20', '', 'seed-empty', line('dice:d10x20')],
    ['typed:', '', 'seed-empty', line('typed:')],
    ['typed:', 'abc中', 'seed-not-ascii', line('typed:', { position: 4, character: '中' })],
    ['typed:', '\u{1f3b2}', 'seed-not-ascii', line('typed:', { position: 1, character: '\u{1f3b2}' })],
    ['typed:', 'a\nb', 'seed-not-ascii', line('typed:', { position: 2, character: '\n' })],
    ['typed:', 'a\u007f', 'seed-not-ascii', line('typed:', { position: 2, character: '\u007f' })],
    ['dice:d10x2', '０1', 'seed-not-ascii', line('dice:d10x2', { position: 1, character: '０' })],
    ['typed:', 'x'.repeat(201), 'typed-too-long', line('typed:', { longest: 200, found: 201 })],
    ['dice:d10x20', 'dice:d10x20=08772473296991897540', 'seed-value-only', { sealed: 'dice:d10x20' }],
    ['dice:d10x20', 'dice:d6x25=1', 'seed-of-another-source', { sealed: 'dice:d10x20', given: 'dice:d6x25' }],
    ['lottery:kl8:2026315', `lottery:kl8:2026316=${KL8}`, 'seed-of-another-source', { sealed: 'lottery:kl8:2026315', given: 'lottery:kl8:2026316' }],
    ['lottery:kl8:2026315', 'dice:d10x1=1', 'seed-of-another-source', { sealed: 'lottery:kl8:2026315', given: 'dice:d10x1' }],
    ['dice:d10x3', '12', 'dice-count', line('dice:d10x3', { wanted: 3, found: 2 })],
    ['dice:d10x3', '1234', 'dice-count', line('dice:d10x3', { wanted: 3, found: 4 })],
    ['dice:d10x3', '1 2', 'dice-face', line('dice:d10x3', { position: 2, character: ' ' })],
    ['dice:d6x3', '120', 'dice-face', line('dice:d6x3', { position: 3, character: '0' })],
    ['dice:d6x3', '172', 'dice-face', line('dice:d6x3', { position: 2, character: '7' })],
    ['lottery:fc3d:2026033', '1.2', 'lottery-count', line('lottery:fc3d:2026033', { wanted: 3, found: 2 })],
    ['lottery:kl8:2026315', `${KL8}.81`, 'lottery-count', line('lottery:kl8:2026315', { wanted: 20, found: 21 })],
    ['lottery:kl8:2026315', KL8.replace('80', '81'), 'lottery-range', line('lottery:kl8:2026315', { number: '81', highest: 80 })],
    ['lottery:kl8:2026315', KL8.replace('01', '00'), 'lottery-range', line('lottery:kl8:2026315', { number: '00', highest: 80 })],
    ['lottery:ssq:2026001', '03.08.14.21.27.33.17', 'lottery-range', line('lottery:ssq:2026001', { number: '17', highest: 16 })],
    ['lottery:ssq:2026001', '03.08.14.21.27.34.09', 'lottery-range', line('lottery:ssq:2026001', { number: '34', highest: 33 })],
    ['lottery:kl8:2026315', KL8.replace('05', '01'), 'lottery-repeated', line('lottery:kl8:2026315', { number: '01' })],
    ['lottery:ssq:2026001', '08.03.14.21.27.33.09', 'lottery-order', line('lottery:ssq:2026001', { before: '08', after: '03' })],
  ])('%s=%s is refused with %s', (left, value, code, fields) => {
    expect(problems(left, value)).toEqual([{ code, severity: 'error', fields }]);
  });
  test.each([['lottery:kl8:2026315', KL8.replaceAll('.', ' ')], ['lottery:kl8:2026315', KL8.replace('01', '1')], ['lottery:fc3d:2026033', '01.2.3'], ['lottery:ssq:2026001', '03.08.14.21.27.33+09'], ['lottery:fc3d:2026033', '1..3'], ['lottery:fc3d:2026033', '1.2.x']])('%s=%s is no result of the game, and an example is given', (left, value) => {
    expect(problems(left, value)).toMatchObject([{ code: 'lottery-form', fields: { line: left } }]);
  });
  test('every line’s problems come at once', () => {
    const result = given({ 'dice:d10x2': '1', 'lottery:kl8:2026315': KL8.replace('01.05', '81.81') });
    expect(result.ok ? [] : result.error.map(({ code }) => code)).toEqual(['dice-count', 'lottery-range', 'lottery-range', 'lottery-repeated', 'lottery-order']);
  });
  test('one value belongs to each sealed line', () => {
    expect(publicSeed({ sources: [source('typed:')], values: ['a', 'b'], witnesses: [] })).toEqual({ ok: false, error: [{ code: 'seed-count-differs', severity: 'error', fields: { wanted: 1, found: 2 } }] });
  });
});

test('D2.1 lines are joined by LF in the seal’s order, leading zeros stay, the secret is last', () => {
  const { lines } = seed({ 'lottery:fc3d:2026033': '0.0.7', 'dice:d10x4': '0042' });
  expect(seedText({ lines })).toBe('lottery:fc3d:2026033=0.0.7\ndice:d10x4=0042');
  expect(seedText({ lines, secret: 'a'.repeat(64) as Digest })).toBe(`lottery:fc3d:2026033=0.0.7\ndice:d10x4=0042\nsecret:sha256=${'a'.repeat(64)}`);
});

describe('D2.4 what a seed is worth', () => {
  const notary: Witness = { agency: '公证处', name: '张三' };
  const audit: Witness = { agency: '审计局', name: '李四' };
  const sheet = 'b'.repeat(64) as Digest;
  const dice = { 'dice:d10x20': '08772473296991897540' };
  test('dice seen by two agencies, with the signed sheet, count in full', () => {
    expect(seed(dice, [notary, audit], sheet)).toMatchObject({ tenthBits: 664, warnings: [] });
  });
  test.each<[string, readonly Witness[], Digest | undefined]>([
    ['nobody', [], sheet], ['one person', [notary], sheet], ['two of one agency', [notary, { agency: '公证处', name: '李四' }], sheet], ['two agencies without the sheet', [notary, audit], undefined],
  ])('dice seen by %s count nothing', (_, witnesses, signed) => {
    expect(seed(dice, witnesses, signed)).toMatchObject({ tenthBits: 0, warnings: ['dice-unwitnessed', 'entropy-low'] });
  });
  test('a typed line counts nothing and is named', () => {
    expect(seed({ 'typed:': 'x' })).toMatchObject({ tenthBits: 0, warnings: ['entropy-low', 'seed-typed'] });
    expect(seed({ 'lottery:kl8:2026315': KL8, 'typed:': 'x' })).toMatchObject({ tenthBits: 616, warnings: ['seed-typed'] });
  });
  test('below 600 tenths in all there is a warning, from 600 on none', () => {
    expect(seed({ 'lottery:ssq:2026001': '03.08.14.21.27.33.09', 'lottery:fc3d:2026033': '1.2.3' })).toMatchObject({ tenthBits: 339, warnings: ['entropy-low'] });
    expect(seed({ 'dice:d10x18': '123456789012345678', 'lottery:fc3d:2026033': '1.2.3' }, [notary, audit], sheet)).toMatchObject({ tenthBits: 597 + 99, warnings: [] });
    expect(seed({ 'dice:d10x18': '123456789012345678' }, [notary, audit], sheet)).toMatchObject({ tenthBits: 597, warnings: ['entropy-low'] });
    expect(seed({ 'dice:d10x12': '123456789012', 'dice:d6x4': '1234', 'lottery:fc3d:2026033': '1.2.3' }, [notary, audit], sheet)).toMatchObject({ tenthBits: 600, warnings: [] });
  });
  test('witnesses and the sheet speak for dice alone', () => {
    expect(seed({ 'typed:': 'x' }, [notary, audit], sheet).lines).toEqual([{ source: { kind: 'typed' }, value: 'x', witnesses: [] }]);
  });
});

describe('D2.5, D9.1 the secret', () => {
  const drawId = '652722-2026-0025' as DrawId;
  test('its commitment is that of the worked cases', () => {
    const secret = `${'0'.repeat(63)}7` as Digest;
    expect(secretCommitment({ scheme: 'ssj/1', drawId, secret, hash: portableHash })).toBe('73b23ba4e1c3fc90a301571365106269130aa1990227c5eaa01eda8fe0ae4b75');
    expect(secretCommitment({ scheme: 'ssj/1-rehearsal', drawId, secret, hash: portableHash })).not.toBe('73b23ba4e1c3fc90a301571365106269130aa1990227c5eaa01eda8fe0ae4b75');
  });
  test('a rehearsal’s is the same for everybody', () => {
    expect(rehearsalSecret({ drawId, hash: portableHash })).toBe('b10667ef051677949e6b2886a35aca891b8526174ae3ff823d9df68f87b2c852');
  });
  test('it is 64 lower-case hex characters', () => {
    expect([isSecret('a'.repeat(64)), isSecret('A'.repeat(64)), isSecret('a')]).toEqual([true, false, false]);
  });
});
