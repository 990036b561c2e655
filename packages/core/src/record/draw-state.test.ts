import { describe, expect, test } from 'vitest';
import type { AgencyCode, Digest, InspectorId, TargetId } from '../base/brand.js';
import type { Change } from './changes.js';
import { drawState, presentAssignments } from './draw-state.js';

const target = (code: string) => `local:${code}` as TargetId;
const person = (id: string) => id as InspectorId;
const drawn = (code: string, stratum = 'A') => ({ id: target(code), stratum, ticket: '0'.repeat(64) as Digest });
const sent = (agency: string, code: string, ...ids: string[]) => ({ agency: agency as AgencyCode, target: target(code), inspectors: ids.map(person) });
const ROUNDS = [
  { targets: [drawn('Y'), drawn('X', 'B')], assignments: [sent('B', 'Y', 'B/2', 'B/1'), sent('A', 'X', 'A/1', 'A/2'), sent('A', 'Y', 'A/1')] },
  { targets: [drawn('Z')], assignments: [sent('A', 'Z', 'A/3'), sent('A', 'X', 'A/3')] },
];
const state = (...changes: readonly Change[]) => drawState({ rounds: ROUNDS, changes });
const rows = (...changes: readonly Change[]) => presentAssignments(state(...changes)).map(({ agency, target: at, inspectors }) => `${agency} ${at} ${inspectors.join('+')}`);

describe('R12.5 what earlier rounds and changes leave', () => {
  test('the visits of all rounds, with everybody sent there in any of them, ascending', () => {
    expect(state().live).toEqual(['local:X', 'local:Y', 'local:Z']);
    expect([...state().drawn]).toEqual([['local:Y', 'A'], ['local:X', 'B'], ['local:Z', 'A']]);
    expect(rows()).toEqual(['A local:X A/1+A/2+A/3', 'A local:Y A/1', 'A local:Z A/3', 'B local:Y B/1+B/2']);
  });
  test('a target withdrawn or postponed has no visit any more, and stays drawn', () => {
    const gone = state({ kind: 'target-withdrawn', target: target('Y') }, { kind: 'target-postponed', target: target('Z') });
    expect(gone.live).toEqual(['local:X']);
    expect([[...gone.withdrawn], [...gone.postponed], gone.drawn.size]).toEqual([['local:Y'], ['local:Z'], 3]);
    expect(rows({ kind: 'target-withdrawn', target: target('Y') }, { kind: 'target-postponed', target: target('Z') })).toEqual(['A local:X A/1+A/2+A/3']);
  });
  test('a withdrawn person is on no visit, a withdrawn pair not on this one; a visit left alone is not listed', () => {
    expect(rows({ kind: 'inspector-withdrawn', inspector: person('A/1') })).toEqual(['A local:X A/2+A/3', 'A local:Z A/3', 'B local:Y B/1+B/2']);
    const pair = { kind: 'pair-withdrawn', target: target('X'), inspector: person('A/3'), ground: '近亲属' } as const;
    expect(rows(pair)).toEqual(['A local:X A/1+A/2', 'A local:Y A/1', 'A local:Z A/3', 'B local:Y B/1+B/2']);
    expect(state(pair).standing.pairsOut).toEqual([{ target: 'local:X', inspector: 'A/3' }]);
    expect([...state({ kind: 'inspector-withdrawn', inspector: person('A/1') }).standing.out]).toEqual(['A/1']);
  });
  test('of several capacities of a person the last counts; released recusals and borrowed people are passed on', () => {
    const borrowed = { kind: 'borrowed', agency: 'B' as AgencyCode, inspector: person('A/9'), capacity: 2, qualifications: [] } as const;
    const released = { kind: 'recusal-released', target: target('X'), inspector: person('A/4') } as const;
    const { standing } = state({ kind: 'capacity-set', inspector: person('A/1'), capacity: 3 }, released, borrowed, { kind: 'capacity-set', inspector: person('A/1'), capacity: 1 });
    expect([...standing.capacities]).toEqual([['A/1', 1]]);
    expect(standing.released).toEqual([{ target: 'local:X', inspector: 'A/4' }]);
    expect(standing.borrowed).toMatchObject([{ agency: 'B', inspector: 'A/9', capacity: 2 }]);
    expect([[...standing.out], standing.pairsOut]).toEqual([[], []]);
  });
});
