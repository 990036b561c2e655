import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { InspectorId, TargetId } from '../base/brand.js';
import { right, sampleRecord } from '../record/sample.properties.js';
import { openRecord } from '../verify/opened-record.js';
import { explainInspector } from './explain-inspector.js';
import { explainTarget } from './explain-target.js';
import { fairnessOf } from './fairness.js';
import { recordStory } from './record-story.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const { texts } = sampleRecord({ number: 11, scheme: 'ssj/2', publication: 'after-visits', sampling: 'flat', isFeasible: true, stage: 'revealed', hash, isAppointing: true });
const LENT = 'A-10/8' as InspectorId;
const OWN = 'SCJG/8' as InspectorId;

describe('M10.2 what is told', () => {
  const story = right(recordStory(openRecord(texts, hash)));
  const visits = story.appointedNow;
  test('of a target: who is appointed, by whom and why, beside who was drawn', () => {
    const { target } = visits.find(({ agency }) => agency === 'A-2')!;
    const told = explainTarget({ record: story, id: target });
    if (told.kind !== 'in-frame' || told.fate.kind !== 'drawn') throw new TypeError('not drawn');
    const visit = told.fate.visits.find(({ agency }) => agency === 'A-2')!;
    expect(visit.appointed).toEqual([{ agency: 'A-2', target, inspector: LENT, goes: true, appointments: [{ qualification: '锅炉', by: '样例县双随机办', reason: '双随机办〔2026〕8号' }] }]);
    expect(visit.present).toContain(LENT);
    expect(visit.present).toHaveLength(2);
    expect(visit.rounds.map(({ places }) => places)).toEqual([1]);
  });
  test('of a person: where, for what, by whom; of the own agency that nothing is drawn', () => {
    const at = (agency: string): readonly TargetId[] => visits.flatMap((one) => (one.agency === agency ? [one.target] : []));
    const lent = explainInspector({ record: story, id: LENT });
    if (lent.kind !== 'participant') throw new TypeError('no participant');
    expect(lent.appointments).toEqual([{ agency: 'A-2', agencyName: 'A-2局', qualification: '锅炉', by: '样例县双随机办', reason: '双随机办〔2026〕8号', visits: at('A-2'), barred: [] }]);
    const own = explainInspector({ record: story, id: OWN });
    if (own.kind !== 'participant') throw new TypeError('no participant');
    expect(own.appointments[0]?.visits).toEqual(at('SCJG'));
    expect(own.visits).toEqual([]);
    const outcomes = own.rounds.flatMap((round) => (round.kind === 'open' ? round.visits.map(({ outcome }) => outcome) : []));
    expect(outcomes.length).toBeGreaterThan(5);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ kind: 'barred', bars: expect.arrayContaining([{ kind: 'appointed' }]) });
  });
  test('in the figures of fairness they have no odds', () => {
    const [round] = fairnessOf(story).rounds;
    if (round?.kind !== 'matched') throw new TypeError('not matched');
    const person = round.agencies.find(({ agency }) => agency === 'SCJG')!.people.find(({ inspector }) => inspector === OWN)!;
    expect(person).toMatchObject({ eligible: 0, expectedUnits: 0, assigned: 0, bars: [{ kind: 'appointed' }] });
  });
});
