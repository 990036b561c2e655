/** `ssj prove --check`: holds a proof against a public edition and nothing else. */
import { resolve } from 'node:path';
import { checkProof, isPublicEdition, isRehearsal, PATHS } from '@shuangsuiji/core';
import type { CommandAction } from '../command-action.js';
import { textOption } from '../county/options.js';
import { refused } from '../county/outcome.js';
import { readInput } from '../county/read-input.js';
import { exitOfVerdict } from '../county/verdict-exit.js';
import { verdictNames } from '../messages/names.js';
import { proofLines } from '../present/proof.js';
import { REHEARSAL_MARK } from '../present/rehearsal.js';
import { findingLines } from '../present/verification.js';
import { loadRecord } from '../workspace/load-record.js';
import { textOf } from '../workspace/open-workspace.js';

export const proveCheck: CommandAction = async (context, { args, options }) => {
  const file = textOption(options, 'check') ?? '';
  const word = String(args[0]);
  const edition = loadRecord({ host: context.host, dir: resolve(context.host.cwd(), word) });
  if (!edition.ok) return refused(edition.error);
  if (!isPublicEdition(edition.value)) return refused([{ code: 'not-a-public-edition', severity: 'error', fields: { path: word } }]);
  const bytes = readInput(context, file);
  if (!bytes.ok) return refused(bytes.error);
  const check = checkProof({ file, text: textOf(bytes.value), edition: edition.value, hash: context.host.hash });
  const { verdict, proof, findings } = check;
  const mark = proof !== undefined && isRehearsal(proof.scheme) ? REHEARSAL_MARK : '';
  const lines = [
    ...(proof === undefined ? [] : [`${mark}抽取编号 ${proof.drawId}，证明写明：`, ...proofLines(proof)]),
    ...findings.flatMap((finding) => findingLines({ finding, columns: context.host.columns(), holder: '证明' })),
    ...(check.edition === 'identical' ? [] : [`公开版本身${verdictNames[check.edition]}，请先用 ssj verify 核验它（${PATHS.manifest} 所在的文件夹）。`]),
    '',
    `证明核对结论：${mark}${verdictNames[verdict]}`,
  ];
  const data = { verdict, edition: check.edition, proof, findings: findings.map(({ code, where, fields }) => ({ code, where: { ...where }, fields: { ...fields } })) };
  return { exit: exitOfVerdict(verdict), lines, data, problems: [] };
};
