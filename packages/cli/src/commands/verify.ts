/** `ssj verify`: replays a record and says point by point what is identical. */
import { basename, dirname, join, resolve } from 'node:path';
import { dayOf, isRehearsal, type JsonValue, openRecord, type Overlap, PATHS, type PlainDate, type RecordTexts, timestampAt, type Verification, verifyRecord, worstVerdict } from '@shuangsuiji/core';
import type { CommandAction } from '../command-action.js';
import type { Context } from '../context.js';
import { failed, openCounty, type Outcomes } from '../county/county.js';
import { findDraw } from '../county/draws.js';
import { refused } from '../county/outcome.js';
import { recordOf } from '../county/record.js';
import { overlapsOf, seedUseOf } from '../county/overlaps.js';
import { hasFlag } from '../county/options.js';
import { tokenReadings } from '../evidence/token-readings.js';
import { trustOptions } from '../evidence/trust-options.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { WorkbookCheck } from '../county/workbook-checks.js';
import { verificationLines } from '../present/verification.js';
import { workbookLines } from '../present/workbook-checks.js';
import { loadRecord } from '../workspace/load-record.js';
import { loadRecordZip } from '../workspace/load-record-zip.js';
import { openWorkspace, type Workspace } from '../workspace/open-workspace.js';
import { FOLDERS } from '../workspace/paths.js';

interface Found {
  readonly texts: RecordTexts;
  /** The county in which it stands. */
  readonly workspace?: Workspace | undefined;
}

export const verify: CommandAction = async (context, { args, options }) => {
  const word = String(args[0]);
  const trust = trustOptions(context, options);
  if (!trust.ok) return refused(trust.error);
  const found = findRecord(context, word);
  if (!found.ok) return refused(found.error);
  context.progress.step('复算');
  const { texts, workspace } = found.value;
  const { hash } = context.host;
  const evidence = await tokenReadings({ texts, roots: trust.value.roots, hash });
  const replayed = verifyRecord({ texts, countyLedger: workspace?.ledgerText, evidence, trustedKeys: trust.value.keys, overlaps: overlapsAround(context, found.value), today: todayOf(context), hash });
  const workbooks = await workbooksOf(context, found.value, replayed);
  const verification = { ...replayed, verdict: worstVerdict([replayed.verdict, ...workbooks.map(({ verdict }) => verdict)]) };
  const isStrict = hasFlag(options, 'strict');
  const columns = context.host.columns();
  const below = await workbookLines(workbooks, columns);
  const lines = verificationLines({ verification, columns, below });
  return { exit: exitOf(verification, isStrict), lines: isStrict && lacksProof(verification) ? [...lines, STRICT_LINE] : lines, data: dataOf(verification, workbooks), problems: [] };
};

/** None outside a county. */
const workbooksOf = async ({ host, progress }: Context, { texts, workspace }: Found, { drawId, points }: Verification): Promise<readonly WorkbookCheck[]> => {
  if (workspace === undefined || drawId === undefined) return [];
  progress.step('对照 Excel 清单');
  const findings = points.flatMap((point) => (point.id === 'files' || point.id === 'form' ? point.findings : []));
  return (await import('../county/workbook-checks.js')).workbookChecks({ host, workspace, drawId, texts, findings, hash: host.hash });
};

/** Other draws of its county on the same seed; none outside a county. */
const overlapsAround = (context: Context, { texts, workspace }: Found): readonly Overlap[] => {
  if (workspace === undefined) return [];
  const record = openRecord(texts, context.host.hash);
  const seed = seedUseOf(record);
  if (seed === undefined || !record.sealed.ok || !record.frame.ok) return [];
  const { drawId, scheme } = record.sealed.value;
  return overlapsOf({ context, workspace, drawId, isRehearsal: isRehearsal(scheme), frame: record.frame.value, seed });
};

/** In China's time: whether a revelation is overdue is a question of days. */
const todayOf = ({ host }: Context): PlainDate | undefined => {
  const now = host.now();
  return now.ok ? dayOf(timestampAt(now.value.epochSeconds, '+08:00')) : undefined;
};

const STRICT_LINE = '严格核验（--strict）：封存在种子产生以前没有得到证明，按无法核验处理。';

/** What can be recomputed decides; with `--strict` also whether the seal is shown to have been there before its seed. */
const exitOf = (verification: Verification, isStrict: boolean): ExitCode => {
  if (isStrict && verification.verdict === 'identical' && lacksProof(verification)) return EXIT.unverifiable;
  return { identical: EXIT.done, different: EXIT.different, unverifiable: EXIT.unverifiable }[verification.verdict];
};

const lacksProof = ({ claims }: Verification): boolean => claims.some((claim) => claim.code === 'sealed-before-seed' && !claim.isShown);

/** A folder, a zip of one, or a batch or draw of the county one stands in. */
const findRecord = (context: Context, word: string): Outcomes<Found> => {
  const folder = resolve(context.host.cwd(), word);
  const kind = context.host.stat(folder)?.kind;
  if (kind === 'folder') {
    // Somebody else's folder is not read before it looks like a record.
    if (!isRecord((path) => hasFile(context, folder, path))) return failed({ code: 'not-a-record', severity: 'error', fields: { path: word } });
    const texts = loadRecord({ host: context.host, dir: folder });
    return texts.ok ? { ok: true, value: { texts: texts.value, workspace: countyAround(context, folder) } } : texts;
  }
  if (kind === 'file') return recordInZip(context, folder, word);
  if (/[/\\]/.test(word)) return failed({ code: 'record-missing', severity: 'error', fields: { folder } });
  const county = openCounty(context);
  if (!county.ok) return failed({ code: 'record-missing', severity: 'error', fields: { folder } });
  const { workspace } = county.value;
  const draw = findDraw({ ledger: workspace.ledger, word, rehearsal: context.options.rehearsal });
  if (!draw.ok) return draw;
  const texts = recordOf(context, workspace, draw.value.drawId);
  return texts.ok ? { ok: true, value: { texts: texts.value, workspace } } : texts;
};

const recordInZip = ({ host }: Context, file: string, word: string): Outcomes<Found> => {
  const texts = loadRecordZip({ host, file });
  if (!texts.ok) return texts;
  return isRecord((path) => texts.value.has(path)) ? { ok: true, value: { texts: texts.value } } : failed({ code: 'not-a-record', severity: 'error', fields: { path: word } });
};

const isRecord = (has: (path: string) => boolean): boolean => [PATHS.manifest, PATHS.sealed].some(has);

/** Through a commit on its way the county's own view decides. */
const hasFile = ({ host }: Context, folder: string, path: string): boolean => host.stat(join(folder, path)) !== undefined || basename(dirname(folder)) === FOLDERS.records;

/** A record that stands in its county is held against the county's ledger and lists as well. */
const countyAround = ({ host }: Context, folder: string): Workspace | undefined => {
  const parent = dirname(folder);
  if (basename(parent) !== FOLDERS.records) return undefined;
  const workspace = openWorkspace({ host, dir: dirname(parent) });
  return workspace.ok ? workspace.value : undefined;
};

const dataOf = ({ drawId, scheme, verdict, points, claims }: Verification, workbooks: readonly WorkbookCheck[]): JsonValue => ({
  drawId,
  scheme,
  verdict,
  points: points.map(({ id, verdict: own, findings }) => ({ id, verdict: own, findings: findings.map(({ code, where, fields }) => ({ code, where: { ...where }, fields: { ...fields } })) })),
  claims: claims.map((claim) => ({ ...claim })),
  ...(workbooks.length === 0 ? {} : { workbooks: workbooks.map(workbookData) }),
});

const workbookData = ({ file, verdict, differences, problems }: WorkbookCheck): JsonValue => ({
  file,
  verdict,
  differences: differences.map((difference) => ({ ...difference })),
  problems: problems.map(({ code, where, fields }) => ({ code, where: { ...where }, fields: { ...fields } })),
});
