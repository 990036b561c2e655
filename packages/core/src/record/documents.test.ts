/** The documents of a record as whole examples, and what holds for each of them whatever it says. */
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { canonicalJson, type JsonValue } from '../base/canonical-json.js';
import { changeKindSchema } from './changes.js';
import { ledgerEntrySchema } from './ledger.js';
import { readEvidence } from './evidence.js';
import { roundNoticeSchema, sealingNoticeSchema } from './notice.js';
import { assignmentRowSchema, drawnTargetSchema, matchDocumentSchema, oddsRowSchema, revealDocumentSchema, saltDocumentSchema, seedDocumentSchema } from './round-schemas.js';

const digest = 'a'.repeat(64);
const drawId = '652722-2026-0025';
const at = '2026-02-02T09:30:00+08:00';
const target = 'local:T1';
const inspector = 'SCJG/1';
const ofRound = { drawId, round: 1 };
const why = { reason: '病假', by: '办公室', evidence: '假条', scan: digest };
const witnesses = [{ agency: '公证处', name: '张三' }];
const terms = { lines: ['dice:d10x20'], notBefore: at };
const ledgerHead = { seq: 0, digest };

const entry = (type: string, body: JsonValue) => ({ at, body, prev: digest, seq: 1, type });
const CHANGES: readonly JsonValue[] = [
  { kind: 'target-withdrawn', target },
  { kind: 'target-postponed', target },
  { kind: 'inspector-withdrawn', inspector },
  { kind: 'pair-withdrawn', target, inspector, ground: '近亲属' },
  { kind: 'recusal-released', target, inspector },
  { kind: 'capacity-set', inspector, capacity: 8191 },
  { kind: 'borrowed', agency: 'XF', inspector, capacity: 0, qualifications: ['计量'], mayLead: true },
];
const ENTRIES: readonly JsonValue[] = [
  entry('opened', { authority: { code: '652722', name: '样例县' }, year: 2026, program: { name: 'shuangsuiji', version: '0.1.0' } }),
  entry('imported', { snapshot: digest, counts: { targets: 0 }, refused: 0, accepted: digest }),
  entry('sealed', { drawId, batch: '〔2026〕1号', scheme: 'ssj/1', commitment: digest, notice: digest, snapshot: digest }),
  ...CHANGES.map((change) => entry('changed', { drawId, change, ...why })),
  entry('announced', { ...ofRound, commitment: digest }),
  ...['signature', 'timestamp', 'written'].map((kind) => entry('evidence', { ...ofRound, kind, path: 'evidence/12.json', document: digest })),
  entry('entered', { ...ofRound, line: 'dice:d10x20=1', witnesses, sheet: digest }),
  entry('committed', { ...ofRound, party: 'SCJG', commitment: digest }),
  entry('contributed', { ...ofRound, party: 'SCJG', secret: digest }),
  ...['matched', 'infeasible'].map((outcome) => entry('drawn', { ...ofRound, outcome, documents: { 'rounds/1/seed.json': digest } })),
  entry('revealed', { drawId, document: digest }),
  entry('voided', { drawId, ...why }),
  ...['plan', 'draw'].flatMap((list) => ['counts', 'full'].map((form) => entry('published', { drawId, batch: '1', list, form, file: 'a.xlsx', document: digest }))),
];

const card = { holder: '李四', body: '审计局', publicKey: digest, validFrom: '2026-01-01', validUntil: '2027-12-31' };
const piece = { ...ofRound, statement: digest };
const EVIDENCE: readonly JsonValue[] = [
  { format: 'ssj-signature/1', ...piece, card, signedAt: at, clock: 'system', signature: digest + digest },
  { format: 'ssj-timestamp/1', ...piece, token: 'AAEC' },
  { format: 'ssj-written/1', ...piece, words: '收文回执', scan: digest },
];
const head = { format: 'ssj-notice/1', drawId, ledgerHead };
const match = { format: 'ssj-match/1', ...ofRound };

/** `true` for a document that can be written, and is one of its kind. */
type Reads = (document: JsonValue) => boolean;
const writable = (document: JsonValue): string | undefined => {
  try {
    return `${canonicalJson(document)}\n`;
  } catch {
    return undefined;
  }
};
const by = (schema: z.ZodType): Reads => (document) => writable(document) !== undefined && schema.safeParse(document).success;
const asEvidence: Reads = (document) => {
  const text = writable(document);
  return text !== undefined && readEvidence('', text).ok;
};
const KINDS: Readonly<Record<string, readonly [reads: Reads, sound: readonly JsonValue[]]>> = {
  'R10.3 an entry of the ledger': [by(ledgerEntrySchema), ENTRIES],
  'R13.2 a piece of evidence': [asEvidence, EVIDENCE],
  'R12.1 the notice of a seal': [by(sealingNoticeSchema), ['ssj/1', 'ssj/1-rehearsal'].map((scheme) => ({ ...head, scheme, round: 0, commitment: digest, frameRoot: digest, seed: terms }))],
  'R12.2 the notice of a later round': [
    by(roundNoticeSchema),
    [{ ...head, scheme: 'ssj/1', round: 1, noticedAt: at, clock: 'fixed', changes: CHANGES.map((change) => ({ seq: 1, change, ...why })), strata: [{ name: 'ALL', withdrawn: 1, pool: 0, quota: 1 }], seed: terms }],
  ],
  'R6 a seed': [by(seedDocumentSchema), [{ format: 'ssj-seed/1', ...ofRound, drawnAt: at, clock: 'system', lines: [{ line: 'dice:d10x20=1', tenthBits: 0, witnesses, sheet: digest }], tenthBits: 0, warnings: ['dice-unwitnessed', 'entropy-low', 'seed-typed'] }]],
  'R7 a drawn target': [by(drawnTargetSchema), [{ stratum: 'ALL', ticket: digest, id: target }]],
  'R8.2 a match': [by(matchDocumentSchema), [{ ...match, outcome: 'matched', agencies: [{ agency: 'SCJG', iterations: 0, repairPhases: 0, largestDifference: 0, noChoice: [{ target, inspector }] }] }]],
  'R8.4 a match that could not be done': [
    by(matchDocumentSchema),
    [{
      ...match, outcome: 'infeasible',
      agencies: [{ agency: 'SCJG', shortage: 1, targets: [target], people: [{ inspector, capacity: 0, targets: 1 }], repairs: ['capacity', 'borrow', 'release', 'lower', 'postpone'].map((kind) => ({ kind, inspector, target, group: 'leader', lowersBy: 1, isEnough: true })) }],
    }, {
      ...match, outcome: 'infeasible',
      agencies: [{
        agency: 'SCJG', shortage: 1, needed: 2, supplied: 1, contradictory: [target],
        rules: ['atLeast', 'atMost'].map((bound) => ({ group: 'trainee', bound, places: 1, people: 0, targets: [target] })),
        combination: {
          isCheapest: false,
          changes: [{ kind: 'capacity', inspector, visits: 1 }, { kind: 'borrow', inspector, group: 'leader', visits: 1 }, { kind: 'release', target, inspector }, { kind: 'lower', target }, { kind: 'postpone', target }],
        },
      }],
    }],
  ],
  'R8.3 a row of the odds': [by(oddsRowSchema), [{ agency: 'SCJG', target, odds: [[inspector, 0]] }]],
  'R8 an assignment': [by(assignmentRowSchema), [{ agency: 'SCJG', target, inspectors: [inspector] }]],
  'R9 a revelation': [by(revealDocumentSchema), [{ format: 'ssj-reveal/1', drawId, secret: digest, revealedAt: at, clock: 'system', visitsFinishedOn: '2026-12-31' }]],
  'R14 a salt': [by(saltDocumentSchema), [{ format: 'ssj-salt/1', drawId, salt: digest }]],
};
const LAWS = Object.entries(KINDS).map(([name, [reads, sound]]) => ({ name, reads, sound }));

const OPTIONAL = new Set(['scan', 'accepted', 'sheet', 'mayLead', 'repairs']);
/** These may be left out only here; elsewhere members of the same name must stand. */
const isOptional = (key: string, holder: object, place: string): boolean => {
  if (place.endsWith('.counts') || place.endsWith('.documents')) return true;
  if (key === 'drawId') return 'list' in holder;
  const isCombinedBorrow = 'visits' in holder && 'kind' in holder && holder.kind === 'borrow';
  if (key === 'group' || key === 'inspector') return 'lowersBy' in holder || isCombinedBorrow;
  if (key === 'target') return 'lowersBy' in holder;
  if (['targets', 'people', 'needed', 'supplied', 'rules', 'contradictory', 'combination'].includes(key)) return 'shortage' in holder;
  return OPTIONAL.has(key);
};
/** Members by which a name or words are given: any text will do. */
const WORDS = new Set(['name', 'version', 'batch', 'file', 'reason', 'by', 'evidence', 'ground', 'agency', 'holder', 'body', 'words', 'stratum', 'qualifications']);
/** Lists that hold nothing where there is nothing. */
const MAY_BE_EMPTY = new Set(['witnesses', 'changes', 'strata', 'warnings', 'noChoice', 'agencies', 'odds', 'qualifications', 'targets', 'people', 'repairs', 'rules', 'contradictory']);

interface Place { readonly path: string; readonly key: string; readonly holder: object; readonly value: JsonValue; readonly put: (value: JsonValue | undefined) => JsonValue }
/** Every value within a document, with a way to exchange or remove it. */
const placesIn = (document: JsonValue, path = '', rebuild: (value: JsonValue) => JsonValue = (value) => value): readonly Place[] => {
  if (typeof document !== 'object' || document === null) return [];
  return Object.entries(document).flatMap(([key, value]): readonly Place[] => {
    const put = (other: JsonValue | undefined): JsonValue => {
      if (Array.isArray(document)) return rebuild(other === undefined ? document.toSpliced(Number(key), 1) : document.with(Number(key), other));
      const { [key]: _, ...rest } = document as { readonly [member: string]: JsonValue };
      return rebuild(other === undefined ? rest : { ...rest, [key]: other });
    };
    return [{ path, key, holder: document, value: value as JsonValue, put }, ...placesIn(value as JsonValue, `${path}.${key}`, put)];
  });
};

describe.each(LAWS)('$name', ({ reads, sound }) => {
  const places = sound.flatMap((document) => placesIn(document));
  const accepted = (change: (place: Place) => readonly (JsonValue | undefined)[]): readonly string[] =>
    places.flatMap((place) => change(place).filter((value) => reads(place.put(value))).map((value) => `${place.path}.${place.key} = ${JSON.stringify(value)}`));
  const nameOf = ({ key, path }: Place): string => (/^\d+$/.test(key) ? path.slice(path.lastIndexOf('.') + 1) : key);

  test('is read as it should be', () => expect(sound.filter((document) => !reads(document))).toEqual([]));
  test('holds no member that the format does not know', () => {
    expect(sound.filter((document) => reads({ ...(document as { readonly [member: string]: JsonValue }), more: 1 }))).toEqual([]);
    expect(accepted(({ key, value }) => (typeof value === 'object' && !Array.isArray(value) && key !== 'counts' && key !== 'documents' ? [{ ...(value as object), more: 1 } as JsonValue] : []))).toEqual([]);
  });
  test('has every member but those that may be left out', () => {
    const members = places.filter(({ holder }) => !Array.isArray(holder));
    const mayGo = members.filter(({ put }) => reads(put(undefined)));
    expect(mayGo.map(({ path, key }) => `${path}.${key}`)).toEqual(members.filter(({ key, holder, path }) => isOptional(key, holder, path)).map(({ path, key }) => `${path}.${key}`));
  });
  test('has no empty list where something must stand', () => {
    expect(accepted(({ key, value }) => (Array.isArray(value) && !MAY_BE_EMPTY.has(key) ? [[]] : []))).toEqual([]);
    const lists = places.filter(({ key, value }) => Array.isArray(value) && MAY_BE_EMPTY.has(key));
    expect(lists.filter(({ put }) => !reads(put([]))).map(({ path, key }) => `${path}.${key}`)).toEqual([]);
  });
  test('has values of no other kind', () => {
    expect(accepted(({ value }) => (typeof value === 'string' ? [7, null, ['x'], '\ud800'] : [String(value), null, value === 0 ? [] : 'x', typeof value === 'boolean' ? 1 : true]))).toEqual([]);
    expect(accepted(({ key, value }) => (typeof value === 'number' ? [...(key === 'year' ? [] : [-1]), 0.5, 2 ** 60] : []))).toEqual([]);
  });
  test('has names, digests, days and times in their one form', () => {
    const isFormed = (place: Place): boolean => typeof place.value === 'string' && !WORDS.has(nameOf(place));
    expect(accepted((place) => (isFormed(place) ? ['', `${String(place.value)}\n`, `\n${String(place.value)}`, `中${String(place.value)}`, `${String(place.value)}中`] : []))).toEqual([]);
    expect(accepted((place) => (place.value === digest ? [digest.toUpperCase(), digest.slice(1), `${digest}a`, 'g'.repeat(64)] : []))).toEqual([]);
  });
});

const reads = (name: keyof typeof KINDS, document: JsonValue): boolean => KINDS[name]![0](document);
const put = (document: JsonValue, path: string, value: JsonValue): JsonValue => placesIn(document).find((place) => `${place.path}.${place.key}` === `.${path}`)!.put(value);

test('R10.1 lines count from 1; R12 rounds go to 9999, those with a notice of their own from 1', () => {
  const announced = ENTRIES.find((one) => (one as { type: string }).type === 'announced')!;
  const entryKind = 'R10.3 an entry of the ledger';
  expect([reads(entryKind, put(announced, 'seq', 0)), reads(entryKind, put(announced, 'body.round', 9999)), reads(entryKind, put(announced, 'body.round', 10_000)), reads(entryKind, put(announced, 'body.round', 0))]).toEqual([false, true, false, true]);
  const [notice] = KINDS['R12.2 the notice of a later round']![1];
  const noticeKind = 'R12.2 the notice of a later round';
  expect([0, 9999, 10_000].map((round) => reads(noticeKind, put(notice!, 'round', round)))).toEqual([false, true, false]);
  expect(reads(noticeKind, put(notice!, 'changes.0.seq', 0))).toBe(false);
  const [written] = EVIDENCE.slice(-1);
  expect([0, 9999, 10_000].map((round) => reads('R13.2 a piece of evidence', put(written!, 'round', round)))).toEqual([true, true, false]);
});
test('M1.5 nobody is given 8192 visits', () => {
  for (const kind of ['capacity-set', 'borrowed']) {
    const line = ENTRIES.find((one) => JSON.stringify(one).includes(`"${kind}"`))!;
    expect([8191, 8192].map((capacity) => reads('R10.3 an entry of the ledger', put(line, 'body.change.capacity', capacity)))).toEqual([true, false]);
  }
});
test('R13.2 a token is base64 of the standard alphabet, padded; words are never empty', () => {
  const [, stamp, written] = EVIDENCE;
  const readsToken = (token: string): boolean => reads('R13.2 a piece of evidence', put(stamp!, 'token', token));
  expect(['AA==', 'AAE=', 'AAEC', '+/+/', 'AAECAA=='].filter((token) => !readsToken(token))).toEqual([]);
  expect(['', 'A', 'AA', 'AAE', 'AAECA', 'A===', 'AA=A', '-_-_', 'AA==AA==', ' AAEC', '====', 'AAEC='].filter(readsToken)).toEqual([]);
  expect(reads('R13.2 a piece of evidence', put(written!, 'words', ''))).toBe(false);
});
test('R10.3 evidence lies under its number, files of a round under names of ASCII, a party has a code', () => {
  const kind = 'R10.3 an entry of the ledger';
  const of = (type: string) => ENTRIES.find((one) => (one as { type: string }).type === type)!;
  expect(['evidence/1.json', 'evidence/9999.json'].filter((path) => !reads(kind, put(of('evidence'), 'body.path', path)))).toEqual([]);
  expect(['evidence/0.json', 'evidence/01.json', 'evidence/10000.json', 'evidence/1xjson', 'x/evidence/1.json', 'evidence/1.json.x', 'evidence/a.json'].filter((path) => reads(kind, put(of('evidence'), 'body.path', path)))).toEqual([]);
  expect([{ 甲: digest }, { '': digest }, { 'a\n': digest }, { a甲: digest }, { 甲a: digest }].filter((documents) => reads(kind, put(of('drawn'), 'body.documents', documents)))).toEqual([]);
  expect(reads(kind, put(of('drawn'), 'body.documents', { 'a b~': digest }))).toBe(true);
  expect(['scjg', '.A', 'A'.repeat(33), 'A B'].filter((party) => reads(kind, put(of('committed'), 'body.party', party)))).toEqual([]);
  expect(['0', 'A.b'.toUpperCase(), 'A_-9', 'A'.repeat(32)].filter((party) => !reads(kind, put(of('committed'), 'body.party', party)))).toEqual([]);
});
test('R12.3 reason, decider, evidence and ground are words, never empty or blank', () => {
  const kind = 'R10.3 an entry of the ledger';
  const ofPair = ENTRIES.find((one) => JSON.stringify(one).includes('"pair-withdrawn"'))!;
  const voided = ENTRIES.find((one) => (one as { type: string }).type === 'voided')!;
  const places = [...['reason', 'by', 'evidence', 'change.ground'].map((path) => [ofPair, `body.${path}`] as const), ...['reason', 'by', 'evidence'].map((path) => [voided, `body.${path}`] as const)];
  for (const [entryOf, path] of places) {
    expect([path, ...['', ' ', '\t', '\u3000 '].filter((words) => reads(kind, put(entryOf, path, words)))]).toEqual([path]);
    expect([path, reads(kind, put(entryOf, path, ' 病 '))]).toEqual([path, true]);
  }
});
test('R12.3 the kinds of changes are these seven', () => {
  const kinds = CHANGES.map((change) => (change as { kind: string }).kind);
  expect(changeKindSchema.options).toEqual(kinds);
  expect(['', 'more', 'withdrawn'].filter((kind) => changeKindSchema.safeParse(kind).success)).toEqual([]);
});
