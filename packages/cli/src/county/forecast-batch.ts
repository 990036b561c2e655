/** The forecast of a planned batch, with what to say where it is too bad. */
import { type AgencyOutlook, type DrawId, type Forecast, forecast, forecastBasisPoints, type ForecastExample, forecastExample, type ForecastInput, outlook, type ParsedSnapshot, shortAgenciesOf, type ShortAgency } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import type { FoundBatch } from './planned.js';

export const FORECAST_DRAWS = 300;

export interface ForecastBatchInput {
  readonly context: Context;
  readonly drawId: DrawId;
  readonly found: FoundBatch;
  readonly registries: ParsedSnapshot;
  readonly draws: number;
}

export interface BatchForecast {
  readonly forecast: Forecast;
  readonly basisPoints: number;
  /** The first simulated draw that failed. */
  readonly example: ForecastExample | undefined;
}

/** The explanation of the example as a record would hold it; nothing where no simulated draw failed. */
export const exampleAgencies = ({ example }: Pick<BatchForecast, 'example'>): readonly ShortAgency[] => (example === undefined ? [] : shortAgenciesOf(example));

export const forecastBatch = (batch: ForecastBatchInput): BatchForecast => {
  batch.context.progress.step('预测匹配');
  const input = inputOf(batch);
  const result = forecast(input);
  return { forecast: result, basisPoints: forecastBasisPoints(result), example: result.infeasible > 0 ? forecastExample(input) : undefined };
};

/** How much every agency can carry, and who is short. */
export const batchOutlook = (batch: ForecastBatchInput): readonly AgencyOutlook[] => {
  const { progress } = batch.context;
  progress.step('测算各部门承载力');
  return outlook({ ...inputOf(batch), onOrder: (finished, all) => progress.tick(finished, all) });
};

const inputOf = ({ context: { host, progress }, drawId, found: { plan }, registries, draws }: ForecastBatchInput): ForecastInput => ({
  drawId,
  frame: plan.rows,
  visits: plan.visits,
  roster: plan.roster,
  recusals: registries.recusals,
  strata: plan.strata,
  draws,
  hash: host.hash,
  onDraw: (finished) => progress.tick(finished, draws),
});
