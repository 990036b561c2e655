/** The record of a draw in a county's folder. */
import { join } from 'node:path';
import type { DrawId, RecordTexts } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import { loadRecord } from '../workspace/load-record.js';
import type { Workspace } from '../workspace/open-workspace.js';
import { recordFolder } from '../workspace/paths.js';
import type { Outcomes } from './county.js';

export const recordOf = ({ host }: Pick<Context, 'host'>, { dir }: Workspace, drawId: DrawId): Outcomes<RecordTexts> => loadRecord({ host, dir: join(dir, recordFolder(drawId)) });
