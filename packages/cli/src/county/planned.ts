/** The annual plan as it stands in the folder, read against the registries in force. */
import { agencyResolver, type BatchPlan, type ParsedSnapshot, type PlannedBatch, planBatch, readPlan, type Settings } from '@shuangsuiji/core';
import { registryTables } from '../excel/columns.js';
import { readTable } from '../excel/read-table.js';
import { fileProblem } from '../excel/guard.js';
import { FILES } from '../workspace/paths.js';
import type { AnyProblem } from '../messages/any-problem.js';
import type { Workspace } from '../workspace/open-workspace.js';
import type { Context } from '../context.js';
import { failed, type Outcomes } from './county.js';
import { type CountyPast, countyPast } from './past-visits.js';

export interface ReadCountyPlanInput {
  readonly workspace: Workspace;
  readonly settings: Settings;
  readonly registries: ParsedSnapshot;
}

export interface CountyPlan {
  readonly batches: readonly PlannedBatch[];
  /** Of the whole sheet. */
  readonly problems: readonly AnyProblem[];
}

/** All batches that could be read, with the problems of the others. */
export const readCountyPlan = async ({ workspace, settings, registries }: ReadCountyPlanInput): Promise<Outcomes<CountyPlan>> => {
  const bytes = workspace.files.read(FILES.plan);
  if (!bytes.ok) return bytes;
  if (bytes.value === undefined) return failed(fileProblem('file-missing', { file: FILES.plan }));
  const table = await readTable({ file: FILES.plan, bytes: bytes.value, definition: registryTables.plan });
  if (!table.ok) return table;
  const { agencies, items } = registries;
  return { ok: true, value: readPlan({ table: table.value, agencies: agencyResolver({ agencies }), items, year: settings.year }) };
};

export interface FindBatchInput extends ReadCountyPlanInput {
  readonly context: Pick<Context, 'host'>;
  readonly number: string;
}

export interface FoundBatch {
  readonly planned: PlannedBatch;
  readonly plan: BatchPlan;
}

/** One batch worked out. A plan with errors in other rows is no obstacle; in its own row it is. */
export const findBatch = async (input: FindBatchInput): Promise<Outcomes<FoundBatch>> => {
  const county = await readCountyPlan(input);
  if (!county.ok) return county;
  const { batches, problems } = county.value;
  const planned = batches.find(({ batch }) => batch.number === input.number);
  if (planned !== undefined) {
    const plan = workOut({ ...input, planned, past: countyPast({ ...input, before: nextLine(input.workspace) }) });
    return plan.ok ? { ok: true, value: { planned, plan: plan.value } } : plan;
  }
  const known = batches.map(({ batch }) => batch.number);
  const errors = problems.filter(({ severity }) => severity === 'error');
  return failed(...errors, { code: 'batch-unknown', severity: 'error', fields: { batch: input.number, known } });
};

/** Number of the ledger's next line: whatever is there has happened before. */
const nextLine = ({ ledger }: Pick<Workspace, 'ledger'>): number => ledger.head.seq + 1;

interface WorkOutInput extends Pick<ReadCountyPlanInput, 'settings' | 'registries'> {
  readonly planned: PlannedBatch;
  readonly past: CountyPast;
}

/** Frame, quotas and roster of a batch. */
const workOut = ({ planned, settings, registries, past }: WorkOutInput): Outcomes<BatchPlan> => {
  const { agencies, targets, items, inspectors, appointments, teams } = registries;
  const before = past({ batch: planned.batch, rules: settings.rules, registries });
  return before.ok ? { ok: true, value: planBatch({ planned, settings, agencies, targets, items, inspectors, appointments, teams, past: before.value }) } : before;
};

export interface WorkOutAllInput extends ReadCountyPlanInput {
  readonly context: Pick<Context, 'host'>;
  readonly batches: readonly PlannedBatch[];
  /** Told after each. */
  readonly onBatch: (done: number) => void;
}

/** Several batches, in their order, each as if it were the next to be sealed. */
export const workOutAll = ({ batches, onBatch, ...input }: WorkOutAllInput): Outcomes<readonly FoundBatch[]> => {
  const past = countyPast({ ...input, before: nextLine(input.workspace) });
  const found: FoundBatch[] = [];
  for (const [index, planned] of batches.entries()) {
    const plan = workOut({ ...input, planned, past });
    if (!plan.ok) return plan;
    found.push({ planned, plan: plan.value });
    onBatch(index + 1);
  }
  return { ok: true, value: found };
};
