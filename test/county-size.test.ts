import { hash as hashOf } from 'node:crypto';
import { type AgencyCode, type AgencyRound, type Digest, drawKey, explainInfeasible, type InspectorId, inspectorStream, isDrawId, matchAgency, type TargetId } from '@shuangsuiji/core';
import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';

const hash = (text: string): string => hashOf('sha256', text);
const drawId = '652722-2026-0025';
const AGENCIES = [['A-70', 70], ['B-69', 69], ['C-69', 69]] as const;
const TARGETS = 600;
const PEOPLE = 2;

/** 600 visits of two people; one pair in twelve is barred; capacities as even as whole numbers allow, so much above the need. */
const roundOf = (agency: AgencyCode, size: number, spare: number, random: () => number): AgencyRound => {
  const ids = Array.from({ length: size }, (_, index) => `${agency}/${String(index + 1)}` as InspectorId);
  const targets = Array.from({ length: TARGETS }, (_, index) => `reg:652722${String(index).padStart(9, '0')}` as TargetId);
  const total = Math.ceil(TARGETS * PEOPLE * (1 + spare));
  return {
    agency,
    visits: targets.map((target) => ({ target, people: PEOPLE, qualifications: [], present: [] })),
    roster: ids.map((id, index) => ({ id, capacity: Math.floor(total / size) + (index < total % size ? 1 : 0), load: 0, qualifications: [], isWithdrawn: false })),
    recusals: targets.flatMap((target) => ids.filter(() => random() < 1 / 12).map((inspector) => ({ target, inspector }))),
    withdrawals: [],
  };
};

const streamOf = (agency: AgencyCode, seed: string) => {
  if (!isDrawId(drawId)) throw new TypeError('drawId');
  const key: Digest = drawKey({ scheme: 'ssj/1', drawId, stage: 'inspectors', round: 0, seed, hash });
  return inspectorStream({ scheme: 'ssj/1', key, agency, hash });
};

describe.each([0, 0.01, 0.05, 0.3])('600 targets, agencies of 70, 69 and 69 people, %f spare capacity', (spare) => {
  test('every feasible match is filled completely, and nobody goes where they may not or more often than they can', () => {
    for (const seed of ['甲', '乙', '丙'].keys()) {
      for (const [code, size] of AGENCIES) {
        const agency = code as AgencyCode;
        const round = roundOf(agency, size, spare, seedrandom(`county ${seed} ${code} ${spare}`));
        const match = matchAgency({ round, stream: streamOf(agency, `typed:=${seed}`) });
        expect(match.ok, `${code} ${seed}`).toBe(true);
        if (!match.ok) continue;
        const barred = new Set(round.recusals.map(({ target, inspector }) => `${target} ${inspector}`));
        const loads = new Map<string, number>();
        expect(match.value.assignment).toHaveLength(TARGETS);
        for (const { target, inspectors } of match.value.assignment) {
          expect(new Set(inspectors).size).toBe(PEOPLE);
          for (const inspector of inspectors) {
            expect(barred.has(`${target} ${inspector}`)).toBe(false);
            loads.set(inspector, (loads.get(inspector) ?? 0) + 1);
          }
        }
        for (const { id, capacity } of round.roster) expect(loads.get(id) ?? 0).toBeLessThanOrEqual(capacity);
      }
    }
  });
});

test('an infeasible match of that size names targets, people and repairs, and the repairs that are said to be enough are', () => {
  const agency = 'A-70' as AgencyCode;
  const whole = roundOf(agency, 70, 0, seedrandom('short'));
  const [first, ...others] = whole.roster;
  const round: AgencyRound = { ...whole, roster: [{ ...first!, capacity: first!.capacity - 1 }, ...others] };
  expect(matchAgency({ round, stream: streamOf(agency, 'typed:=x') }).ok).toBe(false);
  const why = explainInfeasible({ round, candidates: [] })!;
  expect(why.shortage).toBe(1);
  expect(why.targets.length).toBeGreaterThan(0);
  expect(why.people.length).toBeGreaterThan(0);
  const enough = why.repairs.filter(({ isEnough }) => isEnough);
  expect(enough.length).toBeGreaterThan(0);
  const raised = enough.find(({ kind }) => kind === 'capacity');
  expect(raised?.kind).toBe('capacity');
  if (raised?.kind !== 'capacity') return;
  const mended = { ...round, roster: round.roster.map((person) => (person.id === raised.inspector ? { ...person, capacity: person.capacity + 1 } : person)) };
  expect(matchAgency({ round: mended, stream: streamOf(agency, 'typed:=x') }).ok).toBe(true);
});
