/** Names of inspectors, which stay in the office: a record has only their ids. */
import { type Digest, digestOf, type HashText, inspectorNameSchema, type InspectorId, readJsonLines, type ParsedSnapshot } from '@shuangsuiji/core';
import { textOf, type Workspace } from '../workspace/open-workspace.js';
import { snapshotFolder } from '../workspace/paths.js';
import type { Context } from '../context.js';
import { failed, type Outcomes, registriesOf } from './county.js';
import { allChanges, type CurrentDraw } from './current-draw.js';

interface NamesInput {
  readonly workspace: Workspace;
  /** Of the record: its snapshot binds the names. */
  readonly registry: ParsedSnapshot;
  readonly hash: HashText;
}

/** Id to name: from the snapshot that was sealed, and for people who were borrowed since from the one in force. */
export const namesOf = ({ context, workspace, current }: { readonly context: Pick<Context, 'host'>; readonly workspace: Workspace; readonly current: CurrentDraw }): Outcomes<ReadonlyMap<InspectorId, string>> => {
  const sealed = sealedNames({ workspace, registry: current.registry, hash: context.host.hash });
  if (!sealed.ok) return sealed;
  const borrowed = allChanges(current).flatMap((change) => (change.kind === 'borrowed' && !sealed.value.has(change.inspector) ? [change.inspector] : []));
  if (borrowed.length === 0) return sealed;
  const registries = registriesOf(context, workspace);
  if (!registries.ok) return registries;
  const now = (registries.value.names ?? []).filter(({ id }) => borrowed.includes(id));
  return { ok: true, value: new Map([...sealed.value, ...now.map(({ id, name }) => [id, name] as const)]) };
};

const sealedNames = ({ workspace, registry: { digest, manifest }, hash }: NamesInput): Outcomes<ReadonlyMap<InspectorId, string>> => {
  const file = `${snapshotFolder(digest)}/names.jsonl`;
  const bytes = workspace.files.read(file);
  if (!bytes.ok) return bytes;
  if (bytes.value === undefined) return failed({ code: 'snapshot-missing', severity: 'error', fields: { digest, folder: snapshotFolder(digest) } });
  const text = textOf(bytes.value);
  const expected: Digest = manifest.files['names.jsonl'];
  const found = digestOf(text, hash);
  if (found !== expected) return failed({ code: 'digest-differs', severity: 'error', where: { file }, fields: { expected, found } });
  const names = readJsonLines({ file, text, schema: inspectorNameSchema, keyOf: ({ id }) => id });
  return names.ok ? { ok: true, value: new Map(names.value.map(({ id, name }) => [id, name])) } : names;
};
