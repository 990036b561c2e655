/** Everything a draw of one batch will depend on, worked out of the registries before sealing. @zh 批次测算 */
import type { BatchProblem, PlanBatchInput } from './batch-input.js';
import { type Bar, barsWithin } from './bars.js';
import { batchProblems } from './batch-problems.js';
import { batchNotices } from './batch-notices.js';
import { type Frame, frameOf } from './frame.js';
import type { LevelCap } from './level-cap.js';
import { type RosterRow, rosterOf } from './roster.js';
import { compositionOf, rotationOf } from './rules-in-force.js';
import type { Appointment } from '../registry/schemas.js';
import { strataOf, type Stratum } from './strata.js';

export interface BatchPlan extends Frame {
  /** Of the registry, asked for or not. */
  readonly appointments?: readonly Appointment[] | undefined;
  readonly strata: readonly Stratum[];
  readonly roster: readonly RosterRow[];
  /** Exactly where rotation is in force (D5.9). */
  readonly bars?: readonly Bar[] | undefined;
  /** Exactly where the batch levels; the capacities of the roster keep to it. */
  readonly levelling?: readonly LevelCap[] | undefined;
  /** Errors forbid sealing; warnings say which defaults and exclusions of people are in force. */
  readonly problems: readonly BatchProblem[];
}

/** The frame, the quotas and the roster of a batch, with every problem. */
export const planBatch = (input: PlanBatchInput): BatchPlan => {
  const { planned, settings, targets, items, inspectors, agencies, past, appointments } = input;
  const { batch } = planned;
  const { rules, defaults, activeStatuses } = settings;
  const frame = frameOf({ targets, items, batch, defaults, activeStatuses, inspectorsPerVisit: rules.inspectorsPerVisit.value, composition: compositionOf(batch, rules) });
  const strata = strataOf(batch, frame.rows);
  const roster = rosterOf({ inspectors, agencies, visits: frame.visits, period: batch.period, rules, used: past.used, caps: new Map() });
  const bars = rotationOf(batch, rules) === 0 ? undefined : barsWithin({ bars: past.bars, frame: frame.rows, roster });
  const problems = [...batchProblems({ ...input, frame, strata, roster }), ...batchNotices({ ...input, frame, roster })];
  return { ...frame, strata, roster, bars, appointments, problems };
};
