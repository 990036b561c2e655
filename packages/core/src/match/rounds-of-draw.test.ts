import { describe, expect, test } from 'vitest';
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import type { FrameRow } from '../plan/frame.js';
import type { RosterRow } from '../plan/roster.js';
import type { Visit } from '../plan/visit.js';
import { drawSetting, roundsOfDraw } from './rounds-of-draw.js';

const target = (code: string) => `local:${code}` as TargetId;
const inspector = (id: string) => id as InspectorId;
const agency = (code: string) => code as AgencyCode;
const frameRow = (code: string, visit: string): FrameRow => ({ id: target(code), stratum: 'ALL', visit });
const need = (code: string, people: number, qualifications: readonly string[] = []): Visit['needs'][number] => ({ agency: agency(code), items: ['1'], people, qualifications });
const row = (id: string, capacity: number, qualifications: readonly string[] = []): RosterRow => ({ id: inspector(id), capacity, qualifications, mayLead: false });
const recusal = (code: string, id: string) => ({ target: target(code), inspector: inspector(id) });

const setting = () => drawSetting({
  frame: [frameRow('X', 'V1'), frameRow('Y', 'V2'), frameRow('Z', 'V2')],
  visits: [{ id: 'V1', needs: [need('A-2', 2), need('A-10', 1, ['计量'])] }, { id: 'V2', needs: [need('A-2', 3)] }],
  roster: [row('A-10/1', 4, ['计量']), row('A-2/1', 5), row('A-2/2', 0)],
  recusals: [recusal('X', 'A-10/1'), recusal('X', 'A-2/1'), recusal('Y', 'A-2/2'), recusal('OUTSIDE', 'A-2/1')],
});
const people = {
  'A-10': [{ id: 'A-10/1', capacity: 4, load: 0, qualifications: ['计量'], isWithdrawn: false }],
  'A-2': [{ id: 'A-2/1', capacity: 5, load: 0, qualifications: [], isWithdrawn: false }, { id: 'A-2/2', capacity: 0, load: 0, qualifications: [], isWithdrawn: false }],
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
