/** `ssj key`: keys of those who sign that they saw a notice. */
import { resolve } from 'node:path';
import { addDays, cardTime, dayOf, type KeyCard, keyFingerprint, type PlainDate, publicKeyOf, timestampAt } from '@shuangsuiji/core';
import type { CommandAction, OptionValues } from '../command-action.js';
import type { Context } from '../context.js';
import { changeCounty } from '../county/change-county.js';
import { failed, openCounty, type Outcomes } from '../county/county.js';
import { dateOf } from '../county/dates.js';
import { done, refused, toldAs } from '../county/outcome.js';
import { textOption } from '../county/options.js';
import { readInput } from '../county/read-input.js';
import { writeOutput } from '../county/write-output.js';
import { keyCardText, privateKeyText, readKeyCard } from '../evidence/key-files.js';
import { knownKeys } from '../evidence/known-keys.js';
import { tableLines } from '../present/table.js';
import { fileNameOf, FOLDERS, SECRET_MODE } from '../workspace/paths.js';

/** Where there is no county whose offset could hold. */
export const OFFSET = '+08:00';
const VALID_DAYS = 730;

export const keyNew: CommandAction = async (context, { args, options }) => {
  const holder = String(args[0]);
  const time = context.host.now();
  if (!time.ok) return refused(time.error);
  const today = dayOf(timestampAt(time.value.epochSeconds, OFFSET));
  const until = validUntil(options, today);
  if (!until.ok) return refused(until.error);
  const privateKey = context.host.randomSecret();
  const card: KeyCard = { holder, body: textOption(options, 'body') ?? '', publicKey: publicKeyOf(privateKey), validFrom: today, validUntil: until.value };
  const folder = resolve(context.host.cwd(), textOption(options, 'outputDir') ?? '.');
  const files = { private: resolve(folder, `私钥-${fileNameOf(holder)}.json`), public: resolve(folder, `公钥-${fileNameOf(holder)}.json`) };
  const written = writeBoth(context, files, { private: privateKeyText({ card, privateKey }), public: keyCardText(card) });
  if (!written.ok) return refused(written.error);
  const fingerprint = keyFingerprint(card.publicKey);
  const lines = [
    `私钥 ${files.private}：只有您能读，请自己保管，不要交给任何人。`,
    `公钥 ${files.public}：交给抽取机关和核验的人。`,
    `指纹 ${fingerprint}，有效期 ${card.validFrom} 至 ${card.validUntil}；请当面或电话把指纹告诉对方核对。`,
  ];
  return done({ lines: toldAs(context.options, lines), data: { ...card, fingerprint, files } });
};

const validUntil = (options: OptionValues, today: PlainDate): Outcomes<PlainDate> => {
  const raw = textOption(options, 'validUntil');
  if (raw === undefined) return { ok: true, value: addDays(today, VALID_DAYS) };
  const day = dateOf(raw);
  return !day.ok || day.value >= today ? day : failed({ code: 'valid-until-passed', severity: 'error', fields: { validUntil: raw } });
};

interface Pair {
  readonly private: string;
  readonly public: string;
}

/** Both or neither: a private key without its card is of no use. */
const writeBoth = (context: Context, files: Pair, texts: Pair): Outcomes<undefined> => {
  const there = [files.private, files.public].find((file) => context.host.stat(file) !== undefined);
  if (there !== undefined) return failed({ code: 'output-exists', severity: 'error', fields: { file: there } });
  const first = writeOutput(context, files.private, Buffer.from(texts.private), SECRET_MODE);
  if (!first.ok) return first;
  const second = writeOutput(context, files.public, Buffer.from(texts.public));
  if (!second.ok && !context.options.dryRun) context.host.removeFile(files.private);
  return second;
};

export const keyAdd: CommandAction = async (context, { args }) => {
  const file = String(args[0]);
  const bytes = readInput(context, file);
  if (!bytes.ok) return refused(bytes.error);
  const card = readKeyCard(file, bytes.value);
  if (!card.ok) return refused(card.error);
  const fingerprint = keyFingerprint(card.value.publicKey);
  const path = `${FOLDERS.keys}/${fileNameOf(card.value.holder)}-${fingerprint}-${card.value.validUntil}.json`;
  const changed = await changeCounty({
    context,
    command: 'key add',
    build: async () => ({ ok: true, value: { files: [{ path, content: keyCardText(card.value), isImmutable: true }], value: undefined } }),
  });
  if (!changed.ok) return refused(changed.error);
  const { body, holder } = card.value;
  return done({ lines: toldAs(context.options, [`已登记 ${body} ${holder} 的公钥，指纹 ${fingerprint}：${path}`]), data: { ...card.value, fingerprint, file: path }, problems: changed.value.notices });
};

export const keyList: CommandAction = async (context) => {
  const county = openCounty(context);
  if (!county.ok) return refused(county.error);
  const cards = knownKeys(county.value.workspace);
  if (!cards.ok) return refused(cards.error);
  const keys = cards.value.map((card) => ({ ...card, fingerprint: keyFingerprint(card.publicKey), state: cardTime(card, county.value.now.at) }));
  const rows = keys.map(({ holder, body, fingerprint, validFrom, validUntil: last, state }) => [holder, body, fingerprint, `${validFrom} 至 ${last}`, STATES[state]]);
  const lines = keys.length === 0 ? ['还没有登记公钥。'] : await tableLines({ head: ['持有人', '单位', '指纹', '有效期', '状态'], rows, columns: context.host.columns() });
  return done({ lines, data: { keys } });
};

const STATES = { valid: '有效', early: '未到', late: '已过期' } as const;
