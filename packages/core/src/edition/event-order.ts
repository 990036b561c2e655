/** The order of one draw's events, told by their types alone: rounds follow from the count (record-format R10.4). */
import { type DrawStage, NOT_SEALED, stageAfter } from '../record/draw-stage.js';
import type { Finding } from '../verify/findings.js';
import type { PublicEvent } from './public-document.js';
import { PUBLIC_FILE } from './public-paths.js';

/** Each event where it may stand, numbers ascending. */
export const checkEventOrder = (events: readonly PublicEvent[]): readonly Finding[] => {
  let stage = NOT_SEALED;
  return events.flatMap((event, index): readonly Finding[] => {
    const next = stageOf(stage, event);
    const before = events[index - 1];
    const isAscending = before === undefined || before.seq < event.seq;
    if (next !== undefined) stage = next;
    return next !== undefined && isAscending ? [] : [{ code: 'event-order', severity: 'error', where: { file: PUBLIC_FILE }, fields: { type: event.type, row: event.seq } }];
  });
};

/** An edition has nothing of the county's own events; whatever round an event is about, it is the one after those drawn. */
const stageOf = (stage: DrawStage, { type }: PublicEvent): DrawStage | undefined => {
  const next = type === 'opened' || type === 'imported' ? undefined : stageAfter(stage, { type, round: stage.drawn });
  return typeof next === 'object' ? next : undefined;
};
