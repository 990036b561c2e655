/** A county's folder, as a command reads it. */
import { type DrawId, err, isDrawId, ok, type ParsedLedger, type ReadLedger, readLedger, type Result } from '@shuangsuiji/core';
import type { Host } from '../host.js';
import { fileView, type FileView } from './file-view.js';
import { linesIn } from './lines-in.js';
import { FILES, FOLDERS } from './paths.js';
import { refusal, type WorkspaceProblem } from './problems.js';

export interface Workspace {
  readonly dir: string;
  readonly files: FileView;
  /** Text of ssj.json. */
  readonly settings: string;
  /** Of 台账.jsonl; decoded when somebody asks, like `ledger.whole`. */
  readonly ledgerText: string;
  readonly ledgerBytes: Uint8Array;
  /** With its problems: what reads it decides whether they matter. */
  readonly ledger: ParsedLedger;
  /** Folder names under 快照/, ascending. */
  readonly snapshots: readonly string[];
  /** Draws with a record, ascending. */
  readonly records: readonly DrawId[];
  /** What was mended on the way, as warnings; empty for a command that only reads. */
  readonly notices: readonly WorkspaceProblem[];
}

/** How the ledger is read; by default all entries are kept and no time is too late. */
export type LedgerReading = Pick<Parameters<typeof readLedger>[0], 'keeps' | 'latest'>;

export interface OpenInput {
  readonly host: Host;
  readonly dir: string;
  readonly reading?: LedgerReading | undefined;
}

/** Opens for reading: takes no lock, writes nothing, sees a commit on its way as completed. */
export const openWorkspace = ({ host, dir, reading }: OpenInput): Result<Workspace, readonly WorkspaceProblem[]> => {
  const view = fileView(host, dir);
  if (!view.ok) return view;
  const files = view.value;
  const settings = files.read(FILES.settings);
  const ledgerBytes = files.read(FILES.ledger);
  const snapshots = foldersIn(files, FOLDERS.snapshots);
  const records = foldersIn(files, FOLDERS.records);
  const parts = [settings, ledgerBytes, snapshots, records];
  if (!settings.ok || !ledgerBytes.ok || !snapshots.ok || !records.ok) return err(parts.flatMap((part) => (part.ok ? [] : part.error)));
  if (settings.value === undefined) return err([refusal('workspace-missing', { lookedAt: dir })]);
  if (ledgerBytes.value === undefined) return err([refusal('ledger-missing', { file: FILES.ledger })]);
  const bytes = ledgerBytes.value;
  return ok({
    dir, files, settings: textOf(settings.value), ledger: ledgerIn(readLedger({ file: FILES.ledger, pieces: linesIn(bytes), ...reading, hash: host.hash }), bytes), ledgerBytes: bytes, snapshots: snapshots.value, records: records.value.filter(isDrawId), notices: [],
    get ledgerText() {
      return textOf(bytes);
    },
  });
};

/** A ledger of many years has more text than a command that only looks at it should hold. */
const ledgerIn = ({ entries, digests, head, torn, problems }: ReadLedger, bytes: Uint8Array): ParsedLedger => ({
  entries, digests, head, torn, problems,
  get whole() {
    return textOf(bytes).slice(0, -torn.length || undefined);
  },
});

/** Bytes that are no UTF-8 become U+FFFD; a BOM stays. */
export const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const foldersIn = (files: FileView, folder: string): Result<readonly string[], readonly WorkspaceProblem[]> => {
  const listed = files.list(folder);
  if (!listed.ok) return listed;
  return ok([...new Set((listed.value ?? []).filter(({ path }) => path.includes('/')).map(({ path }) => path.slice(0, path.indexOf('/'))))]);
};
