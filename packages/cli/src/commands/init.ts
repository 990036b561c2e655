/** `ssj init`: a new county's folder with blank registries. */
import { join, resolve } from 'node:path';
import { EMPTY_HEAD, ledgerLines, type Settings, settingsSchema, timestampAt } from '@shuangsuiji/core';
import { PROGRAM } from '../assets.js';
import type { CommandAction } from '../command-action.js';
import type { Context } from '../context.js';
import { done, refused } from '../county/outcome.js';
import { textOption } from '../county/options.js';
import type { RegistryName } from '../excel/columns.js';
import { templateWorkbook } from '../excel/templates.js';
import { createWorkspace } from '../workspace/create-workspace.js';
import type { NewFile } from '../workspace/change-set.js';
import { FILES } from '../workspace/paths.js';
import { REGISTRY_FILES } from '../registries/tables.js';

const OFFSET = '+08:00';

export const init: CommandAction = async (context, { args, options }) => {
  const { host } = context;
  const time = host.now();
  if (!time.ok) return refused(time.error);
  const at = timestampAt(time.value.epochSeconds, OFFSET);
  const [folder] = args;
  const dir = resolve(host.cwd(), typeof folder === 'string' ? folder : (context.options.dir ?? '.'));
  const settings = newSettings({ code: textOption(options, 'code') ?? '', name: textOption(options, 'name') ?? '', year: Number(textOption(options, 'year') ?? at.slice(0, 4)) });
  const checked = settingsSchema.safeParse(settings);
  if (!checked.success) {
    return refused(checked.error.issues.map((issue) => ({ code: 'settings-invalid', severity: 'error', fields: { path: issue.path.join('.'), reason: issue.code } })), 2);
  }
  context.progress.step('写出空白名录');
  const { authority, year } = settings;
  const ledger = ledgerLines({ head: EMPTY_HEAD, at, events: [{ type: 'opened', body: { authority, year, program: PROGRAM } }], hash: host.hash });
  const files: readonly NewFile[] = [
    { path: FILES.settings, content: `${JSON.stringify(settings, undefined, 2)}\n` },
    ...(await blankWorkbooks(context)),
  ];
  const change = { files, ledger: { text: ledger.text, expectedHead: EMPTY_HEAD }, value: undefined };
  const data = { dir, authority, year, files: files.map(({ path }) => path) };
  if (context.options.dryRun) return done({ lines: [`将在 ${dir} 新建工作文件夹（未写入）`], data });
  const created = await createWorkspace({ host, dir, command: 'init', change });
  if (!created.ok) return refused(created.error);
  return done({
    lines: [`已在 ${dir} 新建 ${authority.name} ${year} 年度的工作文件夹。`, `下一步：填写 ${join('名录库')} 和 ${join('计划')} 里的工作簿，然后运行 ssj check。`],
    data,
    problems: created.value.notices,
  });
};

const blankWorkbooks = async ({ progress }: Context): Promise<readonly NewFile[]> => {
  const names: readonly RegistryName[] = ['agency', 'target', 'inspector', 'item', 'recusal', 'plan'];
  const files: NewFile[] = [];
  for (const [index, name] of names.entries()) {
    files.push({ path: REGISTRY_FILES[name], content: await templateWorkbook(name) });
    progress.tick(index + 1, names.length);
  }
  return files;
};

/** Rules every county starts from; each has its source and can be changed in ssj.json. */
const newSettings = ({ code, name, year }: { readonly code: string; readonly name: string; readonly year: number }): Settings => ({
  format: 'ssj-settings/1',
  authority: { code, name },
  year,
  offset: OFFSET,
  rules: {
    inspectorsPerVisit: { value: 2, source: '《中华人民共和国行政处罚法》第四十二条：执法人员不得少于两人' },
    capacityPerBatch: { value: 6, source: '本单位规定（名录库未填“每批次上限”时使用）' },
    revealWithinDays: { value: 30, source: '本单位规定' },
    forecastLimit: { value: 100, source: '本程序默认：模拟抽取中无法匹配的比例超过 1% 时不予封存' },
  },
  defaults: { status: '存续（在营）' },
  activeStatuses: ['存续（在营）', '存续', '在营', '在业', '开业', '正常'],
});
