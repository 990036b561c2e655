/** Everything a draw of one batch will depend on, worked out of the registries before sealing. @zh 批次测算 */
import type { BatchProblem, PlanBatchInput } from './batch-input.js';
import { batchProblems } from './batch-problems.js';
import { batchNotices } from './batch-notices.js';
import { type Frame, frameOf } from './frame.js';
import { type RosterRow, rosterOf } from './roster.js';
import { strataOf, type Stratum } from './strata.js';

export interface BatchPlan extends Frame {
  readonly strata: readonly Stratum[];
  readonly roster: readonly RosterRow[];
  /** Errors forbid sealing; warnings say which defaults and exclusions of people are in force. */
  readonly problems: readonly BatchProblem[];
}

/** The frame, the quotas and the roster of a batch, with every problem. */
export const planBatch = (input: PlanBatchInput): BatchPlan => {
  const { planned, settings, targets, items, inspectors } = input;
  const { batch } = planned;
  const { rules, defaults, activeStatuses } = settings;
  const frame = frameOf({ targets, items, batch, defaults, activeStatuses, inspectorsPerVisit: rules.inspectorsPerVisit.value });
  const strata = strataOf(batch, frame.rows);
  const roster = rosterOf({ inspectors, visits: frame.visits, lastDay: batch.period.to, defaultCapacity: rules.capacityPerBatch.value });
  const problems = [...batchProblems({ ...input, frame, strata, roster }), ...batchNotices({ ...input, frame, roster })];
  return { ...frame, strata, roster, problems };
};
