/** The visits of which something is to be handed out after a round. @zh 新派发 */
import type { TargetId } from '../base/brand.js';
import { type AppointedAtVisit, withAppointed } from './appointed-now.js';
import { type DrawState, type PastRound, presentAssignments } from './draw-state.js';
import type { SealedInputs } from './sealed-inputs.js';

export interface NewVisitsInput {
  /** The last one is the round in question. */
  readonly rounds: readonly PastRound[];
  /** With the changes that acted in them. */
  readonly state: DrawState;
  readonly appointed: readonly AppointedAtVisit[];
  readonly inputs: Pick<SealedInputs, 'sealed' | 'frame'>;
}

/**
 * Visits that got somebody new: drawn in the last round, or, where nobody was handed out anything before, appointed.
 * None where nobody was assigned though places are open, since then nobody goes (record-format R8.4).
 */
export const newVisits = ({ rounds, state, appointed, inputs }: NewVisitsInput): ReadonlySet<TargetId> => {
  const last = rounds.at(-1);
  const assigned = last?.assignments.map(({ target }) => target) ?? [];
  if (assigned.length === 0 && !isComplete(state, appointed, inputs)) return new Set();
  // Whatever was drawn since the last round in which somebody was assigned has not been handed out.
  const before = rounds.slice(0, -1).findLastIndex(({ assignments }) => assignments.length > 0);
  const fresh = new Set(rounds.slice(before + 1).flatMap(({ targets }) => targets.map(({ id }) => id)));
  return new Set([...assigned, ...appointed.flatMap(({ target, goes }) => (goes && fresh.has(target) ? [target] : []))]);
};

/** True where no place is open. */
const isComplete = (state: DrawState, appointed: readonly AppointedAtVisit[], { sealed: { visits }, frame }: NewVisitsInput['inputs']): boolean => {
  const present = new Map(withAppointed(presentAssignments(state), appointed).map(({ agency, target, inspectors }) => [`${agency} ${target}`, inspectors.length]));
  const needs = new Map(visits.map((visit) => [visit.id, visit.needs]));
  const live = new Set(state.live);
  return frame.every(({ id, visit }) => !live.has(id) || (needs.get(visit) ?? []).every(({ agency, people }) => (present.get(`${agency} ${id}`) ?? 0) >= people));
};
