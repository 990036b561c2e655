/** `ssj verify`: replays a record and says point by point what is identical. */
import { isPublicEdition, type JsonValue, type Verification, verifyPublic, worstVerdict } from '@shuangsuiji/core';
import type { CommandAction } from '../command-action.js';
import type { Context } from '../context.js';
import { findRecord, type FoundRecord } from '../county/find-record.js';
import { refused } from '../county/outcome.js';
import { hasFlag, textOption } from '../county/options.js';
import { settledAction } from '../county/settled.js';
import { verifyFound } from '../county/verify-found.js';
import { type Trust, trustOptions } from '../evidence/trust-options.js';
import { exitOfVerdict } from '../county/verdict-exit.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { WorkbookCheck } from '../county/workbook-checks.js';
import { verificationLines } from '../present/verification.js';
import { workbookLines } from '../present/workbook-checks.js';

export const verify: CommandAction = settledAction(async (context, { args, options }) => {
  const word = String(args[0]);
  const trust = trustOptions(context, options);
  if (!trust.ok) return refused(trust.error);
  const against = textOption(options, 'against');
  const found = findRecord(context, word);
  if (!found.ok) return refused(found.error);
  const isPublic = isPublicEdition(found.value.texts);
  if (against !== undefined && !isPublic) return refused([{ code: 'not-a-public-edition', severity: 'error', fields: { path: word } }]);
  const archive = against === undefined ? undefined : findRecord(context, against);
  if (archive?.ok === false) return refused(archive.error);
  context.progress.step('复算');
  const { verification, workbooks } = isPublic
    ? { verification: verifyPublic({ texts: found.value.texts, archive: archive?.value.texts, hash: context.host.hash }), workbooks: [] }
    : await verifyArchive(context, found.value, trust.value);
  const isStrict = hasFlag(options, 'strict');
  const columns = context.host.columns();
  const below = await workbookLines(workbooks, columns);
  const lines = verificationLines({ verification, columns, below });
  return { exit: exitOf(verification, isStrict), lines: isStrict && lacksProof(verification) ? [...lines, STRICT_LINE] : lines, data: dataOf(verification, workbooks), problems: [] };
});

interface VerifiedArchive {
  readonly verification: Verification;
  readonly workbooks: readonly WorkbookCheck[];
}

/** A list that says something else makes the whole different. */
const verifyArchive = async (context: Context, found: FoundRecord, trust: Trust): Promise<VerifiedArchive> => {
  const replayed = await verifyFound({ context, found, trust });
  const workbooks = await workbooksOf(context, found, replayed);
  return { verification: { ...replayed, verdict: worstVerdict([replayed.verdict, ...workbooks.map(({ verdict }) => verdict)]) }, workbooks };
};

/** None outside a county. */
const workbooksOf = async ({ host, progress }: Context, { texts, workspace }: FoundRecord, { drawId, points }: Verification): Promise<readonly WorkbookCheck[]> => {
  if (workspace === undefined || drawId === undefined) return [];
  progress.step('对照 Excel 清单');
  const findings = points.flatMap((point) => (point.id === 'files' || point.id === 'form' ? point.findings : []));
  return (await import('../county/workbook-checks.js')).workbookChecks({ host, workspace, drawId, texts, findings, hash: host.hash });
};

const STRICT_LINE = '严格核验（--strict）：封存在种子产生以前没有得到证明，按无法核验处理。';

/** What can be recomputed decides; with `--strict` also whether the seal is shown to have been there before its seed. */
const exitOf = (verification: Verification, isStrict: boolean): ExitCode => {
  if (isStrict && verification.verdict === 'identical' && lacksProof(verification)) return EXIT.unverifiable;
  return exitOfVerdict(verification.verdict);
};

const lacksProof = ({ claims }: Verification): boolean => claims.some((claim) => claim.code === 'sealed-before-seed' && !claim.isShown);

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
