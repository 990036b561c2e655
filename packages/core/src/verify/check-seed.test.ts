import { describe, expect, test } from 'vitest';
import type { Digest, DrawId, PlainDate, Timestamp } from '../base/brand.js';
import { portableHash as hash } from '../base/digest.js';
import type { RevealDocument, SeedDocument } from '../record/round-schemas.js';
import { rehearsalSecret, secretCommitment } from '../seed/secret.js';
import { checkSecret, checkSeed, knownSecret, type SecretTerms, type SeedRule, wholeSeed } from './check-seed.js';
import { usedBefore } from './check-seeds.js';

const drawId = '652722-2026-0001' as DrawId;
const at = (clock: string): Timestamp => `2026-02-02T${clock}+08:00` as Timestamp;
const DICE = '08772473296991897540';
const witnesses = [{ agency: '公证处', name: '张三' }, { agency: '审计局', name: '李四' }];
const RULE: SeedRule = { drawId, round: 1, terms: { lines: ['dice:d10x20', 'typed:'], notBefore: at('09:30:00') }, fixedAt: at('09:00:00'), file: 'notices/1.json' };
const SEED: SeedDocument = {
  format: 'ssj-seed/1', drawId, round: 1, drawnAt: at('09:30:00'), clock: 'system', tenthBits: 664, warnings: ['seed-typed'],
  lines: [{ line: `dice:d10x20=${DICE}`, tenthBits: 664, witnesses, sheet: 'a'.repeat(64) as Digest }, { line: 'typed:=a=b', tenthBits: 0, witnesses: [] }],
};
const found = (seed: Partial<SeedDocument>, rule: Partial<SeedRule> = {}) => checkSeed({ ...RULE, ...rule }, { ...SEED, ...seed });
const differs = (field: string, recorded: unknown, replayed: unknown) => ({ code: 'value-differs', severity: 'error', where: { file: 'rounds/1/seed.json' }, fields: { field, recorded: JSON.stringify(recorded), replayed: JSON.stringify(replayed) } });
const withLine = (index: number, more: object): Partial<SeedDocument> => ({ lines: SEED.lines.map((line, own) => (own === index ? { ...line, ...more } : line)) });

describe('D2 the seed of a round', () => {
  test('as it was fixed, from the very second of notBefore on, is sound', () => {
    expect(found({})).toEqual([]);
    expect(found({}, { terms: { ...RULE.terms, notBefore: at('09:00:00') } })).toEqual([]);
  });
  test('names its draw and its round', () => {
    expect(found({ drawId: '652722-2026-0002' as DrawId })).toEqual([differs('drawId', '652722-2026-0002', drawId)]);
    expect(found({ round: 2 })).toEqual([differs('round', 2, 1)]);
  });
  test('D2.1 has the lines that were fixed, in their order, and no other', () => {
    expect(found({}, { terms: { ...RULE.terms, lines: ['typed:', 'dice:d10x20'] } })).toEqual([differs('lines', ['dice:d10x20', 'typed:'], ['typed:', 'dice:d10x20'])]);
    expect(found({}, { terms: { ...RULE.terms, lines: ['dice:d10x20'] } })).toEqual([differs('lines', ['dice:d10x20', 'typed:'], ['dice:d10x20'])]);
  });
  test('D2.2 a value of no form, or a line of no kind, is named with the file of the seed', () => {
    expect(found(withLine(0, { line: 'dice:d10x20=1' }))).toMatchObject([{ code: 'dice-count', where: { file: 'rounds/1/seed.json' } }]);
    expect(found(withLine(1, { line: 'more:=1' }))).toMatchObject([{ code: 'value-differs' }, { severity: 'error', where: { file: 'rounds/1/seed.json' } }]);
    expect(found(withLine(1, { line: 'typed:' }))).toMatchObject([{ code: 'value-differs', fields: { field: 'lines' } }, { where: { file: 'rounds/1/seed.json' } }]);
  });
  test('D2.3, D2.4 entropy of each line and in all, and the warnings, are worked out again', () => {
    expect(found({ tenthBits: 665 })).toEqual([differs('tenthBits', 665, 664)]);
    expect(found(withLine(0, { tenthBits: 1 }))).toEqual([differs('lines.tenthBits', [1, 0], [664, 0])]);
    expect(found({ warnings: [] })).toEqual([differs('warnings', [], ['seed-typed'])]);
    expect(found(withLine(0, { witnesses: [] }))).toEqual([
      differs('lines.tenthBits', [664, 0], [0, 0]), differs('tenthBits', 664, 0), differs('warnings', ['seed-typed'], ['dice-unwitnessed', 'entropy-low', 'seed-typed']),
    ]);
  });
  test('R6 a signature stands on a line of the beacon and on no other', () => {
    expect(found(withLine(0, { signature: 'a'.repeat(96) }))).toEqual([differs('lines.signature', [true, false], [false, false])]);
  });
  test('D2.6 a seed that could be known before its terms were fixed is different, whenever it was taken', () => {
    expect(found({}, { fixedAt: at('09:30:00') })).toEqual([]);
    const [early, ...more] = found({ drawnAt: at('10:00:00') }, { fixedAt: at('09:30:01') });
    expect([early, more]).toEqual([{ code: 'not-before-seal', severity: 'error', where: { file: 'notices/1.json' }, fields: { notBefore: at('09:30:00'), sealedAt: at('09:30:01') } }, []]);
  });
  test('D2.6 a seed is taken neither before notBefore nor before its terms', () => {
    expect(found({ drawnAt: at('09:29:59') })).toEqual([{ code: 'seed-too-early', severity: 'error', where: { file: 'rounds/1/seed.json' }, fields: { drawnAt: at('09:29:59'), notBefore: at('09:30:00') } }]);
    expect(found({}, { fixedAt: at('09:30:01') }).map(({ code }) => code)).toEqual(['not-before-seal', 'seed-too-early']);
  });
  test('R6 the public lines of an earlier round, as a whole, are no seed', () => {
    expect(usedBefore([SEED, undefined, SEED], 2)).toEqual([{ code: 'seed-used-before', severity: 'error', where: { file: 'rounds/2/seed.json' }, fields: { round: 0 } }]);
    expect([usedBefore([SEED, SEED], 0), usedBefore([{ lines: SEED.lines.slice(1) }, SEED], 1), usedBefore([SEED, undefined], 1)]).toEqual([[], [], []]);
  });
});

const secret = 'b'.repeat(64) as Digest;
const sealed = (scheme: 'ssj/1' | 'ssj/1-rehearsal' = 'ssj/1', own = secret): SecretTerms => ({
  drawId, scheme, seed: { ...RULE.terms, secret: { commitment: secretCommitment({ scheme, drawId, secret: own, hash }), revealBy: '2026-06-30' as PlainDate } },
});
const open: SecretTerms = { drawId, scheme: 'ssj/1', seed: RULE.terms };
const reveal: RevealDocument = { format: 'ssj-reveal/1', drawId, secret, revealedAt: '2026-06-30T23:59:59+08:00' as Timestamp, clock: 'system', visitsFinishedOn: '2026-05-31' as PlainDate };
const ofSecret = (terms: SecretTerms, document?: RevealDocument) => checkSecret('sealed.json', terms, document, hash);

describe('D2.5 the secret', () => {
  test('opens the commitment, revealed on the last day at the latest, by its own offset', () => {
    expect(ofSecret(sealed(), reveal)).toEqual([]);
    const late = '2026-07-01T00:00:00+08:00' as Timestamp;
    expect(ofSecret(sealed(), { ...reveal, revealedAt: late })).toEqual([{ code: 'revealed-late', severity: 'error', where: { file: 'reveal.json' }, fields: { revealedAt: late, revealBy: '2026-06-30' } }]);
  });
  test('before the revelation is awaited, with the day', () => {
    expect(ofSecret(sealed())).toEqual([{ code: 'not-revealed', severity: 'error', where: { file: 'reveal.json' }, fields: { revealBy: '2026-06-30' } }]);
    expect(knownSecret(sealed(), undefined, hash)).toEqual({ kind: 'unknown', revealBy: '2026-06-30' });
  });
  test('another one, or of another draw, is different', () => {
    expect(ofSecret(sealed(), { ...reveal, secret: 'c'.repeat(64) as Digest })).toMatchObject([{ code: 'value-differs', where: { file: 'sealed.json' }, fields: { field: 'seed.secret.commitment' } }]);
    expect(ofSecret(sealed(), { ...reveal, drawId: '652722-2026-0002' as DrawId })).toMatchObject([{ code: 'value-differs', where: { file: 'reveal.json' }, fields: { field: 'drawId' } }]);
  });
  test('of an at-once draw there is none, and nothing to reveal', () => {
    expect([ofSecret(open), knownSecret(open, undefined, hash), knownSecret(open, reveal, hash)]).toEqual([[], { kind: 'none' }, { kind: 'none' }]);
    expect(ofSecret(open, reveal)).toEqual([{ code: 'file-extra', severity: 'error', where: { file: 'reveal.json' }, fields: {} }]);
  });
  test('D9.1 of a rehearsal is known before, and is no other', () => {
    const own = rehearsalSecret({ drawId, hash });
    expect([ofSecret(sealed('ssj/1-rehearsal', own)), knownSecret(sealed('ssj/1-rehearsal', own), undefined, hash)]).toEqual([[], { kind: 'known', secret: own }]);
    expect(ofSecret(sealed('ssj/1-rehearsal'), reveal)).toMatchObject([{ code: 'value-differs', where: { file: 'reveal.json' }, fields: { field: 'secret' } }]);
    expect(ofSecret(sealed('ssj/1-rehearsal'))).toMatchObject([{ code: 'value-differs', where: { file: 'sealed.json' }, fields: { field: 'seed.secret.commitment' } }]);
  });
  test('D2.1 stands after the public lines; without it, where one is needed, there is no seed', () => {
    const lines = `dice:d10x20=${DICE}\ntyped:=a=b`;
    expect([wholeSeed(SEED, { kind: 'known', secret }), wholeSeed(SEED, { kind: 'none' }), wholeSeed(SEED, { kind: 'unknown', revealBy: '' })]).toEqual([`${lines}\nsecret:sha256=${secret}`, lines, undefined]);
  });
});
