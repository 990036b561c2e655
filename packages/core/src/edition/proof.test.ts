import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TargetId } from '../base/brand.js';
import { toJsonDocument } from '../base/json-lines.js';
import { PATHS, type RecordTexts, roundPaths } from '../record/paths.js';
import { right, sampleRecord } from '../record/sample.properties.js';
import { changed, type Loose, rowsOf } from '../verify/tampering.properties.js';
import { withPublicManifest } from '../record/manifest.js';
import { checkProof, type ProofCheck } from './check-proof.js';
import { laterRecord } from './later-record.properties.js';
import type { Proof } from './proof-document.js';
import { proveTarget } from './prove-target.js';
import { PUBLIC_FILE } from './public-paths.js';
import { anyArchive, hash, MATCHED, publicOf } from './samples.properties.js';

const prove = (texts: RecordTexts, id: TargetId) => proveTarget({ texts, raw: id, candidates: [id], hash });
const check = (proof: Proof | Loose, edition: RecordTexts): ProofCheck => checkProof({ file: '证明.json', text: toJsonDocument(proof as Proof), edition, hash });
const frameOf = (texts: RecordTexts): readonly TargetId[] => rowsOf(texts.get(PATHS.frame)!).map(({ id }) => id as TargetId);
const drawnIn = (texts: RecordTexts, round: number): readonly string[] => rowsOf(texts.get(roundPaths(round).targets)!).map(({ id }) => String(id));

describe('R15.6 a proof', () => {
  test('checks for every target of the frame, and says whether it was drawn', () => {
    fc.assert(
      fc.property(anyArchive, (archive) => {
        const edition = publicOf(archive);
        const drawn = drawnIn(archive, 0);
        for (const id of frameOf(archive)) {
          const proof = right(prove(archive, id));
          expect(check(proof, edition)).toMatchObject({ verdict: 'identical', edition: 'identical', findings: [] });
          expect(proof.rounds[0]).toMatchObject({ round: 0, isDrawn: drawn.includes(id) });
        }
      }),
      { numRuns: 10 },
    );
  });

  test('made into one for another identifier, stratum, salt, path or result never checks', () => {
    const anyHex = fc.stringMatching(/^[0-9a-f]{64}$/);
    const changes: fc.Arbitrary<(proof: Loose, others: readonly Proof[]) => unknown> = fc.oneof(
      fc.nat().map((at) => (proof: Loose, others: readonly Proof[]) => (proof['id'] = others[at % others.length]!.id)),
      fc.integer({ min: 1, max: 9 }).map((at) => (proof: Loose) => (proof['stratum'] = `S${at}`)),
      anyHex.map((salt) => (proof: Loose) => (proof['salt'] = salt)),
      fc.nat().map((at) => (proof: Loose, others: readonly Proof[]) => (proof['salt'] = others[at % others.length]!.salt)),
      fc.nat().map((at) => (proof: Loose, others: readonly Proof[]) => (proof['path'] = others[at % others.length]!.path)),
      anyHex.map((root) => (proof: Loose) => (proof['frameRoot'] = root)),
      fc.tuple(fc.nat(), anyHex).map(([at, digest]) => (proof: Loose) => step(proof, at, (one) => (one['digest'] = digest))),
      fc.nat().map((at) => (proof: Loose) => step(proof, at, (one) => (one['side'] = one['side'] === 'left' ? 'right' : 'left'))),
      fc.nat().map((at) => (proof: Loose) => stepsOf(proof).splice(at % stepsOf(proof).length, 1)),
      fc.nat().map((at) => (proof: Loose) => stepsOf(proof).splice(at % stepsOf(proof).length, 0, { ...stepsOf(proof)[0]! })),
      fc.tuple(fc.nat(), anyHex).map(([at, digest]) => (proof: Loose) => round(proof, at, (one) => (one['ticket'] = digest))),
      fc.tuple(fc.nat(), anyHex).map(([at, digest]) => (proof: Loose) => round(proof, at, (one) => (one['cutOff'] = digest))),
      fc.nat().map((at) => (proof: Loose) => round(proof, at, (one) => (one['isDrawn'] = !one['isDrawn']))),
      fc.constant((proof: Loose) => (proof['rounds'] as unknown as Loose[]).pop()),
      fc.constant((proof: Loose) => ((proof['rounds'] as unknown as Loose[])[0] = { round: 0, out: 'withdrawn' })),
      fc.constant((proof: Loose) => ((proof['rounds'] as unknown as Loose[])[0] = { round: 0, out: 'drawn' })),
      fc.constant((proof: Loose) => (proof['drawId'] = '652722-2026-0007')),
      fc.constant((proof: Loose) => (proof['scheme'] = proof['scheme'] === 'ssj/1' ? 'ssj/1-rehearsal' : 'ssj/1')),
    );
    const archives = [laterRecord(MATCHED), sampleRecord({ ...MATCHED, publication: 'at-once', sampling: 'flat', stage: 'drawn' }).texts];
    for (const archive of archives) {
      const edition = publicOf(archive);
      const proofs = frameOf(archive).map((id) => right(prove(archive, id)));
      fc.assert(
        fc.property(fc.constantFrom(...proofs), changes, (proof, change) => {
          const damaged = JSON.parse(JSON.stringify(proof)) as Loose;
          change(damaged, proofs);
          fc.pre(JSON.stringify(damaged) !== JSON.stringify(proof));
          expect(check(damaged, edition).verdict).toBe('different');
        }),
        { numRuns: 500 },
      );
    }
  });

  test('says of a later round who was drawn before, who was withdrawn, and who was in the pool', () => {
    const archive = laterRecord(MATCHED);
    const edition = publicOf(archive);
    const withdrawn = (rowsOf(archive.get(roundPaths(1).notice)!)[0]!['changes'] as unknown as readonly { readonly change: { readonly kind: string; readonly target: TargetId } }[])
      .filter(({ change }) => change.kind === 'target-withdrawn').map(({ change }) => change.target);
    const first = drawnIn(archive, 0);
    for (const id of frameOf(archive)) {
      const proof = right(prove(archive, id));
      const expected = first.includes(id) ? { out: 'drawn' } : withdrawn.includes(id) ? { out: 'withdrawn' } : { isDrawn: drawnIn(archive, 1).includes(id) };
      expect(proof.rounds[1]).toMatchObject(expected);
      if (!('isDrawn' in expected)) continue;
      // The office can state that somebody was withdrawn; of a drawn one it cannot.
      const stated = { ...proof, rounds: [proof.rounds[0]!, { round: 1, out: 'withdrawn' as const }] };
      expect(check(stated, edition).verdict).toBe(expected.isDrawn ? 'different' : 'identical');
    }
    expect(withdrawn).toHaveLength(2);
  });

  test('is held against a sound public edition of its own draw only', () => {
    const archive = laterRecord(MATCHED);
    const edition = publicOf(archive);
    const proof = right(prove(archive, frameOf(archive)[0]!));
    expect(check(proof, publicOf(laterRecord({ ...MATCHED, number: 5 }))).verdict).toBe('different');
    const bent = changed(edition, PUBLIC_FILE, ([first]) => void (first!['sealedAt'] = '2026-02-02T09:04:00+08:00'));
    expect(check(proof, withPublicManifest({ drawId: proof.drawId, texts: bent, hash }))).toMatchObject({ verdict: 'different', edition: 'different', findings: [] });
    expect(check(proof, new Map()).verdict).toBe('unverifiable');
  });

  test('checking never throws, whatever the file holds', () => {
    const edition = publicOf(laterRecord(MATCHED));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.constant('{}\n')), (text) => {
        expect(checkProof({ file: 'x', text, edition, hash }).verdict).toBe('different');
      }),
      { numRuns: 100 },
    );
  });

  test('is refused for whoever is not in the frame, with the reasons, and before the secret is known', () => {
    const archive = laterRecord({ ...MATCHED, number: 1 });
    const [excluded] = rowsOf(archive.get(PATHS.exclusions)!);
    const problems = (texts: RecordTexts, id: TargetId) => {
      const made = prove(texts, id);
      return made.ok ? [] : made.error;
    };
    expect(problems(archive, excluded!['id'] as TargetId)).toMatchObject([{ code: 'proof-target-excluded', fields: { id: excluded!['id'], reasons: excluded!['reasons'] } }]);
    expect(problems(archive, 'local:NOBODY' as TargetId)).toMatchObject([{ code: 'proof-target-unknown', fields: { raw: 'local:NOBODY' } }]);
    const secretly = sampleRecord({ ...MATCHED, stage: 'drawn' }).texts;
    expect(problems(secretly, frameOf(secretly)[0]!)).toMatchObject([{ code: 'edition-before-reveal' }]);
  });

  test('is not made where the frame does not lead to the published root', () => {
    const archive = laterRecord(MATCHED);
    const [id] = frameOf(archive);
    const bent = changed(archive, PATHS.frame, (rows) => rows.slice(0, -1));
    const made = prove(bent, id!);
    expect(made.ok ? [] : made.error.map(({ code }) => code)).toEqual(['digest-differs']);
  });
});

const stepsOf = (proof: Loose): Loose[] => proof['path'] as unknown as Loose[];
const step = (proof: Loose, at: number, change: (one: Loose) => unknown): void => void change(stepsOf(proof)[at % stepsOf(proof).length]!);
const round = (proof: Loose, at: number, change: (one: Loose) => unknown): void => {
  const inPool = (proof['rounds'] as unknown as Loose[]).filter((one) => 'ticket' in one);
  change(inPool[at % inPool.length]!);
};
