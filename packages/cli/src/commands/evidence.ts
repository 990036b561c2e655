/** `ssj evidence`: what shows that a notice was there before its seed. */
import { resolve } from 'node:path';
import { type Digest, digestOf, type EvidenceDocument, evidenceFaults, evidenceKind, type EvidenceKind, evidencePath, evidenceText, isEvidencePath, keyFingerprint, type LedgerEntry, statementDigest, statementText } from '@shuangsuiji/core';
import type { CommandAction, OptionValues } from '../command-action.js';
import type { Context } from '../context.js';
import { appendEvents, recordFiles } from '../county/append-events.js';
import { changeCounty } from '../county/change-county.js';
import { type County, failed, openCounty, type Outcomes } from '../county/county.js';
import { done, refused, toldAs } from '../county/outcome.js';
import { textOption } from '../county/options.js';
import { readInput } from '../county/read-input.js';
import { type DrawStatements, statementOf } from '../county/statement-of.js';
import { writeOutput } from '../county/write-output.js';
import { knownKeys } from '../evidence/known-keys.js';
import { type Received, receivedEvidence } from '../evidence/received-evidence.js';
import { tokenRequest } from '../evidence/token-request.js';
import type { AnyProblem } from '../messages/any-problem.js';
import { evidenceNames } from '../messages/names.js';
import { tableLines } from '../present/table.js';
import type { ChangeSet } from '../workspace/change-set.js';

/** For others to sign or stamp. */
export const evidenceStatement: CommandAction = (context, invocation) => writeFrom(context, invocation, (text) => Buffer.from(text), '声明');
/** For a time-stamp authority. */
export const evidenceRequest: CommandAction = (context, invocation) => writeFrom(context, invocation, tokenRequest, '时间戳请求');

const writeFrom = async (context: Context, { args, options }: Parameters<CommandAction>[1], make: (text: string) => Uint8Array, name: string): ReturnType<CommandAction> => {
  const county = openCounty(context);
  if (!county.ok) return refused(county.error);
  const found = statementOf({ context, county: county.value, word: String(args[0]), round: textOption(options, 'round') });
  if (!found.ok) return refused(found.error);
  const { statement } = found.value;
  const file = resolve(context.host.cwd(), textOption(options, 'output') ?? '');
  const written = writeOutput(context, file, make(statementText(statement)));
  if (!written.ok) return refused(written.error);
  const digest = statementDigest({ ...statement, hash: context.host.hash });
  const { drawId, round } = statement;
  return done({ lines: toldAs(context.options, [`${name} ${file}：${drawId} 第 ${String(round)} 轮`, `声明摘要 ${digest}`]), data: { file, drawId, round, statement: digest } });
};

interface Added {
  readonly path: string;
  readonly kind: EvidenceKind;
  readonly drawId: string;
  readonly round: number;
  readonly statement: Digest;
  readonly warnings: readonly AnyProblem[];
}

export const evidenceAdd: CommandAction = async (context, { args, options }) => {
  const word = String(args[0]);
  const changed = await changeCounty<Added>({ context, command: `evidence add ${word}`, build: (county) => buildAdd({ context, county, word, name: fileIn(args[1]), options }) });
  if (!changed.ok) return refused(changed.error);
  const { warnings, ...value } = changed.value.value;
  const lines = [`已存证 ${value.drawId} 第 ${String(value.round)} 轮：${evidenceNames[value.kind]}，${value.path}`, '它证明什么，用 ssj verify 看“不能由复算证明的事项”。'];
  return done({ lines: toldAs(context.options, lines), data: { ...value }, problems: [...changed.value.notices, ...warnings] });
};

const fileIn = (argument: Parameters<CommandAction>[1]['args'][number]): string | undefined => (typeof argument === 'string' ? argument : undefined);

interface AddInput {
  readonly context: Context;
  readonly county: County;
  readonly word: string;
  readonly name: string | undefined;
  readonly options: OptionValues;
}

const buildAdd = async ({ context, county, word, name, options }: AddInput): Promise<Outcomes<ChangeSet<Added>>> => {
  const { hash, hashBytes } = context.host;
  const found = statementOf({ context, county, word, round: textOption(options, 'round') });
  if (!found.ok) return found;
  const bytes = name === undefined ? undefined : readInput(context, name);
  if (bytes?.ok === false) return bytes;
  const file = name === undefined || bytes === undefined ? undefined : { name, bytes: bytes.value };
  const received = await receivedEvidence({ file, words: textOption(options, 'words'), ...found.value, offset: county.settings.offset, hash, hashBytes });
  if (!received.ok) return received;
  const faults = faultsOf(found.value, received.value, name, context);
  if (faults.length > 0) return failed(...faults);
  const warnings = unknownSigner(received.value.document, county);
  if (!warnings.ok) return warnings;
  return { ok: true, value: addedSet({ context, county, found: found.value, document: received.value.document, warnings: warnings.value }) };
};

/** Nothing that is wrong in itself, or there already, comes into a record. */
const faultsOf = ({ texts, sealed: { drawId }, statements }: DrawStatements, { document, token }: Received, name: string | undefined, { host: { hash } }: Context): readonly AnyProblem[] => {
  const file = name ?? '';
  const text = evidenceText(document);
  const there = [...texts].find(([path, own]) => isEvidencePath(path) && own === text);
  if (there !== undefined) return [{ code: 'evidence-there', severity: 'error', fields: { file, path: there[0] } }];
  return evidenceFaults({ file, document, drawId, statements, token, hash });
};

/** The words of a card are its holder's own: whoever adds a signature should have looked at the key. */
const unknownSigner = (document: EvidenceDocument, { workspace }: County): Outcomes<readonly AnyProblem[]> => {
  if (document.format !== 'ssj-signature/1') return { ok: true, value: [] };
  const { holder, publicKey } = document.card;
  const keys = knownKeys(workspace);
  if (!keys.ok) return keys;
  const isKnown = keys.value.some((card) => card.publicKey === publicKey);
  return { ok: true, value: isKnown ? [] : [{ code: 'signer-not-listed', severity: 'warning', fields: { holder, fingerprint: keyFingerprint(publicKey) } }] };
};

interface AddedSetInput {
  readonly context: Context;
  readonly county: County;
  readonly found: DrawStatements;
  readonly document: EvidenceDocument;
  readonly warnings: readonly AnyProblem[];
}

const addedSet = ({ context: { host: { hash } }, county, found: { texts, sealed: { drawId } }, document, warnings }: AddedSetInput): ChangeSet<Added> => {
  const path = evidencePath(evidenceEntries(county).filter(({ body }) => body.drawId === drawId).length + 1);
  const text = evidenceText(document);
  const { round, statement } = document;
  const kind = evidenceKind(document);
  const appended = appendEvents({ county, events: [{ type: 'evidence', body: { drawId, round, kind, path, document: digestOf(text, hash) } }], hash });
  const files = recordFiles({ drawId, texts: new Map([...texts, [path, text]]), ledgerText: appended.ledgerText, hash });
  return { files, ledger: appended.ledger, value: { path, kind, drawId, round, statement, warnings } };
};

const evidenceEntries = ({ workspace: { ledger } }: County): readonly Extract<LedgerEntry, { type: 'evidence' }>[] => ledger.entries.flatMap((entry) => (entry.type === 'evidence' ? [entry] : []));

export const evidenceList: CommandAction = async (context) => {
  const county = openCounty(context);
  if (!county.ok) return refused(county.error);
  const entries = evidenceEntries(county.value);
  const rows = entries.map(({ at, body }) => [body.drawId, body.round, evidenceNames[body.kind], body.path, at]);
  const lines = rows.length === 0 ? ['还没有存证。'] : await tableLines({ head: ['抽取编号', '轮次', '种类', '文件', '存入时间'], rows, columns: context.host.columns() });
  return done({ lines, data: { evidence: entries.map(({ at, body }) => ({ at, ...body })) } });
};
