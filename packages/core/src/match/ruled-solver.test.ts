import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../base/runs.properties.js';
import { belongsTo } from '../plan/composition.js';
import { feasibility } from './feasibility.js';
import { solved } from './highs.properties.js';
import { assignmentProgram, openPlacesProgram, type RuledInstance } from './integer-program.properties.js';
import { anyLaminar, type Laminar } from './laminar.properties.js';

/** Its rules as lists of people, counted from the rules themselves and not from the tree. */
const ruled = ({ instance: { wanted, capacity, eligible }, rules, members }: Laminar): RuledInstance => ({
  wanted,
  capacity,
  eligible,
  groups: rules.map((row) => row.map(({ group, atLeast, atMost }) => ({ members: [...members.keys()].filter((i) => belongsTo(members[i]!, group)), lo: atLeast ?? 0, hi: atMost ?? 8191 }))),
});

/** Lower bounds that fit into the places and under every upper bound: a visit of nobody yet could still keep them. */
const agrees = (rules: Laminar['rules'][number], places: number): boolean =>
  rules.reduce((sum, { atLeast }) => sum + (atLeast ?? 0), 0) <= Math.min(places, ...rules.map(({ atMost }) => atMost ?? places));

/** Feasible or short, with rules that press, but never against themselves: a target whose rules might be has none. */
const pressed: fc.Arbitrary<Laminar> = anyLaminar({ targets: 14, inspectors: 12, places: 3, capacity: 7 }).map(({ members, rules, instance }) => {
  const agree = rules.map((row, e) => agrees(row, instance.wanted[e]!));
  return { members, rules: rules.map((row, e) => (agree[e] ? row : [])), instance: { ...instance, groups: instance.groups!.map((row, e) => (agree[e] ? row : undefined)) } };
});

test('M9.5, M9.12 with rules a match is feasible, and short, exactly as a solver of integer programs says', () => {
  fc.assert(fc.property(pressed, (laminar) => {
    const found = feasibility(laminar.instance);
    expect(found.ok).toBe(solved(assignmentProgram(ruled(laminar))) !== undefined);
    expect(found.ok ? 0 : found.error.shortage).toBe(solved(openPlacesProgram(ruled(laminar)))?.cost);
  }), { numRuns: runs(200) });
});
