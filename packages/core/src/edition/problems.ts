/** Why there is no public edition or no proof yet, or never. */
import type { ProblemOf } from '../base/problem.js';
import type { RecordProblem } from '../record/problems.js';

export interface EditionProblemFields {
  /** It names the drawn targets, who may not know before the visits. */
  readonly 'edition-before-reveal': { readonly drawId: string; readonly revealBy: string };
  readonly 'not-drawn-yet': { readonly drawId: string };
  /** In the registry, not in the pool: `reasons` as in the exclusions (draw-spec D5.1). */
  readonly 'proof-target-excluded': { readonly id: string; readonly reasons: readonly string[] };
  readonly 'proof-target-unknown': { readonly raw: string };
}
export type EditionProblem = ProblemOf<EditionProblemFields> | RecordProblem;
