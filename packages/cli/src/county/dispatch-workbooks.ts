/** The dispatch workbooks of every round, made again from the record and the names that the snapshots hold. */
import { type HashText, recordAsOf, type RecordTexts } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import { silentProgress } from '../present/progress.js';
import type { Workspace } from '../workspace/open-workspace.js';
import type { Outcomes } from './county.js';
import { drawOfRecord } from './current-draw.js';
import { dispatchFiles } from './dispatch-files.js';
import { namesOf } from './names.js';
import type { MadeFile } from './seal-notice-file.js';

export interface DispatchWorkbooksInput {
  readonly context: Pick<Context, 'host'>;
  readonly workspace: Workspace;
  readonly texts: RecordTexts;
  readonly hash: HashText;
}

/** None where nobody was assigned; the problem where a snapshot with the names is gone. */
export const dispatchWorkbooks = async ({ context, workspace, texts, hash }: DispatchWorkbooksInput): Promise<Outcomes<readonly MadeFile[]>> => {
  const whole = drawOfRecord(texts, hash);
  if (!whole.ok) return whole;
  const names = namesOf({ context, workspace, current: whole.value });
  if (!names.ok) return names;
  const files: MadeFile[] = [];
  for (const { seq } of whole.value.entries.filter(({ type }) => type === 'drawn')) {
    const current = drawOfRecord(recordAsOf({ texts, seq, hash }), hash);
    if (!current.ok) return current;
    files.push(...(await dispatchFiles({ current: current.value, names: names.value, hash, progress: silentProgress })));
  }
  return { ok: true, value: files };
};
