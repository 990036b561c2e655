/** A draw as it stands: its record read, its rounds, the changes since. */
import {
  type Change, changesBefore, drawState, type DrawState, entriesOf, type HashText, type LedgerEntry, type NoticedChange, openRecord, type OpenedRecord, type ParsedSnapshot, type PastRound, pastRounds,
  type RecordTexts, type RoundNotice, type SealedInputs, sealedReading,
} from '@shuangsuiji/core';
import type { Context } from '../context.js';
import type { Workspace } from '../workspace/open-workspace.js';
import { failed, type Outcomes } from './county.js';
import { type DrawOfLedger, drawsOf, findDraw } from './draws.js';
import { recordOf } from './record.js';

export interface CurrentDraw {
  readonly draw: DrawOfLedger;
  /** Entries of this draw. */
  readonly entries: readonly LedgerEntry[];
  readonly texts: RecordTexts;
  readonly record: OpenedRecord;
  readonly inputs: SealedInputs;
  readonly registry: ParsedSnapshot;
  /** Drawn. */
  readonly rounds: readonly PastRound[];
  /** Changes that acted in them. */
  readonly before: readonly Change[];
  /** Of the later round that waits for its seed. */
  readonly notice?: RoundNotice | undefined;
  /** Changes since the last notice, which no round has answered to yet. */
  readonly waiting: readonly NoticedChange[];
}

export interface CurrentDrawInput {
  readonly context: Context;
  readonly workspace: Workspace;
  /** A draw or the number of a batch. */
  readonly word: string;
}

/** From the county's folder. */
export const currentDraw = ({ context, workspace, word }: CurrentDrawInput): Outcomes<CurrentDraw> => {
  const found = findDraw({ ledger: workspace.ledger, word, rehearsal: context.options.rehearsal });
  if (!found.ok) return found;
  const texts = recordOf(context, workspace, found.value.drawId);
  return texts.ok ? drawOfRecord(texts.value, context.host.hash) : texts;
};

/** From nothing but a record, whose ledger ends with the last event of its draw. */
export const drawOfRecord = (texts: RecordTexts, hash: HashText): Outcomes<CurrentDraw> => {
  const record = openRecord(texts, hash);
  const reading = sealedReading(record);
  if (!reading.ok) return reading;
  if (!record.ledger.ok) return record.ledger;
  const { drawId, batch } = reading.value.inputs.sealed;
  const draw = drawsOf(record.ledger.value).find((one) => one.drawId === drawId);
  if (draw === undefined) return failed({ code: 'batch-not-sealed', severity: 'error', fields: { batch: batch.number } });
  const past = pastRounds(record.rounds.slice(0, draw.stage.drawn));
  if (!past.ok) return past;
  const opened = draw.stage.open === undefined || draw.stage.open === 0 ? undefined : record.rounds[draw.stage.open]?.notice;
  if (opened?.ok === false) return opened;
  const notice = opened?.value;
  const entries = entriesOf(record.ledger.value.entries, drawId);
  return {
    ok: true,
    value: {
      draw, entries, texts, record, ...reading.value,
      rounds: past.value.rounds,
      before: past.value.changes,
      notice: notice !== undefined && 'changes' in notice ? notice : undefined,
      waiting: changesBefore(entries, { seq: Infinity }),
    },
  };
};

/** The changes that act in the round that is open, or acted in the last one. */
export const actingChanges = ({ before, notice }: CurrentDraw): readonly Change[] => [...before, ...(notice?.changes ?? []).map(({ change }) => change)];

/** Every change of the draw, noticed or not. */
export const allChanges = (current: CurrentDraw): readonly Change[] => [...actingChanges(current), ...current.waiting.map(({ change }) => change)];

/** What the draw has come to with every change that was made. */
export const stateNow = (current: CurrentDraw): DrawState => drawState({ rounds: current.rounds, changes: allChanges(current) });
