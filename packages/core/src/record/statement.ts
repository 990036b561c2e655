/**
 * What is signed or stamped to show that a notice was there: a text that anybody can build again from the record
 * (record-format R13.1). @zh 存证声明
 */
import type { Digest, DrawId } from '../base/brand.js';
import { digestOf, type HashText, isDigest } from '../base/digest.js';
import { isDrawId } from '../draw/key.js';
import { type Scheme, schemeSchema } from '../draw/scheme.js';
import type { LedgerHead } from './ledger.js';

export interface Statement {
  readonly scheme: Scheme;
  readonly drawId: DrawId;
  /** 0: the seal; k: the notice before round k. */
  readonly round: number;
  /** sha256 of the round's notice, its line without LF. */
  readonly notice: Digest;
  /** Of the ledger right after the entry of the seal or of the notice. */
  readonly head: LedgerHead;
}

/**
 * The text, six lines, each ended by LF.
 *
 * @example 'ssj/1 statement\n652722-2026-0001\n0\n9f86…\n12\n60303…\n'
 */
export const statementText = ({ scheme, drawId, round, notice, head }: Statement): string =>
  `${scheme} statement\n${drawId}\n${String(round)}\n${notice}\n${String(head.seq)}\n${head.digest}\n`;

/** sha256 of the text. @zh 声明摘要 */
export const statementDigest = ({ hash, ...statement }: Statement & { readonly hash: HashText }): Digest => digestOf(statementText(statement), hash);

const LINES = /^(\S+) statement\n(\S+)\n(0|[1-9]\d{0,3})\n(\S+)\n([1-9]\d{0,9})\n(\S+)\n$/;

/** Reads such a text back; `undefined` for anything else. */
export const parseStatement = (text: string): Statement | undefined => {
  const [, schemeText, drawId, round, notice, seq, digest] = LINES.exec(text) ?? [];
  const scheme = schemeSchema.safeParse(schemeText);
  if (!scheme.success || !isDrawId(drawId) || !isDigest(notice) || !isDigest(digest)) return undefined;
  return { scheme: scheme.data, drawId, round: Number(round), notice, head: { seq: Number(seq), digest } };
};

/** What a machine reads off the printed notice. @zh 二维码内容 */
export const statementMark = ({ drawId, round, statement }: { readonly drawId: DrawId; readonly round: number; readonly statement: Digest }): string =>
  `SSJ1 ${drawId} ${String(round)} ${statement}`;
