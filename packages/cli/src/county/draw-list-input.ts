/** What the list of a draw is made from. */
import { appointedNow, drawState, type DrawListInput, type HashText, type LaterRound, type LedgerHead, noticeDigest, type OpenedRound } from '@shuangsuiji/core';
import { failed, type Outcomes } from './county.js';
import { countedChanges } from './counted-changes.js';
import { actingChanges, type CurrentDraw } from './current-draw.js';

export interface DrawListInputInput {
  readonly current: CurrentDraw;
  /** After the last event of the draw. */
  readonly head: LedgerHead;
  readonly hash: HashText;
}

export const drawListInput = ({ current, head, hash }: DrawListInputInput): Outcomes<DrawListInput> => {
  const { record, inputs, registry, texts, draw, rounds } = current;
  const [main, ...later] = record.rounds.slice(0, draw.stage.drawn);
  const { reveal } = record;
  if (!reveal.ok) return failed(...reveal.error);
  if (main?.seed.ok !== true || main.seed.value === undefined) return failed({ code: 'not-drawn-yet', severity: 'error', fields: { drawId: draw.drawId } });
  // Of a round that still waits for its seed the changes count, and its visits stand open.
  const state = drawState({ rounds, changes: actingChanges(current) });
  const live = new Set(state.live);
  return {
    ok: true,
    value: {
      sealed: inputs.sealed,
      frame: inputs.frame,
      seed: main.seed.value,
      drawn: rounds.flatMap(({ targets }) => targets).filter(({ id }) => live.has(id)),
      laterRounds: later.flatMap((round) => laterRound(round, hash)),
      changes: countedChanges(current.entries),
      voidReason: draw.voidReason,
      targets: registry.targets,
      agencies: registry.agencies,
      items: registry.items,
      appointed: appointedNow(inputs, state),
      reveal: reveal.value,
      ledgerHead: head,
      texts,
      hash,
    },
  };
};

const laterRound = ({ round, seed, notice, targets }: OpenedRound, hash: HashText): readonly LaterRound[] => {
  if (!seed.ok || !notice.ok || !targets.ok || seed.value === undefined || notice.value === undefined) return [];
  return [{ round, commitment: noticeDigest(notice.value, hash), seed: seed.value, count: targets.value?.length ?? 0 }];
};
