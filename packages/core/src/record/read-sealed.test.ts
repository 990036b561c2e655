import { expect, test } from 'vitest';
import { portableHash as hash } from '../base/digest.js';
import { areasOf } from '../match/draw-setting.js';
import type { RecordTexts } from './paths.js';
import { readExclusions, readFrame, readRegistry, readRoster, readSealed, readSealedInputs } from './read-sealed.js';
import { right, sampleRecord } from './sample.properties.js';

const record = (): RecordTexts => sampleRecord({ number: 3, scheme: 'ssj/1', publication: 'after-visits', sampling: 'by-risk', isFeasible: true, stage: 'sealed' }).texts;
const without = (texts: RecordTexts, ...paths: readonly string[]): RecordTexts => new Map([...texts].filter(([path]) => !paths.includes(path)));
const missing = (file: string) => ({ code: 'document-missing', severity: 'error', where: { file }, fields: {} });

test('R2 a document that is not there is named', () => {
  const empty: RecordTexts = new Map();
  expect(readSealed(empty)).toEqual({ ok: false, error: [missing('sealed.json')] });
  expect(readFrame(empty)).toEqual({ ok: false, error: [missing('frame.jsonl')] });
  expect(readRoster(empty)).toEqual({ ok: false, error: [missing('roster.jsonl')] });
  expect(readExclusions(empty)).toEqual({ ok: false, error: [missing('exclusions.jsonl')] });
});
test('R1.3 a row that stands twice or out of order is a problem of its file', () => {
  for (const [path, read] of [['frame.jsonl', readFrame], ['roster.jsonl', readRoster], ['exclusions.jsonl', readExclusions]] as const) {
    const texts = record();
    const lines = texts.get(path)!.split('\n').slice(0, -1);
    const reading = read(new Map([...texts, [path, [lines[0], ...lines].map((line) => `${line}\n`).join('')]]));
    expect(reading).toMatchObject({ ok: false, error: [{ where: { file: path, row: 2 } }] });
    const whole = read(texts);
    expect(whole.ok && whole.value.length).toBe(lines.length);
  }
});
test('R4 a seal of a scheme nobody knows yet is told from a damaged one', () => {
  const texts = record();
  const seal = texts.get('sealed.json')!;
  const read = (text: string) => readSealed(new Map([['sealed.json', text]]));
  expect(read(seal).ok).toBe(true);
  expect(read(seal.replace('"scheme":"ssj/1"', '"scheme":"ssj/9"'))).toEqual({ ok: false, error: [{ code: 'scheme-unknown', severity: 'error', where: { file: 'sealed.json' }, fields: { scheme: 'ssj/9' } }] });
  const codes = (text: string) => {
    const reading = read(text);
    return reading.ok ? [] : [...new Set(reading.error.map(({ code }) => code))];
  };
  expect(codes(seal.replace('"publication":"after-visits"', '"publication":"never"'))).toEqual(['document-invalid']);
  expect(codes(seal.slice(0, 40))).toEqual(['document-invalid']);
  expect(codes('{}\n')).toEqual(['document-invalid']);
});
test('R5 places in the registries are paths of the record', () => {
  const texts = record();
  const reading = readRegistry(new Map([...texts, ['registry/targets.jsonl', 'x\n']]), hash);
  expect(reading.ok).toBe(false);
  expect(reading.ok ? [] : [...new Set(reading.error.map(({ where }) => where?.file))]).toEqual(['registry/targets.jsonl']);
  expect(readRegistry(without(texts, ...[...texts.keys()].filter((path) => path.startsWith('registry/'))), hash)).toMatchObject({ ok: false, error: [{ where: { file: expect.stringMatching(/^registry\//) } }] });
});
test('what the draw depends on is read as a whole, or every document that stands in the way is named', () => {
  const texts = record();
  const { inputs, registry } = right(readSealedInputs(texts, hash));
  expect(inputs).toEqual({ sealed: right(readSealed(texts)), frame: right(readFrame(texts)), roster: right(readRoster(texts)), recusals: registry.recusals, bars: [], areas: areasOf(registry.targets), appointed: [], teams: [] });
  for (const paths of [['sealed.json'], ['frame.jsonl'], ['roster.jsonl'], ['sealed.json', 'frame.jsonl', 'roster.jsonl']]) {
    expect(readSealedInputs(without(texts, ...paths), hash)).toEqual({ ok: false, error: paths.map(missing) });
  }
  expect(readSealedInputs(new Map([...texts, ['registry/targets.jsonl', 'x\n']]), hash).ok).toBe(false);
});
