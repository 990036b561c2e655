/** The Excel lists of a draw against its record: each is made again from the record as it was then (record-format R11.2). */
import { type DrawId, type Finding, type HashText, type LedgerEntry, openRecord, type OpenedRecord, PATHS, type PointVerdict, recordAsOf, type RecordTexts } from '@shuangsuiji/core';
import type { Host } from '../host.js';
import { type CellDifference, compareWorkbooks } from '../excel/compare-workbooks.js';
import type { AnyProblem } from '../messages/any-problem.js';
import type { Workspace } from '../workspace/open-workspace.js';
import { dispatchFolder } from '../workspace/paths.js';
import { dispatchWorkbooks } from './dispatch-workbooks.js';
import { drawListFile } from './draw-list-file.js';
import { failed, type Outcomes } from './county.js';
import { sealNoticeFile, sealNoticePath } from './seal-notice-file.js';

export interface WorkbookCheck {
  /** In the county's folder. */
  readonly file: string;
  readonly verdict: PointVerdict;
  /** Where it is different and can be read. */
  readonly differences: readonly CellDifference[];
  /** Why it cannot be compared. */
  readonly problems: readonly AnyProblem[];
}

export interface WorkbookChecksInput {
  readonly host: Host;
  /** The county in which the record stands. */
  readonly workspace: Workspace;
  readonly drawId: DrawId;
  readonly texts: RecordTexts;
  /** What verifying found wrong with its files: nothing is compared with a record that is not what it was. */
  readonly findings: readonly Finding[];
  readonly hash: HashText;
}

type Published = Extract<LedgerEntry, { readonly type: 'published' }>;
/** Makes the workbook that should stand at a path. */
type Make = () => Promise<Outcomes<Uint8Array>>;

/** 封存公告, 抽取结果公示, 派发, in this order, as far as they were written. */
export const workbookChecks = async (input: WorkbookChecksInput): Promise<readonly WorkbookCheck[]> => {
  const checks: WorkbookCheck[] = [];
  for (const { file, isRegistered, make } of await expectedWorkbooks(input)) {
    const read = input.workspace.files.read(file);
    if (!read.ok) checks.push(open(file, read.error));
    else if (read.value !== undefined) checks.push(await compared({ file, bytes: read.value, make: input.findings.length > 0 ? async () => dependsOnRecord : make }));
    else if (isRegistered) checks.push(open(file, [{ code: 'published-gone', severity: 'error', fields: { file } }]));
  }
  return checks;
};

const open = (file: string, problems: readonly AnyProblem[]): WorkbookCheck => ({ file, verdict: 'unverifiable', differences: [], problems });

const dependsOnRecord = failed({ code: 'depends-on', severity: 'error', fields: { files: [PATHS.manifest] } });

interface ComparedInput {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly make: Make;
}

/** A workbook that cannot be opened is not the one that was written. */
const compared = async ({ file, bytes, make }: ComparedInput): Promise<WorkbookCheck> => {
  const made = await make();
  if (!made.ok) return open(file, made.error);
  const result = await compareWorkbooks({ file, bytes, expected: made.value });
  if (!result.ok) return { file, verdict: 'different', differences: [], problems: result.error };
  return { file, verdict: result.value.length === 0 ? 'identical' : 'different', differences: result.value, problems: [] };
};

interface Expected {
  readonly file: string;
  /** The ledger says that it was published. */
  readonly isRegistered: boolean;
  readonly make: Make;
}

const expectedWorkbooks = async (input: WorkbookChecksInput): Promise<readonly Expected[]> => {
  const { workspace, drawId, texts, hash } = input;
  const record = openRecord(texts, hash);
  const published = workspace.ledger.entries.filter((entry): entry is Published => entry.type === 'published' && entry.body.drawId === drawId);
  const lists = new Map(published.map(({ body, seq }): readonly [string, Expected] => [body.file, { file: body.file, isRegistered: true, make: () => listAsOf(texts, seq, hash) }]));
  return [...noticeOf(input, record), ...lists.values(), ...(await dispatchOf(input))];
};

const listAsOf = async (texts: RecordTexts, seq: number, hash: HashText): Promise<Outcomes<Uint8Array>> => {
  const made = await drawListFile(recordAsOf({ texts, seq, hash }), hash);
  return made.ok ? { ok: true, value: made.value.content } : made;
};

/** The head after the seal's own line is what it shows. */
const noticeOf = ({ workspace: { ledger }, drawId, hash }: WorkbookChecksInput, { sealed, roster, registry }: OpenedRecord): readonly Expected[] => {
  const sealing = ledger.entries.find((entry) => entry.type === 'sealed' && entry.body.drawId === drawId);
  const digest = sealing === undefined ? undefined : ledger.digests[sealing.seq - 1];
  if (!sealed.ok || !roster.ok || !registry.ok || sealing?.type !== 'sealed' || digest === undefined) return [];
  const { agencies } = registry.value;
  const make: Make = async () => ({ ok: true, value: (await sealNoticeFile({ sealed: sealed.value, roster: roster.value, agencies, ledgerHead: { seq: sealing.seq, digest }, notice: sealing.body.notice, hash })).content });
  return [{ file: sealNoticePath(sealed.value), isRegistered: false, make }];
};

const dispatchOf = async ({ host, workspace, drawId, texts, findings, hash }: WorkbookChecksInput): Promise<readonly Expected[]> => {
  const listed = workspace.files.list(dispatchFolder(drawId));
  const present = listed.ok ? (listed.value ?? []).filter(({ path }) => path.endsWith('.xlsx') && !path.startsWith('~$')) : [];
  if (present.length === 0) return [];
  const made = findings.length > 0 ? dependsOnRecord : await dispatchWorkbooks({ context: { host }, workspace, texts, hash });
  if (!made.ok) return present.map(({ path }) => ({ file: `${dispatchFolder(drawId)}/${path}`, isRegistered: false, make: async () => made }));
  return made.value.map(({ path, content }) => ({ file: path, isRegistered: false, make: async () => ({ ok: true, value: content }) }));
};
