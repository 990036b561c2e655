import { describe, expect, test } from 'vitest';
import type { Digest } from '../base/brand.js';
import { portableHash as hash } from '../base/digest.js';
import { type Act, at, commit, drawId, enter, ledger, open, secretOf, terms } from '../record/seed-acts.properties.js';
import type { SeedDocument } from '../record/round-schemas.js';
import { jointValue } from '../seed/joint-value.js';
import { checkSeedOrder, type SeedOrderInput } from './check-seed-order.js';

const found = (lines: readonly string[], acts: readonly Act[], more: Partial<SeedOrderInput> = {}) =>
  checkSeedOrder({ terms: terms(lines), termsFile: 'sealed.json', entries: ledger(...acts), file: 'rounds/0/seed.json', hash, ...more });
const drawn = (minutes: number, ...lines: readonly string[]): SeedDocument => ({ format: 'ssj-seed/1', drawId, round: 0, drawnAt: at(minutes), clock: 'system', tenthBits: 0, warnings: [], lines: lines.map((line) => ({ line, tenthBits: 0, witnesses: [] })) });
const shown = (line: string, more: object = {}) => JSON.stringify({ line, ...more, witnesses: [] });

describe('D2.9 the way to a seed, as the ledger has it', () => {
  const LINES = ['typed:', 'dice:d10x2'];
  test('with every step in its time and place is sound, drawn or not', () => {
    expect(found(LINES, [[60, enter('typed:=x')]])).toEqual([]);
    expect(found(LINES, [[60, enter('typed:=x')]], { seed: drawn(61, 'typed:=x', 'dice:d10x2=07') })).toEqual([]);
  });
  test('a step that could not be taken is named with its line', () => {
    expect(found(LINES, [[60, enter('typed:=x')], [61, enter('typed:=y')]])).toEqual([{ code: 'seed-line-twice', severity: 'error', where: { file: 'ledger.jsonl', row: 3 }, fields: { line: 'typed:' } }]);
    expect(found(LINES, [[59, enter('typed:=x')]])).toEqual([{ code: 'seed-step-early', severity: 'error', where: { file: 'ledger.jsonl', row: 2 }, fields: { at: at(59), notBefore: at(60) } }]);
  });
  test('a step is judged by what stood before it, not by what came after', () => {
    expect(found(LINES, [[60, enter('typed:=x')], [70, { type: 'drawn' }]])).toEqual([]);
    expect(found(LINES, [[60, { type: 'drawn' }], [61, enter('typed:=x')]]).map(({ code, where }) => [code, where?.row])).toEqual([['seed-event-late', 3]]);
  });
  test('steps of another draw or another round are not this one’s', () => {
    expect(found(LINES, [[1, { ...enter('typed:=x'), round: 1 }], [2, { ...enter('typed:=x'), drawId: '652722-2026-0002' }]])).toEqual([]);
  });
  test('a draw before the lower lines were entered is different', () => {
    expect(found(LINES, [], { seed: drawn(61, 'typed:=x', 'dice:d10x2=07') })).toEqual([{ code: 'seed-order', severity: 'error', where: { file: 'ledger.jsonl' }, fields: { first: ['typed:'], lines: ['dice:d10x2'] } }]);
  });
  test('the seed has the lines as they were entered, with what speaks for them', () => {
    const entered: readonly Act[] = [[60, enter('typed:=x')]];
    const differs = (recorded: string, replayed: string) => [{ code: 'value-differs', severity: 'error', where: { file: 'rounds/0/seed.json' }, fields: { field: 'lines', recorded, replayed } }];
    expect(found(LINES, entered, { seed: drawn(61, 'typed:=y', 'dice:d10x2=07') })).toEqual(differs(shown('typed:=y'), shown('typed:=x')));
    expect(found(LINES, entered, { seed: drawn(61, 'dice:d10x2=07') })).toEqual(differs('null', shown('typed:=x')));
    const sheet = 'a'.repeat(64) as Digest;
    const seed = drawn(61, 'typed:=x', 'dice:d10x2=07');
    expect(found(LINES, entered, { seed: { ...seed, lines: [{ ...seed.lines[0]!, sheet }, seed.lines[1]!] } })).toEqual(differs(`{"line":"typed:=x","sheet":"${sheet}","witnesses":[]}`, shown('typed:=x')));
    const seen = { ...seed.lines[0]!, witnesses: [{ agency: '公证处', name: '张三' }] };
    expect(found(LINES, entered, { seed: { ...seed, lines: [seen, seed.lines[1]!] } })).toEqual(differs('{"line":"typed:=x","witnesses":[{"agency":"公证处","name":"张三"}]}', shown('typed:=x')));
  });
  test('terms that nobody could keep are named where they stand', () => {
    const own = { ...terms(['dice:d10x2', 'lottery:kl8:2026040']), notBefore: at(0) };
    expect(found(LINES, [], { terms: own })).toEqual([{ code: 'seed-no-time', severity: 'error', where: { file: 'sealed.json' }, fields: { lines: ['dice:d10x2'], notBefore: at(0) } }]);
  });
});
describe('D2.8 the value of a joint seed', () => {
  const steps: readonly Act[] = [[5, commit('A')], [5, commit('B')], [60, open('A')], [61, open('B')]];
  const value = jointValue({ secrets: [secretOf('A'), secretOf('B')], hash });
  test('is that of the secrets in the ledger', () => {
    expect(found(['joint:A,B'], steps, { seed: drawn(62, `joint:A,B=${value}`) })).toEqual([]);
    const other = '0'.repeat(64);
    expect(found(['joint:A,B'], steps, { seed: drawn(62, `joint:A,B=${other}`) })).toMatchObject([{ code: 'value-differs', fields: { field: 'lines' } }]);
  });
  test('is none while somebody is silent; after revealBy the draw was void', () => {
    const silent = steps.slice(0, 3);
    const told = (minutes: number) => found(['joint:A,B'], silent, { seed: drawn(minutes, `joint:A,B=${value}`) });
    const fields = { parties: ['B'], revealBy: at(120) };
    expect(told(120)).toEqual([{ code: 'joint-reveals-missing', severity: 'error', where: { file: 'ledger.jsonl' }, fields }]);
    expect(told(121)).toEqual([{ code: 'joint-overdue', severity: 'error', where: { file: 'ledger.jsonl' }, fields }]);
  });
});
