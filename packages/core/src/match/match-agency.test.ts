import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AgencyCode, DrawId, InspectorId, TargetId } from '../base/brand.js';
import { portableHash } from '../base/digest.js';
import { compareUtf8 } from '../base/text.js';
import { drawKey, type Stage } from '../draw/key.js';
import type { AgencyRound } from './agency-round.js';
import { agencyOdds, matchAgency } from './match-agency.js';
import { inspectorStream } from './stream.js';

type Assigned = readonly [agency: string, target: string, inspectors: string[]];
interface WholeDraw {
  drawId: string; seed: string; frame: [string, string, number][]; quota: Record<string, number>; demand: number; selected: string[]; assignment: Assigned[];
  agencies: Record<string, { inspectors: [string, number][]; barred: [string, string][] }>;
  round1: { withdrawnTarget: string; withdrawnInspector: string; seed: string; drawn: string[]; assignment: Assigned[] };
}
const { wholeDraw: draw }: { wholeDraw: WholeDraw } = JSON.parse(readFileSync(new URL('../../../../test/vectors/ssj-1.json', import.meta.url), 'utf8'));
const keyOf = (stage: Stage, round: number, seed: string) => drawKey({ scheme: 'ssj/1', drawId: draw.drawId as DrawId, stage, round, seed, hash: portableHash });
const ticket = (key: string, id: string): string => portableHash(`ssj/1 ticket\n${key}\n${id}\n1\n`);
const select = (key: string, stratum: string, n: number, out: readonly string[]): string[] =>
  draw.frame.filter(([id, at]) => at === stratum && !out.includes(id)).map(([id]) => [ticket(key, id), id] as const)
    .sort(([a], [b]) => compareUtf8(a, b)).slice(0, n).map(([, id]) => id);
const agencies = Object.keys(draw.agencies).sort(compareUtf8);
const matched = (round: AgencyRound, key: ReturnType<typeof keyOf>) => {
  const match = matchAgency({ round, stream: inspectorStream({ scheme: 'ssj/1', key, agency: round.agency, hash: portableHash }) });
  if (!match.ok) throw new Error(`short of ${match.error.shortage}`);
  return match.value;
};
const listed = (rounds: readonly AgencyRound[], key: ReturnType<typeof keyOf>): Assigned[] =>
  rounds.flatMap((round) => matched(round, key).assignment.map(({ target, inspectors }): Assigned => [round.agency, target, [...inspectors]]));

const mainRound = (agency: string): AgencyRound => ({
  agency: agency as AgencyCode,
  visits: draw.selected.map((target) => ({ target: target as TargetId, people: draw.demand, qualifications: [], present: [] })),
  roster: draw.agencies[agency]!.inspectors.map(([id, capacity]) => ({ id: id as InspectorId, capacity, load: 0, qualifications: [], isWithdrawn: false })),
  recusals: draw.agencies[agency]!.barred.map(([target, inspector]) => ({ target: target as TargetId, inspector: inspector as InspectorId })),
  withdrawals: [],
});

test('the targets of the whole draw are those of its tickets', () => {
  const key = keyOf('targets', 0, draw.seed);
  expect(Object.entries(draw.quota).flatMap(([stratum, n]) => select(key, stratum, n, [])).sort(compareUtf8)).toEqual(draw.selected);
});
test('M1–M6 the assignment of the whole draw is that of the vectors', () => {
  expect(listed(agencies.map(mainRound), keyOf('inspectors', 0, draw.seed))).toEqual(draw.assignment);
});
test('M8 the replacement round of the whole draw is that of the vectors', () => {
  const { withdrawnTarget, withdrawnInspector, seed, drawn, assignment } = draw.round1;
  const stratum = draw.frame.find(([id]) => id === withdrawnTarget)![1];
  expect(select(keyOf('targets', 1, seed), stratum, 1, draw.selected)).toEqual(drawn);
  const rounds = agencies.map((agency): AgencyRound => {
    const main = mainRound(agency);
    const staying = draw.assignment.filter(([at, target]) => at === agency && target !== withdrawnTarget)
      .map(([, target, people]) => ({ target: target as TargetId, present: people.filter((id) => id !== withdrawnInspector) as InspectorId[] }));
    const visits = [...staying, ...drawn.map((target) => ({ target: target as TargetId, present: [] }))];
    return {
      ...main,
      visits: visits.map(({ target, present }) => ({ target, present, people: draw.demand - present.length, qualifications: [] })),
      roster: main.roster.map((entry) => ({ ...entry, load: staying.filter(({ present }) => present.includes(entry.id)).length, isWithdrawn: entry.id === withdrawnInspector })),
    };
  });
  expect(listed(rounds, keyOf('inspectors', 1, seed))).toEqual(assignment);
});
test('M1.4 the order of visits, people and recusals never matters', () => {
  const base = mainRound('A-2');
  const key = keyOf('inspectors', 0, draw.seed);
  const expected = matched(base, key);
  const whole = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
  fc.assert(fc.property(whole(base.visits), whole(base.roster), whole(base.recusals), (visits, roster, recusals) => {
    expect(matched({ ...base, visits, roster, recusals }, key)).toEqual(expected);
  }), { numRuns: 30 });
});
test('M5.11 the odds need no seed, and say who has no choice', () => {
  const base = mainRound('A-10');
  const odds = agencyOdds(base);
  expect(odds.ok && odds.value).toEqual(matched(base, keyOf('inspectors', 0, draw.seed)).odds);
  const two = agencyOdds({ ...base, roster: base.roster.slice(0, 2).map((entry) => ({ ...entry, capacity: 7 })), recusals: [] });
  expect(two.ok && two.value.withoutChoice).toHaveLength(14);
  expect(two.ok && two.value.largestDifference).toBe(0);
});
test('M5.11 pairs without a choice are those of chance 1, and no others', () => {
  const round: AgencyRound = {
    agency: 'A' as AgencyCode,
    visits: ['1', '2'].map((id) => ({ target: `local:${id}` as TargetId, people: 1, qualifications: [], present: [] })),
    roster: ['1', '2', '3'].map((id) => ({ id: `A/${id}` as InspectorId, capacity: 1, load: 0, qualifications: [], isWithdrawn: false })),
    recusals: ['2', '3'].map((id) => ({ target: 'local:1' as TargetId, inspector: `A/${id}` as InspectorId })),
    withdrawals: [],
  };
  const odds = agencyOdds(round);
  expect(odds).toEqual({
    ok: true,
    value: {
      agency: 'A', iterations: 0, repairPhases: 0, forcedPairs: 2, largestDifference: 0,
      rows: [
        { target: 'local:1', wanted: 1, inspectors: ['A/1'], chances: [65536] },
        { target: 'local:2', wanted: 1, inspectors: ['A/1', 'A/2', 'A/3'], chances: [0, 32768, 32768] },
      ],
      withoutChoice: [{ target: 'local:1', inspector: 'A/1' }],
    },
  });
});
test('M4.1 nothing is assigned where one place would stay open', () => {
  const base = mainRound('A-10');
  const short = { ...base, roster: base.roster.map((entry, at) => ({ ...entry, capacity: at === 0 ? 1 : 3 })) };
  const match = matchAgency({ round: short, stream: inspectorStream({ scheme: 'ssj/1', key: keyOf('inspectors', 0, draw.seed), agency: base.agency, hash: portableHash }) });
  expect(match).toEqual({ ok: false, error: { agency: 'A-10', shortage: 1 } });
});
