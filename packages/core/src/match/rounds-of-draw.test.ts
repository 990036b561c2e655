import { describe, expect, test } from 'vitest';
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import type { FrameRow } from '../plan/frame.js';
import type { RosterRow } from '../plan/roster.js';
import type { Visit } from '../plan/visit.js';
import { drawSetting as settingOf, type DrawSettingInput } from './draw-setting.js';
import { openRounds, roundsOfDraw } from './rounds-of-draw.js';
import { NOTHING_STANDS, type Standing } from './standing.js';

const target = (code: string) => `local:${code}` as TargetId;
const inspector = (id: string) => id as InspectorId;
const agency = (code: string) => code as AgencyCode;
const frameRow = (code: string, visit: string): FrameRow => ({ id: target(code), stratum: 'ALL', visit });
const need = (code: string, people: number, qualifications: readonly string[] = []): Visit['needs'][number] => ({ agency: agency(code), items: ['1'], people, qualifications });
const row = (id: string, capacity: number, qualifications: readonly string[] = []): RosterRow => ({ id: inspector(id), capacity, qualifications, mayLead: false });
const recusal = (code: string, id: string) => ({ target: target(code), inspector: inspector(id) });

const drawSetting = (input: Omit<DrawSettingInput, 'areas' | 'bars' | 'closesOwnAreas'> & Partial<DrawSettingInput>) => settingOf({ areas: new Map(), bars: [], closesOwnAreas: false, ...input });
const setting = () => drawSetting({
  frame: [frameRow('X', 'V1'), frameRow('Y', 'V2'), frameRow('Z', 'V2')],
  visits: [{ id: 'V1', needs: [need('A-2', 2), need('A-10', 1, ['计量'])] }, { id: 'V2', needs: [need('A-2', 3)] }],
  roster: [row('A-10/1', 4, ['计量']), row('A-2/1', 5), row('A-2/2', 0)],
  recusals: [recusal('X', 'A-10/1'), recusal('X', 'A-2/1'), recusal('Y', 'A-2/2'), recusal('OUTSIDE', 'A-2/1')],
});
const people = {
  'A-10': [{ id: 'A-10/1', capacity: 4, load: 0, qualifications: ['计量'], mayLead: false, isWithdrawn: false }],
  'A-2': [{ id: 'A-2/1', capacity: 5, load: 0, qualifications: [], mayLead: false, isWithdrawn: false }, { id: 'A-2/2', capacity: 0, load: 0, qualifications: [], mayLead: false, isWithdrawn: false }],
};

describe('R8.1 the matches of a main draw', () => {
  test('every need of a drawn target’s visit is a visit of that agency, with its places and its people; agencies ascend', () => {
    expect(roundsOfDraw(setting(), [target('Y'), target('X')])).toEqual([
      { agency: 'A-10', visits: [{ target: 'local:X', people: 1, qualifications: ['计量'], present: [] }], roster: people['A-10'], recusals: [recusal('X', 'A-10/1')], withdrawals: [] },
      {
        agency: 'A-2',
        visits: [{ target: 'local:Y', people: 3, qualifications: [], present: [] }, { target: 'local:X', people: 2, qualifications: [], present: [] }],
        roster: people['A-2'],
        recusals: [recusal('X', 'A-2/1'), recusal('Y', 'A-2/2')],
        withdrawals: [],
      },
    ]);
  });
  test('an agency that no drawn target needs has no match, and recusals of targets that were not drawn are left out', () => {
    expect(roundsOfDraw(setting(), [target('Z')])).toEqual([
      { agency: 'A-2', visits: [{ target: 'local:Z', people: 3, qualifications: [], present: [] }], roster: people['A-2'], recusals: [], withdrawals: [] },
    ]);
    expect(roundsOfDraw(setting(), [])).toEqual([]);
  });
  test('what stays the same whichever targets are drawn holds each agency’s people and recusals within the frame', () => {
    const { recusals, rosters } = setting();
    expect([...rosters.keys()]).toEqual(['A-10', 'A-2']);
    expect(recusals.get(agency('A-2'))).toEqual([recusal('X', 'A-2/1'), recusal('Y', 'A-2/2')]);
  });
});
test('a target outside the frame, or of a visit that is not listed, needs nobody', () => {
  const stray = drawSetting({ frame: [frameRow('X', 'V9')], visits: [{ id: 'V1', needs: [need('A-2', 2)] }], roster: [], recusals: [] });
  expect([...stray.visitOf]).toEqual([]);
  expect(roundsOfDraw(stray, [target('X'), target('OUTSIDE')])).toEqual([]);
});

describe('M8 the matches of a later round', () => {
  const targets = [target('X'), target('Y')];
  const later = (standing: Partial<Standing>) => openRounds({ setting: setting(), targets, standing: { ...NOTHING_STANDS, ...standing } });
  const visitsOf = (code: string, visits: Readonly<Record<string, readonly string[]>>): Standing['present'] =>
    new Map([[agency(code), new Map(Object.entries(visits).map(([at, ids]) => [target(at), ids.map(inspector)]))]]);

  test('M8.1, M8.2 only open places are filled, and whoever is on a visit stays there', () => {
    const [, market] = later({ present: visitsOf('A-2', { X: ['A-2/1', 'A-2/2'], Y: ['A-2/1'] }) });
    expect(market!.visits).toEqual([
      { target: 'local:X', people: 0, qualifications: [], present: ['A-2/1', 'A-2/2'] },
      { target: 'local:Y', people: 2, qualifications: [], present: ['A-2/1'] },
    ]);
  });
  test('M8.1 more people than places, as after a visit grew smaller, are no open place', () => {
    const [first] = later({ present: visitsOf('A-10', { X: ['A-10/1', 'A-10/2'] }) });
    expect(first!.agency).toBe('A-2');
  });
  test('M8.1 an agency whose places are all filled has no match', () => {
    expect(later({ present: visitsOf('A-10', { X: ['A-10/1'] }) }).map((round) => round.agency)).toEqual(['A-2']);
  });
  test('M8.3 the load is the number of visits a person is on; a changed capacity goes before the sealed one', () => {
    const [, market] = later({ present: visitsOf('A-2', { X: ['A-2/1', 'A-2/2'], Y: ['A-2/1'] }), capacities: new Map([[inspector('A-2/2'), 7]]) });
    expect(market!.roster.map(({ id, capacity, load }) => [id, capacity, load])).toEqual([['A-2/1', 5, 2], ['A-2/2', 7, 1]]);
  });
  test('M2.1 whoever is withdrawn from the draw stays on the roster, marked; from one visit of this round, the pair is named', () => {
    const [first, market] = later({ out: new Set([inspector('A-2/1')]), pairsOut: [recusal('X', 'A-2/2'), recusal('Z', 'A-2/2')] });
    expect(market!.roster.map(({ id, isWithdrawn }) => [id, isWithdrawn])).toEqual([['A-2/1', true], ['A-2/2', false]]);
    expect(market!.withdrawals).toEqual([recusal('X', 'A-2/2')]);
    expect(first!.roster.map(({ isWithdrawn }) => isWithdrawn)).toEqual([false]);
  });
  test('a released recusal holds no longer, others do', () => {
    const [, market] = later({ released: [recusal('X', 'A-2/1')] });
    expect(market!.recusals).toEqual([recusal('Y', 'A-2/2')]);
  });
  test('M1.3 a borrowed person joins the agency that borrowed, with the recusals of home', () => {
    const borrowed = [{ agency: agency('A-2'), inspector: inspector('A-10/1'), capacity: 2, qualifications: ['计量'] }];
    const [first, market] = later({ borrowed });
    expect(first!.roster).toEqual(people['A-10']);
    expect(market!.roster).toEqual([...people['A-2'], { id: 'A-10/1', capacity: 2, load: 0, qualifications: ['计量'], isWithdrawn: false }]);
    expect(market!.recusals).toContainEqual(recusal('X', 'A-10/1'));
  });
  test('recusals of people who are not on the roster are left out', () => {
    const lent = drawSetting({ frame: [frameRow('X', 'V1')], visits: [{ id: 'V1', needs: [need('A-2', 1)] }], roster: [row('A-2/1', 1)], recusals: [recusal('X', 'A-2/1'), recusal('X', 'A-2/9')] });
    expect(roundsOfDraw(lent, [target('X')])[0]!.recusals).toEqual([recusal('X', 'A-2/1')]);
  });
});

describe('D5.9 areas and earlier visits', () => {
  const people = [{ ...row('A-2/1', 1), ownAreas: ['甲镇'], regions: ['甲镇', '乙镇'] }];
  const input = { frame: [frameRow('X', 'V1'), frameRow('Y', 'V1')], visits: [{ id: 'V1', needs: [need('A-2', 1)] }], roster: people, recusals: [recusal('X', 'A-2/1')], areas: new Map([[target('X'), '甲镇']]), bars: [recusal('X', 'A-2/1'), recusal('Y', 'A-2/9'), recusal('OUTSIDE', 'A-2/1')] };
  test('come with the visits and the people; where people live counts only where the office says so', () => {
    const [round] = roundsOfDraw(drawSetting({ ...input, closesOwnAreas: true }), [target('X'), target('Y')]);
    expect(round).toMatchObject({ visits: [{ target: 'local:X', area: '甲镇' }, { target: 'local:Y', area: undefined }], roster: [{ closedAreas: ['甲镇'], regions: ['甲镇', '乙镇'] }], lastVisits: [recusal('X', 'A-2/1')] });
    expect(roundsOfDraw(drawSetting(input), [target('X')])[0]!.roster[0]).toMatchObject({ closedAreas: undefined, regions: ['甲镇', '乙镇'] });
  });
  test('R12.3 a released recusal lifts the recusal and nothing else', () => {
    const standing: Standing = { ...NOTHING_STANDS, released: [recusal('X', 'A-2/1')] };
    expect(openRounds({ setting: drawSetting(input), targets: [target('X')], standing })[0]).toMatchObject({ recusals: [], lastVisits: [recusal('X', 'A-2/1')] });
  });
  test('nothing of this is known of a borrowed person', () => {
    const standing: Standing = { ...NOTHING_STANDS, borrowed: [{ agency: agency('A-2'), inspector: inspector('B/1'), capacity: 1, qualifications: [], grade: 'trainee' }] };
    expect(openRounds({ setting: drawSetting({ ...input, closesOwnAreas: true }), targets: [target('X')], standing })[0]!.roster[1]).toEqual({ id: 'B/1', capacity: 1, load: 0, qualifications: [], grade: 'trainee', isWithdrawn: false });
  });
});
