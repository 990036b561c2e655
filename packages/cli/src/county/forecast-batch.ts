/** The forecast of a planned batch, with what to say where it is too bad. */
import { appointedOf, areasOf, type BatchPlan, capsOf, closesOwnAreas, type DrawId, type Forecast, forecast, forecastBasisPoints, forecastExample, type ForecastInput, type Infeasibility, isLevelled, levelCaps, levelled, type ParsedSnapshot, type Settings, teamMode } from '@shuangsuiji/core';
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
  /** Why the first failing simulated draw failed; empty where none did. */
  readonly example: readonly Infeasibility[];
}

export const forecastBatch = ({ draws, ...rest }: ForecastBatchInput): BatchForecast => {
  const { context: { host, progress }, drawId, found: { planned: { batch } }, registries, settings } = rest;
  const { rules } = settings;
  const plan = levelledPlan(rest);
  progress.step('预测匹配');
  const input: ForecastInput = {
    drawId,
    frame: plan.rows,
    visits: plan.visits,
    roster: plan.roster,
    recusals: registries.recusals,
    appointed: appointedOf(registries.appointments ?? [], registries.inspectors),
    areas: areasOf(registries.targets),
    bars: plan.bars ?? [],
    closesOwnAreas: closesOwnAreas(settings.rules),
    strata: plan.strata,
    teams: teamMode({ batch, rules, teams: registries.teams ?? [] }),
    draws,
    hash: host.hash,
    onDraw: (finished) => progress.tick(finished, draws),
  };
  const result = forecast(input);
  return { plan, forecast: result, basisPoints: forecastBasisPoints(result), example: result.infeasible > 0 ? forecastExample(input) : [] };
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
