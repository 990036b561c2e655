/** Evidence that a notice was there at some time (record-format R13.2). @zh 存证 */
import { z } from 'zod';
import { toJsonDocument } from '../base/json-lines.js';
import type { RecordProblem } from './problems.js';
import { readJsonDocument } from '../base/read-json-lines.js';
import type { Result } from '../base/result.js';
import { plainDateSchema, textSchema } from '../registry/schemas.js';
import { clockSchema, digestSchema, drawIdSchema, timestampSchema } from './common-schemas.js';

/** Words that somebody wrote: not empty. */
const wordsSchema = textSchema.min(1);
const ofRound = { drawId: drawIdSchema, round: z.int().min(0).max(9999), statement: digestSchema } as const;
/** 32 bytes of Ed25519 as lower-case hex. */
export const publicKeySchema = z.string().regex(/^[0-9a-f]{64}$/);

export const keyCardShape = { holder: wordsSchema, body: wordsSchema, publicKey: publicKeySchema, validFrom: plainDateSchema, validUntil: plainDateSchema } as const;
export const keyCardSchema = z.strictObject(keyCardShape).readonly();
/** Whose key it is, by its own words. @zh 公钥卡 */
export type KeyCard = z.infer<typeof keyCardSchema>;

export const signatureSchema = z
  .strictObject({ format: z.literal('ssj-signature/1'), ...ofRound, card: keyCardSchema, signedAt: timestampSchema, clock: clockSchema, signature: z.string().regex(/^[0-9a-f]{128}$/) })
  .readonly();
/** Ed25519 over the canonical line of the document without `signature`. @zh 签名 */
export type SignatureDocument = z.infer<typeof signatureSchema>;

/** Standard alphabet, padded. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)$/;
const timeStampSchema = z.strictObject({ format: z.literal('ssj-timestamp/1'), ...ofRound, token: z.string().regex(BASE64) }).readonly();
/** A TimeStampToken (RFC 3161) over the bytes of the statement's text. @zh 时间戳 */
export type TimeStampDocument = z.infer<typeof timeStampSchema>;

const writtenSchema = z.strictObject({ format: z.literal('ssj-written/1'), ...ofRound, words: wordsSchema, scan: digestSchema.optional() }).readonly();
/** What no program can check: a receipt, an address. @zh 书面证据 */
export type WrittenDocument = z.infer<typeof writtenSchema>;

const evidenceSchema = z.discriminatedUnion('format', [signatureSchema, timeStampSchema, writtenSchema]);
export type EvidenceDocument = z.infer<typeof evidenceSchema>;
export type EvidenceKind = 'signature' | 'timestamp' | 'written';

const KINDS: Readonly<Record<EvidenceDocument['format'], EvidenceKind>> = { 'ssj-signature/1': 'signature', 'ssj-timestamp/1': 'timestamp', 'ssj-written/1': 'written' };
/** As the ledger names it. */
export const evidenceKind = ({ format }: Pick<EvidenceDocument, 'format'>): EvidenceKind => KINDS[format];

export const readEvidence = (file: string, text: string): Result<EvidenceDocument, readonly RecordProblem[]> => readJsonDocument({ file, text, schema: evidenceSchema });

export const evidenceText = (document: EvidenceDocument): string => toJsonDocument(document);
