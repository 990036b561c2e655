/** One target in the rounds in which it could be drawn: its chance, its ticket, the cut-off (draw-spec D4, D7, D8). */
import type { Digest, TargetId } from '../base/brand.js';
import { drawKey } from '../draw/key.js';
import { ticket } from '../draw/ticket.js';
import type { DrawnTargetRow } from '../record/round-schemas.js';
import type { DrawnStory, RecordStory, RoundStory } from './record-story.js';
import { type Share, shareOf } from './share.js';

/** The ticket as far as it can be known. @zh 抽取序号 */
export type TicketFact =
  /** Worked out from the whole seed. */
  | { readonly kind: 'computed'; readonly ticket: Digest }
  /** It stands in the record, and nobody can recompute it before the secret is revealed. */
  | { readonly kind: 'recorded'; readonly ticket: Digest; readonly revealBy: string }
  /** Nobody can know it before the secret is revealed. */
  | { readonly kind: 'secret'; readonly revealBy: string };

export type TargetRoundOutcome =
  | { readonly kind: 'waiting' }
  /** `place` in its stratum, from 1. */
  | { readonly kind: 'drawn'; readonly place: number; readonly ticket: TicketFact; readonly cutOff: Digest }
  | { readonly kind: 'not-drawn'; readonly ticket: TicketFact; readonly cutOff?: Digest | undefined };

export type TargetRound = {
  readonly round: number;
  readonly stratum: string;
  /** Quota of the pool: what every target of the stratum had. */
  readonly chance: Share;
  /** `cutOff` is the last drawn ticket of the stratum; absent where none was drawn. */
  readonly outcome: TargetRoundOutcome;
};

/** The rounds whose pool held the target, the one that waits for its seed included. */
export const targetRounds = (story: RecordStory, id: TargetId): readonly TargetRound[] =>
  story.rounds.flatMap((round) => {
    const stratum = round.drawn?.targets.find((row) => row.id === id)?.stratum ?? round.start.pool.find((entry) => entry.id === id)?.stratum;
    if (stratum === undefined) return [];
    const pool = round.start.pool.filter((entry) => entry.stratum === stratum).length;
    const chance = shareOf(round.start.quotas.get(stratum) ?? 0, pool);
    return [{ round: round.start.round, stratum, chance, outcome: outcomeOf({ story, round, id, stratum }) }];
  });

interface OutcomeInput {
  readonly story: RecordStory;
  readonly round: RoundStory;
  readonly id: TargetId;
  readonly stratum: string;
}

const outcomeOf = ({ story, round: { start, drawn }, id, stratum }: OutcomeInput): TargetRoundOutcome => {
  if (drawn === undefined) return { kind: 'waiting' };
  const rows = drawn.targets.filter((row) => row.stratum === stratum);
  const at = rows.findIndex((row) => row.id === id);
  const fact = ticketFact({ story, drawn, round: start.round, id, row: rows[at] });
  const cutOff = rows.at(-1)?.ticket;
  return at < 0 || cutOff === undefined ? { kind: 'not-drawn', ticket: fact, cutOff } : { kind: 'drawn', place: at + 1, ticket: fact, cutOff };
};

interface TicketInput {
  readonly story: RecordStory;
  readonly drawn: DrawnStory;
  readonly round: number;
  readonly id: TargetId;
  readonly row: DrawnTargetRow | undefined;
}

const ticketFact = ({ story: { inputs: { sealed: { scheme, drawId } }, secret, hash }, drawn: { seed }, round, id, row }: TicketInput): TicketFact => {
  if (seed !== undefined) return { kind: 'computed', ticket: ticket({ scheme, key: drawKey({ scheme, drawId, stage: 'targets', round, seed, hash }), id, balls: 1, hash }) };
  const revealBy = secret.kind === 'unknown' ? secret.revealBy : '';
  return row === undefined ? { kind: 'secret', revealBy } : { kind: 'recorded', ticket: row.ticket, revealBy };
};
