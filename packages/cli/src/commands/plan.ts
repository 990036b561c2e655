/** `ssj plan`: what a batch comes to, before anything is sealed. */
import { type AgencyCode, agencyOf, type Batch, type BatchPlan, compositionOf, type Exclusion, isLevelled, type ParsedSnapshot, rotationOf, type Rules } from '@shuangsuiji/core';
import type { CommandAction } from '../command-action.js';
import type { Context, Outcome } from '../context.js';
import { type County, openCounty, registriesOf } from '../county/county.js';
import { done, refused } from '../county/outcome.js';
import { findBatch, type FoundBatch, readCountyPlan, workOutAll } from '../county/planned.js';
import { compositionWords } from '../messages/composition-words.js';
import { exitOf } from '../messages/exit-of.js';
import { exclusionReasons, stratumName } from '../messages/names.js';
import { tableLines } from '../present/table.js';

export const plan: CommandAction = async (context, { args }) => {
  const county = openCounty(context);
  if (!county.ok) return refused(county.error);
  const registries = registriesOf(context, county.value.workspace);
  if (!registries.ok) return refused(registries.error);
  const [number] = args;
  return typeof number === 'string' ? oneBatch(context, county.value, registries.value, number) : wholeYear(context, county.value, registries.value);
};

const oneBatch = async (context: Context, { workspace, settings }: County, registries: ParsedSnapshot, number: string): Promise<Outcome> => {
  context.progress.step(`测算批次 ${number}`);
  const found = await findBatch({ context, workspace, settings, registries, number });
  if (!found.ok) return refused(found.error);
  const { plan: worked } = found.value;
  const data = dataOf(found.value);
  const exit = exitOf(worked.problems);
  return { exit, lines: await batchLines({ found: found.value, registries, rules: settings.rules, columns: context.host.columns() }), data, problems: worked.problems };
};

/** What holds beside ratio and people, where anything does. */
const ruleLines = (batch: Batch, rules: Rules): readonly string[] => {
  const composition = compositionOf(batch, rules);
  const rotation = rotationOf(batch, rules);
  return [
    ...(composition.length === 0 ? [] : [`人员组成 ${compositionWords(composition)}`]),
    ...(rotation === 0 ? [] : [`轮换 最近 ${String(rotation)} 次检查过的人不再去`]),
    ...(isLevelled(batch, rules) ? ['均衡 封存时按模拟抽取定出每人的上限'] : []),
  ];
};

interface BatchLinesInput {
  readonly found: FoundBatch;
  readonly registries: ParsedSnapshot;
  readonly rules: Rules;
  readonly columns: number;
}

const batchLines = async ({ found: { planned: { batch }, plan: worked }, registries: { agencies }, rules, columns }: BatchLinesInput): Promise<readonly string[]> => {
  const nameOf = new Map(agencies.map(({ code, name }) => [code, name]));
  const strata = await tableLines({ head: ['分层', '抽查库', '抽取'], rows: worked.strata.map(({ name, pool, quota }) => [stratumName(name).trim() || '全部', pool, quota]), columns });
  const loads = agencyLoads(worked).map(({ agency, visits, places, people, capacity }) => [nameOf.get(agency) ?? agency, visits, places, people, capacity]);
  const staff = await tableLines({ head: ['部门', '最多检查户数', '需要人次', '可派人数', '可承担人次'], rows: loads, columns });
  const reasons = countReasons(worked.exclusions).map(([reason, count]) => `${exclusionReasons[reason]} ${count}`);
  return [
    `${batch.number} ${batch.name}（${batch.period.from} 至 ${batch.period.to}）`,
    '',
    ...strata,
    ...ruleLines(batch, rules),
    `不入库 ${worked.exclusions.length} 户${reasons.length === 0 ? '' : `（一户可有几个原因）：${reasons.join('，')}`}`,
    '',
    ...staff,
  ];
};

export interface AgencyLoad {
  readonly agency: AgencyCode;
  /** At most so many visits, if every drawn target were one of the agency's. */
  readonly visits: number;
  readonly places: number;
  readonly people: number;
  readonly capacity: number;
}

/** Need against supply of each agency, ascending by code. */
const agencyLoads = ({ strata, visits, rows, roster }: BatchPlan): readonly AgencyLoad[] => {
  const quota = strata.reduce((sum, stratum) => sum + stratum.quota, 0);
  const agencies = [...new Set(visits.flatMap(({ needs }) => needs.map(({ agency }) => agency)))].sort();
  return agencies.map((agency) => {
    const own = visits.flatMap(({ id, needs }) => needs.filter((need) => need.agency === agency).map(({ people }) => ({ id, people })));
    const ids = new Set(own.map(({ id }) => id));
    const most = Math.min(quota, rows.filter(({ visit }) => ids.has(visit)).length);
    const able = roster.filter(({ id, capacity }) => capacity > 0 && agencyOf(id) === agency);
    return { agency, visits: most, places: most * Math.max(...own.map(({ people }) => people)), people: able.length, capacity: able.reduce((sum, { capacity }) => sum + capacity, 0) };
  });
};

const countReasons = (exclusions: readonly Exclusion[]): readonly (readonly [Exclusion['reasons'][number], number])[] => {
  const counts = new Map<Exclusion['reasons'][number], number>();
  for (const reason of exclusions.flatMap(({ reasons }) => reasons)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts];
};

const dataOf = ({ planned: { batch }, plan: worked }: FoundBatch) => ({
  batch,
  strata: worked.strata,
  pool: worked.rows.length,
  excluded: Object.fromEntries(countReasons(worked.exclusions)),
  agencies: agencyLoads(worked).map((load) => ({ ...load })),
});

const wholeYear = async (context: Context, { workspace, settings }: County, registries: ParsedSnapshot): Promise<Outcome> => {
  context.progress.step('测算全年计划');
  const read = await readCountyPlan({ workspace, settings, registries });
  if (!read.ok) return refused(read.error);
  const planned = read.value.batches;
  const all = workOutAll({ context, workspace, settings, registries, batches: planned, onBatch: (finished) => context.progress.tick(finished, planned.length) });
  if (!all.ok) return refused(all.error);
  const batches = all.value;
  const problems = [...read.value.problems, ...batches.flatMap((one) => one.plan.problems.filter(({ severity }) => severity === 'error'))];
  const rows = batches.map(({ planned: { batch }, plan: { rows: frame, strata } }) => [
    batch.number, batch.name, frame.length, strata.reduce((sum, { quota }) => sum + quota, 0), 1 + batch.cooperating.length,
  ]);
  const lines = await tableLines({ head: ['批次', '任务名称', '抽查库', '抽取', '部门数'], rows, columns: context.host.columns() });
  const outcome = done({ lines, data: { batches: batches.map(dataOf) }, problems });
  return { ...outcome, exit: exitOf(problems) };
};
