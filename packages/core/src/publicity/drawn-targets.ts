/** The drawn targets as all lists of a draw have them: in one order, under one number. */
import type { TargetId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import { type FrameRow, frameIndex } from '../plan/frame.js';
import type { AgencyNeed, Visit } from '../plan/visit.js';
import type { Target } from '../registry/schemas.js';

export interface DrawnTargetsInput {
  readonly drawn: readonly { readonly id: TargetId }[];
  readonly frame: readonly FrameRow[];
  readonly visits: readonly Visit[];
  readonly targets: readonly Target[];
}

/** A target that is visited. */
export interface VisitedTarget {
  /** 序号, from 1 in ascending order of ids: the same on every list of the draw. */
  readonly position: number;
  readonly target: Target;
  /** Ascending by agency. */
  readonly needs: readonly AgencyNeed[];
}

/**
 * @returns the drawn targets ascending by id
 * @throws RangeError for a drawn target that the frame or the registry lacks
 */
export const drawnTargets = ({ drawn, frame, visits, targets }: DrawnTargetsInput): readonly VisitedTarget[] => {
  const rows = frameIndex(frame);
  const needs = new Map(visits.map((visit) => [visit.id, visit.needs]));
  const wanted = new Set(drawn.map(({ id }) => id));
  const known = new Map(targets.filter(({ id }) => wanted.has(id)).map((target) => [target.id, target]));
  return sortedBy(wanted, (id) => id).map((id, index) => {
    const target = known.get(id);
    const needsHere = needs.get(rows.get(id)?.visit ?? '');
    if (target === undefined || needsHere === undefined) throw new RangeError(`drawnTargets: drawn target ${id} is not in the ${target === undefined ? 'registry' : 'frame'}`);
    return { position: index + 1, target, needs: needsHere };
  });
};
