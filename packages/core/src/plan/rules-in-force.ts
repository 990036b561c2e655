/** What a batch says itself, or else the office's settings (draw-spec D5.9, D5.10, D5.11). */
import type { Batch } from './batch.js';
import type { CompositionRule } from './composition.js';
import type { Rules } from './settings.js';

/** Who goes together at every visit, before the items have their say; ascending by group. */
export const compositionOf = ({ composition }: Pick<Batch, 'composition'>, { leadersPerVisit, traineesPerVisit }: Rules): readonly CompositionRule[] =>
  composition ?? [
    ...(leadersPerVisit === undefined ? [] : [{ group: 'leader', atLeast: leadersPerVisit.value } as const]),
    ...(traineesPerVisit === undefined ? [] : [{ group: 'trainee', atMost: traineesPerVisit.value } as const]),
  ];

/** How many of the last visits to a target keep their people away from it; 0: none. @zh 轮换 */
export const rotationOf = ({ rotation }: Pick<Batch, 'rotation'>, rules: Rules): number => rotation ?? rules.rotation?.value ?? 0;

/** True where nobody inspects where they work or live. */
export const closesOwnAreas = ({ ownArea }: Rules): boolean => ownArea?.value === 1;

/** True where loads are levelled, which those of teams never are (D5.10). @zh 均衡 */
export const isLevelled = ({ levelling, grouping }: Pick<Batch, 'levelling' | 'grouping'>, rules: Rules): boolean => grouping === undefined && (levelling ?? rules.levelling?.value === 1);
