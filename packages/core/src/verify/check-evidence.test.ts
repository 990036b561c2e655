import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Digest, Timestamp } from '../base/brand.js';
import type { EvidenceDocument } from '../record/evidence.js';
import { evidencePath, PATHS, type RecordTexts, roundPaths } from '../record/paths.js';
import { sampleRecord } from '../record/sample.properties.js';
import { keyDigest, publicKeyOf, signStatement } from '../record/signature.js';
import { type Statement, statementDigest } from '../record/statement.js';
import { card, PRIVATE_KEY } from '../record/key.properties.js';
import { statementsIn, withEvidence, withRound } from './evidence.properties.js';
import { changed, coveredUp, manifested, without } from './tampering.properties.js';
import type { SealedBeforeSeed } from './sealed-before-seed.js';
import type { TokenReading, TrustedKey } from './token-reading.js';
import { type Verification, verifyRecord, type VerifyInput } from './verify-record.js';

const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
/** Sealed at 09:05, seed not before 09:30, drawn at 10:00. */
const base = sampleRecord({ number: 3, scheme: 'ssj/1', publication: 'at-once', sampling: 'flat', isFeasible: true, stage: 'drawn', hash }).texts;
const EARLY = '2026-02-02T09:10:00+08:00' as Timestamp;
const LATE = '2026-02-02T09:30:00+08:00' as Timestamp;
const statement = (texts: RecordTexts = base, round = 0): Statement => statementsIn(texts, hash).find((one) => one.round === round)!.statement!;
const about = (texts: RecordTexts = base, round = 0) => {
  const { drawId } = statement(texts, round);
  return { drawId, round, statement: statementDigest({ ...statement(texts, round), hash }) };
};
const signature = (at = EARLY, clock: 'system' | 'fixed' = 'system', of = about()) => signStatement({ card, privateKey: PRIVATE_KEY, ...of, now: { at, clock } });
const token = (): EvidenceDocument => ({ format: 'ssj-timestamp/1', ...about(), token: 'AAAA' });
const written = (): EvidenceDocument => ({ format: 'ssj-written/1', ...about(), words: '收文登记第 12 号' });
const reading = (more: Partial<Extract<TokenReading, { ok: true }>> = {}): TokenReading => ({ ok: true, at: EARLY, latest: EARLY, subject: 'CN=A', issuer: 'CN=R', fingerprint: 'f'.repeat(64), policy: '1.2', serial: '01', trust: 'trusted', ...more });

const verify = (texts: RecordTexts, more: Partial<VerifyInput> = {}): Verification => verifyRecord({ texts, hash, ...more });
const point = ({ points }: Verification) => points.find(({ id }) => id === 'evidence')!;
const codes = (verification: Verification) => point(verification).findings.map(({ code }) => code);
const proof = ({ claims }: Verification, round = 0) => claims.find((claim): claim is SealedBeforeSeed => claim.code === 'sealed-before-seed' && claim.round === round)!;
const trustedKeys: readonly TrustedKey[] = [{ digest: keyDigest(card.publicKey), card }];

describe('R13 evidence in a record', () => {
  test('of every kind is identical, and the whole record with it', () => {
    const verification = verify(withEvidence(base, [signature(), token(), written()], hash), { evidence: new Map([[evidencePath(2), reading()]]) });
    expect(verification.points.filter(({ verdict }) => verdict !== 'identical')).toEqual([]);
  });
  test('a record without any has nothing to check', () => {
    expect([verify(base).verdict, codes(verify(base))]).toEqual(['identical', []]);
  });
  test.each<[string, EvidenceDocument, string]>([
    ['another draw', { ...written(), drawId: '652722-2026-0009' as never }, 'evidence-of-other-draw'],
    ['a round that was never announced', { ...written(), round: 1 }, 'round-not-announced'],
    ['another statement', { ...written(), statement: 'a'.repeat(64) as Digest }, 'statement-differs'],
    ['a signature of somebody else', { ...signature(), card: { ...card, publicKey: publicKeyOf('1'.repeat(64)) } }, 'signature-wrong'],
    ['a signature outside the days of its key', signature('2028-01-01T00:00:00+08:00' as Timestamp), 'key-not-valid-then'],
  ])('%s is different', (_, document, code) => {
    const verification = verify(withEvidence(base, [document], hash));
    expect([point(verification).verdict, codes(verification)]).toEqual(['different', [code]]);
    expect(proof(verification).evidence).toEqual([]);
  });
  test('whatever speaks against a piece names it and says what it is about', () => {
    const findings = (document: EvidenceDocument, more: Partial<VerifyInput> = {}) => point(verify(withEvidence(base, [document], hash), more)).findings;
    const error = (code: string, fields: object) => [{ code, severity: 'error', where: { file: evidencePath(1) }, fields }];
    const { drawId, statement: expected } = about();
    expect(findings({ ...written(), drawId: '652722-2026-0009' as never })).toEqual(error('evidence-of-other-draw', { drawId, other: '652722-2026-0009' }));
    expect(findings({ ...written(), round: 1 })).toEqual(error('round-not-announced', { round: 1 }));
    expect(findings({ ...written(), statement: 'a'.repeat(64) as Digest })).toEqual(error('statement-differs', { found: 'a'.repeat(64), expected }));
    expect(findings({ ...signature(), signedAt: LATE })).toEqual(error('signature-wrong', {}));
    for (const signedAt of ['2025-12-31T23:59:59+08:00', '2028-01-01T00:00:00+08:00'] as Timestamp[]) expect(findings(signature(signedAt))).toEqual(error('key-not-valid-then', { signedAt, validFrom: card.validFrom, validUntil: card.validUntil }));
    const read = (one: TokenReading) => findings(token(), { evidence: new Map([[evidencePath(1), one]]) });
    expect(findings(token())).toEqual(error('token-unread', { reason: '' }));
    expect(read({ ok: false, reason: 'algorithm-unknown' })).toEqual(error('token-unread', { reason: 'algorithm-unknown' }));
    expect(read({ ok: false, reason: 'imprint-differs' })).toEqual(error('token-wrong', { reason: 'imprint-differs' }));
  });
  test('what the ledger and the pieces do not say alike is named where it stands', () => {
    const texts = withEvidence(base, [signature(), written()], hash);
    const { length } = texts.get(PATHS.ledger)!.trimEnd().split('\n');
    const findings = (damaged: RecordTexts) => point(verify(manifested(damaged, hash))).findings;
    const entry = (row: number, change: (body: Record<string, unknown>) => void) => changed(texts, PATHS.ledger, (entries) => change(entries[row - 1]!['body'] as Record<string, unknown>));
    const differs = (row: number, field: string, recorded: unknown, replayed: unknown) => ({ code: 'value-differs', severity: 'error', where: { file: PATHS.ledger, row }, fields: { field, recorded: JSON.stringify(recorded), replayed: JSON.stringify(replayed) } });
    expect(findings(without(texts, evidencePath(2)))).toEqual([{ code: 'file-missing', severity: 'error', where: { file: evidencePath(2) }, fields: {} }]);
    expect(findings(new Map([...texts, [evidencePath(3), texts.get(evidencePath(1))!]]))).toEqual([{ code: 'event-missing', severity: 'error', where: { file: evidencePath(3) }, fields: { type: 'evidence' } }]);
    expect(findings(entry(length, (body) => void (body['kind'] = 'timestamp')))).toEqual([differs(length, 'kind', 'timestamp', 'written')]);
    expect(findings(entry(length, (body) => void (body['round'] = 1)))).toEqual([differs(length, 'round', 1, 0)]);
    expect(findings(entry(length, (body) => void (body['document'] = 'a'.repeat(64))))).toEqual([differs(length, 'document', 'a'.repeat(64), hash(texts.get(evidencePath(2))!))]);
    expect(findings(entry(length, (body) => void (body['path'] = evidencePath(1))))).toEqual(expect.arrayContaining([differs(length, 'path', evidencePath(1), evidencePath(2)), { code: 'event-missing', severity: 'error', where: { file: evidencePath(2) }, fields: { type: 'evidence' } }]));
  });
  test('a token that nobody read, or nobody could, is unverifiable; a wrong one is different', () => {
    const texts = withEvidence(base, [token()], hash);
    const with_ = (one: TokenReading) => verify(texts, { evidence: new Map([[evidencePath(1), one]]) });
    expect([verify(texts).verdict, codes(verify(texts))]).toEqual(['unverifiable', ['token-unread']]);
    expect([with_({ ok: false, reason: 'algorithm-unknown' }).verdict, codes(with_({ ok: false, reason: 'algorithm-unknown' }))]).toEqual(['unverifiable', ['token-unread']]);
    expect([with_({ ok: false, reason: 'imprint-differs' }).verdict, codes(with_({ ok: false, reason: 'imprint-differs' }))]).toEqual(['different', ['token-wrong']]);
  });
  test('a seal changed afterwards fits no evidence any more, whatever else is made to fit', () => {
    const texts = withEvidence(base, [signature()], hash);
    const forged = coveredUp(changed(texts, PATHS.sealed, ([sealed]) => void (sealed!['program'] = { name: 'other', version: '1' })), hash);
    expect(codes(verify(forged))).toEqual(['statement-differs']);
    expect(verify(manifested(new Map([...texts, [roundPaths(0).notice, '{"round":9}\n']]), hash)).verdict).toBe('different');
    expect(codes(verify(manifested(without(texts, roundPaths(0).notice), hash)))).toEqual(['file-missing']);
  });
  test('a piece that is lost, smuggled in, exchanged or of another kind is found', () => {
    const texts = withEvidence(base, [signature(), written()], hash);
    expect(codes(verify(manifested(without(texts, evidencePath(2)), hash)))).toEqual(['file-missing']);
    expect(codes(verify(manifested(new Map([...texts, [evidencePath(3), texts.get(evidencePath(1))!]]), hash)))).toEqual(['event-missing']);
    expect(codes(verify(manifested(new Map([...texts, [evidencePath(2), texts.get(evidencePath(1))!]]), hash)))).toEqual(['value-differs', 'value-differs']);
    const renumbered = changed(texts, PATHS.ledger, (entries) => void ((entries.at(-1)!['body'] as Record<string, string>)['path'] = evidencePath(5)));
    expect(codes(verify(manifested(renumbered, hash)))).toEqual(['value-differs', 'file-missing', 'event-missing']);
  });
  test('a damaged piece spares the others', () => {
    const texts = withEvidence(base, [signature(), written()], hash);
    const verification = verify(manifested(new Map([...texts, [evidencePath(1), '{}\n']]), hash), { trustedKeys });
    expect(verification.verdict).toBe('different');
    expect(proof(verification).evidence).toMatchObject([{ kind: 'written' }]);
  });
});

describe('R13.3 the seal is shown to have come first', () => {
  const signed = (at = EARLY, clock: 'system' | 'fixed' = 'system') => withEvidence(base, [signature(at, clock)], hash);
  test('by a key that was named, before the seed could be known', () => {
    expect(proof(verify(signed(), { trustedKeys }))).toMatchObject({ isShown: true, evidence: [{ kind: 'signature', isTrusted: true, isBefore: true, card }] });
    expect(proof(verify(signed(), { trustedKeys: [{ digest: keyDigest(card.publicKey).slice(0, 16) }] })).isShown).toBe(true);
  });
  test('not by a key that nobody named, nor by one named in other words, nor by too short a fingerprint', () => {
    for (const keys of [[], [{ digest: 'a'.repeat(64) }], [{ digest: keyDigest(card.publicKey), card: { ...card, body: '审计局' } }], [{ digest: '' }], [{ digest: keyDigest(card.publicKey).slice(0, 15) }]]) {
      expect(proof(verify(signed(), { trustedKeys: keys }))).toMatchObject({ isShown: false, evidence: [{ isTrusted: false, isBefore: true }] });
    }
  });
  test('not by a signature at or after that time, nor by a clock that somebody set', () => {
    expect(proof(verify(signed(LATE), { trustedKeys }))).toMatchObject({ isShown: false, evidence: [{ isTrusted: true, isBefore: false }] });
    expect(proof(verify(signed(EARLY, 'fixed'), { trustedKeys })).isShown).toBe(false);
  });
  test('by a token up to a root that was given, with its accuracy on the safe side', () => {
    const texts = withEvidence(base, [token()], hash);
    const of = (one: TokenReading) => proof(verify(texts, { evidence: new Map([[evidencePath(1), one]]) })).isShown;
    expect([of(reading()), of(reading({ trust: 'not-checked' })), of(reading({ trust: 'untrusted' })), of(reading({ latest: LATE }))]).toEqual([true, false, false, false]);
  });
  test('with the times of the record’s own words beside it, and everything that the piece says', () => {
    const { evidence, ...times } = proof(verify(signed(), { trustedKeys }));
    expect(times).toEqual({ code: 'sealed-before-seed', round: 0, sealedAt: '2026-02-02T09:05:00+08:00', drawnAt: '2026-02-02T10:00:00+08:00', notBefore: LATE, isShown: true });
    expect(evidence).toEqual([{ kind: 'signature', path: evidencePath(1), keyDigest: keyDigest(card.publicKey), card, signedAt: EARLY, clock: 'system', isTrusted: true, isBefore: true }]);
    const lost = proof(verify(manifested(without(signed(), roundPaths(0).seed), hash)));
    expect(lost.drawnAt).toBe('2026-02-02T10:00:00+08:00');
    const sealed = sampleRecord({ number: 3, scheme: 'ssj/1', publication: 'at-once', sampling: 'flat', isFeasible: true, stage: 'sealed', hash }).texts;
    expect(proof(verify(sealed))).toEqual({ code: 'sealed-before-seed', round: 0, sealedAt: '2026-02-02T09:05:00+08:00', drawnAt: undefined, notBefore: LATE, isShown: false, evidence: [] });
  });
  test('never by written evidence', () => {
    expect(proof(verify(withEvidence(base, [written()], hash), { trustedKeys }))).toMatchObject({ isShown: false, evidence: [{ kind: 'written', words: '收文登记第 12 号' }] });
  });
  test('each round for itself, by the time its own notice names', () => {
    const announced = withRound(base, '2026-02-03T09:00:00+08:00' as Timestamp, hash);
    const verification = verify(withEvidence(announced, [signature(LATE, 'system', about(announced, 1))], hash), { trustedKeys });
    expect(codes(verification)).toEqual([]);
    expect([proof(verification).isShown, proof(verification, 1).isShown]).toEqual([false, true]);
    const atOnce = withRound(base, LATE, hash);
    expect(proof(verify(withEvidence(atOnce, [signature(LATE, 'system', about(atOnce, 1))], hash), { trustedKeys }), 1).isShown).toBe(false);
  });
});
