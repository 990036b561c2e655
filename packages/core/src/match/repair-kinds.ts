/** What can be changed about a match that cannot be done (match-spec M7.4, M7.5). */
import type { InspectorId, TargetId } from '../base/brand.js';
import type { PeopleGroup } from '../plan/composition.js';

/** From the cheapest to the dearest (M7.5): what asks nothing of a rule or of the law comes first, a target that waits last. */
export const REPAIR_KINDS = ['capacity', 'borrow', 'release', 'lower', 'postpone'] as const;
export type RepairKind = (typeof REPAIR_KINDS)[number];

/** What is changed. @zh 补救措施 */
export type Change =
  /** The person takes one visit more. */
  | { readonly kind: 'capacity'; readonly inspector: InspectorId }
  /** A candidate joins; `undefined` is somebody who could go to every visit and, where a group is named, belongs to it. @zh 借调 */
  | { readonly kind: 'borrow'; readonly inspector: InspectorId | undefined; readonly group?: PeopleGroup | undefined }
  /** A recusal is lifted: a person's decision, never the program's. */
  | { readonly kind: 'release'; readonly target: TargetId; readonly inspector: InspectorId }
  /** One person fewer goes to the target. */
  | { readonly kind: 'lower'; readonly target: TargetId }
  /** The target waits. */
  | { readonly kind: 'postpone'; readonly target: TargetId };

export type Repair = Change & {
  /** Places it fills, 1 or more. */
  readonly lowersBy: number;
  /** True where the match is feasible with this change alone. */
  readonly isEnough: boolean;
};
