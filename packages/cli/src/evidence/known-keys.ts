/** Keys that the county has looked at and put among its own (公钥/). */
import type { KeyCard } from '@shuangsuiji/core';
import type { Outcomes } from '../county/county.js';
import type { Workspace } from '../workspace/open-workspace.js';
import { FOLDERS } from '../workspace/paths.js';
import { readKeyCard } from './key-files.js';

/** Ascending by file. */
export const knownKeys = ({ files }: Pick<Workspace, 'files'>): Outcomes<readonly KeyCard[]> => {
  const listed = files.list(FOLDERS.keys);
  if (!listed.ok) return listed;
  const cards: KeyCard[] = [];
  for (const { path, kind } of listed.value ?? []) {
    if (kind !== 'file' || !path.endsWith('.json')) continue;
    const file = `${FOLDERS.keys}/${path}`;
    const bytes = files.read(file);
    if (!bytes.ok) return bytes;
    const card = readKeyCard(file, bytes.value ?? new Uint8Array(0));
    if (!card.ok) return card;
    cards.push(card.value);
  }
  return { ok: true, value: cards };
};
