/** What somebody handed in, as a document of a record: a signature, a token, or written evidence. */
import { type EvidenceDocument, type HashText, isDigest, type RoundStatement, signatureSchema, type Statement, statementDigest, statementText, type TokenReading } from '@shuangsuiji/core';
import { failed, type Outcomes } from '../county/county.js';
import { textOf } from '../workspace/open-workspace.js';
import { readToken } from './read-token.js';
import { tokenBytes } from './token-bytes.js';

export interface ReceivedInput {
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | undefined;
  /** What it is, in words: then it is written evidence, whatever the file holds. */
  readonly words: string | undefined;
  readonly statements: readonly RoundStatement[];
  /** Of the round that is meant, for what does not say its round itself. */
  readonly statement: Statement;
  /** For times, as `+08:00`. */
  readonly offset: string;
  readonly hash: HashText;
  /** sha256 as 64 hex characters. */
  readonly hashBytes: (bytes: Uint8Array) => string;
}

export interface Received {
  readonly document: EvidenceDocument;
  /** Where it is a token. */
  readonly token?: TokenReading | undefined;
}

/** Only told apart here; whether it is right is for `evidenceFaults`. */
export const receivedEvidence = async (input: ReceivedInput): Promise<Outcomes<Received>> => {
  const { file, words } = input;
  if (words !== undefined && words.trim() !== '') return { ok: true, value: { document: written(input, words.trim()) } };
  if (file === undefined) return failed({ code: 'evidence-words-needed', severity: 'error', fields: { file: '' } });
  const signature = signatureIn(file.bytes);
  if (signature !== undefined) return { ok: true, value: { document: signature } };
  const found = tokenBytes(file.bytes);
  if (found?.kind === 'token') return { ok: true, value: await stamped(input, found.bytes) };
  const where = { file: file.name };
  if (found?.kind === 'refused') return failed({ code: 'token-not-granted', severity: 'error', fields: where });
  if (/\.ts[rt]$/i.test(file.name)) return failed({ code: 'token-wrong', severity: 'error', where, fields: { reason: 'malformed' } });
  return failed({ code: 'evidence-words-needed', severity: 'error', fields: where });
};

const written = ({ file, statement, hash, hashBytes }: ReceivedInput, words: string): EvidenceDocument => {
  const scan = file === undefined ? undefined : hashBytes(file.bytes);
  return { format: 'ssj-written/1', drawId: statement.drawId, round: statement.round, statement: statementDigest({ ...statement, hash }), words, scan: isDigest(scan) ? scan : undefined };
};

const signatureIn = (bytes: Uint8Array): EvidenceDocument | undefined => {
  try {
    return signatureSchema.safeParse(JSON.parse(textOf(bytes))).data;
  } catch {
    return undefined;
  }
};

/** A token says what it stamps, so its round is the one whose statement that is; where it is none, the one that is meant. */
const stamped = async ({ statements, statement: meant, offset, hash }: ReceivedInput, bytes: Uint8Array): Promise<Received> => {
  const read = async (statement: Statement): Promise<Received> => ({
    document: { format: 'ssj-timestamp/1', drawId: statement.drawId, round: statement.round, statement: statementDigest({ ...statement, hash }), token: Buffer.from(bytes).toString('base64') },
    token: await readToken({ token: bytes, text: statementText(statement), roots: [], offset }),
  });
  for (const { statement } of statements) {
    const received = statement === undefined ? undefined : await read(statement);
    if (received?.token?.ok === true) return received;
  }
  return read(meant);
};
