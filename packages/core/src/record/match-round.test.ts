import { expect, test } from 'vitest';
import type { AgencyCode, Digest, DrawId, InspectorId, TargetId } from '../base/brand.js';
import { portableHash as hash } from '../base/digest.js';
import type { AgencyRound, RosterEntry } from '../match/agency-round.js';
import { matchAgency } from '../match/match-agency.js';
import { inspectorStream } from '../match/stream.js';
import { ticket } from '../draw/ticket.js';
import { selectTargets } from './draw-round.js';
import { type MatchRoundInput, matchRound, matchTexts } from './match-round.js';
import type { Sealed } from './sealed.js';

const drawId = '652722-2026-0001' as DrawId;
const target = (code: string): TargetId => `local:${code}` as TargetId;
const person = (id: string, capacity: number): RosterEntry => ({ id: id as InspectorId, capacity, load: 0, qualifications: [], isWithdrawn: false });
const agencyRound = (agency: string, people: number, visits: readonly string[], roster: readonly RosterEntry[]): AgencyRound => ({
  agency: agency as AgencyCode, visits: visits.map((code) => ({ target: target(code), people, qualifications: [], present: [] })), roster, recusals: [], withdrawals: [],
});
const FREE = agencyRound('A', 2, ['X', 'Y', 'Z'], [1, 2, 3, 4, 5].map((number) => person(`A/${number}`, 2)));
const SETTLED = agencyRound('B', 1, ['X'], [person('B/1', 1)]);
const SHORT = agencyRound('C', 2, ['X', 'Y'], [person('C/1', 1), person('C/2', 2)]);
const SEED = 'dice:d10x2=07\nsecret:sha256=0';
const match = (more: Partial<MatchRoundInput> = {}) => matchRound({ scheme: 'ssj/1', drawId, round: 3, agencies: [FREE, SETTLED], seed: SEED, hash, ...more });

test('D3.1 inspectors are drawn with the key of their stage and round, targets with that of theirs', () => {
  const key = (stage: string, round: number) => hash(`ssj/1 key\n${drawId}\n${stage}\n${round}\n${SEED}\n`) as Digest;
  const expected = [FREE, SETTLED].flatMap((round) => {
    const one = matchAgency({ round, stream: inspectorStream({ scheme: 'ssj/1', key: key('inspectors', 3), agency: round.agency, hash }) });
    return one.ok ? one.value.assignment.map((row) => ({ agency: round.agency, ...row })) : [];
  });
  expect(expected.length).toBe(4);
  expect(match().assignments).toEqual(expected);
  const pool = ['X', 'Y', 'Z'].map((code) => ({ id: target(code), stratum: 'ALL' }));
  const drawn = selectTargets({ sealed: { scheme: 'ssj/1', drawId } as Sealed, start: { round: 2, pool, quotas: new Map([['ALL', 3]]), live: [], standing: undefined as never, isFirstMatch: true }, seed: SEED, hash });
  expect(new Map(drawn.map((row) => [row.id, row.ticket]))).toEqual(new Map(pool.map(({ id }) => [id, ticket({ scheme: 'ssj/1', key: key('targets', 2), id, balls: 1, hash })])));
});
test('R11.1 the odds need no seed; without one nobody is assigned', () => {
  const { assignments, ...known } = match();
  const before = match({ seed: undefined });
  expect(before).toEqual({ ...known, assignments: undefined });
  expect([assignments?.length, known.odds.length]).toEqual([4, 4]);
  expect([...matchTexts(before).keys()]).toEqual(['rounds/3/match.json', 'rounds/3/odds.jsonl']);
  expect([...matchTexts(match()).keys()]).toEqual(['rounds/3/match.json', 'rounds/3/odds.jsonl', 'rounds/3/assignments.jsonl']);
});
test('R8.2 pairs without choice are named, of each agency its own', () => {
  const { document } = match();
  expect(document).toMatchObject({ format: 'ssj-match/1', drawId, round: 3, outcome: 'matched', agencies: [{ agency: 'A', noChoice: [] }, { agency: 'B', noChoice: [{ target: 'local:X', inspector: 'B/1' }] }] });
  const [, settled] = document.outcome === 'matched' ? document.agencies : [];
  expect(settled).toEqual({ agency: 'B', iterations: 0, repairPhases: 0, largestDifference: 0, noChoice: [{ target: 'local:X', inspector: 'B/1' }] });
});
test('R8.4 where one agency is short nobody is assigned at all, with or without a seed, and it says what would help', () => {
  for (const seed of [SEED, undefined]) {
    const short = match({ agencies: [FREE, SHORT], seed });
    expect(short.odds).toEqual([]);
    expect(short.assignments).toBe(undefined);
    expect([...matchTexts(short).keys()]).toEqual(['rounds/3/match.json']);
    expect(short.document).toEqual({
      format: 'ssj-match/1', drawId, round: 3, outcome: 'infeasible',
      agencies: [
        { agency: 'A', shortage: 0 },
        {
          agency: 'C', shortage: 1, targets: ['local:X', 'local:Y'],
          people: [{ inspector: 'C/1', capacity: 1, targets: 2 }, { inspector: 'C/2', capacity: 2, targets: 2 }],
          repairs: [
            { kind: 'capacity', inspector: 'C/1', target: undefined, lowersBy: 1, isEnough: true },
            { kind: 'borrow', inspector: undefined, target: undefined, lowersBy: 1, isEnough: true },
            { kind: 'postpone', inspector: undefined, target: 'local:X', lowersBy: 1, isEnough: true },
            { kind: 'postpone', inspector: undefined, target: 'local:Y', lowersBy: 1, isEnough: true },
          ],
          needed: 4,
          supplied: 3,
          combination: { changes: [{ kind: 'capacity', inspector: 'C/1', visits: 1 }], isCheapest: true },
        },
      ],
    });
  }
});
