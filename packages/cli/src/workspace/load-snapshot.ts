/** The snapshots of a county's folder. @zh 快照 */
import { type Digest, type DocumentProblem, err, type HashText, type ParsedSnapshot, parseSnapshot, type Result, type SnapshotFiles } from '@shuangsuiji/core';
import { textOf, type Workspace } from './open-workspace.js';
import { snapshotFolder } from './paths.js';
import { refusal, type WorkspaceProblem } from './problems.js';

/** The snapshot that the ledger's last `imported` names, or `undefined` before the first import. */
export const latestSnapshot = ({ ledger }: Pick<Workspace, 'ledger'>): Digest | undefined => {
  const last = ledger.entries.findLast(({ type }) => type === 'imported');
  return last?.type === 'imported' ? last.body.snapshot : undefined;
};

export interface LoadSnapshotInput {
  readonly workspace: Pick<Workspace, 'files'>;
  readonly digest: Digest;
  readonly hash: HashText;
}

const NAMES = ['agencies.jsonl', 'targets.jsonl', 'inspectors.jsonl', 'names.jsonl', 'items.jsonl', 'recusals.jsonl', 'appointments.jsonl', 'teams.jsonl', 'report.json', 'snapshot.json'] as const;

/** Reads and checks a snapshot, its own digest included. */
export const loadSnapshot = ({ workspace, digest, hash }: LoadSnapshotInput): Result<ParsedSnapshot, readonly (WorkspaceProblem | DocumentProblem)[]> => {
  const folder = snapshotFolder(digest);
  const files: { -readonly [Name in keyof SnapshotFiles]?: string } = {};
  for (const name of NAMES) {
    const bytes = workspace.files.read(`${folder}/${name}`);
    if (!bytes.ok) return bytes;
    if (bytes.value !== undefined) files[name] = textOf(bytes.value);
  }
  if (files['snapshot.json'] === undefined) return err([refusal('snapshot-missing', { digest, folder })]);
  const parsed = parseSnapshot({ files, hash });
  if (!parsed.ok || parsed.value.digest === digest) return parsed;
  return err([{ code: 'digest-differs', severity: 'error', where: { file: `${folder}/snapshot.json` }, fields: { expected: digest, found: parsed.value.digest } }]);
};
