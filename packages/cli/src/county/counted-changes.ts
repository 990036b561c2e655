/** The changes of a draw as lists count them. */
import { type CountedChange, noticedChange } from '@shuangsuiji/core';
import type { Workspace } from '../workspace/open-workspace.js';
import { ownEntries } from './current-draw.js';
import type { DrawOfLedger } from './draws.js';

/** With the line of the ledger; declared after the main draw or before it. */
export const countedChanges = (workspace: Workspace, draw: Pick<DrawOfLedger, 'drawId'>): readonly (CountedChange & { readonly seq: number })[] => {
  const own = ownEntries(workspace, draw);
  const drawnAt = own.find((entry) => entry.type === 'drawn')?.seq ?? Infinity;
  return own.flatMap((entry) => (entry.type === 'changed' ? [{ ...noticedChange(entry), isAfterDraw: entry.seq > drawnAt }] : []));
};
