/** What the county's earlier draws leave to a batch: visits of the year, pairs that rotation keeps apart (draw-spec D5.8, D5.9). */
import { type Batch, type DrawId, NO_PAST, openRecord, type ParsedSnapshot, pastDraws, pastRounds, type PastRecord, type PastVisits, pastVisitsOf, rotationOf, type Rules, yearlyCapacity } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import type { Workspace } from '../workspace/open-workspace.js';
import { failed, type Outcomes } from './county.js';
import { recordOf } from './record.js';

export interface CountyPastInput {
  readonly context: Pick<Context, 'host'>;
  readonly workspace: Workspace;
  /** Number of the ledger's line of the seal; of one that is still to be made: after the last one. */
  readonly before: number;
}

/** Of one batch, and the registries and rules it meets. */
export interface PastOfBatch {
  readonly batch: Pick<Batch, 'period' | 'rotation'>;
  readonly rules: Rules;
  readonly registries: Pick<ParsedSnapshot, 'agencies' | 'inspectors'>;
}

export type CountyPast = (input: PastOfBatch) => Outcomes<PastVisits>;

/** Records are read once, and only where a rule asks for them: a county without such rules depends on none of them. */
export const countyPast = ({ context, workspace, before }: CountyPastInput): CountyPast => {
  let records: Outcomes<ReadonlyMap<DrawId, PastRecord>> | undefined;
  return ({ batch, rules, registries }) => {
    const rotation = rotationOf(batch, rules);
    if (rotation === 0 && !hasYearlyNumbers(rules, registries)) return { ok: true, value: NO_PAST };
    records ??= recordsOf({ context, workspace, before });
    if (!records.ok) return records;
    return { ok: true, value: pastVisitsOf({ entries: workspace.ledger.entries, before, records: records.value, period: batch.period, rotation }) };
  };
};

const hasYearlyNumbers = (rules: Rules, { agencies, inspectors }: PastOfBatch['registries']): boolean => {
  const byCode = new Map(agencies.map((agency) => [agency.code, agency]));
  return inspectors.some((inspector) => yearlyCapacity(inspector, byCode.get(inspector.agency), rules) !== undefined);
};

/** Every record that counts, or which of them cannot be read. */
const recordsOf = ({ context, workspace, before }: CountyPastInput): Outcomes<ReadonlyMap<DrawId, PastRecord>> => {
  const { entries } = workspace.ledger;
  const records = new Map<DrawId, PastRecord>();
  const unread: DrawId[] = [];
  for (const drawId of pastDraws(entries, before)) {
    const drawn = entries.filter((entry) => entry.type === 'drawn' && entry.body.drawId === drawId && entry.seq < before).length;
    const record = pastRecord(context, workspace, drawId, drawn);
    if (record === undefined) unread.push(drawId);
    else records.set(drawId, record);
  }
  return unread.length > 0 ? failed({ code: 'past-records-unread', severity: 'error', fields: { draws: unread } }) : { ok: true, value: records };
};

const pastRecord = (context: Pick<Context, 'host'>, workspace: Workspace, drawId: DrawId, drawn: number): PastRecord | undefined => {
  const texts = recordOf(context, workspace, drawId);
  if (!texts.ok) return undefined;
  const { sealed, rounds } = openRecord(texts.value, context.host.hash);
  const past = pastRounds(rounds.slice(0, drawn));
  return sealed.ok && past.ok && past.value.rounds.length === drawn ? { period: sealed.value.batch.period, rounds: past.value.rounds } : undefined;
};
