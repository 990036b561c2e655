/** `ssj forecast`: how likely a draw of a batch is to be one that nobody can be assigned to. */
import { drawIdOf } from '@shuangsuiji/core';
import type { CommandAction } from '../command-action.js';
import type { Context } from '../context.js';
import { openCounty, registriesOf } from '../county/county.js';
import { drawsOf } from '../county/draws.js';
import { explainShortage } from '../county/explain-shortage.js';
import { batchOutlook, exampleAgencies, FORECAST_DRAWS, forecastBatch } from '../county/forecast-batch.js';
import { textOption } from '../county/options.js';
import { done, refused, toldAs } from '../county/outcome.js';
import { findBatch } from '../county/planned.js';
import { writeForecastWorkbook } from '../county/forecast-workbook.js';
import { shortageNames } from '../county/shortage-names.js';
import { EXIT } from '../exit-codes.js';
import { outlookLines } from '../present/outlook.js';

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
  const batch = { context, drawId, found: found.value, registries: registries.value, settings, draws };
  const isInTeams = found.value.planned.batch.grouping !== undefined;
  const predicted = forecastBatch(batch);
  const outlooks = isInTeams ? [] : batchOutlook(batch);
  const { forecast, basisPoints } = predicted;
  const columns = context.host.columns();
  const names = shortageNames(registries.value);
  const head = forecast.proven
    ? '无论抽中哪些检查对象，各部门都派得出人（已证明，无需模拟）。'
    : `模拟抽取 ${forecast.draws} 次，${isInTeams ? '各次编组都派不满检查组的有' : '无法匹配'} ${forecast.infeasible} 次（${basisPoints / 100}%）。`;
  const limit = settings.rules.forecastLimit.value;
  const agencies = exampleAgencies(predicted);
  const why = agencies.length === 0 ? [] : ['', ...explainShortage({ agencies, registries: registries.value, columns, isDrawn: false })];
  const file = textOption(options, 'output');
  const written = file === undefined ? undefined : await writeForecastWorkbook({ context, file, found: found.value, drawId, agencies, example: predicted.example, names });
  if (written?.ok === false) return refused(written.error);
  const told = written === undefined ? [] : ['', written.value.isWritten ? `已写出 ${written.value.file}` : '没有一次模拟无法匹配，没有写出说明工作簿。'];
  const lines = [head, ...(await outlookLines({ outlooks, names, columns })), ...why, ...toldOf(context, told)];
  const outcome = done({ lines, data: { ...forecast, basisPoints, limitBasisPoints: limit, example: agencies, outlook: outlooks.map((one) => ({ ...one })), ...(written?.value.isWritten === true ? { file: written.value.file } : {}) } });
  return basisPoints > limit ? { ...outcome, exit: EXIT.infeasible } : outcome;
};

const toldOf = ({ options }: Pick<Context, 'options'>, told: readonly string[]): readonly string[] => (told.length === 0 ? [] : toldAs(options, told));
