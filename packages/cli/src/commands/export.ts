/** `ssj export`: a registry of the snapshot in force as a workbook that can be imported again. */
import { resolve } from 'node:path';
import type { CommandAction } from '../command-action.js';
import { openCounty, registriesOf } from '../county/county.js';
import { done, refused, toldAs } from '../county/outcome.js';
import { textOption } from '../county/options.js';
import { writeOutput } from '../county/write-output.js';
import { registryTables } from '../excel/columns.js';
import { REGISTRY_WORDS } from '../registries/tables.js';
import { registryWorkbook } from '../sheets/registry-workbook.js';

export const exportCommand: CommandAction = async (context, { args, options }) => {
  const county = openCounty(context);
  if (!county.ok) return refused(county.error);
  const registries = registriesOf(context, county.value.workspace);
  if (!registries.ok) return refused(registries.error);
  const registry = REGISTRY_WORDS[String(args[0])];
  if (registry === undefined || registry === 'plan') throw new RangeError(`exportCommand: ${String(args[0])} is no registry`);
  const file = resolve(context.host.cwd(), textOption(options, 'output') ?? `${registryTables[registry].file}-导出.xlsx`);
  context.progress.step('写出工作簿');
  const bytes = await registryWorkbook({ registry, content: { ...registries.value, names: registries.value.names ?? [] } });
  const written = writeOutput(context, file, bytes);
  if (!written.ok) return refused(written.error);
  return done({ lines: toldAs(context.options, [`已写出 ${file}（只含本程序使用的列；快照 ${registries.value.digest.slice(0, 16)}）`]), data: { file, snapshot: registries.value.digest } });
};
