/** `ssj check`: every problem of the workbooks at once, and copies with the bad cells marked. */
import { resolve } from 'node:path';
import type { CommandAction } from '../command-action.js';
import type { Context, Outcome } from '../context.js';
import { changeCounty } from '../county/change-county.js';
import { type County, openCounty, type Outcomes } from '../county/county.js';
import { done, refused } from '../county/outcome.js';
import { fileProblemOf } from '../excel/file-problem-of.js';
import { exitOf } from '../messages/exit-of.js';
import { examine, type Examined } from '../registries/examine.js';
import { problemCopies } from '../registries/problem-copies.js';
import { recognise } from '../registries/recognise.js';
import type { Workbooks } from '../registries/read-tables.js';
import type { NewFile } from '../workspace/change-set.js';

export const check: CommandAction = async (context, { args }) => {
  const county = openCounty(context);
  if (!county.ok) return refused(county.error);
  const [given] = args;
  const instead = await givenWorkbooks(context, Array.isArray(given) ? given : []);
  if (!instead.ok) return refused(instead.error);
  const examined = await examine({ context, ...county.value, instead: instead.value, withPlan: true });
  return reportOf(context, county.value, narrowed(examined, instead.value));
};

/** Files given on the command line take the place of those in the folder. */
const givenWorkbooks = async ({ host }: Context, files: readonly string[]): Promise<Outcomes<Workbooks>> => {
  const workbooks: { -readonly [Name in keyof Workbooks]: Workbooks[Name] } = {};
  for (const file of files) {
    let bytes: Uint8Array;
    try {
      bytes = host.readFile(resolve(host.cwd(), file));
    } catch (error) {
      return { ok: false, error: [fileProblemOf(file, error)] };
    }
    const registry = await recognise({ file, bytes });
    if (!registry.ok) return registry;
    workbooks[registry.value] = { file, bytes };
  }
  return { ok: true, value: workbooks };
};

/** Where files were named, only their problems are asked for. */
const narrowed = (examined: Examined, instead: Workbooks): Examined => {
  const files = new Set(Object.values(instead).map(({ file }) => file));
  if (files.size === 0) return examined;
  const workbooks = Object.fromEntries(Object.entries(examined.workbooks).filter(([, { file }]) => files.has(file)));
  return { ...examined, workbooks, problems: examined.problems.filter(({ where }) => where?.file !== undefined && files.has(where.file)) };
};

const reportOf = async (context: Context, county: County, { imported, batches, problems, workbooks }: Examined): Promise<Outcome> => {
  const counts = {
    agencies: imported.agencies.length, targets: imported.targets.length, inspectors: imported.inspectors.length, items: imported.items.length,
    recusals: imported.recusals.length, batches: batches.length,
  };
  const line = `部门 ${counts.agencies}，检查对象 ${counts.targets}，执法检查人员 ${counts.inspectors}，抽查事项 ${counts.items}，回避 ${counts.recusals}，计划批次 ${counts.batches}`;
  const exit = exitOf(problems);
  if (exit === 0) return done({ lines: [`可以导入：${line}。`], data: { counts }, problems });
  const copies = await problemCopies(workbooks, problems, county.workspace.files);
  const written = await writeCopies(context, copies);
  const files = written.ok ? copies.map(({ path }) => path) : [];
  const lines = [`好的行：${line}。`, ...files.map((path) => `问题已标在 ${resolve(county.workspace.dir, path)}`), ...(files.length === 0 ? [] : ['这是给人看的副本：请在原来的工作簿里改正，再运行 ssj check。'])];
  return { exit, lines, data: { counts, problemWorkbooks: files }, problems: [...problems, ...(written.ok ? [] : written.error.map((problem) => ({ ...problem, severity: 'warning' as const })))] };
};

/** A copy is made anew each time: it is a report, not a record. */
const writeCopies = (context: Context, files: readonly NewFile[]): Promise<Outcomes<unknown>> =>
  files.length === 0 ? Promise.resolve({ ok: true, value: undefined }) : changeCounty({ context, command: 'check', build: async () => ({ ok: true, value: { files, value: undefined } }) });
