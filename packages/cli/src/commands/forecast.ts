/** `ssj forecast`: how likely a draw of a batch is to be one that nobody can be assigned to. */
import { drawIdOf, shortAgencyOf } from '@shuangsuiji/core';
import type { CommandAction } from '../command-action.js';
import { openCounty, registriesOf } from '../county/county.js';
import { drawsOf } from '../county/draws.js';
import { explainShortage } from '../county/explain-shortage.js';
import { FORECAST_DRAWS, forecastBatch } from '../county/forecast-batch.js';
import { textOption } from '../county/options.js';
import { done, refused } from '../county/outcome.js';
import { findBatch } from '../county/planned.js';
import { EXIT } from '../exit-codes.js';
import { tableLines } from '../present/table.js';

export const forecastCommand: CommandAction = async (context, { args, options }) => {
  const county = openCounty(context);
  if (!county.ok) return refused(county.error);
  const { workspace, settings } = county.value;
  const registries = registriesOf(context, workspace);
  if (!registries.ok) return refused(registries.error);
  const found = await findBatch({ context, workspace, settings, registries: registries.value, number: String(args[0]) });
  if (!found.ok) return refused(found.error);
  if (found.value.plan.problems.some(({ severity }) => severity === 'error')) return refused(found.value.plan.problems);
  const drawId = drawIdOf(settings.authority.code, settings.year, drawsOf(workspace.ledger).length + 1);
  const draws = Number(textOption(options, 'draws') ?? FORECAST_DRAWS);
  const { forecast, basisPoints, example } = forecastBatch({ context, drawId, found: found.value, registries: registries.value, settings, draws });
  const columns = context.host.columns();
  const names = new Map<string, string>(registries.value.agencies.map(({ code, name }) => [code, name]));
  const isInTeams = found.value.planned.batch.grouping !== undefined;
  const table = isInTeams ? [] : await tableLines({ head: ['部门', '无法匹配的次数'], rows: forecast.agencies.map(({ agency, infeasible }) => [names.get(agency) ?? agency, infeasible]), columns });
  const lines = forecast.proven
    ? ['无论抽中哪些检查对象，各部门都派得出人（已证明，无需模拟）。']
    : [`模拟抽取 ${forecast.draws} 次，${isInTeams ? '各次编组都派不满检查组的有' : '无法匹配'} ${forecast.infeasible} 次（${basisPoints / 100}%）。`, ...table];
  const limit = settings.rules.forecastLimit.value;
  const agencies = example.map(shortAgencyOf);
  const why = example.length === 0 ? [] : ['', ...explainShortage({ agencies, registries: registries.value, columns, isDrawn: false })];
  const outcome = done({ lines: [...lines, ...why], data: { ...forecast, basisPoints, limitBasisPoints: limit, example: agencies } });
  return basisPoints > limit ? { ...outcome, exit: EXIT.infeasible } : outcome;
};
