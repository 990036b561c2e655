/** `ssj prove`: a proof for one target of the pool, and the check of such a proof. */
import { resolve } from 'node:path';
import { codeOf, isRehearsal, proveTarget, toJsonDocument } from '@shuangsuiji/core';
import type { CommandAction } from '../command-action.js';
import { findRecord } from '../county/find-record.js';
import { textOption } from '../county/options.js';
import { done, refused, toldAs } from '../county/outcome.js';
import { targetCandidates } from '../county/target-candidates.js';
import { writeOutput } from '../county/write-output.js';
import { proofLines } from '../present/proof.js';
import { REHEARSAL_MARK } from '../present/rehearsal.js';
import { fileNameOf } from '../workspace/paths.js';
import { proveCheck } from './prove-check.js';

export const prove: CommandAction = async (context, invocation) => {
  const { args: [word, raw], options } = invocation;
  if (textOption(options, 'check') !== undefined) return proveCheck(context, invocation);
  if (typeof raw !== 'string') return refused([{ code: 'proof-code-needed', severity: 'error', fields: {} }]);
  const found = findRecord(context, String(word));
  if (!found.ok) return refused(found.error);
  context.progress.step('出具证明');
  const proof = proveTarget({ texts: found.value.texts, raw, candidates: targetCandidates(raw), hash: context.host.hash });
  if (!proof.ok) return refused(proof.error);
  const { drawId, id, scheme } = proof.value;
  const mark = isRehearsal(scheme);
  const name = `${mark ? '演练-' : ''}${drawId}-证明-${fileNameOf(codeOf(id))}.json`;
  const file = resolve(context.host.cwd(), textOption(options, 'output') ?? name);
  const written = writeOutput(context, file, Buffer.from(toJsonDocument(proof.value), 'utf8'));
  if (!written.ok) return refused(written.error);
  const lines = [`${mark ? REHEARSAL_MARK : ''}已写出 ${file}`, ...proofLines(proof.value), '收到的人用 ssj prove --check 或任何 sha256 工具，凭公开版核对。'];
  return done({ lines: toldAs(context.options, lines), data: { file, proof: proof.value } });
};
