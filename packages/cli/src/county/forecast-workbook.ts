/** 无法匹配说明 of a forecast, where a person asks for it. */
import { resolve } from 'node:path';
import type { DrawId, ForecastExample, ShortAgency } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import type { NamesOf } from '../present/infeasible.js';
import { shortageWorkbook } from '../sheets/shortage-workbook.js';
import type { Outcomes } from './county.js';
import type { FoundBatch } from './planned.js';
import { partialOf } from './shortage-file.js';
import { writeOutput } from './write-output.js';

export interface ForecastWorkbookInput {
  readonly context: Context;
  readonly file: string;
  readonly found: FoundBatch;
  readonly drawId: DrawId;
  readonly agencies: readonly ShortAgency[];
  readonly example: ForecastExample | undefined;
  readonly names: NamesOf;
}

/** Nothing is written where no simulated draw failed: there is nothing to explain. */
export const writeForecastWorkbook = async ({ context, file, found: { planned: { batch } }, drawId, agencies, example, names }: ForecastWorkbookInput): Promise<Outcomes<{ readonly file: string; readonly isWritten: boolean }>> => {
  const path = resolve(context.host.cwd(), file);
  if (example === undefined) return { ok: true, value: { file: path, isWritten: false } };
  const bytes = await shortageWorkbook({
    about: `【模拟】任务编号：${batch.number}　　任务名称：${batch.name}　　预计抽取编号：${drawId}`,
    footer: { left: '模拟抽取，未封存', right: `任务 ${batch.number}` },
    isDrawn: false,
    agencies,
    partial: partialOf(agencies, example.rounds),
    names,
  });
  const written = writeOutput(context, path, bytes);
  return written.ok ? { ok: true, value: { file: path, isWritten: true } } : written;
};
