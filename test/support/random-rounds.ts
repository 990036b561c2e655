import { hash } from 'node:crypto';
import type { AgencyCode, BarredPair, Change, InspectorId, TargetId } from '@shuangsuiji/core';

/** A later round of agency `A` with visits that stand, as `test/replay.py --instances` reads it. */
export interface RandomRound {
  readonly visits: readonly { readonly target: TargetId; readonly people: number; readonly qualifications: readonly string[]; readonly assigned: readonly InspectorId[] }[];
  readonly inspectors: readonly { readonly id: InspectorId; readonly capacity: number; readonly qualifications: readonly string[] }[];
  readonly recusals: readonly (readonly [TargetId, InspectorId])[];
  readonly changes: readonly Change[];
}

type Below = (n: number) => number;

/** Whole numbers below n that follow from a text. */
const numbersOf = (seed: string): Below => {
  let count = 0;
  return (n) => Number.parseInt(hash('sha256', `${seed} ${count++}`).slice(0, 12), 16) % n;
};

const some = <T>(list: readonly T[], below: Below, count: number): readonly T[] => {
  const rest = [...list];
  return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(below(rest.length), 1)[0]!);
};

/** Changes that can be made (record-format R12.3), in an order that never makes one of them impossible. */
const changesOf = (targets: readonly TargetId[], people: readonly InspectorId[], recusals: readonly BarredPair[], below: Below): readonly Change[] => {
  const fallen = some(targets, below, below(3));
  const standing = targets.filter((target) => !fallen.includes(target));
  const borrowed = ['A', 'A', 'B'].slice(below(4)).map((agency, n): Change & { kind: 'borrowed' } => ({ kind: 'borrowed', agency: agency as AgencyCode, inspector: `X/${n}` as InspectorId, capacity: below(4), qualifications: below(2) ? ['q'] : [] }));
  const all = [...people, ...borrowed.map((change) => change.inspector)];
  const out = some(all, below, below(3));
  const rest = all.filter((person) => !out.includes(person));
  return [
    ...borrowed,
    ...some(rest, below, below(4)).flatMap((inspector): Change[] => [{ kind: 'capacity-set', inspector, capacity: below(4) }, ...(below(3) ? [] : [{ kind: 'capacity-set', inspector, capacity: below(6) } as const])]),
    ...some(recusals, below, below(2)).map((pair): Change => ({ kind: 'recusal-released', ...pair })),
    ...some(standing, below, below(3)).flatMap((target): Change[] => some(rest, below, 1).map((inspector) => ({ kind: 'pair-withdrawn', target, inspector, ground: 'g' }))),
    ...fallen.map((target): Change => ({ kind: below(2) ? 'target-withdrawn' : 'target-postponed', target })),
    ...out.map((inspector): Change => ({ kind: 'inspector-withdrawn', inspector })),
  ];
};

const randomRound = (below: Below): RandomRound => {
  const targets = Array.from({ length: 1 + below(9) }, (_, n) => `local:T${n}` as TargetId);
  const people = Array.from({ length: 2 + below(10) }, (_, n) => `A/${n}` as InspectorId);
  const pairs = targets.flatMap((target) => people.map((inspector) => ({ target, inspector })));
  const recusals = some(pairs, below, below(6));
  return {
    inspectors: people.map((id) => ({ id, capacity: below(2) ? 8 : below(5), qualifications: below(3) ? ['q'] : [] })),
    visits: targets.map((target) => {
      const wanted = 1 + below(3);
      const assigned = some(people, below, below(3) ? wanted : 0);
      return { target, people: wanted, qualifications: below(3) ? [] : ['q'], assigned };
    }),
    recusals: recusals.map(({ target, inspector }) => [target, inspector]),
    changes: changesOf(targets, people, recusals, below),
  };
};

export const randomRounds = (seed: string, count: number): readonly RandomRound[] => Array.from({ length: count }, (_, n) => randomRound(numbersOf(`${seed} ${n}`)));
