import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InspectorId, TargetId } from '../base/brand.js';
import { codeOf } from '../registry/canonical-id.js';
import { anyLaterOptions, BORROWED, type LaterOptions, laterSample } from '../record/later-sample.properties.js';
import { PATHS, type RecordTexts, roundPaths } from '../record/paths.js';
import { anySampleOptions, right, sampleRecord, type SampleOptions } from '../record/sample.properties.js';
import { openRecord } from '../verify/opened-record.js';
import { changed, flipped, type Loose, rowsOf, without } from '../verify/tampering.properties.js';
import { verifyRecord } from '../verify/verify-record.js';
import { explainInspector, type InspectorExplanation } from './explain-inspector.js';
import { explainTarget, type TargetExplanation } from './explain-target.js';
import type { PairBar, PairOutcome } from './pair-outcome.js';
import { type RecordStory, recordStory } from './record-story.js';
import { shareOf } from './share.js';
import { whoIsMeant } from './who-is-meant.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const BASE: SampleOptions = { number: 3, scheme: 'ssj/1', publication: 'after-visits', sampling: 'by-risk', isFeasible: true, stage: 'revealed', hash };
const story = (texts: RecordTexts): RecordStory => right(recordStory(openRecord(texts, hash)));
const record = (options: Partial<SampleOptions> = {}): RecordStory => story(sampleRecord({ ...BASE, ...options }).texts);
const later = (options: Partial<LaterOptions> = {}): RecordStory => story(laterSample({ ...BASE, ...options } as LaterOptions).texts);

type InFrame = Extract<TargetExplanation, { kind: 'in-frame' }>;
type Participant = Extract<InspectorExplanation, { kind: 'participant' }>;
const inFrame = (from: RecordStory): readonly InFrame[] => from.inputs.frame.map(({ id }) => explainTarget({ record: from, id }) as InFrame);
const participants = (from: RecordStory): readonly Participant[] => from.inputs.roster.map(({ id }) => explainInspector({ record: from, id }) as Participant);
const rounds = (person: Participant) => person.rounds.flatMap((round) => (round.kind === 'open' ? [round] : []));
const outcomes = (from: RecordStory): readonly PairOutcome[] => participants(from).flatMap(rounds).flatMap(({ visits }) => visits.map(({ outcome }) => outcome));
const anyRecord = fc.oneof(anySampleOptions.map((options) => sampleRecord({ ...options, hash }).texts), anyLaterOptions.map((options) => laterSample({ ...options, hash }).texts));

/** What the record itself says of one target, by another way. */
const expectTarget = (from: RecordStory, id: TargetId): void => {
  const told = explainTarget({ record: from, id });
  const row = from.inputs.frame.find((one) => one.id === id);
  if (row === undefined) {
    expect(told).toMatchObject({ kind: 'excluded', reasons: from.exclusions.find((one) => one.id === id)!.reasons });
    return;
  }
  expect(told.kind).toBe('in-frame');
  for (const { round, stratum, chance, outcome } of (told as InFrame).rounds) {
    const { drawn, start } = from.rounds[round]!;
    const rows = drawn?.targets.filter((one) => one.stratum === stratum) ?? [];
    expect(chance).toMatchObject({ part: drawn === undefined ? start.quotas.get(stratum) : rows.length });
    expect(outcome.kind === 'drawn').toBe(rows.some((one) => one.id === id));
    if (outcome.kind === 'waiting') expect(drawn).toBeUndefined();
    else if (outcome.kind === 'drawn') {
      expect(rows[outcome.place - 1]!.id).toBe(id);
      if (outcome.ticket.kind !== 'secret') expect(outcome.ticket.ticket <= outcome.cutOff && outcome.ticket.ticket === rows[outcome.place - 1]!.ticket).toBe(true);
    } else if (outcome.ticket.kind === 'computed' && outcome.cutOff !== undefined) expect(outcome.ticket.ticket > outcome.cutOff).toBe(true);
  }
  const everDrawn = from.rounds.some(({ drawn }) => drawn?.targets.some((one) => one.id === id));
  expect((told as InFrame).rounds.some(({ outcome }) => outcome.kind === 'drawn')).toBe(everDrawn);
};

/** Who goes where is the same whether a target or a person is asked, and what the record assigned. */
const expectPeople = (from: RecordStory): void => {
  const asked = participants(from);
  for (const told of inFrame(from)) {
    if (told.fate.kind !== 'drawn') continue;
    for (const visit of told.fate.visits) {
      const going = asked.filter((one) => one.agency === visit.agency && one.visits.includes(told.id)).map(({ id }) => id);
      expect(visit.present.filter((id) => id !== BORROWED)).toEqual(going);
      for (const { round, people, eligible, places, shortage } of visit.rounds) {
        expect(people.filter(({ outcome }) => outcome.kind !== 'barred').length).toBe(eligible);
        if (shortage === undefined) {
          const recorded = from.rounds[round]!.drawn!.assignments.find((row) => row.agency === visit.agency && row.target === told.id)!.inspectors;
          expect(people.filter(({ outcome }) => outcome.kind === 'assigned').map(({ inspector }) => inspector)).toEqual(recorded);
          expect(people.reduce((sum, { outcome }) => sum + ('chance' in outcome ? outcome.chance.part : 0), 0)).toBe(places * 65536);
        } else expect(people.filter(({ outcome }) => 'chance' in outcome)).toEqual([]);
      }
    }
  }
};

const explainAll = (from: RecordStory): void => {
  for (const { id } of from.registry.targets) explainTarget({ record: from, id });
  for (const { id } of [...from.registry.inspectors, { id: BORROWED }]) explainInspector({ record: from, id });
};

describe('any record', () => {
  test('the explanation of every target and every person agrees with the record', () => {
    fc.assert(
      fc.property(anyRecord, (texts) => {
        const from = story(texts);
        for (const { id } of from.registry.targets) expectTarget(from, id);
        expectPeople(from);
      }),
      { numRuns: 60 },
    );
  });
  test('R12 a record that went on to a later round is never different', () => {
    fc.assert(fc.property(anyLaterOptions, (options) => {
      const { points } = verifyRecord({ texts: laterSample({ ...options, hash }).texts, hash });
      expect(points.flatMap(({ verdict, findings }) => (verdict === 'different' ? findings : []))).toEqual([]);
    }), { numRuns: 30 });
  });
  test('a damaged record is explained as far as it can be read, or named as unreadable; nothing throws', () => {
    const texts = laterSample({ ...BASE, stage: 'revealed' }).texts;
    const paths = [...texts.keys()].filter((path) => texts.get(path) !== '');
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.nat(1_000_000), fc.integer({ min: 1, max: 255 }), fc.boolean(), (path, at, mask, isGone) => {
        const read = recordStory(openRecord(isGone ? without(texts, path) : flipped(texts, { path, at: at % Buffer.byteLength(texts.get(path)!), mask }), hash));
        if (read.ok) explainAll(read.value);
        else expect(read.error.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
  test('what the format allows and no draw could give is told as it stands', () => {
    const { texts } = laterSample({ ...BASE, sampling: 'flat', stage: 'revealed' });
    const later1 = roundPaths(1);
    const twice = changed(texts, later1.targets, (rows) => rows.map((row) => ({ ...row, id: rowsOf(texts.get(roundPaths(0).targets)!)[3]!['id'] })));
    const huge = changed(texts, roundPaths(0).odds, ([first, ...rows]) => [{ ...first, odds: [[(first!['odds'] as [string, number][])[0]![0], 2 ** 53 - 1]] }, ...rows]);
    const lent = changed(texts, later1.notice, (rows) => rows.map((row) => ({ ...row, changes: (row['changes'] as Loose[]).flatMap((one) => ((one['change'] as Loose)['kind'] === 'borrowed' ? [one, one] : [one])) })));
    const strange = changed(texts, PATHS.frame, (rows) => rows.map((row) => ({ ...row, visit: 'V9999' })));
    for (const damaged of [twice, huge, lent, strange]) explainAll(story(damaged));
    expect(recordStory(openRecord(without(texts, later1.assignments), hash))).toMatchObject({ ok: false, error: [{ code: 'document-missing', where: { file: later1.assignments } }] });
    expect(recordStory(openRecord(without(texts, later1.targets), hash))).toMatchObject({ ok: false, error: [{ code: 'document-missing', where: { file: later1.targets } }] });
    expect(recordStory(openRecord(without(texts, later1.notice), hash))).toMatchObject({ ok: false, error: [{ code: 'document-missing', where: { file: later1.notice } }] });
  });
});

describe('why a target', () => {
  test('D5.1 one that is not in the pool has all its reasons', () => {
    const from = record();
    const [exclusion] = from.exclusions;
    expect(explainTarget({ record: from, id: exclusion!.id })).toEqual({ kind: 'excluded', id: exclusion!.id, name: expect.stringContaining('商店'), reasons: exclusion!.reasons });
    expect(explainTarget({ record: from, id: 'local:NOBODY' as TargetId })).toEqual({ kind: 'not-in-registry', id: 'local:NOBODY' });
  });
  test('before the draw it has its chance and nothing else', () => {
    for (const { rounds: [round, ...others], fate } of inFrame(record({ stage: 'sealed' }))) {
      expect([round!.outcome, others, fate]).toEqual([{ kind: 'waiting' }, [], { kind: 'not-drawn' }]);
      expect(round!.chance.whole).toBeGreaterThan(0);
    }
  });
  test('before the reveal drawn tickets are those of the record, and no other can be known', () => {
    const kinds = (from: RecordStory) => new Set(inFrame(from).flatMap(({ rounds: all }) => all.map(({ outcome }) => `${outcome.kind} ${'ticket' in outcome ? outcome.ticket.kind : ''}`)));
    expect(kinds(record({ stage: 'drawn' }))).toEqual(new Set(['drawn recorded', 'not-drawn secret']));
    expect(kinds(record())).toEqual(new Set(['drawn computed', 'not-drawn computed']));
    expect(kinds(record({ stage: 'drawn', publication: 'at-once' }))).toEqual(new Set(['drawn computed', 'not-drawn computed']));
    expect(kinds(record({ stage: 'drawn', scheme: 'ssj/1-rehearsal' }))).toEqual(new Set(['drawn computed', 'not-drawn computed']));
  });
  test('D8 a withdrawn target is told with its change and the round that drew others in its place', () => {
    const from = later({ sampling: 'flat' });
    const withdrawn = inFrame(from).filter(({ fate }) => fate.kind === 'withdrawn');
    expect(withdrawn.map(({ fate }) => (fate.kind === 'withdrawn' ? fate.drawnIn : 'no')).sort()).toEqual([0, undefined]);
    const was = withdrawn.find(({ fate }) => fate.kind === 'withdrawn' && fate.drawnIn === 0)!;
    expect(was.fate).toMatchObject({ replacement: { round: 1, quota: 1, drawn: [expect.any(String)] } });
    expect(was.changes).toEqual([expect.objectContaining({ round: 1, isAfterDraw: true, reason: '已核实', by: '双随机办', evidence: '情况说明 1 号', change: { kind: 'target-withdrawn', target: was.id } })]);
    const fresh = inFrame(from).find(({ fate }) => fate.kind === 'drawn' && fate.round === 1)!;
    expect(fresh.rounds.map(({ round, outcome }) => [round, outcome.kind])).toEqual([[0, 'not-drawn'], [1, 'drawn']]);
    expect(inFrame(from).filter(({ fate }) => fate.kind === 'postponed')).toHaveLength(1);
  });
  test('R12 a change that no round was announced for waits; an announced round waits for its seed', () => {
    const [gone] = inFrame(later({ sampling: 'flat', stage: 'changed' })).filter(({ fate }) => fate.kind === 'withdrawn' && fate.drawnIn === 0);
    expect(gone).toMatchObject({ fate: { replacement: undefined }, changes: [{ isAfterDraw: true }] });
    expect(gone!.changes[0]!.round).toBeUndefined();
    const announced = inFrame(later({ sampling: 'flat', stage: 'announced' }));
    expect(announced.flatMap(({ rounds: all }) => all).some(({ round, outcome, chance }) => round === 1 && outcome.kind === 'waiting' && chance.part === 1)).toBe(true);
    expect(announced.find(({ fate }) => fate.kind === 'withdrawn' && fate.drawnIn === 0)!.fate).toMatchObject({ replacement: { round: 1, quota: 1, drawn: [] } });
  });
  test('R8.4 of an infeasible draw the target stands, nobody comes, and the shortage of every agency is told', () => {
    const drawn = inFrame(record({ isFeasible: false })).flatMap(({ fate }) => (fate.kind === 'drawn' ? fate.visits : []));
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.flatMap(({ present }) => present)).toEqual([]);
    const told = drawn.flatMap(({ rounds: all }) => all);
    expect(told.every(({ shortage }) => shortage !== undefined)).toBe(true);
    expect(Math.max(...told.map(({ shortage }) => shortage!))).toBeGreaterThan(0);
    expect(told.flatMap(({ people }) => people).some(({ outcome }) => outcome.kind === 'unmatched')).toBe(true);
  });
});

describe('why a person', () => {
  test('M2.1 everything that can stand against a pair is told with its ground', () => {
    const outcomesOfAll = Array.from({ length: 12 }, (_, number) => outcomes(later({ number, isFeasible: number % 3 > 0 }))).flat();
    const all = outcomesOfAll.flatMap((outcome) => (outcome.kind === 'barred' ? outcome.bars : []));
    const of = <Kind extends PairBar['kind']>(kind: Kind) => all.filter((bar): bar is Extract<PairBar, { kind: Kind }> => bar.kind === kind);
    expect(of('recused').every(({ grounds }) => grounds.join() === '近亲属')).toBe(true);
    expect(of('unqualified').every(({ missing }) => missing.join() === '食品')).toBe(true);
    expect(new Set(of('no-capacity').map(({ reason }) => reason))).toEqual(new Set([undefined, 'off-duty', 'licence-missing', 'licence-lapsed', 'capacity-zero']));
    expect(of('pair-withdrawn')).toContainEqual({ kind: 'pair-withdrawn', ground: '近亲属', seq: expect.any(Number), isAfterDraw: true });
    expect(of('withdrawn').every(({ seq }) => seq !== undefined)).toBe(true);
    expect(outcomesOfAll.some((outcome) => outcome.kind === 'barred' && outcome.bars.some(({ kind }) => kind === 'withdrawn') && outcome.bars.some(({ kind }) => kind === 'no-capacity'))).toBe(false);
    for (const kind of ['recused', 'unqualified', 'no-capacity', 'pair-withdrawn', 'withdrawn', 'already-on-visit'] as const) expect([kind, of(kind).length > 0]).toEqual([kind, true]);
  });
  test('M5 chances, their sum, and visits without choice', () => {
    for (const person of participants(record())) {
      for (const { visits, expectedUnits, expectedHundredths, capacity, withoutChoice } of rounds(person)) {
        expect(expectedUnits).toBe(visits.reduce((sum, { outcome }) => sum + ('chance' in outcome ? outcome.chance.part : 0), 0));
        expect(expectedHundredths).toBe(Math.floor((expectedUnits * 100) / 65536));
        expect(expectedUnits).toBeLessThanOrEqual(capacity * 65536);
        expect(withoutChoice.every((target) => visits.some((visit) => visit.target === target && visit.outcome.kind === 'assigned'))).toBe(true);
      }
      expect(person.visits.length).toBeLessThanOrEqual(person.capacity);
    }
  });
  test('who does not take part: not known, of an agency without a visit, off duty, borrowed later', () => {
    const from = record();
    expect(explainInspector({ record: from, id: 'SCJG/NOBODY' as InspectorId })).toEqual({ kind: 'not-in-registry', id: 'SCJG/NOBODY' });
    const off = participants(from).find(({ origin }) => origin.kind === 'roster' && origin.reason !== undefined)!;
    expect([off.visits, rounds(off).every(({ expectedUnits }) => expectedUnits === 0)]).toEqual([[], true]);
    const bare: RecordStory = { ...from, inputs: { ...from.inputs, roster: [] } };
    const [someone] = from.registry.inspectors;
    expect(explainInspector({ record: bare, id: someone!.id })).toEqual({ kind: 'agency-without-visit', id: someone!.id, agency: someone!.agency, agencyName: `${someone!.agency}局` });
  });
  test('R12.3 a borrowed person is told with the change, and is not there in the main draw', () => {
    const told = explainInspector({ record: later({ number: 6 }), id: BORROWED }) as Participant;
    expect(told).toMatchObject({ kind: 'participant', agency: 'SCJG', agencyName: 'SCJG局', capacity: 9, origin: { kind: 'borrowed', capacity: 9, seq: expect.any(Number) } });
    expect(told.rounds[0]).toEqual({ kind: 'not-there', round: 0 });
    expect(told.changes.map(({ change }) => change.kind)).toEqual(['borrowed']);
  });
  test('R12.3 whoever is withdrawn goes nowhere; a capacity that was set counts', () => {
    const all = participants(later());
    const sick = all.find(({ isWithdrawn }) => isWithdrawn)!;
    expect([sick.visits, sick.changes.map(({ change }) => change.kind)]).toEqual([[], ['inspector-withdrawn']]);
    expect(rounds(sick)[0]!.visits.some(({ outcome }) => outcome.kind === 'assigned')).toBe(true);
    expect(all.find(({ changes }) => changes.some(({ change }) => change.kind === 'capacity-set'))!.capacity).toBe(12);
  });
  test('rounds that wait, and rounds in which the agency has no place', () => {
    expect(participants(record({ stage: 'sealed' })).every(({ rounds: all }) => all.length === 1 && all[0]!.kind === 'waiting')).toBe(true);
    const kinds = Array.from({ length: 8 }, (_, number) => participants(later({ number })).flatMap(({ rounds: all }) => all.map(({ kind }) => kind))).flat();
    expect(new Set(kinds)).toEqual(new Set(['open', 'no-place']));
  });
});

test('R12.6 a void draw is told as void, with why', () => {
  expect(later({ isVoid: true }).voiding).toEqual({ seq: expect.any(Number), reason: '已核实', by: '双随机办', evidence: '情况说明 1 号' });
  expect(later().voiding).toBeUndefined();
});

describe('who is meant', () => {
  const from = later();
  const [target] = from.registry.targets;
  test('a code as people write it, with or without its kind, in any width and case', () => {
    for (const { id } of from.registry.targets) for (const word of [codeOf(id), ` ${codeOf(id).toLowerCase()} `, id]) expect(whoIsMeant({ record: from, word })).toEqual({ kind: 'target', id });
    expect(whoIsMeant({ record: from, word: 'scjg／1' })).toEqual({ kind: 'inspector', id: 'SCJG/1' });
    expect(whoIsMeant({ record: from, word: BORROWED })).toEqual({ kind: 'inspector', id: BORROWED });
  });
  test('a name that one target has; of several all are named', () => {
    expect(whoIsMeant({ record: from, word: target!.name })).toMatchObject({ kind: 'target', id: target!.id });
    const twice: RecordStory = { ...from, registry: { ...from.registry, targets: from.registry.targets.map((one) => ({ ...one, name: '同名商店' })) } };
    expect(whoIsMeant({ record: twice, word: '同名商店' })).toMatchObject({ kind: 'several', targets: twice.registry.targets.map(({ id }) => ({ id, name: '同名商店' })) });
  });
  test('a number that is a code of two kinds is asked back, and the kind decides', () => {
    const number = '652722000000001';
    const both: RecordStory = { ...from, registry: { ...from.registry, targets: [{ ...target!, id: `reg:${number}` as TargetId }, { ...target!, id: `local:${number}` as TargetId }] } };
    expect(whoIsMeant({ record: both, word: number })).toMatchObject({ kind: 'several', targets: [{ id: `reg:${number}` }, { id: `local:${number}` }] });
    expect(whoIsMeant({ record: both, word: `local:${number}` })).toEqual({ kind: 'target', id: `local:${number}` });
  });
  test('nobody, with what comes nearest', () => {
    const code = codeOf(target!.id);
    expect(whoIsMeant({ record: from, word: `${code.slice(0, -1)}${code.endsWith('9') ? '8' : '9'}` })).toMatchObject({ kind: 'nobody', nearest: expect.arrayContaining([expect.any(String)]) });
    expect(whoIsMeant({ record: from, word: '完全不相干的一家公司甲乙丙丁' })).toEqual({ kind: 'nobody', nearest: [] });
  });
});

test('a share is a reduced fraction, and nothing but the whole reads as 100%', () => {
  expect(shareOf(23, 763)).toEqual({ part: 23, whole: 763, numerator: 23, denominator: 763, basisPoints: 301 });
  expect(shareOf(4, 6)).toEqual({ part: 4, whole: 6, numerator: 2, denominator: 3, basisPoints: 6666 });
  expect(shareOf(65535, 65536).basisPoints).toBe(9999);
  expect(shareOf(7, 7)).toMatchObject({ numerator: 1, denominator: 1, basisPoints: 10_000 });
  expect(shareOf(0, 0)).toMatchObject({ numerator: 0, denominator: 1, basisPoints: 0 });
});
