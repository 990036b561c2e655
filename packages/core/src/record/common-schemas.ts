/** Pieces that several documents of a record share (record-format R1, R4). */
import { z } from 'zod';
import type { Digest, DrawId, Timestamp } from '../base/brand.js';
import { isDigest } from '../base/digest.js';
import { isTimestamp } from '../base/plain-date.js';
import { isDrawId } from '../draw/key.js';
import { textSchema } from '../registry/schemas.js';
import { isParty } from '../seed/source.js';

export const digestSchema = z.custom<Digest>(isDigest);
export const drawIdSchema = z.custom<DrawId>(isDrawId);
/** Number and digest of a line of the ledger; 0 and 64 zeros before the first. */
export const ledgerHeadSchema = z.strictObject({ seq: z.int().min(0), digest: digestSchema }).readonly();
export const timestampSchema = z.custom<Timestamp>(isTimestamp);
/** `fixed` where SOURCE_DATE_EPOCH set the time, which then shows nothing about time. */
export const clockSchema = z.enum(['system', 'fixed']);
/** 0 is the main draw. */
export const roundSchema = z.int().min(0).max(9999);
/** A whole public line, `kind:params=value`. */
export const publicLineSchema = z.string().regex(/^[ -~]+$/);
export const witnessesSchema = z.array(z.strictObject({ agency: textSchema, name: textSchema }).readonly()).readonly();
/** A party of a joint seed, as it stands in the line. */
export const partySchema = z.string().refine(isParty);
export type ClockKind = z.infer<typeof clockSchema>;

/** A moment and how far it can be believed. */
export interface Moment {
  readonly at: Timestamp;
  readonly clock: ClockKind;
}
