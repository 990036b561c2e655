/** The annual plan's table into batches. @zh 年度抽查计划 */
import { sortedBy } from '../base/text.js';
import type { AgencyResolver } from '../registry/agency-resolver.js';
import type { RawTable } from '../registry/cell.js';
import type { PlanColumn } from '../registry/columns.js';
import type { InspectionItem } from '../registry/schemas.js';
import { whereIn } from '../registry/where-in.js';
import { readBatchRow } from './batch-row.js';
import { itemResolver } from './item-resolver.js';
import type { PlannedBatch, PlanRowProblem } from './planned-batch.js';

export interface ReadPlanInput {
  readonly table: RawTable<PlanColumn>;
  readonly agencies: AgencyResolver;
  readonly items: readonly InspectionItem[];
  /** For cells of 起止时间 that name no year. */
  readonly year: number;
}

export interface ReadPlan {
  /** In the order of the sheet. */
  readonly batches: readonly PlannedBatch[];
  readonly problems: readonly PlanRowProblem[];
}

/** Reads every row; a row with an error gives no batch and is named in at least one problem. */
export const readPlan = ({ table, agencies, items, year }: ReadPlanInput): ReadPlan => {
  const resolve = itemResolver(items);
  const rows = sortedBy(table.rows, ({ row }) => String(row).padStart(9, '0')).map((raw) => readBatchRow({ table, raw, agencies, resolve, year }));
  const problems: PlanRowProblem[] = rows.flatMap((row) => row.problems);
  if (rows.length === 0) problems.push({ code: 'plan-empty', severity: 'error', where: whereIn({ table }), fields: {} });
  const first = new Map<string, number>();
  const batches: PlannedBatch[] = [];
  for (const { row, planned } of rows) {
    if (planned === undefined) continue;
    const { number } = planned.batch;
    const otherRow = first.get(number);
    if (otherRow === undefined) batches.push(planned);
    else problems.push({ code: 'batch-twice', severity: 'error', where: whereIn({ table, row, column: 'number' }), fields: { batch: number, otherRow } });
    first.set(number, otherRow ?? row);
  }
  return { batches, problems };
};
