import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Digest, InspectorId } from '../base/brand.js';
import { canonicalJson, type JsonValue } from '../base/canonical-json.js';
import { runs } from '../base/runs.properties.js';
import type { FrameRow } from '../plan/frame.js';
import type { RosterRow } from '../plan/roster.js';
import type { Recusal } from '../registry/schemas.js';
import { publicSeed } from '../seed/seed.js';
import { parseSeedSources } from '../seed/source.js';
import { drawRound } from './draw-round.js';
import { PATHS, roundPaths } from './paths.js';
import { readSealed, readSealedInputs } from './read-sealed.js';
import { anySampleOptions, right, sampleRecord, type SampleOptions } from './sample.properties.js';
import type { AssignmentRow, DrawnTargetRow } from './round-schemas.js';
import { commitmentOf, type Sealed } from './sealed.js';
import { mainStart } from './round-start.js';

const MAIN = roundPaths(0);

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const OPTIONS: SampleOptions = { number: 3, scheme: 'ssj/1', publication: 'after-visits', sampling: 'by-risk', isFeasible: true, stage: 'revealed', hash };
const { texts, sealed: { sealed, commitment } } = sampleRecord(OPTIONS);

test('two seals, draws and revelations of the same inputs have the same bytes', () => {
  fc.assert(fc.property(anySampleOptions, (options) => void expect([...sampleRecord({ ...options, hash }).texts]).toEqual([...sampleRecord(options).texts])), { numRuns: runs(20) });
});
test('R1.4 C is the digest of the seal’s line without its LF', () => {
  expect(commitment).toBe(hash(texts.get(PATHS.sealed)!.slice(0, -1)));
});
test('R4 what was sealed is read back as it was', () => {
  expect(canonicalJson(right(readSealed(texts)))).toBe(canonicalJson(sealed));
  const { frame, roster, recusals } = right(readSealedInputs(texts, hash)).inputs;
  expect(frame.length).toBe(sealed.strata.reduce((sum, { pool }) => sum + pool, 0));
  expect([roster.length > 0, recusals.length > 0]).toEqual([true, true]);
});
test('R2 inspectors’ names stand nowhere in a record', () => {
  expect(texts.has('registry/names.jsonl')).toBe(false);
  for (const [path, text] of texts) expect([path, text.includes('人SCJG/1')]).toEqual([path, false]);
});

/** The seal with one value changed, once for every value in it. */
const changes = (value: JsonValue | undefined): readonly JsonValue[] => {
  if (Array.isArray(value)) return [...value.flatMap((member, at) => changes(member).map((other) => value.with(at, other))), [...value, 'more']];
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, member]) => {
      const { [key]: _, ...rest } = value as { readonly [key: string]: JsonValue };
      return member === undefined ? [] : [rest, ...changes(member).map((other) => ({ ...rest, [key]: other }))];
    });
  }
  return typeof value === 'number' ? [value + 1] : typeof value === 'boolean' ? [!value] : [`${value}x`];
};
test('protocol §8: C changes when any value in the seal changes', () => {
  const others = changes(sealed);
  const digests = others.map((other) => commitmentOf(other as unknown as Sealed, hash));
  expect(others.length).toBeGreaterThan(300);
  expect(new Set([commitment, ...digests]).size).toBe(digests.length + 1);
});
test('protocol §8: C binds registries, frame, exclusions, roster and recusals by their digests', () => {
  for (const path of [PATHS.frame, PATHS.exclusions, PATHS.roster] as const) expect(sealed.documents[path]).toBe(hash(texts.get(path)!));
  expect(sealed.snapshot).toBe(hash(texts.get('registry/snapshot.json')!.slice(0, -1)));
  const snapshot = JSON.parse(texts.get('registry/snapshot.json')!);
  for (const name of ['agencies', 'targets', 'inspectors', 'items', 'recusals']) expect(snapshot.files[`${name}.jsonl`]).toBe(hash(texts.get(`registry/${name}.jsonl`)!));
});

describe('what a draw is given must be what was sealed', () => {
  const seed = right(publicSeed({ sources: right(parseSeedSources(sealed.seed.lines)), values: ['08772473296991897540', '0.0.7'], witnesses: [] }));
  const now = { at: sealed.sealedAt, clock: 'system' } as const;
  test('a secret exactly where the seal has one', () => {
    const inputs = right(readSealedInputs(texts, hash)).inputs;
    const open = right(readSealedInputs(sampleRecord({ ...OPTIONS, publication: 'at-once' }).texts, hash)).inputs;
    const secret = 'a'.repeat(64) as Digest;
    expect(() => drawRound({ ...inputs, start: mainStart(inputs), publicSeed: seed, now, hash })).toThrow(TypeError);
    expect(() => drawRound({ ...open, start: mainStart(open), publicSeed: seed, secret, now, hash })).toThrow(TypeError);
    expect(drawRound({ ...open, start: mainStart(open), publicSeed: seed, now, hash }).targets.length).toBeGreaterThan(0);
  });
  test('M6 every drawn target has its people: enough, eligible, none beyond the capacity', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.constantFrom('flat' as const, 'by-risk' as const), (number, sampling) => {
        const record = sampleRecord({ ...OPTIONS, number, sampling });
        const rows = <Row>(path: string): readonly Row[] => record.texts.get(path)!.split('\n').slice(0, -1).map((line) => JSON.parse(line));
        const barred = new Set(rows<Recusal>('registry/recusals.jsonl').map(({ target, inspector }) => `${target} ${inspector}`));
        const load = new Map<InspectorId, number>();
        const visits = new Map(rows<FrameRow>(PATHS.frame).map(({ id, visit }) => [id, record.sealed.sealed.visits.find((one) => one.id === visit)!]));
        const assigned = new Map(rows<AssignmentRow>(MAIN.assignments).map(({ agency, target, inspectors }) => [`${agency} ${target}`, inspectors]));
        const people = new Map(rows<RosterRow>(PATHS.roster).map((row) => [row.id, row]));
        let places = 0;
        for (const { id } of rows<DrawnTargetRow>(MAIN.targets)) {
          for (const need of visits.get(id)!.needs) {
            const team = assigned.get(`${need.agency} ${id}`)!;
            places += 1;
            expect(new Set(team).size).toBe(need.people);
            for (const person of team) {
              expect(barred.has(`${id} ${person}`)).toBe(false);
              expect(need.qualifications.every((one) => people.get(person)!.qualifications.includes(one))).toBe(true);
              load.set(person, (load.get(person) ?? 0) + 1);
            }
          }
        }
        expect(assigned.size).toBe(places);
        for (const [person, visitsTaken] of load) expect(visitsTaken).toBeLessThanOrEqual(people.get(person)!.capacity);
      }),
      { numRuns: runs(30) },
    );
  });
});
