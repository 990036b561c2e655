/** `ssj template`: one blank registry. */
import { resolve } from 'node:path';
import type { CommandAction } from '../command-action.js';
import { done, refused, toldAs } from '../county/outcome.js';
import { textOption } from '../county/options.js';
import { writeOutput } from '../county/write-output.js';
import { registryTables } from '../excel/columns.js';
import { templateWorkbook } from '../excel/templates.js';
import { REGISTRY_WORDS } from '../registries/tables.js';

export const template: CommandAction = async (context, { args, options }) => {
  const registry = REGISTRY_WORDS[String(args[0])] ?? 'target';
  const file = resolve(context.host.cwd(), textOption(options, 'output') ?? `${registryTables[registry].file}-模板.xlsx`);
  const written = writeOutput(context, file, await templateWorkbook(registry));
  return written.ok ? done({ lines: toldAs(context.options, [`已写出 ${file}`]), data: { file } }) : refused(written.error);
};
