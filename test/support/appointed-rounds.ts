/** Later rounds with rules on who goes together and people appointed to some visits (match-spec M9, M10). */
import { hash } from 'node:crypto';
import type { Appointed, CompositionRule, InspectorId } from '@shuangsuiji/core';
import { type RandomRound, randomRounds } from './random-rounds.js';

export interface AppointedRound extends Omit<RandomRound, 'visits' | 'inspectors'> {
  readonly scheme: 'ssj/2';
  readonly inspectors: readonly (RandomRound['inspectors'][number] & { readonly mayLead: boolean })[];
  readonly visits: readonly (RandomRound['visits'][number] & {
    readonly composition: readonly CompositionRule[];
    readonly appointed: readonly { readonly id: InspectorId; readonly qualifications: readonly string[]; readonly mayLead: boolean }[];
  })[];
  /** What the visits with the group `qualification:x` ask for; nobody else has it. */
  readonly register: readonly Appointed[];
}

const ASKED: CompositionRule = { group: 'qualification:x', atLeast: 1 };
const LEADER: CompositionRule = { group: 'leader', atLeast: 1 };

const decorated = (round: RandomRound, seed: string): AppointedRound => {
  let count = 0;
  const below = (n: number): number => Number.parseInt(hash('sha256', `${seed} ${count++}`).slice(0, 12), 16) % n;
  const inspectors = round.inspectors.map((person) => ({ ...person, mayLead: below(3) > 0 }));
  const own = inspectors[0]!;
  const lent = { id: 'Z/0' as InspectorId, qualifications: ['q'], mayLead: below(2) === 0 };
  const sent = [[own], [lent], [own, lent]][below(3)]!.map(({ id, qualifications, mayLead }) => ({ id, qualifications: [...qualifications, 'x'], mayLead }));
  const visits = round.visits.map((visit) => {
    const isAsked = below(2) === 0;
    const composition = [...(below(2) === 0 ? [LEADER] : []), ...(isAsked ? [ASKED] : [])];
    const people = visit.people + (isAsked ? 1 : 0);
    return { ...visit, people, composition, appointed: isAsked ? sent : [] };
  });
  // Whoever is appointed anywhere was never assigned.
  const isOut = (id: InspectorId): boolean => visits.some(({ appointed }) => appointed.some((one) => one.id === id));
  const pairs = visits.flatMap(({ target, appointed }) => appointed.map(({ id }) => [target, id] as const));
  return {
    ...round,
    scheme: 'ssj/2',
    inspectors,
    visits: visits.map((visit) => ({ ...visit, assigned: visit.assigned.filter((id) => !isOut(id)) })),
    recusals: [...new Map([...round.recusals, ...pairs.filter(() => below(5) === 0)].map((pair) => [pair.join(), pair])).values()],
    changes: [...round.changes, ...pairs.filter(() => below(8) === 0).map(([target, inspector]) => ({ kind: 'pair-withdrawn', target, inspector, ground: 'g' } as const))],
    register: sent.map(({ id, qualifications, mayLead }) => ({ agency: 'A' as Appointed['agency'], qualification: 'x', inspector: id, by: '局', reason: '号', qualifications: qualifications.filter((one) => one !== 'x'), mayLead })),
  };
};

export const appointedRounds = (seed: string, count: number): readonly AppointedRound[] => randomRounds(seed, count).map((round, n) => decorated(round, `${seed} appointed ${n}`));
