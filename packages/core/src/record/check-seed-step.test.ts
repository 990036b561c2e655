import { describe, expect, test } from 'vitest';
import type { Digest } from '../base/brand.js';
import { type Act, against, at, codesAgainst, commit, commitmentOf, drawId, enter, open, secretOf, terms } from './seed-acts.properties.js';

const error = (code: string, fields: object) => ({ code, severity: 'error', fields });
const joint = terms(['joint:A,B,C']);
const committed: readonly Act[] = ['A', 'B', 'C'].map((party) => [5, commit(party)] as const);
/** Typed and dice below, the beacon above. */
const mixed = terms(['drand:quicknet:1', 'dice:d10x2', 'typed:', 'joint:A,B'], 50);
const mixedCommitted: readonly Act[] = ['A', 'B'].map((party) => [5, commit(party)] as const);
const entered: readonly Act[] = [[10, enter('typed:=x')], [11, enter('dice:d10x2=07')]];

describe('D2.8 whatever speaks against a step of a joint seed says whom and what it is about', () => {
  test.each<[string, readonly Act[], object]>([
    ['1: a party that the line does not name', [[5, commit('D')]], error('joint-party-unknown', { party: 'D', parties: ['A', 'B', 'C'] })],
    ['1: its reveal', [...committed, [60, open('D')]], error('joint-party-unknown', { party: 'D', parties: ['A', 'B', 'C'] })],
    ['1: a second commitment', [...committed, [6, commit('B', 'b'.repeat(64) as Digest)]], error('joint-committed-twice', { party: 'B' })],
    ['1: a second reveal', [...committed, [60, open('A')], [61, open('A')]], error('joint-contributed-twice', { party: 'A' })],
    ['1: a step after the draw', [...committed, [60, open('A')], [70, { type: 'drawn' }], [71, open('B')]], error('seed-event-late', { type: 'contributed' })],
    ['2: a commitment that stands in an earlier line', [[1, commit('A')], [2, commit('B', commitmentOf('A'))]], error('joint-commitment-used', { party: 'B', row: 2 })],
    ['3: a reveal before the last commitment', [[1, commit('A')], [60, open('A')]], error('joint-commitments-missing', { parties: ['B', 'C'] })],
    ['3: a reveal before the office’s', [...committed, [60, open('C')]], error('joint-office-first', { office: 'A' })],
    ['4: a secret that does not open the commitment', [...committed, [60, open('A', secretOf('B'))]], error('joint-does-not-open', { party: 'A' })],
    ['5: a commitment after revealBy', [[121, commit('B')]], error('joint-overdue', { parties: ['B'], revealBy: at(120) })],
    ['5: a reveal after revealBy', [...committed, [60, open('A')], [121, open('C')]], error('joint-overdue', { parties: ['C'], revealBy: at(120) })],
  ])('%s', (_, acts, problem) => {
    expect(against(joint, ...acts)).toEqual([problem]);
  });
  test('1: of a seed without a joint line there are no parties', () => {
    expect(against(terms(['dice:d10x20']), [5, commit('A')])).toEqual([error('joint-not-sealed', { drawId })]);
    expect(against(terms(['dice:d10x20']), [60, open('A')])).toEqual([error('joint-not-sealed', { drawId })]);
  });
  test('2: only a commitment is one: the same digest elsewhere in the ledger, or another commitment, is none', () => {
    const elsewhere: Act = [1, { type: 'imported', commitment: commitmentOf('B') }];
    expect(codesAgainst(joint, elsewhere, [2, commit('A')], [5, commit('B')])).toEqual([]);
  });
  test('3: a silent party’s own reveal is not judged by a commitment that it never made', () => {
    expect(codesAgainst(joint, [5, commit('A')], [5, commit('C')], [60, open('A')], [61, open('B')])).toEqual(['joint-commitments-missing']);
    expect(codesAgainst(joint, [5, commit('B')], [5, commit('C')], [60, open('A')])).toEqual(['joint-commitments-missing']);
  });
  test('5: the second of revealBy is in time, the next one is not', () => {
    const overdue = (minutes: number): readonly string[] => codesAgainst(joint, [minutes, commit('A')]);
    expect([overdue(119), overdue(120), overdue(120 + 1 / 60)]).toEqual([[], [], ['joint-overdue']]);
  });
  test('R10.4 a step belongs to the open round: the draw of another round or another draw closes nothing', () => {
    expect(codesAgainst(joint, [1, { type: 'drawn', round: 1 }], [5, commit('A')])).toEqual([]);
    expect(codesAgainst(joint, [1, { type: 'drawn', drawId: '652722-2026-0002' }], [5, commit('A')])).toEqual([]);
    expect(codesAgainst(joint, [1, { type: 'announced' }], [5, commit('A')])).toEqual([]);
  });
});

describe('D2.9 whatever speaks against an entered line says which', () => {
  test.each<[string, readonly Act[], object]>([
    ['one that the seal does not name', [[10, enter('dice:d10x3=07')]], error('seed-line-not-sealed', { line: 'dice:d10x3', lines: ['drand:quicknet:1', 'dice:d10x2', 'typed:', 'joint:A,B'] })],
    ['one of the highest rank', [[10, enter('drand:quicknet:1=a')]], error('seed-line-at-draw', { line: 'drand:quicknet:1' })],
    ['the joint one, whatever its rank', [[10, enter('joint:A,B=a')]], error('seed-line-at-draw', { line: 'joint:A,B' })],
    ['one that was entered before', [[10, enter('typed:=x')], [11, enter('typed:=y')]], error('seed-line-twice', { line: 'typed:' })],
    ['dice before the typed line', [[10, enter('dice:d10x2=07')]], error('seed-order', { first: ['typed:'], lines: ['dice:d10x2'] })],
    ['one at the time of the beacon', [[60, enter('typed:=x')]], error('seed-step-late', { at: at(60), notBefore: at(60) })],
  ])('%s', (_, acts, problem) => {
    expect(against(mixed, ...acts)).toEqual([problem]);
  });
  test('nobody reveals before every typed and dice line is there; the joint line alone is asked about, not the beacon', () => {
    expect(against(mixed, ...mixedCommitted, [12, open('A')])).toEqual([error('seed-order', { first: ['dice:d10x2', 'typed:'], lines: ['joint:A,B'] })]);
    expect(against(mixed, ...mixedCommitted, ...entered.slice(0, 1), [12, open('A')])).toEqual([error('seed-order', { first: ['dice:d10x2'], lines: ['joint:A,B'] })]);
    expect(against(mixed, ...mixedCommitted, ...entered, [12, open('A')])).toEqual([]);
  });
  test('where the highest rank is 3 everything happens strictly before notBefore', () => {
    const last = 60 - 1 / 60;
    expect(codesAgainst(mixed, [last, enter('typed:=x')])).toEqual([]);
    expect(codesAgainst(terms(['drand:quicknet:1', 'joint:A,B'], 60), ...mixedCommitted, [last, open('A')])).toEqual([]);
    expect(against(terms(['drand:quicknet:1', 'joint:A,B'], 60), ...mixedCommitted, [60, open('A')])).toEqual([error('seed-step-late', { at: at(60), notBefore: at(60) })]);
  });
  test('otherwise no line is entered and nobody reveals before notBefore', () => {
    const early = error('seed-step-early', { at: at(59), notBefore: at(60) });
    expect(against(terms(['typed:', 'dice:d10x2']), [59, enter('typed:=x')])).toEqual([early]);
    expect(against(joint, ...committed, [59, open('A')])).toEqual([early]);
    expect(against(joint, ...committed, [60, open('A')])).toEqual([]);
  });
});
