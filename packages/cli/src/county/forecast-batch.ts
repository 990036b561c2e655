/** The forecast of a planned batch, with what to say where it is too bad. */
import { type AgencyOutlook, appointedOf, areasOf, type BatchPlan, capsOf, closesOwnAreas, type DrawId, type Forecast, forecast, forecastBasisPoints, type ForecastExample, forecastExample, type ForecastInput, isLevelled, levelCaps, levelled, outlook, type ParsedSnapshot, type Settings, shortAgenciesOf, type ShortAgency, teamMode } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import type { FoundBatch } from './planned.js';

export const FORECAST_DRAWS = 300;

export interface ForecastBatchInput {
  readonly context: Context;
  readonly drawId: DrawId;
  readonly found: FoundBatch;
  readonly registries: ParsedSnapshot;
  readonly settings: Settings;
  readonly draws: number;
}

export interface BatchForecast {
  /** With the caps of the levelling, where the batch levels: what is forecast and sealed. */
  readonly plan: BatchPlan;
  readonly forecast: Forecast;
  readonly basisPoints: number;
  /** The first simulated draw that failed. */
  readonly example: ForecastExample | undefined;
}

/** The explanation of the example as a record would hold it; nothing where no simulated draw failed. */
export const exampleAgencies = ({ example }: Pick<BatchForecast, 'example'>): readonly ShortAgency[] => (example === undefined ? [] : shortAgenciesOf(example));

export const forecastBatch = (batch: ForecastBatchInput): BatchForecast => {
  const plan = levelledPlan(batch);
  batch.context.progress.step('预测匹配');
  const input = inputOf(batch, plan);
  const result = forecast(input);
  return { plan, forecast: result, basisPoints: forecastBasisPoints(result), example: result.infeasible > 0 ? forecastExample(input) : undefined };
};

const levelledPlan = ({ context: { host, progress }, drawId, found: { planned, plan }, registries, settings }: Omit<ForecastBatchInput, 'draws'>): BatchPlan => {
  if (!isLevelled(planned.batch, settings.rules)) return plan;
  progress.step('均衡任务');
  const { rows: frame, visits, roster, strata } = plan;
  const levelling = levelCaps({
    drawId, frame, visits, roster, strata, recusals: registries.recusals, appointed: appointedOf(registries.appointments ?? [], registries.inspectors), areas: areasOf(registries.targets), bars: plan.bars ?? [], closesOwnAreas: closesOwnAreas(settings.rules), hash: host.hash,
  });
  return { ...plan, levelling, roster: levelled(roster, capsOf(levelling)) };
};

/** How much every agency can carry, and who is short. */
export const batchOutlook = (batch: ForecastBatchInput): readonly AgencyOutlook[] => {
  const { progress } = batch.context;
  const plan = levelledPlan(batch);
  progress.step('测算各部门承载力');
  return outlook({ ...inputOf(batch, plan), onOrder: (finished, all) => progress.tick(finished, all) });
};

const inputOf = ({ context: { host, progress }, drawId, found: { planned: { batch } }, registries, settings: { rules }, draws }: ForecastBatchInput, plan: BatchPlan): ForecastInput => ({
  drawId,
  frame: plan.rows,
  visits: plan.visits,
  roster: plan.roster,
  recusals: registries.recusals,
  appointed: appointedOf(registries.appointments ?? [], registries.inspectors),
  areas: areasOf(registries.targets),
  bars: plan.bars ?? [],
  closesOwnAreas: closesOwnAreas(rules),
  strata: plan.strata,
  teams: teamMode({ batch, rules, teams: registries.teams ?? [] }),
  draws,
  hash: host.hash,
  onDraw: (finished) => progress.tick(finished, draws),
});
