/** Pairs that rotation keeps apart, `bars.jsonl` (draw-spec D5.9). @zh 轮换 */
import type { DrawId, InspectorId, TargetId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import type { FrameRow } from './frame.js';
import type { RosterRow } from './roster.js';

/** Who was at a target lately, by the latest such draw. A row of a document, hence a type. */
export type Bar = {
  readonly target: TargetId;
  readonly inspector: InspectorId;
  readonly drawId: DrawId;
};

/** The key rows are sorted by. */
export const barKey = ({ target, inspector }: Pick<Bar, 'target' | 'inspector'>): string => `${target} ${inspector}`;

export interface BarsInput {
  /** Of the county, the latest draw for each pair. */
  readonly bars: readonly Bar[];
  readonly frame: readonly FrameRow[];
  readonly roster: readonly RosterRow[];
}

/** Those of a batch: targets of its frame and people of its roster, ascending. */
export const barsWithin = ({ bars, frame, roster }: BarsInput): readonly Bar[] => {
  const targets = new Set(frame.map(({ id }) => id));
  const people = new Set(roster.map(({ id }) => id));
  return sortedBy(bars.filter(({ target, inspector }) => targets.has(target) && people.has(inspector)), barKey);
};
