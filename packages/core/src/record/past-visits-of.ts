/** What the earlier draws of a county leave to a batch, out of its ledger and records (draw-spec D5.8, D5.9). @zh 既往检查 */
import type { DrawId, InspectorId, TargetId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import { isRehearsal } from '../draw/scheme.js';
import { type Bar, barKey } from '../plan/bars.js';
import type { PastVisits } from '../plan/past-visits.js';
import type { Period } from '../registry/schemas.js';
import { type DrawState, drawState, type PastRound, presentAssignments } from './draw-state.js';
import { entriesOf, type LedgerEntry } from './ledger.js';

/** A draw as its record has it. */
export interface PastRecord {
  readonly period: Period;
  /** From round 0; those drawn later than asked for may be among them. */
  readonly rounds: readonly PastRound[];
}

export interface PastVisitsInput {
  /** The county's ledger. */
  readonly entries: readonly LedgerEntry[];
  /** Number of the line of the seal; whatever stands in later lines had not happened. */
  readonly before: number;
  /** Of all draws of {@link pastDraws}. */
  readonly records: ReadonlyMap<DrawId, PastRecord>;
  /** Of the batch: its first day names the year. */
  readonly period: Period;
  /** How many of the last visits to a target count. */
  readonly rotation: number;
}

/** The draws that count, in the order of their seals: no rehearsals, and none that was void by then. */
export const pastDraws = (entries: readonly LedgerEntry[], before: number): readonly DrawId[] => {
  const earlier = entries.filter(({ seq }) => seq < before);
  const voided = new Set(earlier.flatMap((entry) => (entry.type === 'voided' ? [entry.body.drawId] : [])));
  return earlier.flatMap((entry) => (entry.type === 'sealed' && !isRehearsal(entry.body.scheme) && !voided.has(entry.body.drawId) ? [entry.body.drawId] : []));
};

export const pastVisitsOf = (input: PastVisitsInput): PastVisits => {
  const { entries, before, records, period, rotation } = input;
  const used = new Map<InspectorId, number>();
  const visits = new Map<TargetId, Bar[][]>();
  for (const drawId of pastDraws(entries, before)) {
    const record = records.get(drawId);
    if (record === undefined) continue;
    const byTarget = peopleByTarget(stateAt(record, entriesOf(entries, drawId).filter(({ seq }) => seq < before)));
    for (const [target, people] of byTarget) {
      if (yearOf(record.period) === yearOf(period)) for (const id of people) used.set(id, (used.get(id) ?? 0) + 1);
      visits.set(target, [...(visits.get(target) ?? []), [...people].map((inspector) => ({ target, inspector, drawId }))]);
    }
  }
  return { used, bars: lastOf(visits, rotation) };
};

const yearOf = ({ from }: Period): string => from.slice(0, 4);

/** With the rounds that were drawn and the changes that were made by then. */
const stateAt = ({ rounds }: PastRecord, own: readonly LedgerEntry[]): DrawState => {
  const drawn = own.filter(({ type }) => type === 'drawn').length;
  return drawState({ rounds: rounds.slice(0, drawn), changes: own.flatMap((entry) => (entry.type === 'changed' ? [entry.body.change] : [])) });
};

const peopleByTarget = (state: DrawState): ReadonlyMap<TargetId, ReadonlySet<InspectorId>> => {
  const people = new Map<TargetId, Set<InspectorId>>();
  for (const { target, inspectors } of presentAssignments(state)) {
    const known = people.get(target) ?? new Set<InspectorId>();
    for (const id of inspectors) known.add(id);
    people.set(target, known);
  }
  return people;
};

/** Of the last visits to each target, the latest draw standing for a pair. */
const lastOf = (visits: ReadonlyMap<TargetId, readonly (readonly Bar[])[]>, rotation: number): readonly Bar[] => {
  if (rotation === 0) return [];
  const pairs = [...visits.values()].flatMap((draws) => draws.slice(-rotation).flat());
  return sortedBy(new Map(pairs.map((bar) => [barKey(bar), bar])).values(), barKey);
};
