/** A row of the annual plan that could be read. @zh 计划批次 */
import type { ProblemOf } from '../base/problem.js';
import type { Batch } from './batch.js';
import type { PlanRowProblemFields } from './problems.js';

export type PlanRowProblem = ProblemOf<PlanRowProblemFields>;

/** A batch as planned, with the counts its ratio cells state in brackets, by stratum. */
export interface PlannedBatch {
  readonly batch: Batch;
  readonly stated: ReadonlyMap<string, number>;
}
