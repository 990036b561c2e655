/** A county's folder opened for a command: settings, ledger, time. */
import { type Moment, type ParsedSnapshot, type Result, type Settings, settingsSchema, timestampAt } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import type { AnyProblem } from '../messages/any-problem.js';
import { findWorkspace } from '../workspace/find-workspace.js';
import { latestSnapshot, loadSnapshot } from '../workspace/load-snapshot.js';
import { type LedgerReading, openWorkspace, type Workspace } from '../workspace/open-workspace.js';
import { FILES } from '../workspace/paths.js';

export type Outcomes<T> = Result<T, readonly AnyProblem[]>;

export interface County {
  readonly workspace: Workspace;
  readonly settings: Settings;
  /** Now, in the office's offset. */
  readonly now: Moment;
}

/** The folder that is meant, opened for reading; of the ledger all entries, unless told otherwise. */
export const openCounty = (context: Context, reading?: LedgerReading): Outcomes<County> => {
  const dir = countyFolder(context);
  if (!dir.ok) return dir;
  const workspace = openWorkspace({ host: context.host, dir: dir.value, reading });
  return workspace.ok ? countyOf(context, workspace.value) : workspace;
};

/** The absolute path of the county's folder. */
export const countyFolder = ({ host, options }: Context): Outcomes<string> => findWorkspace({ host, ...(options.dir === undefined ? {} : { dir: options.dir }) });

/** Reads settings and clock of a workspace that is open. */
export const countyOf = ({ host }: Pick<Context, 'host'>, workspace: Workspace): Outcomes<County> => {
  const settings = parseSettings(workspace.settings);
  if (!settings.ok) return settings;
  const differs = authorityProblem(settings.value, workspace);
  if (differs !== undefined) return failed(differs);
  const time = host.now();
  if (!time.ok) return time;
  const { epochSeconds, clock } = time.value;
  return { ok: true, value: { workspace, settings: settings.value, now: { at: timestampAt(epochSeconds, settings.value.offset), clock } } };
};

/** One authority is one ledger: another code in the settings would give numbers that no verification accepts. */
const authorityProblem = ({ authority }: Settings, { ledger }: Workspace): AnyProblem | undefined => {
  const [first] = ledger.entries;
  if (first?.type !== 'opened' || first.body.authority.code === authority.code) return undefined;
  return { code: 'authority-differs', severity: 'error', where: { file: FILES.settings }, fields: { settings: authority.code, ledger: first.body.authority.code } };
};

const parseSettings = (text: string): Outcomes<Settings> => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return failed({ code: 'settings-unreadable', severity: 'error', where: { file: FILES.settings }, fields: { reason: error instanceof Error ? error.message : String(error) } });
  }
  const parsed = settingsSchema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    error: parsed.error.issues.map((issue) => ({
      code: 'settings-invalid', severity: 'error', where: { file: FILES.settings }, fields: { path: issue.path.join('.'), reason: issue.code },
    })),
  };
};

/** One problem that stops the work. */
export const failed = (...problems: readonly AnyProblem[]): { readonly ok: false; readonly error: readonly AnyProblem[] } => ({ ok: false, error: problems });

/** The registries in force: the last snapshot. */
export const registriesOf = ({ host }: Pick<Context, 'host'>, workspace: Workspace): Outcomes<ParsedSnapshot> => {
  const digest = latestSnapshot(workspace);
  if (digest === undefined) return failed({ code: 'nothing-imported', severity: 'error', fields: {} });
  return loadSnapshot({ workspace, digest, hash: host.hash });
};
