/** The forecast of a planned batch, with what to say where it is too bad. */
import { type DrawId, type Forecast, forecast, forecastBasisPoints, forecastExample, type ForecastInput, type Infeasibility, type ParsedSnapshot, type Settings, teamMode } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import type { FoundBatch } from './planned.js';

export const FORECAST_DRAWS = 300;

export interface ForecastBatchInput {
  readonly context: Context;
  readonly drawId: DrawId;
  readonly found: FoundBatch;
  readonly settings: Pick<Settings, 'rules'>;
  readonly registries: ParsedSnapshot;
  readonly draws: number;
}

export interface BatchForecast {
  readonly forecast: Forecast;
  readonly basisPoints: number;
  /** Why the first failing simulated draw failed; empty where none did. */
  readonly example: readonly Infeasibility[];
}

export const forecastBatch = ({ context: { host, progress }, drawId, found: { plan, planned: { batch } }, settings: { rules }, registries, draws }: ForecastBatchInput): BatchForecast => {
  progress.step('预测匹配');
  const input: ForecastInput = {
    drawId,
    frame: plan.rows,
    visits: plan.visits,
    roster: plan.roster,
    recusals: registries.recusals,
    strata: plan.strata,
    teams: teamMode({ batch, rules, teams: registries.teams ?? [] }),
    draws,
    hash: host.hash,
    onDraw: (finished) => progress.tick(finished, draws),
  };
  const result = forecast(input);
  return { forecast: result, basisPoints: forecastBasisPoints(result), example: result.infeasible > 0 ? forecastExample(input) : [] };
};
