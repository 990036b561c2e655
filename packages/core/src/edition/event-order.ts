/** The order of one draw's events, told by their types alone: rounds follow from the count (record-format R10.4). */
import type { Finding } from '../verify/findings.js';
import type { PublicEvent } from './public-document.js';
import { PUBLIC_FILE } from './public-paths.js';

interface Stage {
  readonly isSealed: boolean;
  readonly isOpen: boolean;
  readonly drawn: number;
  readonly isVoid: boolean;
  readonly isRevealed: boolean;
}

/** Each event where it may stand, numbers ascending. */
export const checkEventOrder = (events: readonly PublicEvent[]): readonly Finding[] => {
  let stage: Stage = { isSealed: false, isOpen: false, drawn: 0, isVoid: false, isRevealed: false };
  return events.flatMap((event, index): readonly Finding[] => {
    const next = nextStage(stage, event);
    const before = events[index - 1];
    const isAscending = before === undefined || before.seq < event.seq;
    if (next !== undefined) stage = next;
    return next !== undefined && isAscending ? [] : [{ code: 'event-order', severity: 'error', where: { file: PUBLIC_FILE }, fields: { type: event.type, row: event.seq } }];
  });
};

const nextStage = (stage: Stage, { type }: PublicEvent): Stage | undefined => {
  const { isSealed, isOpen, drawn, isVoid, isRevealed } = stage;
  const isOver = isVoid || isRevealed;
  if (type === 'sealed') return isSealed ? undefined : { ...stage, isSealed: true, isOpen: true };
  if (!isSealed || type === 'opened' || type === 'imported') return undefined;
  if (type === 'evidence' || type === 'published') return stage;
  if (type === 'revealed') return !isRevealed && (isVoid || (drawn > 0 && !isOpen)) ? { ...stage, isRevealed: true } : undefined;
  if (isOver) return undefined;
  if (type === 'voided') return { ...stage, isVoid: true };
  if (type === 'changed') return stage;
  if (type === 'announced') return isOpen || drawn === 0 ? undefined : { ...stage, isOpen: true };
  if (!isOpen) return undefined;
  return type === 'drawn' ? { ...stage, isOpen: false, drawn: drawn + 1 } : stage;
};
