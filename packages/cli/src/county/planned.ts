/** The annual plan as it stands in the folder, read against the registries in force. */
import { agencyResolver, type BatchPlan, type ParsedSnapshot, type PlannedBatch, planBatch, readPlan, type Settings } from '@shuangsuiji/core';
import { registryTables } from '../excel/columns.js';
import { readTable } from '../excel/read-table.js';
import { fileProblem } from '../excel/guard.js';
import { FILES } from '../workspace/paths.js';
import type { AnyProblem } from '../messages/any-problem.js';
import type { Workspace } from '../workspace/open-workspace.js';
import { failed, type Outcomes } from './county.js';

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
  if (planned !== undefined) return { ok: true, value: { planned, plan: workOut(planned, input) } };
  const known = batches.map(({ batch }) => batch.number);
  const errors = problems.filter(({ severity }) => severity === 'error');
  return failed(...errors, { code: 'batch-unknown', severity: 'error', fields: { batch: input.number, known } });
};

/** Frame, quotas and roster of a batch. */
export const workOut = (planned: PlannedBatch, { settings, registries }: Pick<ReadCountyPlanInput, 'settings' | 'registries'>): BatchPlan => {
  const { targets, items, inspectors, teams } = registries;
  return planBatch({ planned, settings, targets, items, inspectors, teams });
};
