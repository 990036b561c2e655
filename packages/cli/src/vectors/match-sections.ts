/** Streams, the rounding and whole matches in indices (match-spec M3 to M6, M9). */
import { type AgencyCode, drawKey, feasibility, groupTree, inspectorStream, oddsTable, pairGraph, roundOdds, type RowGroups, rowGroups, type Stream, streamSeed } from '@shuangsuiji/core';
import { z } from 'zod';
import { agencyCodeSchema, countSchema, indicesSchema } from './schemas.js';
import { sectionCheck, type VectorCase, type VectorHead } from './vector-case.js';

const inputOf = ({ scheme, drawId, seed, hash }: VectorHead, agency: AgencyCode) =>
  ({ scheme, key: drawKey({ scheme, drawId, stage: 'inspectors', round: 0, seed, hash }), agency, hash }) as const;
const pairsOf = (assignment: readonly (readonly number[])[]): readonly (readonly number[])[] => assignment.flatMap((people, e) => people.map((i) => [e, i]));
const pairs = z.array(z.tuple([countSchema, countSchema]));

const streamSchema = z.strictObject({ key: z.string(), words: indicesSchema, below: pairs, bits: indicesSchema, thenShuffle12: indicesSchema }).partial();
type StreamCase = z.infer<typeof streamSchema>;

/** One stream for each agency; what is asked of it is asked in this order. */
export const streams = sectionCheck(z.object({ streams: z.record(agencyCodeSchema, streamSchema) }), (file, head) =>
  Object.entries(file.streams).map(([agency, expected]) => ({ name: agency, expected: inOrder(expected), found: () => inOrder(drawn(expected, agency, head)) })),
);

const inOrder = ({ key, words, below, bits, thenShuffle12 }: StreamCase) => ({ key, words, below, bits, thenShuffle12 });

const drawn = ({ key, words, below, bits, thenShuffle12 }: StreamCase, agency: string, head: VectorHead): StreamCase => {
  const input = inputOf(head, agencyCodeSchema.parse(agency));
  const stream: Stream = inspectorStream(input);
  return {
    ...(key === undefined ? {} : { key: streamSeed(input) }),
    ...(words === undefined ? {} : { words: words.map(() => stream.word()) }),
    ...(below === undefined ? {} : { below: below.map(([n]): [number, number] => [n, stream.below(n)]) }),
    ...(bits === undefined ? {} : { bits: bits.map(() => stream.bit()) }),
    ...(thenShuffle12 === undefined ? {} : { thenShuffle12: [...stream.shuffled([...Array(12).keys()])] }),
  };
};

const roundingSchema = z.object({ agency: agencyCodeSchema, K: z.int().min(1).max(16), inspectors: countSchema.max(8191), odds: z.array(pairs), assignment: pairs });

/** From a table to an assignment. */
export const rounding = sectionCheck(z.object({ rounding: z.array(roundingSchema) }), (file, head) =>
  file.rounding.map(({ agency, K, inspectors, odds, assignment }) => ({
    name: agency,
    expected: assignment,
    found: () => {
      const graph = pairGraph({ wanted: odds.map(() => 1), capacity: Array.from({ length: inspectors }, () => 1), eligible: odds.map((row) => row.map(([i]) => i)) });
      const sum = new Float64Array(inspectors);
      for (const [i, q] of odds.flat()) sum[i] = (sum[i] ?? 0) + q;
      const table = { graph, bits: K, chance: Float64Array.from(odds.flat(), ([, q]) => q), sum };
      return pairsOf(roundOdds({ table, stream: inspectorStream(inputOf(head, agency)) }));
    },
  })),
);

/** A rule of one target: who of all inspectors belongs to the group, and how many of them go. */
const groupSchema = z.strictObject({ name: z.string().min(1), members: indicesSchema, lo: countSchema, hi: countSchema.nullable() });
type VectorGroup = z.infer<typeof groupSchema>;

const instance = { agency: agencyCodeSchema, case: z.string().optional(), K: z.int().min(1).max(16), eligible: z.array(indicesSchema), demand: indicesSchema, capacity: indicesSchema, groups: z.array(z.array(groupSchema)).optional() };
const feasible = z.strictObject({ ...instance, iterations: countSchema, repairPhases: countSchema, forcedPairs: countSchema, odds: z.array(indicesSchema), assignment: pairs });
const infeasible = z.strictObject({ ...instance, shortage: countSchema.min(1) });
type MatchingCase = z.infer<typeof feasible> | z.infer<typeof infeasible>;

/** Odds and assignment, or by how much it cannot be done. */
export const matching = sectionCheck(z.object({ matching: z.array(z.union([feasible, infeasible])) }), (file, head) => file.matching.map((one) => matchingCase(one, head)));

const matchingCase = (one: MatchingCase, head: VectorHead): VectorCase => {
  const { agency, case: name = '' } = one;
  const expected = 'shortage' in one ? { shortage: one.shortage } : { iterations: one.iterations, repairPhases: one.repairPhases, forcedPairs: one.forcedPairs, odds: one.odds, assignment: one.assignment };
  return { name: `${agency} ${name}`.trimEnd(), expected, found: () => matched(one, head) };
};

/** Each group as a qualification of its members. */
const groupsOf = (groups: readonly VectorGroup[], people: number): RowGroups | undefined => {
  if (groups.length === 0) return undefined;
  const members = Array.from({ length: people }, (_, i) => ({ qualifications: groups.filter((group) => group.members.includes(i)).map(({ name }) => name) }));
  return rowGroups(groupTree(groups.map(({ name, lo, hi }) => ({ group: `qualification:${name}`, atLeast: lo, atMost: hi ?? undefined })), members), []);
};

const matched = ({ agency, K, eligible, demand, capacity, groups }: MatchingCase, head: VectorHead): unknown => {
  const flow = feasibility({ wanted: demand, capacity, eligible, groups: groups?.map((row) => groupsOf(row, capacity.length)) });
  if (!flow.ok) return { shortage: flow.error.shortage };
  const table = oddsTable({ flow: flow.value, bits: K });
  const { graph, chance, iterations, repairPhases, forcedPairs } = table;
  const odds = eligible.map((_, e) => [...chance.subarray(graph.rowStart[e], graph.rowStart[e + 1])]);
  return { iterations, repairPhases, forcedPairs, odds, assignment: pairsOf(roundOdds({ table, stream: inspectorStream(inputOf(head, agency)) })) };
};
