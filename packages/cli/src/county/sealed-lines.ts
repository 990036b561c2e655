/** The left sides that a record's seal names. */
import { type DrawId, readSealed } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import type { Workspace } from '../workspace/open-workspace.js';
import type { Outcomes } from './county.js';
import { recordOf } from './record.js';

export const sealedLines = (context: Context, workspace: Workspace, drawId: DrawId): Outcomes<readonly string[]> => {
  const texts = recordOf(context, workspace, drawId);
  if (!texts.ok) return texts;
  const sealed = readSealed(texts.value);
  return sealed.ok ? { ok: true, value: sealed.value.seed.lines } : sealed;
};
