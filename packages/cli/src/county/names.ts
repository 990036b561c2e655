/** Names of inspectors, which stay in the office: a record has only their ids. */
import type { Digest, InspectorId } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import { loadSnapshot } from '../workspace/load-snapshot.js';
import type { Workspace } from '../workspace/open-workspace.js';
import type { Outcomes } from './county.js';

export const namesOf = ({ host }: Pick<Context, 'host'>, workspace: Workspace, digest: Digest): Outcomes<ReadonlyMap<InspectorId, string>> => {
  const snapshot = loadSnapshot({ workspace, digest, hash: host.hash });
  return snapshot.ok ? { ok: true, value: new Map((snapshot.value.names ?? []).map(({ id, name }) => [id, name])) } : snapshot;
};
