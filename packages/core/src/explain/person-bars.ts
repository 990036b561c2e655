/** What stands against a person at every visit: out of the draw, or nothing left of the capacity (match-spec M1.5, M8.3). */
import { capacityLeft, type RosterEntry } from '../match/agency-round.js';
import type { NotDrawnReason } from '../plan/roster.js';
import type { RecordStory } from './record-story.js';

export type PersonBar =
  /** Out of the whole draw by the change of this line of the ledger. */
  | { readonly kind: 'withdrawn'; readonly seq: number | undefined }
  /** Goes by appointment only (M10.2). */
  | { readonly kind: 'appointed' }
  | { readonly kind: 'no-capacity'; readonly capacity: number; readonly load: number; readonly reason?: NotDrawnReason | undefined };

export interface PersonInput {
  readonly story: Pick<RecordStory, 'changes' | 'inputs'>;
  readonly person: RosterEntry;
}

/** Why somebody has no capacity in a round; empty for whoever has. */
export const personBars = (input: PersonInput): readonly PersonBar[] => [...personOut(input), ...(capacityLeft(input.person) === 0 ? personFull(input) : [])];

export const personOut = ({ story, person: { id, isWithdrawn } }: PersonInput): readonly PersonBar[] => {
  if (!isWithdrawn) return [];
  return [{ kind: 'withdrawn', seq: story.changes.find(({ change }) => change.kind === 'inspector-withdrawn' && change.inspector === id)?.seq }];
};

/** Of somebody whose capacity is 0 or used up. Whoever is out has no capacity because of it. */
export const personFull = ({ story, person: { id, capacity, load, isWithdrawn, isAppointed = false } }: PersonInput): readonly PersonBar[] => {
  if (isWithdrawn) return [];
  return isAppointed ? [{ kind: 'appointed' }] : [{ kind: 'no-capacity', capacity, load, reason: capacity === 0 ? story.inputs.roster.find((row) => row.id === id)?.reason : undefined }];
};
