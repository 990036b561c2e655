/** The record that a word of the command line means: a folder anywhere, a zip, a batch or draw of the county. */
import { basename, dirname, join, resolve } from 'node:path';
import { PATHS, type RecordTexts } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import { loadRecord } from '../workspace/load-record.js';
import { loadRecordZip } from '../workspace/load-record-zip.js';
import { openWorkspace, type Workspace } from '../workspace/open-workspace.js';
import { FOLDERS } from '../workspace/paths.js';
import { failed, openCounty, type Outcomes } from './county.js';
import { findDraw } from './draws.js';
import { recordOf } from './record.js';

export interface FoundRecord {
  readonly texts: RecordTexts;
  /** The county in which it stands. */
  readonly workspace?: Workspace | undefined;
}

/** A folder, a zip of one, or a batch or draw of the county one stands in. */
export const findRecord = (context: Context, word: string): Outcomes<FoundRecord> => {
  const folder = resolve(context.host.cwd(), word);
  const kind = context.host.stat(folder)?.kind;
  if (kind === 'folder') {
    // Somebody else's folder is not read before it looks like a record.
    if (!isRecord((path) => hasFile(context, folder, path))) return failed({ code: 'not-a-record', severity: 'error', fields: { path: word } });
    const texts = loadRecord({ host: context.host, dir: folder });
    return texts.ok ? { ok: true, value: { texts: texts.value, workspace: countyAround(context, folder) } } : texts;
  }
  if (kind === 'file') return recordInZip(context, folder, word);
  if (/[/\\]/.test(word)) return failed({ code: 'record-missing', severity: 'error', fields: { folder } });
  const county = openCounty(context);
  if (!county.ok) return failed({ code: 'record-missing', severity: 'error', fields: { folder } });
  const { workspace } = county.value;
  const draw = findDraw({ ledger: workspace.ledger, word, rehearsal: context.options.rehearsal });
  if (!draw.ok) return draw;
  const texts = recordOf(context, workspace, draw.value.drawId);
  return texts.ok ? { ok: true, value: { texts: texts.value, workspace } } : texts;
};

const recordInZip = ({ host }: Context, file: string, word: string): Outcomes<FoundRecord> => {
  const texts = loadRecordZip({ host, file });
  if (!texts.ok) return texts;
  return isRecord((path) => texts.value.has(path)) ? { ok: true, value: { texts: texts.value } } : failed({ code: 'not-a-record', severity: 'error', fields: { path: word } });
};

const isRecord = (has: (path: string) => boolean): boolean => [PATHS.manifest, PATHS.sealed].some(has);

/** Through a commit on its way the county's own view decides. */
const hasFile = ({ host }: Context, folder: string, path: string): boolean => host.stat(join(folder, path)) !== undefined || basename(dirname(folder)) === FOLDERS.records;

/** A record that stands in its county is held against the county's ledger and lists as well. */
const countyAround = ({ host }: Context, folder: string): Workspace | undefined => {
  const parent = dirname(folder);
  if (basename(parent) !== FOLDERS.records) return undefined;
  const workspace = openWorkspace({ host, dir: dirname(parent) });
  return workspace.ok ? workspace.value : undefined;
};
