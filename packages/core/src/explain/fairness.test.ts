import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../base/runs.properties.js';
import type { InspectorId } from '../base/brand.js';
import type { AgencyRound } from '../match/agency-round.js';
import { pairReasons } from '../match/eligibility.js';
import { anyLaterOptions, BORROWED, laterSample } from '../record/later-sample.properties.js';
import { type RecordTexts, roundPaths } from '../record/paths.js';
import { anySampleOptions, right, sampleRecord, type SampleOptions } from '../record/sample.properties.js';
import { openRecord } from '../verify/opened-record.js';
import { changed } from '../verify/tampering.properties.js';
import { type AgencyFairness, type Fairness, fairnessOf } from './fairness.js';
import { type RecordStory, recordStory } from './record-story.js';
import { meetingsAt, type MetVisit } from './meetings.js';
import { spreadOf } from './odds-spread.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const BASE: SampleOptions = { number: 3, scheme: 'ssj/1', publication: 'after-visits', sampling: 'by-risk', isFeasible: true, stage: 'revealed', hash };
const N = 65536;
const story = (texts: RecordTexts): RecordStory => right(recordStory(openRecord(texts, hash)));
const matched = ({ rounds }: Fairness): readonly AgencyFairness[] => rounds.flatMap((round) => (round.kind === 'matched' ? round.agencies : []));
const anyRecord = fc.oneof(anySampleOptions.map((options) => sampleRecord({ ...options, hash }).texts), anyLaterOptions.map((options) => laterSample({ ...options, hash }).texts));
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const half = (n: number): number => (n * (n - 1)) / 2;

/** Visits with a place against which nothing stands. */
const freeVisits = (round: AgencyRound, inspector: InspectorId): number => round.visits.filter(({ target, people }) => people > 0 && pairReasons(round, { target, inspector }).length === 0).length;

/** What must hold of one agency, whatever the record. */
const expectAgency = ({ visits, places, people, odds, withoutChoice, largestDifference, meetings }: AgencyFairness): void => {
  expect(places).toBe(sum(visits.map((visit) => visit.places)));
  expect(sum(people.map(({ expectedUnits }) => expectedUnits))).toBe(places * N);
  expect(sum(people.map(({ assigned }) => assigned))).toBe(places);
  for (const person of people) {
    expect([Math.floor(person.expectedUnits / N), Math.ceil(person.expectedUnits / N)]).toContain(person.assigned);
    expect(person.expectedHundredths).toBe(Math.floor((person.expectedUnits * 100) / N));
    expect(person.eligible).toBe(visits.filter(({ odds: row }) => row.some(({ inspector }) => inspector === person.inspector)).length);
    expect(person.bars.length > 0).toBe(person.eligible === 0);
    if (person.eligible === 0) expect(person).toMatchObject({ expectedUnits: 0, assigned: 0, odds: undefined });
    else expect(person.assigned).toBeLessThanOrEqual(person.capacity - person.load);
  }
  expect(withoutChoice).toEqual(visits.flatMap(({ target, odds: row }) => row.filter(({ units }) => units === N).map(({ inspector }) => ({ target, inspector }))));
  expect(sum(people.map((person) => person.withoutChoice))).toBe(withoutChoice.length);
  expect(largestDifference.recomputed).toBe(largestDifference.recorded);
  expect(odds).toEqual(spreadOf(visits.flatMap((visit) => visit.odds.map(({ units }) => units))));
  expect(sum(meetings.pairs.map(({ times }) => times))).toBe(sum(visits.map(({ assigned }) => half(assigned.length))));
  expect(Math.abs(sum(meetings.pairs.map(({ expectedUnits }) => expectedUnits)) - N * sum(visits.map((visit) => half(visit.places))))).toBeLessThanOrEqual(meetings.pairs.length + 2);
  expect(meetings.metAgain).toBe(meetings.pairs.filter(({ times }) => times > 1).length);
};

test('M6.6 the figures of any record add up, and are those of its odds and assignments', () => {
  fc.assert(fc.property(anyRecord, (texts) => {
    const from = story(texts);
    const told = fairnessOf(from);
    expect(told.rounds.map(({ round }) => round)).toEqual(from.rounds.map(({ start }) => start.round));
    matched(told).forEach(expectAgency);
    told.rounds.forEach((round, at) => {
      if (round.kind === 'waiting') return expect(from.rounds[at]!.drawn).toBeUndefined();
      const { drawn } = from.rounds[at]!;
      expect(round.kind).toBe(drawn!.match.outcome);
      expect(round.agencies.map(({ agency, people }) => [agency, people.map(({ inspector, eligible }) => [inspector, eligible])])).toEqual(
        drawn!.agencies.map((one) => [one.agency, one.roster.map(({ id }) => [id, freeVisits(one, id)] as const).sort(([a], [b]) => (a < b ? -1 : 1))]));
      return undefined;
    });
  }), { numRuns: runs(60) });
});

describe('what there is to say', () => {
  test('before the draw every round waits', () => {
    expect(fairnessOf(story(sampleRecord({ ...BASE, stage: 'sealed' }).texts))).toEqual({ rounds: [{ kind: 'waiting', round: 0 }] });
  });
  test('R8.4 of a round without a match the shortage of every agency, and what stood against each', () => {
    const [round] = fairnessOf(story(sampleRecord({ ...BASE, isFeasible: false }).texts)).rounds;
    if (round?.kind !== 'infeasible') throw new TypeError('feasible');
    expect(sum(round.agencies.map(({ shortage }) => shortage))).toBeGreaterThan(0);
    expect(round.agencies.every(({ people }) => people.every(({ expectedUnits, assigned }) => expectedUnits === 0 && assigned === 0))).toBe(true);
  });
  test('whoever cannot go is named with the reason: of the roster, or the line of the ledger', () => {
    const told = fairnessOf(story(laterSample({ ...BASE, stage: 'redrawn' }).texts));
    const bars = told.rounds.flatMap((round) => (round.kind === 'waiting' ? [] : round.agencies.flatMap(({ people }) => people.flatMap((person) => person.bars))));
    const grounds = bars.map((bar) => (bar.kind === 'withdrawn' ? `withdrawn ${typeof bar.seq}` : bar.kind === 'no-capacity' ? bar.reason : bar.kind));
    expect([...new Set(grounds)]).toEqual(expect.arrayContaining(['capacity-zero', 'licence-lapsed', 'off-duty', 'withdrawn number', 'unqualified', 'recused']));
    // What holds of a person everywhere is said once, and nothing of single visits beside it.
    const people = told.rounds.flatMap((round) => (round.kind === 'waiting' ? [] : round.agencies.flatMap((one) => one.people)));
    for (const person of people) if (person.bars.some(({ kind }) => kind === 'withdrawn' || kind === 'no-capacity')) expect(person.bars).toHaveLength(1);
    expect(matched(told).some(({ people }) => people.some(({ inspector, eligible }) => inspector === BORROWED && eligible > 0))).toBe(true);
  });
  test('M5.11 a difference that the record does not have right stands beside the one worked out again', () => {
    const { match } = roundPaths(0);
    const texts = changed(sampleRecord(BASE).texts, match, ([row]) => [{ ...row, agencies: (row!['agencies'] as object[]).map((one) => ({ ...one, largestDifference: 12345 })) }]);
    for (const { largestDifference: { recorded, recomputed } } of matched(fairnessOf(story(texts)))) expect([recorded, recomputed !== 12345]).toEqual([12345, true]);
  });
});

describe('meetings', () => {
  const [a, b, c] = ['A/1', 'A/2', 'A/3'] as unknown as MetVisit['assigned'];
  const visit = (assigned: MetVisit['assigned']): MetVisit => ({ odds: [a!, b!, c!].map((inspector, at) => ({ inspector, units: at === 0 ? N : N / 2 })), assigned });
  test('count visits, those who met most first, beside what independent visits would give', () => {
    expect(meetingsAt([visit([a!, c!]), visit([a!, b!]), visit([a!, c!])])).toEqual({
      pairs: [{ first: a, second: c, times: 2, expectedUnits: 1.5 * N }, { first: a, second: b, times: 1, expectedUnits: 1.5 * N }],
      metAgain: 1,
      // Twice or three times out of three fair coins: one half for each of the two pairs.
      expectedMetAgainUnits: N,
    });
  });
  test('the order of a row never matters', () => {
    const { odds, assigned } = visit([a!, b!]);
    expect(meetingsAt([{ odds: [...odds].reverse(), assigned: [...assigned].reverse() }])).toEqual(meetingsAt([{ odds, assigned }]));
  });
  test('there are none where nobody goes with anybody', () => {
    expect(meetingsAt([{ odds: [{ inspector: a!, units: N / 2 }, { inspector: b!, units: N / 2 }], assigned: [a!] }])).toEqual({ pairs: [], metAgain: 0, expectedMetAgainUnits: 0 });
  });
});

test('the middle of an even number is the lower of the two', () => {
  expect([spreadOf([]), spreadOf([7]), spreadOf([9, 1, 5, 3])]).toEqual([undefined, { least: 7, middle: 7, most: 7 }, { least: 1, middle: 3, most: 9 }]);
});
