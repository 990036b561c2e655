/** A draw of the county as it stands: its record read, its rounds, the changes since. */
import {
  type Change, changesBefore, drawState, type DrawState, type LedgerEntry, type NoticedChange, openRecord, type OpenedRecord, type ParsedSnapshot, type PastRound, pastRounds, readSealedInputs,
  type RecordTexts, type RoundNotice, type SealedInputs,
} from '@shuangsuiji/core';
import type { Context } from '../context.js';
import type { Workspace } from '../workspace/open-workspace.js';
import { failed, type Outcomes } from './county.js';
import { type DrawOfLedger, findDraw } from './draws.js';
import { recordOf } from './record.js';

export interface CurrentDraw {
  readonly draw: DrawOfLedger;
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

export const currentDraw = ({ context, workspace, word }: CurrentDrawInput): Outcomes<CurrentDraw> => {
  const found = findDraw({ ledger: workspace.ledger, word, rehearsal: context.options.rehearsal });
  if (!found.ok) return found;
  const texts = recordOf(context, workspace, found.value.drawId);
  if (!texts.ok) return texts;
  const { hash } = context.host;
  const reading = readSealedInputs(texts.value, hash);
  if (!reading.ok) return reading;
  const record = openRecord(texts.value, hash);
  const { stage } = found.value;
  const past = pastRounds(record.rounds.slice(0, stage.drawn));
  if (!past.ok) return past;
  const opened = stage.open === undefined || stage.open === 0 ? undefined : record.rounds[stage.open]?.notice;
  if (opened?.ok === false) return failed(...opened.error);
  const notice = opened?.value;
  const own = ownEntries(workspace, found.value);
  return {
    ok: true,
    value: {
      draw: found.value,
      texts: texts.value,
      record,
      ...reading.value,
      rounds: past.value.rounds,
      before: past.value.changes,
      notice: notice !== undefined && 'changes' in notice ? notice : undefined,
      waiting: changesBefore(own, { seq: workspace.ledger.head.seq + 1 }),
    },
  };
};

/** The entries of one draw. */
export const ownEntries = ({ ledger }: Workspace, { drawId }: Pick<DrawOfLedger, 'drawId'>): readonly LedgerEntry[] => ledger.entries.filter(({ body }) => 'drawId' in body && body.drawId === drawId);

/** Every change of the draw, noticed or not. */
export const allChanges = (current: CurrentDraw): readonly Change[] => [...actingChanges(current), ...current.waiting.map(({ change }) => change)];

/** The changes that act in the round that is open, or acted in the last one. */
export const actingChanges = ({ before, notice }: CurrentDraw): readonly Change[] => [...before, ...(notice?.changes ?? []).map(({ change }) => change)];

/** What the draw has come to with every change that was made. */
export const stateNow = (current: CurrentDraw): DrawState => drawState({ rounds: current.rounds, changes: allChanges(current) });
