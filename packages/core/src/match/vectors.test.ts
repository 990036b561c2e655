import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AgencyCode, Digest } from '../base/brand.js';
import { portableHash } from '../base/digest.js';
import { feasibility } from './feasibility.js';
import { oddsTable, type OddsTable } from './odds.js';
import { pairGraph } from './pair-graph.js';
import { roundOdds } from './rounding.js';
import { inspectorStream, streamSeed } from './stream.js';

const vectors = JSON.parse(readFileSync(new URL('../../../../test/vectors/ssj-1.json', import.meta.url), 'utf8'));
const streamOfAgency = (agency: string) =>
  inspectorStream({ scheme: 'ssj/1', key: vectors.keys['inspectors/0'] as Digest, agency: agency as AgencyCode, hash: portableHash });
const pairsOf = (assignment: readonly (readonly number[])[]) => assignment.flatMap((people, e) => people.map((i) => [e, i]));
const rowsOf = ({ graph, chance }: OddsTable) =>
  Array.from({ length: graph.targets }, (_, e) => [...chance.subarray(graph.rowStart[e], graph.rowStart[e + 1])]);

test('M3.1 the seed text of a stream is that of the vectors', () => {
  for (const [agency, { key }] of Object.entries<{ key?: string }>(vectors.streams)) {
    if (key === undefined) continue;
    expect(streamSeed({ scheme: 'ssj/1', key: vectors.keys['inspectors/0'] as Digest, agency: agency as AgencyCode, hash: portableHash })).toBe(key);
  }
});
test('M3.4 words are those of the vectors', () => {
  const stream = streamOfAgency('AGENCY-01');
  expect(vectors.streams['AGENCY-01'].words.map(() => stream.word())).toEqual(vectors.streams['AGENCY-01'].words);
});
test.each(['AGENCY-02', 'AGENCY-04'])('M3.5 below(n) is that of the vectors for %s', (agency) => {
  const stream = streamOfAgency(agency);
  const expected: number[][] = vectors.streams[agency].below;
  expect(expected.map(([n]) => [n, stream.below(n!)])).toEqual(expected);
});
test('M3.6, M3.7 bits and a shuffle after them are those of the vectors', () => {
  const stream = streamOfAgency('AGENCY-03');
  const { bits, thenShuffle12 } = vectors.streams['AGENCY-03'];
  expect(bits.map(() => stream.bit())).toEqual(bits);
  expect(stream.shuffled([...Array(12).keys()])).toEqual(thenShuffle12);
});

interface RoundingCase { agency: string; K: number; inspectors: number; odds: [number, number][][]; assignment: number[][] }
test.each<RoundingCase>(vectors.rounding)('M6 rounding of $agency', ({ agency, K, inspectors, odds, assignment }) => {
  const graph = pairGraph({ wanted: odds.map(() => 1), capacity: Array(inspectors).fill(1), eligible: odds.map((row) => row.map(([i]) => i)) });
  const sum = new Float64Array(inspectors);
  for (const [i, q] of odds.flat()) sum[i]! += q;
  const table = { graph, bits: K, chance: Float64Array.from(odds.flat(), ([, q]) => q), sum };
  expect(pairsOf(roundOdds({ table, stream: streamOfAgency(agency) }))).toEqual(assignment);
});

interface MatchingCase { agency: string; K: number; eligible: number[][]; demand: number[]; capacity: number[]; iterations: number; repairPhases: number; forcedPairs: number; odds: number[][]; assignment: number[][] }
test.each<MatchingCase>(vectors.matching)('M5, M6 odds and assignment of $agency $case', (example) => {
  const flow = feasibility({ wanted: example.demand, capacity: example.capacity, eligible: example.eligible });
  if (!flow.ok) throw new Error('infeasible');
  const table = oddsTable({ flow: flow.value, bits: example.K });
  const { iterations, repairPhases, forcedPairs } = table;
  expect({ iterations, repairPhases, forcedPairs }).toEqual({ iterations: example.iterations, repairPhases: example.repairPhases, forcedPairs: example.forcedPairs });
  expect(rowsOf(table)).toEqual(example.odds);
  expect(pairsOf(roundOdds({ table, stream: streamOfAgency(example.agency) }))).toEqual(example.assignment);
});
