/** `ssj sign`: somebody signs that this notice was there. */
import { resolve } from 'node:path';
import { cardTime, evidenceText, isRehearsal, type KeyCard, keyFingerprint, type Moment, parseStatement, signStatement, type Statement, statementDigest, timestampAt } from '@shuangsuiji/core';
import type { CommandAction } from '../command-action.js';
import type { Context } from '../context.js';
import { failed, openCounty, type Outcomes } from '../county/county.js';
import { done, refused, toldAs } from '../county/outcome.js';
import { textOption } from '../county/options.js';
import { readInput } from '../county/read-input.js';
import { statementOf } from '../county/statement-of.js';
import { writeOutput } from '../county/write-output.js';
import { readPrivateKey } from '../evidence/key-files.js';
import type { AnyProblem } from '../messages/any-problem.js';
import { REHEARSAL_MARK } from '../present/rehearsal.js';
import { textOf } from '../workspace/open-workspace.js';
import { fileNameOf } from '../workspace/paths.js';
import { OFFSET } from './key.js';

interface ToSign {
  readonly statement: Statement;
  readonly now: Moment;
}

export const sign: CommandAction = async (context, { args, options }) => {
  const found = toSign(context, String(args[0]), textOption(options, 'round'));
  if (!found.ok) return refused(found.error);
  const { statement, now } = found.value;
  const keyFile = textOption(options, 'key') ?? '';
  const bytes = readInput(context, keyFile);
  if (!bytes.ok) return refused(bytes.error);
  const key = readPrivateKey(keyFile, bytes.value);
  if (!key.ok) return refused(key.error);
  const { card, privateKey } = key.value;
  const unfit = cardProblem(card, now);
  if (unfit !== undefined) return refused([unfit]);
  const { drawId, round, scheme } = statement;
  const digest = statementDigest({ ...statement, hash: context.host.hash });
  const document = signStatement({ card, privateKey, drawId, round, statement: digest, now });
  const file = resolve(context.host.cwd(), textOption(options, 'output') ?? `签名-${drawId}-${String(round)}-${fileNameOf(card.holder)}.json`);
  const written = writeOutput(context, file, Buffer.from(evidenceText(document)));
  if (!written.ok) return refused(written.error);
  const lines = [
    `${isRehearsal(scheme) ? REHEARSAL_MARK : ''}${card.body} ${card.holder} 在 ${now.at} 签名：${drawId} 第 ${String(round)} 轮，声明摘要 ${digest}`,
    '请与封存公告上的声明摘要核对。',
    `签名 ${file}，公钥指纹 ${keyFingerprint(card.publicKey)}；交给抽取机关用 ssj evidence add 存证。`,
  ];
  return done({ lines: toldAs(context.options, lines), data: { file, drawId, round, statement: digest, signedAt: now.at, fingerprint: keyFingerprint(card.publicKey) } });
};

/** A file with a statement, or a draw of the county one stands in. */
const toSign = (context: Context, word: string, round: string | undefined): Outcomes<ToSign> => {
  const { host } = context;
  if (host.stat(resolve(host.cwd(), word))?.kind === 'file') {
    const bytes = readInput(context, word);
    if (!bytes.ok) return bytes;
    const statement = parseStatement(textOf(bytes.value));
    if (statement === undefined) return failed({ code: 'statement-file-bad', severity: 'error', fields: { file: word } });
    const time = host.now();
    return time.ok ? { ok: true, value: { statement, now: { at: timestampAt(time.value.epochSeconds, OFFSET), clock: time.value.clock } } } : time;
  }
  const county = openCounty(context);
  if (!county.ok) return county;
  const found = statementOf({ context, county: county.value, word, round });
  return found.ok ? { ok: true, value: { statement: found.value.statement, now: county.value.now } } : found;
};

const cardProblem = (card: KeyCard, { at }: Moment): AnyProblem | undefined => {
  const { holder, validFrom, validUntil } = card;
  switch (cardTime(card, at)) {
    case 'early':
      return { code: 'key-not-yet-valid', severity: 'error', fields: { holder, validFrom } };
    case 'late':
      return { code: 'key-expired', severity: 'error', fields: { holder, validUntil } };
    case 'valid':
      return undefined;
  }
};
