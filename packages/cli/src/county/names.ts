/** Names of inspectors, which stay in the office: a record has only their ids. */
import { type Digest, digestOf, type HashText, inspectorNameSchema, type InspectorId, readJsonLines, type ParsedSnapshot } from '@shuangsuiji/core';
import { textOf, type Workspace } from '../workspace/open-workspace.js';
import { snapshotFolder } from '../workspace/paths.js';
import { failed, type Outcomes } from './county.js';

export interface NamesInput {
  readonly workspace: Workspace;
  /** Of the record: its snapshot binds the names. */
  readonly registry: ParsedSnapshot;
  readonly hash: HashText;
}

/** Id to name, from the snapshot that was sealed. */
export const namesOf = ({ workspace, registry: { digest, manifest }, hash }: NamesInput): Outcomes<ReadonlyMap<InspectorId, string>> => {
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
