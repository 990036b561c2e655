import { describe, expect, test } from 'vitest';
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import type { Appointed } from '../plan/appointed.js';
import type { CompositionRule } from '../plan/composition.js';
import type { RosterRow } from '../plan/roster.js';
import type { AgencyNeed } from '../plan/visit.js';
import { capacityLeft } from './agency-round.js';
import { drawSetting } from './draw-setting.js';
import { eligibility } from './eligibility.js';
import { openRounds, roundsOfDraw } from './rounds-of-draw.js';
import { NOTHING_STANDS, type Standing } from './standing.js';
import { teamPeople } from './team-people.js';

const target = (code: string) => `local:${code}` as TargetId;
const row = (id: string, more: Partial<RosterRow> = {}): RosterRow => ({ id: id as InspectorId, capacity: 3, qualifications: [], ...more });
const need = (agency: string, people: number, more: Partial<AgencyNeed> = {}): AgencyNeed => ({ agency: agency as AgencyCode, items: ['1'], people, qualifications: [], ...more });
const appointed = (agency: string, qualification: string, inspector: string, more: Partial<Appointed> = {}): Appointed => ({ agency: agency as AgencyCode, qualification, inspector: inspector as InspectorId, by: '局', reason: '号', qualifications: [], ...more });
const LEADER: CompositionRule = { group: 'leader', atLeast: 1 };
const BOILER: CompositionRule = { group: 'qualification:锅炉', atLeast: 1 };
const pair = (code: string, inspector: string) => ({ target: target(code), inspector: inspector as InspectorId });

/** X asks agency A for 锅炉, Y does not; B visits X as well. */
const setting = (rows: readonly Appointed[], recusals: readonly ReturnType<typeof pair>[] = [], ofX: Partial<AgencyNeed> = { composition: [LEADER, BOILER] }) => drawSetting({
  frame: [{ id: target('X'), stratum: 'ALL', visit: 'V1' }, { id: target('Y'), stratum: 'ALL', visit: 'V2' }],
  visits: [{ id: 'V1', needs: [need('A', 3, ofX), need('B', 2)] }, { id: 'V2', needs: [need('A', 2)] }],
  roster: [row('A/1'), row('A/2', { mayLead: true }), row('A/3'), row('B/1'), row('B/2')],
  recusals, appointed: rows, areas: new Map(), bars: [], closesOwnAreas: false,
});
const OWN = appointed('A', '锅炉', 'A/1');
const LENT = appointed('A', '锅炉', 'B/1', { mayLead: true });
const OUTSIDE = appointed('A', '锅炉', 'Z/9');
const open = (rows: readonly Appointed[], { standing = {}, recusals = [], ofX }: { readonly standing?: Partial<Standing>; readonly recusals?: readonly ReturnType<typeof pair>[]; readonly ofX?: Partial<AgencyNeed> } = {}) =>
  openRounds({ setting: setting(rows, recusals, ofX), targets: [target('X'), target('Y')], standing: { ...NOTHING_STANDS, ...standing } });
const ofA = (...input: Parameters<typeof open>) => open(...input).find(({ agency }) => agency === 'A')!;
const places = (...input: Parameters<typeof open>) => ofA(...input).visits.map(({ people, present }) => [people, present]);

describe('M10.2 whoever is appointed', () => {
  test('is on the visits that ask, and on no other, before the match', () => {
    expect(places([OUTSIDE, LENT])).toEqual([[1, ['B/1', 'Z/9']], [2, []]]);
    expect(places([appointed('A', '电梯', 'Z/9')])).toEqual([[3, []], [2, []]]);
    expect(places([OUTSIDE], { ofX: { qualifications: ['锅炉'] } })).toEqual([[2, ['Z/9']], [2, []]]);
  });
  test('is there once, whatever number of qualifications is asked', () => {
    const both = [OUTSIDE, appointed('A', '电梯', 'Z/9')];
    const asked = { composition: [BOILER, { group: 'qualification:电梯', atLeast: 1 } as const] };
    expect(places(both, { ofX: asked })[0]).toEqual([2, ['Z/9']]);
    expect(ofA(both, { ofX: asked }).visits[0]!.appointed).toEqual([{ id: 'Z/9', qualifications: ['锅炉', '电梯'] }]);
  });
  test('is not asked where the group has an upper bound alone', () => expect(places([OUTSIDE], { ofX: { composition: [{ group: 'qualification:锅炉', atMost: 1 }] } })[0]).toEqual([3, []]));
  test('counts as having the qualification, and as whatever the registry says', () => {
    const bounds = (rows: readonly Appointed[]) => eligibility(ofA(rows)).instance.groups?.[0]?.low;
    expect(bounds([OUTSIDE])).toEqual([1, 0]);
    expect(bounds([LENT])).toEqual([0, 0]);
    expect(bounds([])).toEqual([1, 1]);
  });
  test('stays away where a recusal or a withdrawal stands, and comes once it is released', () => {
    expect(places([OUTSIDE], { recusals: [pair('X', 'Z/9')] })[0]).toEqual([3, []]);
    expect(places([OUTSIDE], { recusals: [pair('X', 'Z/9')], standing: { released: [pair('X', 'Z/9')] } })[0]).toEqual([2, ['Z/9']]);
    expect(places([OUTSIDE], { recusals: [pair('Y', 'Z/9')] })[0]).toEqual([2, ['Z/9']]);
    expect(places([OUTSIDE], { standing: { pairsOut: [pair('X', 'Z/9')] } })[0]).toEqual([3, []]);
    expect(places([OUTSIDE], { standing: { out: new Set(['Z/9' as InspectorId]) } })[0]).toEqual([3, []]);
  });
  test('of the agency itself takes no part in its match, not even elsewhere; of another one the own agency still counts on them', () => {
    const left = (rows: readonly Appointed[], agency: string) => open(rows).find((one) => one.agency === agency)!.roster.map((person) => [person.id, capacityLeft(person)]);
    expect(left([OWN], 'A')).toEqual([['A/1', 0], ['A/2', 3], ['A/3', 3]]);
    expect(left([LENT], 'B')).toEqual([['B/1', 3], ['B/2', 3]]);
    expect(left([appointed('A', '电梯', 'A/1')], 'A')[0]).toEqual(['A/1', 3]);
    expect(eligibility(ofA([OWN])).instance.eligible).toEqual([[1, 2], [1, 2]]);
  });
  test('is present beside those whom earlier rounds assigned', () => {
    const standing = { present: new Map([['A' as AgencyCode, new Map([[target('X'), ['A/2' as InspectorId]]])]]) };
    expect(places([OUTSIDE], { standing })[0]).toEqual([1, ['Z/9', 'A/2']]);
  });
});
test('M10.2 an agency whose places are all taken by appointed people has no match', () => {
  const rounds = roundsOfDraw(setting([OWN, OUTSIDE, LENT]), [target('X')]);
  expect(rounds.map(({ agency }) => agency)).toEqual(['B']);
});
test('M11.2 whoever is appointed is in no team, of whatever agency', () => {
  expect(teamPeople(open([LENT, OWN])).map(({ agency, people }) => [agency, people.map(({ id }) => id)])).toEqual([['A', ['A/2', 'A/3']], ['B', ['B/2']]]);
});
