/** What a batch is worked out from. */
import type { ProblemOf } from '../base/problem.js';
import type { Agency, Appointment, FixedTeam, InspectionItem, Inspector, Target } from '../registry/schemas.js';
import type { PastVisits } from './past-visits.js';
import type { PlannedBatch } from './planned-batch.js';
import type { BatchProblemFields } from './problems.js';
import type { Settings } from './settings.js';

export type BatchProblem = ProblemOf<BatchProblemFields>;

export interface PlanBatchInput {
  readonly planned: PlannedBatch;
  readonly settings: Pick<Settings, 'rules' | 'defaults' | 'activeStatuses'>;
  readonly targets: readonly Target[];
  readonly items: readonly InspectionItem[];
  readonly inspectors: readonly Inspector[];
  readonly agencies: readonly Agency[];
  /** Of the county's ledger; {@link NO_PAST} where it has no draw yet. */
  readonly past: PastVisits;
  /** Of the registry. */
  readonly appointments?: readonly Appointment[] | undefined;
  /** Fixed teams of the registry. */
  readonly teams?: readonly FixedTeam[] | undefined;
}
