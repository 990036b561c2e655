import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Digest, DrawId } from '../base/brand.js';
import { portableHash as hash } from '../base/digest.js';
import { jointValue } from '../seed/joint-value.js';
import { publicLineText } from '../seed/public-line.js';
import { type SeedTerms, termsProblems } from '../seed/terms.js';
import { seedStepProblems } from './check-seed-step.js';
import type { LedgerEntry } from './ledger.js';
import { type Act, at, codesAgainst as against, commit, commitmentOf, enter, entriesOfActs, ledger, open, problemsOf, secretOf, terms } from './seed-acts.properties.js';
import { linesKnown, seedSteps, type SeedStep } from './seed-events.js';
import { seedReadyProblems } from './seed-ready.js';

const other = '652722-2026-0002' as DrawId;
const SEALED: Act = [0, { type: 'sealed' }];

describe('D2.8 a joint seed', () => {
  const joint = terms(['joint:A,B,C']);
  const committed: readonly Act[] = ['A', 'B', 'C'].map((party) => [5, commit(party)] as const);
  test('is made by commitments, then reveals from the time of the seal on, the office first', () => {
    expect(against(joint, [1, commit('B')])).toEqual([]);
    expect(against(joint, ...committed, [60, open('A')])).toEqual([]);
    expect(against(joint, ...committed, [60, open('A')], [61, open('C')])).toEqual([]);
    const entries = ledger(...committed, [60, open('A')], [61, open('C')], [120, open('B')]);
    expect(linesKnown(seedSteps(entries, joint), joint.sources, hash)).toEqual([{ source: joint.sources[0], value: jointValue({ secrets: [secretOf('A'), secretOf('B'), secretOf('C')], hash }), witnesses: [] }]);
    expect(seedReadyProblems(joint, seedSteps(entries, joint), at(500))).toEqual([]);
  });
  test.each<[string, string, readonly Act[]]>([
    ['a party of another seed', 'joint-party-unknown', [[1, commit('D')]]],
    ['a second commitment', 'joint-committed-twice', [...committed, [6, commit('B', 'b'.repeat(64) as Digest)]]],
    ['a commitment copied from another party', 'joint-commitment-used', [[1, commit('A')], [2, commit('B', commitmentOf('A'))]]],
    ['a reveal before all have committed', 'joint-commitments-missing', [[1, commit('A')], [2, commit('B')], [60, open('A')]]],
    ['a reveal before the office’s', 'joint-office-first', [...committed, [60, open('B')]]],
    ['a second reveal', 'joint-contributed-twice', [...committed, [60, open('A')], [61, open('A')]]],
    ['a secret that opens nothing', 'joint-does-not-open', [...committed, [60, open('A', 'a'.repeat(64) as Digest)]]],
    ['another party’s secret', 'joint-does-not-open', [...committed, [60, open('A', secretOf('B'))]]],
    ['a reveal before the time of the seal', 'seed-step-early', [...committed, [59, open('A')]]],
    ['a reveal after the last moment', 'joint-overdue', [...committed, [121, open('A')]]],
    ['a commitment after the last moment', 'joint-overdue', [[121, commit('A')]]],
    ['a stranger’s reveal', 'joint-party-unknown', [...committed, [60, open('D')]]],
    ['a reveal after the draw', 'seed-event-late', [...committed, [60, open('A')], [70, { type: 'drawn' }], [71, open('B')]]],
  ])('%s is refused with %s', (_, code, acts) => {
    expect(against(joint, ...acts)).toEqual([code]);
  });
  test('a commitment copied with its secret under another name cannot be opened: the name is hashed', () => {
    const copied = [commit('A'), commit('B', commitmentOf('C', secretOf('A'))), commit('C')].map((body) => [5, body] as const);
    expect(against(joint, ...copied, [60, open('A')], [61, open('B', secretOf('A'))])).toEqual(['joint-does-not-open']);
  });
  test('a commitment of an earlier draw of the ledger is refused', () => {
    expect(problemsOf(joint, [SEALED, [1, { ...commit('B'), drawId: other }], SEALED, [5, commit('B')]])).toEqual([{ code: 'joint-commitment-used', severity: 'error', fields: { party: 'B', row: 2 } }]);
  });
  test('nothing is taken before the seal, or before the notice of its round', () => {
    const unsealed = [{ code: 'seed-event-unsealed', severity: 'error', fields: { type: 'committed' } }];
    expect(problemsOf(joint, [[5, commit('B')]])).toEqual(unsealed);
    expect(problemsOf(joint, [[0, { type: 'opened' }], [5, commit('B')]])).toEqual(unsealed);
    const second = { ...joint, round: 1 };
    const step = [5, { ...commit('B'), round: 1 }] as const;
    expect(against(second, step)).toEqual(['seed-event-unsealed']);
    expect(against(second, [1, { type: 'changed', round: 1 }], step)).toEqual(['seed-event-unsealed']);
    expect(against({ ...joint, round: 2 }, [1, { type: 'announced', round: 1 }], [5, { ...commit('B'), round: 2 }])).toEqual(['seed-event-unsealed']);
    expect(against(second, [1, { type: 'announced', round: 1 }], step)).toEqual([]);
    expect(problemsOf(second, [[0, { type: 'announced', round: 1, drawId: other }], step])).toMatchObject([{ code: 'seed-event-unsealed' }]);
  });
  test('its value is known with its last reveal, not before; a line entered is known at once, and nothing else is', () => {
    const known = (own: SeedTerms, ...acts: readonly Act[]) => linesKnown(seedSteps(ledger(...acts), own), own.sources, hash).map(publicLineText);
    expect(known(joint)).toEqual([]);
    expect(known(joint, ...committed, [60, open('A')], [61, open('C')])).toEqual([]);
    expect(known(terms(['typed:', 'dice:d10x2']))).toEqual([]);
    expect(known(terms(['typed:', 'dice:d10x2']), [60, enter('typed:=x')])).toEqual(['typed:=x']);
    const both = terms(['typed:', 'joint:A,B'], 50);
    expect(known(both, [10, enter('typed:=x')], [11, open('A')])).toEqual(['typed:=x']);
    expect(known(both, [10, enter('typed:=x')], [11, open('A')], [12, open('B')])).toEqual(['typed:=x', `joint:A,B=${jointValue({ secrets: [secretOf('A'), secretOf('B')], hash })}`]);
  });
  test('a line whose value or kind is none is no line of the seed', () => {
    for (const line of ['dice:d10x2=0', 'dice:d10x2', '=', 'dice:x=1', 'more:=1']) expect(linesKnown(seedSteps(ledger([60, enter(line)]), joint), joint.sources, hash)).toEqual([]);
  });
  test('steps are those of this draw and this round', () => {
    const steps = seedSteps(ledger([1, { ...commit('A'), drawId: other }], [2, { ...commit('B'), round: 1 }], [3, { ...commit('C') }], [4, { type: 'announced', party: 'D' }]), joint);
    expect([[...steps.commitments], [...steps.secrets], steps.entered]).toEqual([[['C', commitmentOf('C')]], [], []]);
  });
  test('of another seed there are no parties', () => {
    expect(against(terms(['dice:d10x20']), [5, commit('A')])).toEqual(['joint-not-sealed']);
  });
  test('a rehearsal’s commitments are its own', () => {
    const rehearsal = { ...joint, scheme: 'ssj/1-rehearsal' };
    expect(against(rehearsal, ...committed, [60, open('A')])).toEqual(['joint-does-not-open']);
    const own = ['A', 'B', 'C'].map((party) => [5, commit(party, commitmentOf(party, undefined, 'ssj/1-rehearsal'))] as const);
    expect(against(rehearsal, ...own, [60, open('A')])).toEqual([]);
  });
  test('a silent party stops the draw until its time, then makes it void; both name it', () => {
    const steps = seedSteps(ledger(...committed, [60, open('A')], [61, open('C')]), joint);
    expect(seedReadyProblems(joint, steps, at(120))).toEqual([{ code: 'joint-reveals-missing', severity: 'error', fields: { parties: ['B'], revealBy: at(120) } }]);
    expect(seedReadyProblems(joint, steps, at(121))).toEqual([{ code: 'joint-overdue', severity: 'error', fields: { parties: ['B'], revealBy: at(120) } }]);
  });
  test('the last moment lies after the time of the seal, or before it where lottery or beacon come then', () => {
    const codes = (lines: readonly string[], revealBy: number) => termsProblems(terms(lines, revealBy)).map(({ code }) => code);
    expect([codes(['joint:A,B'], 61), codes(['joint:A,B'], 60)]).toEqual([[], ['joint-by-bad']]);
    expect([59, 60, 1, 0].map((revealBy) => codes(['joint:A,B', 'lottery:kl8:2026040'], revealBy))).toEqual([[], ['joint-by-bad'], [], ['joint-by-bad']]);
  });
});

describe('D2.9 the order in which lines become known', () => {
  const all = terms(['drand:quicknet:1', 'dice:d10x2', 'typed:', 'joint:A,B'], 50);
  const committed: readonly Act[] = ['A', 'B'].map((party) => [5, commit(party)] as const);
  test('typed, dice, joint, and then lottery or beacon', () => {
    expect(against(all, [10, enter('typed:=x')])).toEqual([]);
    expect(against(all, [10, enter('typed:=x')], [11, enter('dice:d10x2=07')])).toEqual([]);
    expect(against(all, ...committed, [10, enter('typed:=x')], [11, enter('dice:d10x2=07')], [12, open('A')])).toEqual([]);
  });
  test.each<[string, readonly string[], readonly Act[]]>([
    ['dice before the typed line', ['seed-order'], [[10, enter('dice:d10x2=07')]]],
    ['a reveal before the dice', ['seed-order'], [...committed, [10, enter('typed:=x')], [12, open('A')]]],
    ['a line twice', ['seed-line-twice'], [[10, enter('typed:=x')], [11, enter('typed:=y')]]],
    ['a line of the beacon', ['seed-line-at-draw'], [[10, enter('drand:quicknet:1=a')]]],
    ['the joint line', ['seed-line-at-draw'], [[10, enter('joint:A,B=a')]]],
    ['a line of another seed', ['seed-line-not-sealed'], [[10, enter('dice:d10x3=07')]]],
    ['a value that is none', ['dice-count'], [[10, enter('typed:=x')], [11, enter('dice:d10x2=0')]]],
    ['a line when the beacon is known', ['seed-step-late'], [[60, enter('typed:=x')]]],
    ['a reveal when the beacon is known', ['seed-step-late', 'joint-overdue'], [...committed, [10, enter('typed:=x')], [11, enter('dice:d10x2=07')], [60, open('A')]]],
  ])('%s is refused', (_, codes, acts) => {
    expect(against(all, ...acts)).toEqual(codes);
  });
  test('the draw waits for every line of a lower rank', () => {
    expect(seedReadyProblems(all, seedSteps(ledger([10, enter('typed:=x')]), all), at(40))).toEqual([
      { code: 'seed-order', severity: 'error', fields: { first: ['dice:d10x2'], lines: ['drand:quicknet:1'] } },
      { code: 'joint-reveals-missing', severity: 'error', fields: { parties: ['A', 'B'], revealBy: at(50) } },
    ]);
  });
  test('lines of one rank need no entering', () => {
    for (const lines of [['dice:d10x20', 'dice:d6x25'], ['typed:'], ['lottery:kl8:2026040', 'drand:quicknet:1']]) expect(seedReadyProblems(terms(lines), seedSteps(ledger(), terms(lines)), at(61))).toEqual([]);
    expect(against(terms(['dice:d10x2']), [60, enter('dice:d10x2=07')])).toEqual(['seed-line-at-draw']);
  });
  test('typed and dice alone: the typed line is entered from the time of the seal on', () => {
    const mixed = terms(['typed:', 'dice:d10x2']);
    expect(against(mixed, [60, enter('typed:=x')])).toEqual([]);
    expect(against(mixed, [59, enter('typed:=x')])).toEqual(['seed-step-early']);
    expect(against(mixed, [60, enter('typed:=x')], [61, enter('dice:d10x2=07')])).toEqual(['seed-line-at-draw']);
  });
  test('a seal leaves time for entering', () => {
    const own = terms(['dice:d10x20', 'lottery:kl8:2026040']);
    expect([termsProblems(own), termsProblems({ ...own, notBefore: at(0) })]).toMatchObject([[], [{ code: 'seed-no-time', fields: { lines: ['dice:d10x20'] } }]]);
  });
  test('whatever is tried in whatever order, what was let in keeps the rules', () => {
    const acts: readonly Act[1][] = [commit('A'), commit('B'), open('A'), open('B'), enter('typed:=x'), enter('typed:=y'), enter('dice:d10x2=07'), enter('dice:d10x2=08'), commit('B', commitmentOf('A')), open('B', secretOf('A'))];
    fc.assert(
      fc.property(fc.array(fc.nat(acts.length - 1), { maxLength: 40 }), (tries) => {
        const entries: LedgerEntry[] = [...ledger()];
        for (const choice of tries) {
          const [act] = entriesOfActs([[10, acts[choice]!]]);
          const step = { ...act!, seq: entries.length + 1 };
          if (seedStepProblems({ terms: all, before: entries, step: step as SeedStep, hash }).length === 0) entries.push(step);
        }
        const order = entries.slice(1).map((entry) => (entry.type === 'entered' ? (entry.body.line.split(':')[0] ?? '') : entry.type === 'committed' || entry.type === 'contributed' ? `${entry.type} ${entry.body.party}` : ''));
        expect(new Set(order).size).toBe(order.length);
        const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : Infinity);
        const opened = Math.min(place('contributed A'), place('contributed B'));
        expect(place('contributed A')).toBeLessThanOrEqual(opened);
        if (opened < Infinity) for (const name of ['committed A', 'committed B', 'typed', 'dice']) expect(place(name)).toBeLessThan(opened);
        if (place('dice') < Infinity) expect(place('typed')).toBeLessThan(place('dice'));
      }),
      { numRuns: 300 },
    );
  });
});
