/** Rounds for tests of teams, and streams whose every outcome can be gone through. */
import * as fc from 'fast-check';
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import type { AgencyRound } from './agency-round.js';
import { type Stream, streamOf } from './stream.js';
import { testWords } from './tiny-instance.properties.js';

export const target = (code: string): TargetId => `local:${code}` as TargetId;
export const person = (id: string): InspectorId => id as InspectorId;
const CODES = ['A-10', 'A-2', 'B'] as const;
const TARGETS = ['X', 'Y', 'Z', 'W'] as const;

/** One agency's round; people are named `agency/1`, `agency/2`, …. */
export const round = (agency: string, visits: AgencyRound['visits'], people: readonly Partial<AgencyRound['roster'][number]>[], recusals: AgencyRound['recusals'] = []): AgencyRound => ({
  agency: agency as AgencyCode,
  visits,
  roster: people.map((one, at) => ({ id: person(`${agency}/${at + 1}`), capacity: 2, load: 0, qualifications: [], isWithdrawn: false, ...one })),
  recusals,
  withdrawals: [],
});

export const visit = (code: string, people: number, more: Partial<AgencyRound['visits'][number]> = {}): AgencyRound['visits'][number] => ({ target: target(code), people, qualifications: [], present: [], ...more });

const anyAgency = (agency: string): fc.Arbitrary<AgencyRound> =>
  fc.record({
    visits: fc.subarray([...TARGETS], { minLength: 1 }).chain((codes) => fc.tuple(...codes.map((code) => fc.record({ people: fc.integer({ min: 1, max: 3 }), qualifications: fc.constantFrom<readonly string[]>([], [], ['食品']), rule: fc.constantFrom(undefined, undefined, { group: 'leader' as const, atLeast: 1 }, { group: 'trainee' as const, atMost: 1 }) })
      .map(({ people, qualifications, rule }) => visit(code, people, { qualifications, ...(rule === undefined ? {} : { composition: [rule] }) }))))),
    people: fc.array(fc.record({ capacity: fc.constantFrom(0, 2, 3, 4, 5, 6), load: fc.nat(1), qualifications: fc.constantFrom<readonly string[]>(['食品'], ['食品'], ['食品'], []), mayLead: fc.boolean(), grade: fc.constantFrom(undefined, undefined, 'trainee' as const), isWithdrawn: fc.constantFrom(false, false, false, false, false, true) }), { minLength: 3, maxLength: 8 }),
    barred: fc.array(fc.tuple(fc.constantFrom(...TARGETS), fc.integer({ min: 1, max: 8 })), { maxLength: 4 }),
  }).map(({ visits, people, barred }) => round(agency, visits, people, barred.map(([code, serial]) => ({ target: target(code), inspector: person(`${agency}/${serial}`) }))));

/** One to three agencies, each with places to fill; agencies ascend. */
export const anyTeamRounds: fc.Arbitrary<readonly AgencyRound[]> = fc.subarray([...CODES], { minLength: 1 }).chain((codes) => fc.tuple(...codes.map(anyAgency)));

/** Another stream for every name. */
export const streamsOf = (seed: number) => (name: string): Stream => streamOf(testWords([...name].reduce((sum, character) => Math.imul(sum, 31) + character.charCodeAt(0), seed)));

export const permutations = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  list.length === 0 ? [[]] : list.flatMap((one, at) => permutations([...list.slice(0, at), ...list.slice(at + 1)]).map((rest) => [one, ...rest]));
