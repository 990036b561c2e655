/** Reads and checks everything a county keeps in workbooks, without changing anything. */
import { agencyResolver, dayOf, type ImportedRegistries, type Moment, type PlannedBatch, readPlan, type Settings } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import type { RegistryName } from '../excel/columns.js';
import { fileProblem } from '../excel/guard.js';
import type { AnyProblem } from '../messages/any-problem.js';
import type { Workspace } from '../workspace/open-workspace.js';
import { importTables } from './import-tables.js';
import { readTables, type Workbook, type Workbooks } from './read-tables.js';
import { REGISTRY_FILES } from './tables.js';

export interface ExamineInput {
  readonly context: Context;
  readonly workspace: Workspace;
  readonly settings: Settings;
  readonly now: Moment;
  /** Workbooks to look at instead of those in the folder. */
  readonly instead: Workbooks;
  readonly withPlan: boolean;
}

export interface Examined {
  readonly workbooks: Workbooks;
  readonly imported: ImportedRegistries;
  readonly batches: readonly PlannedBatch[];
  /** All of them: of files, sheets, rows and the plan. */
  readonly problems: readonly AnyProblem[];
}

/** The register of recusals may be missing: nobody has declared anything yet; so may appointments and fixed teams. */
const OPTIONAL: readonly RegistryName[] = ['recusal', 'appointment', 'team'];

export const examine = async ({ context, workspace, settings, now, instead, withPlan }: ExamineInput): Promise<Examined> => {
  const { host, progress } = context;
  const names: readonly RegistryName[] = ['agency', 'target', 'inspector', 'item', 'recusal', 'appointment', 'team', ...(withPlan ? (['plan'] as const) : [])];
  const problems: AnyProblem[] = [];
  const found = names.flatMap((name): readonly (readonly [RegistryName, Workbook])[] => {
    const given = instead[name];
    if (given !== undefined) return [[name, given]];
    const file = REGISTRY_FILES[name];
    const bytes = workspace.files.read(file);
    if (!bytes.ok) problems.push(...bytes.error);
    else if (bytes.value !== undefined) return [[name, { file, bytes: bytes.value }]];
    else if (!OPTIONAL.includes(name)) problems.push(fileProblem('file-missing', { file }));
    return [];
  });
  const workbooks: Workbooks = Object.fromEntries(found);
  const read = await readTables(workbooks, (file) => progress.step(`读取 ${file}`));
  progress.step('核对名录');
  const imported = importTables({ tables: read.tables, today: dayOf(now.at), hash: host.hash });
  problems.push(...read.problems, ...imported.problems);
  if (read.tables.plan === undefined) return { workbooks, imported, batches: [], problems };
  const plan = readPlan({ table: read.tables.plan, agencies: agencyResolver({ agencies: imported.agencies }), items: imported.items, year: settings.year });
  // Problems that only say that another table is not there; without agencies no item can be had either.
  const absent: readonly string[] = [
    ...(read.tables.agencies === undefined ? ['batch-agency-unknown'] : []),
    ...(read.tables.agencies === undefined || read.tables.items === undefined ? ['batch-item-unknown'] : []),
  ];
  return { workbooks, imported, batches: plan.batches, problems: [...problems, ...plan.problems.filter(({ code }) => !absent.includes(code))] };
};
